"""Bringing all sealed text to the first key of the ring, so that an old key can go.

Each app registers its sealed tables when the application starts; it stands above us.
"""

from collections.abc import Iterator
from typing import Any

from django.db import models, transaction

from accounts import sealing

BATCH = 500

_tables: list[type[models.Model]] = []


def register(*tables: type[models.Model]) -> None:
    """Models whose rows are `sealing.SealedRow`s; what was erased has an empty `key_id`."""
    _tables.extend(table for table in tables if table not in _tables)


def reseal() -> Iterator[tuple[int, int]]:
    """Yields after each batch: texts brought to the first key, and texts that no key opens. It may stop anywhere.

    What a person is still typing is not here: it lives half an hour, and the old key stays that long.
    """
    first = sealing.first_key_id()
    for table in _tables:
        yield from _reseal_table(table, first)


def _reseal_table(table: type[models.Model], first: str) -> Iterator[tuple[int, int]]:
    after: object = None
    while True:
        moved, failed, after = _reseal_batch(table, first, after)
        if moved or failed:
            yield moved, failed
        if after is None:
            return


@transaction.atomic
def _reseal_batch(table: type[models.Model], first: str, after: object) -> tuple[int, int, object]:
    rows: models.QuerySet[Any] = table._default_manager.exclude(key_id__in=["", first]).order_by("pk").select_for_update(of=("self",))  # noqa: SLF001  the documented model API
    batch = list((rows.filter(pk__gt=after) if after else rows)[:BATCH])
    moved = []
    for row in batch:
        try:
            sealing.seal_into(row, sealing.plain(row))
        except sealing.WrongKey:
            continue
        moved.append(row)
    table._default_manager.bulk_update(moved, ["sealed", "key_id"])  # noqa: SLF001
    return len(moved), len(batch) - len(moved), batch[-1].pk if len(batch) == BATCH else None
