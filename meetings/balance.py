"""Meetings in giving and taking: who was there gave her time; a training or a meeting to say thank you was for her."""

from datetime import datetime
from functools import partial
from typing import Any

from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from accounts.models import Municipality
from keyfigures.balance import TRAINING, Source
from keyfigures.models.figure import KeyFigure
from meetings.kinds import Kind
from meetings.models.attendance import Attendee

# Of each kind whether it is asked of her (a code of our own), or given: a training counts with the trainings.
CODES = {Kind.NETWORK: "meetings", Kind.BILATERAL: "meetings", Kind.TENSION: "meetings", Kind.TRAINING: TRAINING, Kind.THANKS: "thank_you_meetings"}


def _attended(code: str, *, period: tuple[datetime, datetime], key_figure: KeyFigure | None = None, municipality: Municipality | None = None) -> QuerySet[Any]:
    """Meetings at which a key figure was; of one, or of a municipality."""
    # By the municipality of the meeting, so that its own meetings are looked up, not all invitations that there ever were.
    whose = {"member__key_figure": key_figure} if key_figure else {"meeting__municipality": municipality, "member__key_figure__isnull": False}
    kinds = [kind for kind, its_code in CODES.items() if its_code == code]
    rows = Attendee.objects.present().filter(meeting__kind__in=kinds, meeting__starts_at__range=period, **whose)
    return rows.annotate(key_figure=F("member__key_figure"))


def _meetings(times: int) -> str:
    return ngettext("%(count)d meeting", "%(count)d meetings", times) % {"count": times}


def _thank_yous(times: int) -> str:
    return ngettext("%(count)d meeting to say thank you", "%(count)d meetings to say thank you", times) % {"count": times}


SOURCES = (
    Source(code="meetings", is_asked=True, label=_("Meetings"), words=_meetings, rows=partial(_attended, "meetings")),
    Source(code=TRAINING, is_asked=False, label=_("Trainings"), words=_meetings, rows=partial(_attended, TRAINING)),
    Source(code="thank_you_meetings", is_asked=False, label=_("Meetings to say thank you"), words=_thank_yous, rows=partial(_attended, "thank_you_meetings")),
)
