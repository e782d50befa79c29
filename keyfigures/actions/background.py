"""Anonymous answers: from a sealed envelope to rows that nothing ties to each other or to a person.

`send` writes one envelope, sealed and padded, and nothing else: no name, no log, no mark that somebody answered. Once an hour
`open_envelopes` counts what came in. It deletes and writes anew all answers of that municipality and quarter in one
transaction, shuffled, under new random keys: their place on disk, their transaction and their order are those of the hour.
"""

from random import SystemRandom

from django.db import transaction

from accounts import sealing
from accounts.models import Municipality
from keyfigures import background
from keyfigures.models.background import BackgroundAnswer, BackgroundEnvelope
from keyfigures.quarters import Quarter

CHANCE = SystemRandom()


def send(municipality: Municipality, *, quarter: Quarter, answers: dict[str, str]) -> None:
    """Who sends is not passed in, so it cannot be kept. Nothing chosen at all sends nothing."""
    if not any(answers.values()):
        return
    envelope = BackgroundEnvelope(municipality=municipality, year=quarter.year, quarter=quarter.number)
    sealing.seal_into(envelope, background.padded(answers))
    envelope.save(force_insert=True)


def open_envelopes() -> int:
    """Every municipality and quarter in which something came in, each in a transaction of its own; returns how many envelopes."""
    waiting = set(BackgroundEnvelope.objects.values_list("municipality", "year", "quarter"))
    return sum(_open(municipality, Quarter(year, number)) for municipality, year, number in CHANCE.sample(sorted(waiting), len(waiting)))


@transaction.atomic
def _open(municipality: int, quarter: Quarter) -> int:
    where = {"municipality_id": municipality, "year": quarter.year, "quarter": quarter.number}
    Municipality.objects.select_for_update().get(pk=municipality)
    envelopes = list(BackgroundEnvelope.objects.filter(**where))
    answers = list(BackgroundAnswer.objects.filter(**where).values_list("question", "answer"))
    for envelope in envelopes:
        # An envelope that no key opens is gone: it says nothing to anybody, and a row left behind would stand alone.
        answers += background.opened(sealing.plain_or_alarm(envelope) or background.padded({}))
    BackgroundEnvelope.objects.filter(pk__in=[each.pk for each in envelopes]).delete()
    BackgroundAnswer.objects.filter(**where).delete()
    CHANCE.shuffle(answers)
    BackgroundAnswer.objects.bulk_create(BackgroundAnswer(**where, question=question, answer=answer) for question, answer in answers)
    return len(envelopes)
