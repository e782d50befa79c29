"""Statements that come at every request: Django works out their SQL once, and Postgres its plan.

Building and compiling a query takes Django longer than Postgres takes to answer it, and planning it takes Postgres longer than
finding the rows. A question stays an ordinary queryset, with `Given(name)` where a value comes; new rows stay ordinary models.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from copy import copy
from functools import cached_property
from typing import Any, Generic, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.postgresql.base import ServerBindingCursor
from django.db.models import AutoField, Expression, Field, Model, QuerySet

Row = TypeVar("Row")
New = TypeVar("New", bound=Model)


class Given(Expression):
    """Stands in a queryset for a value that is filled in when it is asked, as Postgres gets it: a key, a day, a moment."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name

    def as_sql(self, _compiler: object, _connection: object) -> tuple[str, list[Any]]:  # type: ignore[override]  # the value comes later
        return "%s", [self]


class Prepared(Generic[Row]):
    """`build` makes the queryset, once, at the first question; calling it with all given values returns the rows."""

    def __init__(self, build: Callable[[], QuerySet[Any, Row]]) -> None:
        self._build = build

    def __call__(self, **given: object) -> list[Row]:
        queryset, compiler, sql, values = self._ready
        filled = tuple(given[value.name] if isinstance(value, Given) else value for value in values)
        known = copy(compiler)
        known.connection = connections[DEFAULT_DB_ALIAS]  # of this thread
        known.execute_sql = lambda *_arguments, **_named: [rows_of(sql, filled)]
        asked = queryset.all()
        asked.query.get_compiler = lambda *_arguments, **_named: known  # type: ignore[method-assign]
        return list(asked)

    @cached_property
    def _ready(self) -> tuple[QuerySet[Any, Row], Any, str, tuple[Any, ...]]:
        queryset = self._build()
        compiler = queryset.query.get_compiler(DEFAULT_DB_ALIAS)
        sql, values = compiler.as_sql()
        return queryset, compiler, sql, tuple(values)


class PreparedInsert(Generic[New]):
    """`bulk_create` for a few rows with plain values (no expressions, no default of the database), with SQL that is worked out once.

    Calling it writes the rows with one statement and gives each the key that the database made, unless `ignore_conflicts`.
    Many rows are left to `bulk_create` itself.
    """

    FEW = 50

    def __init__(self, model: type[New], *, ignore_conflicts: bool = False) -> None:
        self._model, self._ignore_conflicts = model, ignore_conflicts

    def __call__(self, rows: Sequence[New]) -> None:
        if not rows:
            return
        if len(rows) > self.FEW:
            self._model._default_manager.bulk_create(rows, ignore_conflicts=self._ignore_conflicts)  # noqa: SLF001  Django's documented name
            return
        connection = connections[DEFAULT_DB_ALIAS]
        values = [field.get_db_prep_save(field.pre_save(row, add=True), connection) for row in rows for field in self._fields]
        written = rows_of(self._sql(len(rows)), values)
        if self._ignore_conflicts:
            return  # which of them were written is not known
        for row, (key,) in zip(rows, written, strict=True):
            row.pk, row._state.adding, row._state.db = key, False, connection.alias  # noqa: SLF001  what bulk_create does

    @cached_property
    def _fields(self) -> "list[Field[Any, Any]]":
        return [field for field in self._model._meta.concrete_fields if not isinstance(field, AutoField)]  # noqa: SLF001  Django's documented name

    def _sql(self, number: int) -> str:
        meta = self._model._meta  # noqa: SLF001  Django's documented name
        columns = ", ".join(f'"{field.column}"' for field in self._fields)
        places = ", ".join([f"({', '.join(['%s'] * len(self._fields))})"] * number)
        end = "ON CONFLICT DO NOTHING" if self._ignore_conflicts else ""
        key = f'"{meta.pk.column}"'
        return f'INSERT INTO "{meta.db_table}" ({columns}) VALUES {places} {end} RETURNING {key}'  # noqa: S608  names of the model and places, no values


def rows_of(sql: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
    """What one statement finds or gives back, in the order of its columns."""
    with prepared_by_postgres() as connection, connection.cursor() as cursor:
        cursor.execute(sql, values)
        found: list[tuple[Any, ...]] = cursor.fetchall()
        return found


@contextmanager
def prepared_by_postgres() -> Iterator[BaseDatabaseWrapper]:
    """The connection of this thread. Inside, Postgres keeps a statement with its plan once it came a few times (`prepare_threshold` in the settings).

    Not where somebody listens to statements: she may add a command, and only one can be prepared.
    """
    connection = connections[DEFAULT_DB_ALIAS]
    connection.close_if_health_check_failed()
    connection.ensure_connection()
    if connection.execute_wrappers or connection.queries_logged:
        yield connection
        return
    of_driver = connection.connection
    ordinary, of_driver.cursor_factory = of_driver.cursor_factory, ServerBindingCursor
    try:
        yield connection
    finally:
        of_driver.cursor_factory = ordinary
