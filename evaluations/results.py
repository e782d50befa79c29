"""What came out of a round of questions, and of those before it: as it may be told. The only way from what is kept to a page, a file or a report."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from evaluations import statistics, suppression
from evaluations.flow import Item
from evaluations.kinds import Group
from evaluations.models.evaluation import Evaluation
from evaluations.models.questionnaire import Question
from evaluations.models.sheet import Outcome, Response
from evaluations.suppression import Asked, Told
from terms.days import local_date

if TYPE_CHECKING:
    from evaluations.querysets.evaluation import EvaluationQuerySet

MOST_ROUNDS = 10


@dataclass(frozen=True, kw_only=True)
class Side:
    """One group in one round. `answered` is None when too few answered to show anything of it; then `told` is empty."""

    asked: int
    answered: int | None
    told: Mapping[UUID, Told] = field(default_factory=dict)

    @property
    def means(self) -> dict[UUID, float]:
        """Of questions on the scale from 1 to 5, which can be compared with each other."""
        return {identity: each.mean for identity, each in self.told.items() if each.kind == "scale" and each.mean is not None}

    def index(self, identities: Sequence[UUID]) -> float | None:
        """Over these questions; none when one of them cannot be told, because then it would be about something else."""
        means = self.means
        return statistics.index([means.get(each) for each in identities])


@dataclass(frozen=True, kw_only=True)
class Round:
    """`sides`: only groups that were asked."""

    uuid: UUID
    title: str
    closed_on: date
    sides: Mapping[str, Side]


def trust_questions(items: Sequence[Item]) -> list[UUID]:
    """What the trust index of a list is made of."""
    return [item.identity for item in items if item.counts_for_trust]


def rounds_until(evaluation: Evaluation, *, among: "EvaluationQuerySet") -> list[Round]:
    """This one and those that were counted before it, newest first, at most ten; `among` those that the reader may see. Four statements."""
    earlier = among.filter(municipality=evaluation.municipality_id, closed_at__lte=evaluation.closed_at)
    return rounds_of(earlier.counted().order_by("-closed_at", "-pk")[:MOST_ROUNDS])


def rounds_of(evaluations: "EvaluationQuerySet") -> list[Round]:
    """In their order. Four statements."""
    rows = list(evaluations.values("pk", "uuid", "title", "closed_at", "questions_id", "mirror_id"))
    keys = [row["pk"] for row in rows]
    questions = _questions({row[field] for row in rows for field in ("questions_id", "mirror_id") if row[field]})
    outcomes = _outcomes(keys)
    responses = Response.objects.filter(evaluation__in=keys).values_list("evaluation_id", "group", "asked", "answered")
    sides: dict[int, dict[str, Side]] = defaultdict(dict)
    versions = {row["pk"]: {Group.KEY_FIGURES: row["questions_id"], Group.OFFICIALS: row["mirror_id"]} for row in rows}
    for key, group, asked, answered in responses:
        told = suppression.all_told(questions.get(versions[key][Group(group)], []), outcomes[key, group])
        sides[key][group] = Side(asked=asked, answered=answered, told=told)
    return [_round(row, sides[row["pk"]]) for row in rows]


def _round(row: Mapping[str, Any], sides: Mapping[str, Side]) -> Round:
    in_order = {group: sides[group] for group in Group.values if group in sides}
    return Round(uuid=row["uuid"], title=row["title"], closed_on=local_date(row["closed_at"]), sides=in_order)


def _questions(versions: set[int]) -> dict[int, list[Asked]]:
    found: dict[int, list[Asked]] = defaultdict(list)
    rows = Question.objects.filter(version__in=versions).order_by("section__position", "position", "pk")
    for version, identity, kind, parent in rows.values_list("version_id", "identity", "kind", "shown_if"):
        found[version].append(Asked(identity=identity, kind=kind, parent=parent))
    return found


def _outcomes(keys: Sequence[int]) -> Mapping[tuple[int, str], dict[UUID, tuple[Mapping[str, int], int]]]:
    found: dict[tuple[int, str], dict[UUID, tuple[Mapping[str, int], int]]] = defaultdict(dict)
    for key, group, identity, counts, answered in Outcome.objects.filter(evaluation__in=keys).values_list(
        "evaluation_id", "group", "identity", "counts", "answered",
    ):
        found[key, group][identity] = (counts, answered)
    return found
