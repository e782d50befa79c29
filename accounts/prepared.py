"""Questions that are asked at every request: Django works out their SQL once, and after that only fills in the values.

Building a query and compiling it takes Django longer than Postgres takes to answer it. The question itself stays an
ordinary queryset, with `Given(name)` where a value comes.
"""

from collections.abc import Callable
from copy import copy
from functools import cached_property
from typing import Any, Generic, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Expression, QuerySet

Row = TypeVar("Row")


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
        known.as_sql = lambda *_arguments, **_named: (sql, filled)
        asked = queryset.all()
        asked.query.get_compiler = lambda *_arguments, **_named: known  # type: ignore[method-assign]
        return list(asked)

    @cached_property
    def _ready(self) -> tuple[QuerySet[Any, Row], Any, str, tuple[Any, ...]]:
        queryset = self._build()
        compiler = queryset.query.get_compiler(DEFAULT_DB_ALIAS)
        sql, values = compiler.as_sql()
        return queryset, compiler, sql, tuple(values)
