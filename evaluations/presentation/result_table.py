"""What came out, as rows for a spreadsheet, and the codebook that says what each column and each answer means. Nothing that the page does not tell."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from decimal import Decimal

from django.utils import translation
from django.utils.translation import gettext as _

from accounts.models import Membership
from audit.spreadsheets import Cell, Table
from evaluations import results
from evaluations.flow import Item
from evaluations.kinds import DO_NOT_KNOW, Group, QuestionKind
from evaluations.languages import DUTCH
from evaluations.models.evaluation import Evaluation
from evaluations.presentation.outcome import bands_in_words, labels_of
from evaluations.presentation.result import pages_of_both
from evaluations.results import Round, Side
from evaluations.suppression import Bound, Number, Told
from keyfigures.presentation.shown import words_of
from terms.days import local_date


def outcomes(evaluation: Evaluation, *, reader: Membership, at: datetime) -> Table:
    """A row for each answer to each question, of each group, in this round and in those before it. Six statements."""
    rounds = results.rounds_until(evaluation, among=Evaluation.objects.read_by(reader, today=local_date(at)))
    items = _items(evaluation)
    rows = [row for each in rounds for group, side in each.sides.items() for row in _of_side(each, str(Group(group).label), side, items[group])]
    return Table(title=_("What came out"), columns=[name for name, _meaning in _columns()], rows=rows)


def codebook(evaluation: Evaluation) -> Table:
    """Two statements."""
    questions = {item.identity: item for items in _items(evaluation).values() for _number, item in items}
    rows: list[tuple[Cell, ...]] = [(_("Column"), name, "", meaning) for name, meaning in _columns()]
    rows += [(_("Question"), str(item.identity), str(QuestionKind(item.kind).label), item.words) for item in questions.values()]
    rows += [row for item in questions.values() for row in _answers(item)]
    rows += [(_("Trust index"), str(item.identity), "", item.words) for item in questions.values() if item.counts_for_trust]
    return Table(title=_("Codebook"), columns=[_("What"), _("Code"), _("Belongs to"), _("Meaning")], rows=rows)


def _columns() -> list[tuple[str, str]]:
    return [
        (_("Round"), _("The name of the evaluation.")),
        (_("Closed on"), _("The day after which nobody could answer any more.")),
        (_("Who"), _("Key figures or officials. They are never added up.")),
        (_("Asked"), _("How many were asked in this round.")),
        (_("Answered"), _("How many answered in this round. Empty when fewer than five did.")),
        (_("Question number"), _("Its place in the list of this round.")),
        (_("Question code"), _("The same in each round and for both groups, so that answers can be compared.")),
        (_("Question"), _("As it is asked now.")),
        (_("Answered this question"), _("Without who did not know. Empty when fewer than five did.")),
        (_("Did not know"), _("Or it did not apply.")),
        (_("Answer code"), _("What was answered; below under Answer.")),
        (_("Answer"), _("The same in words.")),
        (_("How often"), _("How many answered this. Read it together with the next column.")),
        (_("Number is"), _("Exact, or a bound: when all answered alike, or all but one or two, it is not told how many.")),
        (_("Mean"), _("Of questions with a score. About, and in halves, when the number is a bound.")),
    ]


def _items(evaluation: Evaluation) -> dict[str, list[tuple[int, Item]]]:
    pages = pages_of_both(evaluation, language=translation.get_language() or DUTCH)
    lists = [[item for page in each for item in page.items if item.kind != QuestionKind.OPEN] for each in pages]
    return {group: list(enumerate(items, start=1)) for group, items in zip(Group.values, lists, strict=True)}


def _of_side(each: Round, who: str, side: Side, items: Sequence[tuple[int, Item]]) -> Iterator[tuple[Cell, ...]]:
    head = (each.title, each.closed_on, who, side.asked, side.answered)
    for number, item in items:
        question = (number, str(item.identity), item.words)
        told = side.told.get(item.identity)
        if told is None:
            yield (*head, *question, None, None, None, None, None, words_of(None), None)
        else:
            mean = Decimal(str(round(told.mean, 1))) if told.mean is not None else None
            yield from ((*head, *question, told.answered, told.unknown, *cells, mean) for cells in _numbers(item, told))


def _numbers(item: Item, told: Told) -> list[tuple[Cell, Cell, Cell, Cell]]:
    """Each answer by itself; when nearly all are in one band, that band."""
    labels = labels_of(item, language=DUTCH)
    if told.codes:
        return [(code, labels.get(code, code), number.value, _bound(number)) for code, number in told.codes.items()]
    words = {band: text for band, text, _codes in bands_in_words(item, language=DUTCH)}
    return [(band, words.get(band, band), number.value, _bound(number)) for band, number in told.bands.items()]


def _bound(number: Number) -> str:
    return {Bound.EXACT: _("exact"), Bound.LEAST: _("or more"), Bound.MOST: _("or fewer")}[number.bound]


def _answers(item: Item) -> Iterator[tuple[Cell, ...]]:
    labels = labels_of(item, language=DUTCH)
    for code in item.codes:
        yield _("Answer"), code, str(item.identity), labels[code]
    if DO_NOT_KNOW in labels or item.kind == QuestionKind.TEN:
        for band, words, codes in bands_in_words(item, language=DUTCH):
            yield _("Band of answers"), band, str(item.identity), f"{words}: {', '.join(codes)}"
