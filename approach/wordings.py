"""How each figure reads in a sentence. Pure. A code that is not here reads as its label and its value."""

from dataclasses import dataclass

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

Text = str | LazyText


@dataclass(frozen=True)
class OfAll:
    """A share: "38 of the 44 <many> <are>", "1 of the 44 <many> <is_>", "The only <one> <isnt>"."""

    one: Text
    many: Text
    is_: Text
    are: Text
    isnt: Text


@dataclass(frozen=True)
class HowMany:
    """A number: nothing, one, and `%(number)s` for all others."""

    none: Text
    one: Text
    many: Text


@dataclass(frozen=True)
class Mean:
    """`%(mean)s` is "3,7 of 5"."""

    words: Text


@dataclass(frozen=True)
class YesOrNo:
    yes: Text
    no: Text



Wording = OfAll | HowMany | Mean | YesOrNo

_ACTIVE = (_("active key figure"), _("active key figures"))
_KEPT = (_("was kept in time"), _("were kept in time"), _("was not kept in time"))
_ANSWERED = (_("was answered in time"), _("were answered in time"), _("was not answered in time"))
_POINT = (_("point on an agenda"), _("points on an agenda"))

WORDINGS: dict[str, Wording] = {
    "keyfigures.active": HowMany(_("No key figure takes part."), _("One key figure takes part."), _("%(number)s key figures take part.")),
    "keyfigures.joined": HowMany(_("Nobody joined."), _("One person joined."), _("%(number)s people joined.")),
    "keyfigures.left": HowMany(_("Nobody stopped."), _("One person stopped."), _("%(number)s people stopped.")),
    "keyfigures.profile_types": HowMany(
        _("None of the four kinds of key figures is told to be there."), _("One of the four kinds of key figures is there."),
        _("%(number)s of the four kinds of key figures are there."),
    ),
    "keyfigures.themes": HowMany(
        _("No form of extremism got attention."), _("One form of extremism got attention."), _("%(number)s forms of extremism got attention."),
    ),
    "keyfigures.roles_chosen": OfAll(*_ACTIVE, _("chose an own role"), pgettext_lazy("more than one", "chose an own role"), _("did not choose an own role")),
    "keyfigures.new_people": OfAll(
        _("key figure of whom it is known"), _("key figures of whom it is known"),
        _("was new to the municipality"), _("were new to the municipality"), _("was not new to the municipality"),
    ),
    "keyfigures.agreements": OfAll(*_ACTIVE, _("has an agreement that holds"), _("have an agreement that holds"), _("has no agreement that holds")),
    "keyfigures.contact": OfAll(
        *_ACTIVE, _("was spoken to in eight weeks, also without a reason"), _("were spoken to in eight weeks, also without a reason"),
        _("was not spoken to in eight weeks"),
    ),
    "keyfigures.quiet": OfAll(
        _("contact with key figures"), _("contacts with key figures"), _("was in quiet time"), _("were in quiet time"), _("was not in quiet time"),
    ),
    "keyfigures.training": OfAll(*_ACTIVE, _("followed a training"), pgettext_lazy("more than one", "followed a training"), _("did not follow a training")),
    "keyfigures.given": OfAll(
        _("time of asking or giving"), _("times of asking and giving"), _("was about giving"), _("were about giving"), _("was not about giving"),
    ),
    "keyfigures.help_in_time": OfAll(_("help request"), _("help requests"), *_ANSWERED),
    "keyfigures.thanked": OfAll(*_ACTIVE, _("was thanked in half a year"), _("were thanked in half a year"), _("was not thanked in half a year")),
    "keyfigures.treatment": OfAll(_("complaint about how somebody was treated"), _("complaints about how somebody was treated"), *_ANSWERED),
    "keyfigures.procedure": YesOrNo(
        _("The agreement says what happens when it no longer fits."), _("The agreement does not say what happens when it no longer fits."),
    ),
    "signals.kept": OfAll(_("promise about a concern"), _("promises about concerns"), *_KEPT),
    "meetings.held": HowMany(
        _("No meeting in quiet time was held."), _("One meeting in quiet time was held."), _("%(number)s meetings in quiet time were held."),
    ),
    "meetings.outside": OfAll(
        _("meeting"), pgettext_lazy("of all", "meetings"), _("was led by somebody from outside"), _("were led by somebody from outside"),
        _("was not led by somebody from outside"),
    ),
    "meetings.points": OfAll(*_POINT, _("came from key figures"), pgettext_lazy("more than one", "came from key figures"), _("did not come from key figures")),
    "meetings.answered": OfAll(*_POINT, *_ANSWERED),
    "evaluations.rounds": HowMany(
        _("No round of questions to the network was held."), _("One round of questions to the network was held."),
        _("%(number)s rounds of questions to the network were held."),
    ),
    "evaluations.trust": Mean(_("Key figures give their trust in the municipality %(mean)s.")),
    "evaluations.process_known": Mean(_("That they know where and how to share a concern, key figures give %(mean)s.")),
    "evaluations.respect": Mean(_("The respect with which they are treated, key figures give %(mean)s.")),
    "evaluations.shared": OfAll(
        _("evaluation"), pgettext_lazy("of all", "evaluations"), _("was told back to the network in time"), _("were told back to the network in time"),
        _("was not told back to the network in time"),
    ),
    "evaluations.improved": OfAll(
        _("improvement"), pgettext_lazy("of all", "improvements"), _("was done in time"), _("were done in time"), _("was not done in time"),
    ),
    "initiatives.filed": HowMany(_("Nobody brought an idea."), _("One idea was brought."), _("%(number)s ideas were brought.")),
    "initiatives.community": OfAll(
        _("initiative"), pgettext_lazy("of all", "initiatives"), _("was begun by the community, or together"), _("were begun by the community, or together"),
        _("was not begun by the community"),
    ),
    "initiatives.answered": OfAll(_("idea"), _("ideas"), *_ANSWERED),
    "initiatives.themes": HowMany(
        _("No initiative is about a form of extremism."), _("Initiatives are about one form of extremism."),
        _("Initiatives are about %(number)s forms of extremism."),
    ),
    "approach.vision_months": HowMany(
        _("The vision was adopted this month."), _("The vision was adopted a month ago."), _("The vision was adopted %(number)s months ago."),
    ),
    "approach.vision_complete": YesOrNo(_("The vision answers all questions."), _("The vision does not answer all questions.")),
    "approach.mandate": YesOrNo(_("A decision on the approach holds."), _("No decision on the approach holds.")),
    "approach.budget_ahead": YesOrNo(_("The money for next year is known."), _("The money for next year is not known yet.")),
    "approach.council_months": HowMany(
        _("College or council was told this month."), _("College or council was last told a month ago."),
        _("College or council was last told %(number)s months ago."),
    ),
    "approach.council_kept": OfAll(_("promise to college and council"), _("promises to college and council"), *_KEPT),
}

# What the municipality promised and counts by its day, in the order in which a report draws it.
PROMISES: dict[str, Text] = {
    "signals.kept": _("Concerns"), "keyfigures.help_in_time": _("Help requests"), "initiatives.answered": _("Ideas"),
    "meetings.answered": _("Points of meetings"), "evaluations.shared": _("Telling back"), "approach.council_kept": _("Council"),
}
