"""Whose questions a device opened, and what opens the answers that were begun on it: both in cookies of that device, nothing in a session.

Both go only to the pages on which she answers. The first is signed, and goes when the browser closes; the link or the code brings it back.
The second is the secret of what was begun (evaluations.actions.draft): random, told to nobody, and of no use once the evaluation is closed.
"""

import base64
import binascii
import secrets
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from accounts.prepared import Given, Prepared
from evaluations.actions.draft import DraftKey
from evaluations.models.evaluation import Evaluation
from evaluations.models.sheet import Participant

WHO, SECRET, LANGUAGE = "asked", "begun", "question_language"
ANOTHER_DOOR = "own"  # in place of the number of a link
BYTES = 32
AFTER = timedelta(days=2)  # the last day, and those who send in the hours after it


_asked: Prepared[Participant] = Prepared(
    lambda: Participant.objects.select_related("municipality", "member__user", "evaluation__questions", "evaluation__mirror").filter(
        evaluation__uuid=Given("evaluation"), uuid=Given("uuid"),
    ),
)


def remember(response: HttpResponse, participant: Participant, *, by_link: bool) -> None:
    """Who came by a code on paper, or logged in, goes on when her link is stopped."""
    evaluation, door = participant.evaluation, str(participant.link_number) if by_link else ANOTHER_DOOR
    response.set_signed_cookie(WHO, f"{participant.uuid}:{door}", salt=_salt(evaluation.uuid), **_where(evaluation.uuid))


def opened(request: HttpRequest, evaluation_uuid: UUID) -> Participant | None:
    """Who opened the questions of this evaluation on this device, as long as her link was not replaced or stopped. One statement."""
    told = request.get_signed_cookie(WHO, default="", salt=_salt(evaluation_uuid))
    if not told:
        return None
    uuid, _colon, door = told.partition(":")
    row = next(iter(_asked(evaluation=evaluation_uuid, uuid=UUID(uuid))), None)
    if row is None or (door != ANOTHER_DOOR and (row.link_number != int(door) or row.link_stopped_at is not None)):
        return None
    row.evaluation.municipality = row.municipality  # it always is the same: not read twice
    return row


def forget(response: HttpResponse, evaluation: Evaluation) -> None:
    response.delete_cookie(WHO, path=_path(evaluation.uuid), samesite="Lax")


def key_of(request: HttpRequest, participant: Participant) -> DraftKey | None:
    """None when nothing was begun on this device."""
    secret = _decoded(request.COOKIES.get(SECRET, ""))
    return DraftKey.of(secret, participant) if secret else None


def new_key(response: HttpResponse, participant: Participant) -> DraftKey:
    """For a device on which nothing was begun yet."""
    secret = secrets.token_bytes(BYTES)
    ahead = participant.evaluation.closes_on + AFTER - timezone.localdate()
    told = base64.urlsafe_b64encode(secret).decode()
    response.set_cookie(SECRET, told, max_age=max(ahead, AFTER), **_where(participant.evaluation.uuid))
    return DraftKey.of(secret, participant)


def language(request: HttpRequest) -> str:
    return request.COOKIES.get(LANGUAGE, "")


def choose_language(response: HttpResponse, evaluation: Evaluation, code: str) -> None:
    response.set_cookie(LANGUAGE, code, **_where(evaluation.uuid))


def _where(evaluation_uuid: UUID) -> dict[str, Any]:
    return {"path": _path(evaluation_uuid), "httponly": True, "samesite": "Lax", "secure": settings.SESSION_COOKIE_SECURE}


def _path(evaluation_uuid: UUID) -> str:
    return reverse("evaluations:answer_begin", args=[evaluation_uuid])


def _salt(evaluation_uuid: UUID) -> str:
    return f"evaluations.asked:{evaluation_uuid}"


def _decoded(told: str) -> bytes | None:
    try:
        secret = base64.urlsafe_b64decode(told)
    except (binascii.Error, ValueError):
        return None
    return secret if len(secret) == BYTES else None
