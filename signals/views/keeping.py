"""What was typed when a session ended is kept for whom it belongs to, and stands in the form again after log-in.

Every form carries for whom it was made, signed. So on a shared telephone nobody else finds the text, and a session that
is over needs no name.
"""

from typing import Any

from django.core import signing
from django.http import HttpRequest, QueryDict
from django.urls import Resolver404, resolve
from django.utils import timezone

from accounts.models import Membership
from signals import drafts
from signals.forms import writing
from signals.models import ConcernReport

FIELD = "bewaar_voor"
SALT = "signals.keeping"
LONGEST_OPEN = 24 * 60 * 60  # seconds that a page may stand open before it is sent
NOT_KEPT = {FIELD, "csrfmiddlewaretoken", "go", "confirmed", "decision", "hints_seen"}


def token_of(member: Membership) -> str:
    return signing.dumps(member.pk, salt=SALT)


def park(request: HttpRequest) -> bool:
    """Keep the posted fields of somebody whose session is over. True when they were kept."""
    member = _member(request)
    place = _place(request.path)
    if member is None or place is None:
        return False
    at = timezone.now()
    before = drafts.load(member, place, at=at)
    drafts.save(member, place, answers={**(before.answers if before else {}), **_typed(request.POST)}, at=at)
    return True


def kept_text(member: Membership, form: str, report: ConcernReport) -> dict[str, Any]:
    """What was kept for this form of this report, to begin with; empty when nothing was."""
    return kept_texts(member, report).get(form, {})


def kept_texts(member: Membership, report: ConcernReport) -> dict[str, dict[str, Any]]:
    """The same for every form of this report, by the name of the form."""
    return drafts.load_about(member, report.uuid, at=timezone.now())


def forget(member: Membership, form: str, report: ConcernReport) -> None:
    """It was sent: it must not stand in the form again."""
    drafts.discard(member, f"{form}:{report.uuid}")


def _member(request: HttpRequest) -> Membership | None:
    """For whom the form was made. A session that is only idle must be of the same person."""
    try:
        pk = signing.loads(request.POST.get(FIELD, ""), salt=SALT, max_age=LONGEST_OPEN)
    except signing.BadSignature:
        return None
    member = Membership.objects.active_on(timezone.localdate()).filter(pk=pk).first()
    present = getattr(request, "member", None)
    return member if present is None or present == member else None


def _place(path: str) -> str | None:
    """The place of a draft, from the address to which it was sent."""
    try:
        match = resolve(path)
    except Resolver404:
        return None
    places = {"share_write": "write", "share_talk": "talk", "intake": "intake"}
    if match.url_name in places:
        return places[match.url_name]
    uuid, form = match.kwargs.get("uuid"), match.kwargs.get("name") or (match.url_name or "").removeprefix("report_")
    return f"{form}:{uuid}" if uuid else None


def _typed(posted: QueryDict) -> dict[str, Any]:
    """Fields with more than one value stay lists; no text grows without end."""
    return {
        name: values if len(values) > 1 or name in {"phenomenon", "sentences"} else values[0][: writing.KEPT_SIGNS]
        for name, values in posted.lists()
        if name not in NOT_KEPT and values
    }
