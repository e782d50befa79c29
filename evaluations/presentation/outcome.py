"""What came out of one question, in words and as a strip: first how many, then the mean, then who did not know."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from evaluations.flow import Item
from evaluations.kinds import DO_NOT_KNOW, SCORES, QuestionKind
from evaluations.languages import known
from evaluations.suppression import HIGH, LOW, MIDDLE, Bound, Number, Told, bands_of
from keyfigures.presentation.shown import words_of
from ui.components.charts import Segment
from ui.components.figures import Bar

_BAND_LABELS: Mapping[str, Mapping[str, str | Promise]] = {
    QuestionKind.SCALE: {HIGH: gettext_lazy("Agree"), MIDDLE: gettext_lazy("Neither"), LOW: gettext_lazy("Disagree")},
    QuestionKind.TEN: {HIGH: gettext_lazy("8, 9 or 10"), MIDDLE: gettext_lazy("6 or 7"), LOW: gettext_lazy("5 or lower")},
}


@dataclass(frozen=True, kw_only=True)
class Spread:
    """How the answers of one group are spread: parts of a whole, or, when several answers were possible, a bar for each."""

    words: str
    segments: Sequence[Segment] = ()
    bars: Sequence[Bar] = ()
    rows: Sequence[tuple[str, str]] = ()


def too_few() -> Spread:
    return Spread(words=_("Answers: %(number)s.") % {"number": words_of(None)})


def spread(item: Item, told: Told, *, language: str) -> Spread:
    labels = labels_of(item, language=language)
    parts = [(str(_BAND_LABELS[told.kind][band]) if told.kind in _BAND_LABELS else labels[band], band, number) for band, number in told.bands.items()]
    if told.kind == QuestionKind.SEVERAL:
        bars = [Bar(label=label, value=number_in_words(number), number=number.value, whole=told.answered) for label, _code, number in parts]
        return Spread(words=sentences(told, labels), bars=bars, rows=[(each.label, each.value) for each in bars])
    codes = [(labels[code], number_in_words(told.codes[code])) for code in item.codes if code in told.codes]
    rows = codes or [(label, number_in_words(number)) for label, _band, number in parts]
    if told.unknown:
        rows = [*rows, (labels[DO_NOT_KNOW], str(told.unknown))]
    return Spread(words=sentences(told, labels), segments=_segments(parts, told), rows=rows)


def sentences(told: Told, labels: Mapping[str, str]) -> str:
    return " ".join(filter(None, [_how_many(told, labels), mean_sentence(told), _unknown(told)]))


def labels_of(item: Item, *, language: str) -> dict[str, str]:
    """Answer → its words."""
    if item.kind == QuestionKind.SCALE:
        words = known(language)
        return {**{str(score): words.scale[score - 1] for score in SCORES[QuestionKind.SCALE]}, DO_NOT_KNOW: words.do_not_know}
    if item.kind == QuestionKind.TEN:
        return {code: code for code in item.codes}
    return {choice.code: choice.words for choice in item.choices}


def number_in_words(number: Number) -> str:
    texts = {Bound.EXACT: "%(number)d", Bound.LEAST: _("%(number)d or more"), Bound.MOST: _("%(number)d or fewer")}
    return texts[number.bound] % {"number": number.value}


def mean_in_words(mean: float) -> str:
    return str(number_format(round(mean, 1), decimal_pos=1))


def mean_sentence(told: Told) -> str:
    if told.mean is None:
        return ""
    of = max(SCORES[QuestionKind(told.kind)])
    text = _("On average about %(mean)s out of %(of)d.") if told.is_about else _("On average %(mean)s out of %(of)d.")
    return text % {"mean": mean_in_words(told.mean), "of": of}


def _how_many(told: Told, labels: Mapping[str, str]) -> str:
    if told.kind in _BAND_LABELS:
        band = HIGH if HIGH in told.bands else next(iter(told.bands))
        return _of_band(told.kind, band, told.bands[band]) % {"number": number_in_words(told.bands[band]), "of": told.answered}
    code, number = max(told.bands.items(), key=lambda each: each[1].value if each[1].bound is not Bound.MOST else 0)
    if number.bound is Bound.MOST:
        return _("No answer was given by more than two.")
    told_of = {"answer": labels.get(code, code), "number": number_in_words(number), "of": told.answered}
    return _("Most often: %(answer)s, by %(number)s of the %(of)d.") % told_of


def _of_band(kind: str, band: str, number: Number) -> str:
    if not number.value:
        return _("None of the %(of)d agrees.") if kind == QuestionKind.SCALE else _("None of the %(of)d gives an 8 or higher.")
    one = 1 if number.value == 1 else 2
    texts = {
        (QuestionKind.SCALE, HIGH): ngettext("%(number)s of the %(of)d agrees.", "%(number)s of the %(of)d agree.", one),
        (QuestionKind.SCALE, MIDDLE): _("%(number)s of the %(of)d neither agree nor disagree."),
        (QuestionKind.SCALE, LOW): _("%(number)s of the %(of)d disagree."),
        (QuestionKind.TEN, HIGH): ngettext("%(number)s of the %(of)d gives an 8 or higher.", "%(number)s of the %(of)d give an 8 or higher.", one),
        (QuestionKind.TEN, MIDDLE): _("%(number)s of the %(of)d give a 6 or a 7."),
        (QuestionKind.TEN, LOW): _("%(number)s of the %(of)d give a 5 or lower."),
    }
    return texts[QuestionKind(kind), band]


def _unknown(told: Told) -> str:
    if not told.unknown:
        return ""
    text = ngettext("%(number)d of the %(of)d did not know.", "%(number)d of the %(of)d did not know.", told.unknown)
    return text % {"number": told.unknown, "of": told.answered + told.unknown}


def _segments(parts: Sequence[tuple[str, str, Number]], told: Told) -> list[Segment]:
    """Of a list all parts have one colour: their words stand beside it, and a gap parts them."""
    is_score = told.kind in _BAND_LABELS
    found = [Segment(label=label, value=number_in_words(number), number=number.value, tone=band if is_score else "") for label, band, number in parts]
    if told.is_about:
        rest = told.answered - sum(each.number for each in found)
        found.append(Segment(label=_("The same or otherwise"), value=_("%(number)d or fewer") % {"number": rest}, number=rest, tone="rest"))
    return found


def bands_in_words(item: Item, *, language: str) -> list[tuple[str, str, Sequence[str]]]:
    """For who reads the file: band, its words, and the answers in it."""
    labels = labels_of(item, language=language)
    codes = [code for code in item.codes if code != DO_NOT_KNOW]
    known_bands = _BAND_LABELS.get(item.kind, {})
    return [(band, str(known_bands.get(band, labels.get(band, band))), inside) for band, inside in bands_of(item.kind, codes).items()]
