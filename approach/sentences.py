"""Figures of a report as sentences. Pure: frozen figures in, words out. Two periods are compared only where both are told."""

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from approach.amounts import is_all, number_words, share_words
from approach.frozen import Figures, Frozen, Money
from approach.wordings import PROMISES, WORDINGS, HowMany, Mean, OfAll, YesOrNo
from indicators.quarters import Quarter
from indicators.registry import Figure, Lack, Line, Unit
from ui.phrases import lower_first, upper_first

HUNDRED = 100


def value_words(figure: Figure, unit: Unit) -> str:
    """The value by itself, for a table: "38 of 44", "86 percent", "35 or more"; why there is none, else."""
    if figure.value is None:
        return _lack_words(figure.lack)
    return (share_words(figure, is_short=True) if unit == Unit.SHARE else "") or _amount(figure, unit)


def sentence(now: Frozen | None, before: Frozen | None, *, code: str) -> str:
    """One figure, with the period before beside it where both are told."""
    if now is None:
        return _("Not measured: %(code)s.") % {"code": code}
    if now.figure.value is None:
        return _without_value(now)
    words = [_sentence(now, now.figure.value), _share_in_percent(now)]
    compared = _compared(now, before)
    return " ".join(filter(None, [*words, compared]))


def promises(figures: Figures) -> str:
    """All that is told of promises, in one sentence: added up when each number is exact, else beside each other. Empty when nothing may be told."""
    handed_in = [(label, each) for code, label in PROMISES.items() if (each := figures.now.get(code)) is not None]
    found = [(label, each) for label, each in handed_in if each.figure.value is not None]
    if not found and any(each.figure.lack != Lack.NOTHING_YET for _label, each in handed_in):
        return ""
    if any(each.figure.is_rounded or each.figure.part is None for _label, each in found):
        told = ", ".join(f"{lower_first(str(label))} {lower_first(value_words(each.figure, each.unit))}" for label, each in found)
        return _("Kept in time: %(list)s.") % {"list": told}
    return _added_up([(each.figure.part or 0, each.figure.of or 0) for _label, each in found])


def _added_up(pairs: Sequence[tuple[int, int]]) -> str:
    kept, of = sum(part for part, _of in pairs), sum(of for _part, of in pairs)
    if not of:
        return _("No promise came to its day yet.")
    if of == 1:
        return _("We kept our only promise in time.") if kept else _("We did not keep our only promise in time.")
    told = {"kept": number_format(kept), "of": number_format(of), "percent": number_format(_whole(Decimal(HUNDRED * kept) / of), 0)}
    if kept == of:
        return _("We kept all %(of)s promises that are counted here in time.") % told
    if not kept:
        return _("Of the %(of)s promises that are counted here we kept none in time.") % told
    return _("Of the %(of)s promises that are counted here we kept %(kept)s in time. That is %(percent)s percent.") % told


def money(rows: Sequence[Money], years: Sequence[int]) -> list[str]:
    """A sentence per year."""
    by_year = {each.year: each for each in rows}
    return [_year(by_year.get(year), year) for year in years]


def visions(figures: Figures, *, first: date) -> str:
    """Which vision was in force; a change inside the period is said."""
    days = figures.visions
    if not days:
        return _("No vision was in force in this period.")
    if len(days) == 1 and days[0] <= first:
        return _("The vision of %(day)s was in force.") % {"day": _day(days[0])}
    if len(days) == 1:
        return _("Until %(day)s there was no vision. Since then the vision of %(day)s is in force.") % {"day": _day(days[0])}
    earlier = [_("Until %(until)s the vision of %(day)s was in force.") % {"until": _day(after), "day": _day(day)} for day, after in pairwise(days)]
    return " ".join([*earlier, _("After that the vision of %(day)s is in force; the goals are of that one.") % {"day": _day(days[-1])}])


def lines(found: Sequence[Line] | None, *, is_known: bool, most: int | None = None) -> list[str]:
    """What an app tells in words, each as a line of a list."""
    if not is_known:
        return [_("This is not measured.")]
    if found is None:
        return [_("This could not be counted.")]
    if not found:
        return [_("There is nothing to tell of this period.")]
    return [f"- {_line(each)}" for each in found[:most]]


def period_words(first: date, last: date) -> str:
    """ "2025", or "the third quarter of 2025 to the second quarter of 2026"."""
    begins, ends = Quarter.of(first), Quarter.of(last)
    if begins == ends:
        return _quarter(begins)
    if begins.year == ends.year and (begins.number, ends.number) == (1, 4):
        return str(begins.year)
    return _("%(first)s up to and including %(last)s") % {"first": _quarter(begins), "last": _quarter(ends)}


def _quarter(quarter: Quarter) -> str:
    number = (
        pgettext("quarter", "first"), pgettext("quarter", "second"), pgettext("quarter", "third"), pgettext("quarter", "fourth"),
    )[quarter.number - 1]
    return _("the %(number)s quarter of %(year)d") % {"number": number, "year": quarter.year}


def _line(line: Line) -> str:
    ended = line.title if line.title.endswith((".", "!", "?")) else f"{line.title}."
    return f"{ended} {line.text}" if line.text else ended


def _sentence(frozen: Frozen, value: Decimal) -> str:
    wording, figure = WORDINGS.get(frozen.code), frozen.figure
    if isinstance(wording, OfAll):
        return _of_all(wording, figure)
    if isinstance(wording, HowMany):
        return _how_many(wording, figure, value)
    if isinstance(wording, Mean):
        return str(wording.words) % {"mean": _amount(figure, Unit.MEAN)}
    if isinstance(wording, YesOrNo):
        return str(wording.yes if value else wording.no)
    return f"{frozen.label}: {value_words(figure, frozen.unit)}."


def _of_all(words: OfAll, figure: Figure) -> str:
    told = {"one": words.one, "many": words.many, "is": words.is_, "are": words.are, "isnt": words.isnt}
    if figure.part is None or figure.of is None:
        told["share"] = upper_first(_amount(figure, Unit.SHARE))
        return _("%(share)s of the %(many)s %(is)s.") % told
    told |= {"part": number_format(figure.part), "of": number_format(figure.of)}
    if figure.is_rounded:
        return _("About %(part)s of the %(of)s %(many)s %(are)s.") % told
    if figure.of == 1:
        return (_("The only %(one)s %(is)s.") if figure.part else _("The only %(one)s %(isnt)s.")) % told
    if figure.part == figure.of:
        return _("All %(of)s %(many)s %(are)s.") % told
    if figure.part == 0:
        return _("None of the %(of)s %(many)s %(is)s.") % told
    return ngettext("%(part)s of the %(of)s %(many)s %(is)s.", "%(part)s of the %(of)s %(many)s %(are)s.", figure.part) % told


def _how_many(words: HowMany, figure: Figure, value: Decimal) -> str:
    if value == 0 and not figure.is_rounded:
        return str(words.none)
    if value == 1 and not figure.is_rounded:
        return str(words.one)
    return str(words.many) % {"number": _amount(figure, Unit.NUMBER)}


def _share_in_percent(frozen: Frozen) -> str:
    """Where the sentence tells part and whole, and more than one thing was counted."""
    figure = frozen.figure
    if frozen.unit != Unit.SHARE or figure.is_rounded or figure.part is None or figure.of in {None, 1} or figure.part in {0, figure.of}:
        return ""
    return _("That is %(share)s.") % {"share": lower_first(_amount(figure, Unit.SHARE))}


def _compared(now: Frozen, before: Frozen | None) -> str:
    """Nothing where one of the two is not told, and of what is no amount."""
    if before is None or before.figure.value is None or now.figure.value is None or now.unit != before.unit or now.unit in {Unit.MONTHS, Unit.YES}:
        return ""
    then = {"then": lower_first(_amount(before.figure, before.unit))}
    mine, theirs = _shown(now), _shown(before)
    if mine == theirs:
        is_about = now.figure.is_rounded or before.figure.is_rounded
        return _("That is about as much as in the period before.") if is_about else _("That is as much as in the period before.")
    if now.unit == Unit.MEAN:
        words = _("That is higher than in the period before: %(then)s then.") if mine > theirs else _("That is lower than in the period before: %(then)s then.")
    else:
        words = _("That is more than in the period before: %(then)s then.") if mine > theirs else _("That is less than in the period before: %(then)s then.")
    return words % then


def _shown(frozen: Frozen) -> Decimal:
    """As exact as it reads: what reads alike is alike."""
    step = Decimal("0.1") if frozen.unit == Unit.MEAN else Decimal(1)
    return (frozen.figure.value or Decimal(0)).quantize(step, ROUND_HALF_UP)


def _without_value(frozen: Frozen) -> str:
    told = {"label": upper_first(frozen.label)}
    if frozen.figure.lack == Lack.TOO_FEW:
        return _("%(label)s: too few data to show, so that nobody can recognise a person.") % told
    if frozen.figure.lack == Lack.FAILED:
        return _("%(label)s: this could not be counted.") % told
    return _("%(label)s: there was nothing to count in this period.") % told


def _lack_words(lack: Lack | None) -> str:
    if lack == Lack.TOO_FEW:
        return _("too few to show")
    return _("could not be counted") if lack == Lack.FAILED else _("nothing to count yet")


def _share(figure: Figure, value: Decimal) -> str:
    """Of people it is rounded down (keyfigures.suppression): nought can be some. Of two numbers that are rounded themselves it is about so much."""
    words = number_words(_whole(value), unit=Unit.SHARE)
    if not figure.is_rounded or is_all(figure, unit=Unit.SHARE):
        return words
    if figure.part is not None:
        return _("About %(words)s") % {"words": words}
    return _("%(words)s or more") % {"words": words} if value else _("Few or none")


def _amount(figure: Figure, unit: Unit) -> str:
    value = figure.value or Decimal(0)
    if unit == Unit.SHARE:
        return _share(figure, value)
    if unit != Unit.NUMBER:
        return number_words(value, unit=unit)
    words = number_format(value, 0 if value == value.to_integral_value() else 1, force_grouping=True)
    return _("%(number)s or more") % {"number": words} if figure.is_rounded else words


def _whole(percent: Decimal) -> Decimal:
    return percent.quantize(Decimal(1), ROUND_HALF_UP)


def _year(row: Money | None, year: int) -> str:
    if row is None:
        return _("For %(year)d no budget is filled in.") % {"year": year}
    told = {"year": year, "amount": _euro(row.amount), "spent": _euro(row.spent or 0), "day": _day(row.spent_until) if row.spent_until else ""}
    if row.spent is None:
        return _("Budget of %(year)d: %(amount)s. What was spent is not filled in yet.") % told
    words = _("Budget of %(year)d: %(amount)s. Spent up to and including %(day)s: %(spent)s.") % told
    return f"{words} {row.note}" if row.note else words


def _euro(amount: int) -> str:
    return number_words(Decimal(amount), unit=Unit.EURO)


def _day(day: date) -> str:
    return date_format(day, "j F Y")


def goal_words(text: str, frozen: Frozen | None, *, indicator: str, measure: str) -> str:
    """The goal, and how it stands now."""
    ended = text if text.endswith((".", "!", "?")) else f"{text}."
    if not indicator:
        return " ".join(filter(None, [ended, measure]))
    if frozen is None:
        return _("%(goal)s It is not measured.") % {"goal": ended}
    return _("%(goal)s Now: %(value)s.") % {"goal": ended, "value": lower_first(value_words(frozen.figure, frozen.unit))}
