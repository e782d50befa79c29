"""Anonymous answers: from a sealed envelope to rows that nothing ties to each other or to a person.

`send` writes one envelope, sealed and padded, and nothing else: no name, no log, no mark that somebody answered. Once an hour
`open_envelopes` counts what came in. It deletes and writes anew all answers of that municipality and quarter in one
transaction, shuffled, under new random keys: their place on disk, their transaction and their order are those of the hour.
"""

from django.db import transaction

from accounts import envelopes
from accounts.models import Municipality
from indicators.quarters import Quarter
from keyfigures import background
from keyfigures.models.background import BackgroundAnswer, BackgroundEnvelope


def send(municipality: Municipality, *, quarter: Quarter, answers: dict[str, str]) -> None:
    """Who sends is not passed in, so it cannot be kept. Nothing chosen at all sends nothing."""
    if not any(answers.values()):
        return
    where = {"municipality": municipality, "year": quarter.year, "quarter": quarter.number}
    envelopes.seal_all([background.in_order(answers)], into=lambda: BackgroundEnvelope(**where), length=background.LENGTH)


def open_envelopes() -> int:
    """Every municipality and quarter in which something came in, each in a transaction of its own; returns how many envelopes."""
    waiting = set(BackgroundEnvelope.objects.values_list("municipality", "year", "quarter"))
    return sum(_open(municipality, Quarter(year, number)) for municipality, year, number in envelopes.CHANCE.sample(sorted(waiting), len(waiting)))


@transaction.atomic
def _open(municipality: int, quarter: Quarter) -> int:
    where = {"municipality_id": municipality, "year": quarter.year, "quarter": quarter.number}
    Municipality.objects.select_for_update().get(pk=municipality)
    sent = envelopes.take_all(BackgroundEnvelope.objects.filter(**where))
    answers = list(BackgroundAnswer.objects.filter(**where).values_list("question", "answer"))
    for chosen in sent:
        answers += background.opened(chosen)
    BackgroundAnswer.objects.filter(**where).delete()
    envelopes.CHANCE.shuffle(answers)
    BackgroundAnswer.objects.bulk_create(BackgroundAnswer(**where, question=question, answer=answer) for question, answer in answers)
    return len(sent)
