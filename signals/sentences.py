"""The fixed sentences that feedback can use: ours, and those that a municipality put in their place or added."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from accounts.models import Municipality
from signals.models import FixedSentence

Text = str | Promise

# In the order of a report: what we do, what we ask, what came of it, thanks. The code is stored with the feedback.
SHIPPED: dict[str, Text] = {
    "looked_together": _("We looked at your concern together, and we act on it."),
    "still_working": _("We are still working on it."),
    "nothing_asked": _("We ask nothing of you now. You need not do anything."),
    "support_for_you": _("Would you like support or a talk yourself? Call us and we arrange it."),
    "sorry_late": _("You hear this too late from us. We apologise."),
    "no_further_step": _("We looked at everything. No further step is needed now."),
    "advice_given": _("We gave advice. We cannot tell more about that."),
    "support_offered": _("Support was offered. To whom and how, we may not tell."),
    "community_activity": _("There will be an activity or a talk in the neighbourhood."),
    "passed_on": _("Your concern is now with the organisation that deals with this."),
    "may_not_be_told": _("We may not tell you what was decided. Your concern was read and weighed."),
    "thanks": _("Thank you for sharing this with us."),
}


def of(municipality: Municipality) -> list[tuple[str, str]]:
    """Code and text of what can be chosen, in the language that is on: ours first, then what the municipality added."""
    own = _own(municipality)
    away = {code for code, row in own.items() if not row.is_active}
    return [(code, _text(code, own)) for code in _codes(own) if code not in away]


def texts_of(municipality: Municipality, codes: Iterable[str]) -> dict[str, str]:
    """The text of each code, also of one that cannot be chosen any more; an unknown code stands for itself."""
    own = _own(municipality)
    return {code: _text(code, own) for code in codes}


def _own(municipality: Municipality) -> dict[str, FixedSentence]:
    rows = FixedSentence.objects.filter(municipality=municipality).order_by("order", "code")
    return {row.code: row for row in rows}


def _codes(own: dict[str, FixedSentence]) -> list[str]:
    return [*SHIPPED, *(code for code in own if code not in SHIPPED)]


def _text(code: str, own: dict[str, FixedSentence]) -> str:
    row = own.get(code)
    if row is None:
        return str(SHIPPED.get(code, code))
    return row.text_en if get_language() == "en" else row.text_nl
