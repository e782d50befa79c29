"""Bringing all sealed text to the first key of the ring, so that an old key can go."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction

from accounts import sealing
from signals import drafts, sealed_texts
from signals.models import SealedText

BATCH = 500


def reseal(*, at: datetime) -> Iterator[tuple[int, int]]:
    """Yields after each batch: texts brought to the first key, and texts that no key opens. It may stop anywhere.

    Drafts live half an hour: those that are over are deleted, the others are read with the old key until they are.
    """
    drafts.delete_expired(at=at)
    first, after = sealing.first_key_id(), None
    while True:
        moved, failed, after = _reseal_batch(first, after)
        if moved or failed:
            yield moved, failed
        if after is None:
            return


@transaction.atomic
def _reseal_batch(first: str, after: object) -> tuple[int, int, object]:
    rows = SealedText.objects.readable().exclude(key_id=first).order_by("pk").select_for_update(of=("self",))
    batch = list((rows.filter(pk__gt=after) if after else rows)[:BATCH])
    moved = []
    for row in batch:
        try:
            sealed_texts.seal_again(row, sealed_texts.plain(row))
        except sealing.WrongKey:
            continue
        moved.append(row)
    SealedText.objects.bulk_update(moved, ["sealed", "key_id"])
    return len(moved), len(batch) - len(moved), batch[-1].pk if len(batch) == BATCH else None
