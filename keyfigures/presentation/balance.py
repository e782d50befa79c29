"""Giving and taking in words, numbers and bars: of one key figure, and of a network without anybody in it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Membership, Municipality
from keyfigures import balance
from keyfigures.balance import ALLOWANCE, HELP, THANKS, TRAINING, Balance, Counted, together
from keyfigures.models.asking import AskKind
from keyfigures.models.figure import KeyFigure
from keyfigures.presentation.shown import words_of
from keyfigures.suppression import SMALL, Shown, in_groups, rounded
from terms.days import local_date
from ui.components.figures import Bar
from ui.phrases import Words, lower_first, names, upper_first

EDGE = 8  # the bar of the larger side stays just short of the whole, as far as its number allows


@dataclass(frozen=True, kw_only=True)
class Picture:
    """`sentence` says what follows from it; both bars on the same scale."""

    sentence: str
    asked: Bar
    given: Bar


@dataclass(frozen=True, kw_only=True)
class Network:
    """`sums`: asked beside given. `asked` and `given` by kind; all empty where too few people take part to show anything."""

    title: str
    until: str
    sums: list[Bar]
    asked: list[Bar]
    given: list[Bar]
    hours: str


def section(figure: KeyFigure, *, reader: Membership, at: datetime) -> Picture:
    """The last year, the same for both readers; only "you" differs."""
    return picture(balance.of_figure(figure, until=local_date(at)), name=figure.name, is_own=reader.pk == figure.member_id)


def picture(counted: Balance, *, name: str, is_own: bool) -> Picture:
    asked, given = counted.times_asked, counted.times_given
    whole = max(asked, given, EDGE)
    return Picture(
        sentence=_sentence(asked, given, is_own=is_own) % {"name": name},
        asked=Bar(label=_("We asked"), value=_times(asked), number=asked, whole=whole, more=_asked_in_words(counted, name, is_own=is_own)),
        given=Bar(label=_("We gave"), value=_times(given), number=given, whole=whole, tone="given", more=_given_in_words(counted.given)),
    )


def _sentence(asked: int, given: int, *, is_own: bool) -> str:
    if not asked and not given:
        return _("We asked nothing and gave nothing in the last year.")
    if asked > given:
        return (
            _("We asked more of you than we gave. A training or help is next.")
            if is_own else _("We asked more of %(name)s than we gave. A training or help is next.")
        )
    if asked == given:
        return _("We gave you as much as we asked.") if is_own else _("We gave %(name)s as much as we asked.")
    return _("We gave you more than we asked.") if is_own else _("We gave %(name)s more than we asked.")


def _times(count: int) -> str:
    return ngettext("%(count)d time", "%(count)d times", count) % {"count": count}


def _asked_in_words(counted: Balance, name: str, *, is_own: bool) -> str:
    parts = [
        _("%(times)s %(kind)s") % {"times": _times(counted.asked[kind].times), "kind": lower_first(label)}
        for kind, label in ((each.value, str(each.label)) for each in AskKind) if kind in counted.asked
    ]
    parts += _of_others(counted.asked, asked=True)
    told = [f"{upper_first(names(parts))}."] if parts else []
    if counted.hours:
        hours = {"name": name, "hours": number_format(counted.hours.normalize(), use_l10n=True)}
        told.append(_("You estimate %(hours)s hours.") % hours if is_own else _("%(name)s estimates %(hours)s hours.") % hours)
    return " ".join(told)


def _given_in_words(given: Mapping[str, Counted]) -> str:
    """What was given, and which of help and training was not."""
    told = {
        HELP: ngettext("%(count)d time help", "%(count)d times help", given[HELP].times),
        TRAINING: ngettext("%(count)d training", "%(count)d trainings", given[TRAINING].times),
        ALLOWANCE: ngettext("%(count)d allowance", "%(count)d allowances", given[ALLOWANCE].times),
        THANKS: ngettext("%(count)d time personal thanks", "%(count)d times personal thanks", given[THANKS].times),
    }
    parts = [text % {"count": given[kind].times} for kind, text in told.items() if given[kind].times] + _of_others(given, asked=False)
    missing = [text for kind, text in ((HELP, _("No help yet.")), (TRAINING, _("No training yet."))) if not given[kind].times]
    return " ".join([*([f"{upper_first(names(parts))}."] if parts else []), *missing])


def _of_others(counted: Mapping[str, Counted], *, asked: bool) -> list[str]:
    return [each.words(counted[each.code].times) for each in balance.sources(asked=asked) if each.code in counted]


def network(municipality: Municipality, *, at: datetime) -> Network:
    """The year until the last quarter ended, in numbers as "5 or more"; what is about fewer than five people is told together."""
    until = balance.last_quarter_ended(local_date(at))
    told = Words(local_date(at)).day_only(until)
    if KeyFigure.objects.of_municipality(municipality).active().count() < SMALL:
        return Network(title=_("There are too few key figures to show this"), until=told, sums=[], asked=[], given=[], hours="")
    counted = balance.of_network(municipality, until=until)
    asked = {str(each.label): counted.asked.get(each, Counted()) for each in AskKind} | _others_by_label(counted.asked, asked=True)
    given = {label: counted.given[kind] for kind, label in _given_labels().items()} | _others_by_label(counted.given, asked=False)
    all_asked, all_given = shown_in_all(counted.asked), shown_in_all(counted.given)
    whole = max(all_asked or 0, all_given or 0, SMALL)
    return Network(
        title=_network_title(all_asked, all_given),
        until=told,
        sums=[bar_of(_("We asked"), all_asked, whole), bar_of(_("We gave"), all_given, whole, tone="given")],
        asked=[bar_of(label, number, whole) for label, number in _by_kind(asked).items()],
        given=[bar_of(label, number, whole, tone="given") for label, number in _by_kind(given).items()],
        hours=_hours(counted),
    )


def _others_by_label(counted: Mapping[str, Counted], *, asked: bool) -> dict[str, Counted]:
    return {str(each.label): counted.get(each.code, Counted()) for each in balance.sources(asked=asked)}


def _given_labels() -> dict[str, str]:
    return {HELP: _("Help"), TRAINING: _("Trainings"), ALLOWANCE: _("Allowances"), THANKS: _("Personal thanks")}


def _by_kind(counted: Mapping[str, Counted]) -> dict[str, Shown]:
    groups = in_groups({label: each.people for label, each in counted.items()})
    return {_group_label(group): _shown(counted[label] for label in group) for group in groups}


def _group_label(labels: Sequence[str]) -> str:
    """ "Bemiddelen en uitleg geven, samen"."""
    first, *others = labels
    return _("%(kinds)s, together") % {"kinds": names([first, *(lower_first(each) for each in others)])} if others else first


def shown_in_all(counted: Mapping[str, Counted]) -> Shown:
    """Of all kinds together."""
    return _shown(counted.values())


def _shown(counted: Iterable[Counted]) -> Shown:
    all_of_them = together(counted)
    if not all_of_them.times:
        return 0
    return rounded(all_of_them.times) if len(all_of_them.people) >= SMALL else None


def bar_of(label: str, number: Shown, whole: int, *, tone: str = "") -> Bar:
    """A number of the network, as far as it may be shown."""
    return Bar(label=label, value=words_of(number), number=number or 0, whole=whole, tone=tone)


def _network_title(asked: Shown, given: Shown) -> str:
    """Only what is true whatever was rounded or hidden."""
    if asked is not None and given is not None:
        if asked > given:
            return _("We ask more of our key figures than we give")
        if given > asked:
            return _("We give our key figures more than we ask")
    return _("What we asked of our key figures, and gave")


def _hours(counted: Balance) -> str:
    shown = rounded(int(counted.hours)) if counted.estimates >= SMALL else None
    return _("Key figures estimate that it took them %(hours)d hours or more.") % {"hours": shown} if shown else ""
