"""What each app says in its `privacy.py` about what it keeps of people. Read by tests, by the register and by everybody's own page.

`FIELDS` has a Justification for each personal field, `PROCESSING` says for what and for whom, `ABOUT` how rows lead to a member,
`NOT_ABOUT` why the rows of a model with a key to a person are not shown to anybody as hers, `LABELS` what a field is called.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.utils.functional import Promise as LazyText

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from accounts.models import Membership, Municipality

Text = str | LazyText


@dataclass(frozen=True, kw_only=True)
class Justification:
    """Purpose and legal basis (AVG art. 5 and 6) and how long it is kept, in words a privacy officer signs."""

    purpose: Text
    basis: Text
    keep: Text


@dataclass(frozen=True, kw_only=True)
class Processing:
    """One line of the register of processing (AVG art. 30): what for, whose data, who gets it, how it is protected."""

    name: Text
    goal: Text
    whose: Text
    receivers: Text
    security: Text


@dataclass(frozen=True, kw_only=True)
class Person:
    """Whose data. `member` is None for who did not confirm yet: then only her address is known."""

    municipality: "Municipality"
    address: str
    member: "Membership | None" = None


@dataclass(frozen=True, kw_only=True)
class About:
    """How the rows of a model lead to the person whose data they are, and what she reads of them.

    `member`, `user`: paths from the row to her membership or to her as a person; `address`: a field with her mail address.
    `rows`: for what no path can say. `only` narrows what the paths find. `newest`: the field by which rows are ordered.
    `opened`: field → what she reads in its place, such as a sealed text; None is shown as empty.
    `withheld`: field → why she does not read it. Its existence and its reason are shown.
    """

    title: Text
    why: Justification
    member: tuple[str, ...] = ()
    user: tuple[str, ...] = ()
    address: str = ""
    rows: "Callable[[Person], QuerySet[Any]] | None" = None
    only: "Callable[[QuerySet[Any]], QuerySet[Any]] | None" = None
    newest: str = "pk"
    opened: Mapping[str, Callable[[Any], Any]] = field(default_factory=dict)
    withheld: Mapping[str, Text] = field(default_factory=dict)
    can_go: bool = False  # with a decision on a wish to erase; else it stays its term
    change_at: str = ""  # the page on which she changes it herself
