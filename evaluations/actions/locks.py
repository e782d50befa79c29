"""Many people send answers at the same time; whoever seals or counts them does that alone. Held until the transaction ends.

A lock of its own, not of the row: that would stand in line for all who send, and leave their transaction on the row of the evaluation.
"""

from django.db import connection

_CLASS = 20_016  # of these locks: a number that nothing else here uses
_ROOM = 2**31  # of a key


def together(evaluation_pk: int) -> None:
    """With all others who send; waits as long as somebody seals or counts."""
    _lock("pg_advisory_xact_lock_shared", evaluation_pk)


def alone(evaluation_pk: int) -> None:
    """Waits for who is sending, and holds back who comes."""
    _lock("pg_advisory_xact_lock", evaluation_pk)


def _lock(function: str, evaluation_pk: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}(%s, %s)", [_CLASS, evaluation_pk % _ROOM])  # the function is one of two above
