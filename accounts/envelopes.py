"""Anonymous answers in sealed envelopes: all of one length, taken out and put in together, in an order that says nothing.

An envelope is a row with a random key, no name and no moment, in which the answers are sealed (accounts.sealing). Why, and what
is left over: docs/decisions/0014 and 0015.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from random import SystemRandom
from typing import Any

from django.db import models

from accounts import sealing

CHANCE = SystemRandom()


BATCH = 500  # rows a statement


def padded(answers: Any, *, length: int) -> str:  # noqa: ANN401  whatever JSON can hold
    """Every question in its place, always `length` bytes: the size of an envelope says nothing. ValueError for what is longer."""
    text = json.dumps(answers, ensure_ascii=False)
    room = length - len(text.encode())
    if room < 0:
        raise ValueError("these answers do not fit in an envelope")
    return text + " " * room


def seal_all(contents: Iterable[Sequence[Any]], *, into: Callable[[], Any], length: int) -> None:
    """Each in a row of its own, as `into` makes it, in random order; BATCH rows with each statement."""
    rows = []
    for content in contents:
        row = into()
        sealing.seal_into(row, padded(content, length=length))
        rows.append(row)
    CHANCE.shuffle(rows)
    if rows:
        type(rows[0])._default_manager.bulk_create(rows, batch_size=BATCH)  # noqa: SLF001  the documented model API


def take_all(envelopes: "models.QuerySet[Any]") -> list[list[Any]]:
    """What is in them, in random order; the envelopes are gone. Within a transaction.

    One that no key opens is gone as well: it says nothing to anybody, and a row left behind would stand alone.
    """
    rows = list(envelopes)
    texts = [sealing.plain_or_alarm(row) for row in rows]
    envelopes.model._default_manager.filter(pk__in=[row.pk for row in rows]).delete()  # noqa: SLF001  the same
    contents = [json.loads(text) for text in texts if text is not None]
    CHANCE.shuffle(contents)
    return contents
