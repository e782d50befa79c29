"""Everything that every app knows about one person: for her page, her file and her paper, which walk the same structure.

Made from the `privacy.py` of each app (AVG art. 15). What leads to her is read in full; where only her name stands in
something about somebody else it is counted, so that nothing of another person is in it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import reduce
from operator import or_
from typing import Any

from django.apps import apps
from django.db.models import Count, Field, ForeignKey, Model, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.text import capfirst

from accounts.justification import About, Justification, Person
from accounts.models import Membership
from audit import downloads, reasons, values, verbs
from audit.models import Entry
from audit.reasons import Source
from audit.values import Value

OPENINGS = 100


@dataclass(frozen=True, kw_only=True)
class Reason:
    """Fields that are kept for one purpose, on one basis and for one term."""

    fields: list[str]
    purpose: str
    basis: str
    keep: str


@dataclass(frozen=True, kw_only=True)
class Group:
    """All rows of one kind. `rows` may be fewer than `count`: the newest."""

    model: str
    title: str
    count: int
    rows: list[list[Value]]
    reasons: list[Reason]
    change_url: str

    @property
    def has_more(self) -> bool:
        return self.count > len(self.rows)


@dataclass(frozen=True, kw_only=True)
class Named:
    """Where only her name stands: in rows about somebody or something else."""

    model: str
    title: str
    field: str
    count: int
    reason: Reason


@dataclass(frozen=True, kw_only=True)
class Seen:
    """Who looked at something of hers, or did something with it; never herself."""

    at: datetime
    who: str
    what: str
    about: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class OwnData:
    groups: list[Group]
    named: list[Named]
    seen: list[Seen]


def collect(person: Person, *, today: date, rows: int | None = None) -> OwnData:
    """`rows`: at most so many of each kind, the newest; None for all. A number of statements that depends on no number of rows."""
    found = [(source, model, about, _rows_of(model, about, person)) for source, model, about in all_about()]
    groups = [_group(source, model, about, queryset, person, today=today, limit=rows) for source, model, about, queryset in found]
    return OwnData(
        groups=[group for group in groups if group.count],
        named=_named(person.member) if person.member else [],
        seen=_seen([(model, queryset) for _source, model, _about, queryset in found], person.member) if person.member else [],
    )


def all_about() -> Iterator[tuple[Source, type[Model], About]]:
    for source in reasons.sources():
        for label, about in source.about.items():
            yield source, apps.get_model(label), about


def _rows_of(model: type[Model], about: About, person: Person) -> "QuerySet[Any]":
    if about.rows is not None:
        return about.rows(person)
    ways = _ways(about, person)
    queryset = model._default_manager.filter(reduce(or_, ways)) if ways else model._default_manager.none()  # noqa: SLF001  the documented model API
    return about.only(queryset) if about.only else queryset


def _ways(about: About, person: Person) -> list[Q]:
    ways = []
    if person.member is not None:
        ways += [Q(**{path: person.member.pk}) for path in about.member]
        ways += [Q(**{path: person.member.user_id}) for path in about.user]
    if about.address:
        ways.append(Q(**{f"{about.address}__iexact": person.address, "municipality": person.municipality}))
    return ways


def fields_of(model: type[Model]) -> "list[Field[Any, Any]]":
    """Every field that stands in the database."""
    return [field for field in model._meta.get_fields() if isinstance(field, Field) and (field.concrete or field.many_to_many)]  # noqa: SLF001  the same


def _group(
    source: Source, model: type[Model], about: About, queryset: "QuerySet[Any]", person: Person, *, today: date, limit: int | None,
) -> Group:
    fields = fields_of(model)
    joined = [path for field in fields if isinstance(field, ForeignKey) for path in _joins(field, about)]
    several = [field.name for field in fields if field.many_to_many]
    wanted = queryset.select_related(*joined).prefetch_related(*several).order_by(f"-{about.newest}", "-pk")
    rows = list(wanted[:limit] if limit else wanted)
    count = len(rows) if not limit or len(rows) < limit else queryset.count()
    return Group(
        model=model._meta.label,  # noqa: SLF001  the same
        title=str(about.title),
        count=count,
        rows=[[_value(source, about, row, field, person, today=today) for field in fields] for row in rows],
        reasons=_reasons(source, model, about, fields),
        change_url=reverse(about.change_at) if about.change_at else "",
    )


def _joins(field: "ForeignKey[Any, Any]", about: About) -> list[str]:
    """What must come along with a row to be read: whom a key points at, and what the app itself opens."""
    return [field.name] if field.name in about.opened else values.joins_of(field)


def _value(source: Source, about: About, row: Model, field: "Field[Any, Any]", person: Person, *, today: date) -> Value:
    label, technical = reasons.label_of(source, field), values.is_technical(field)
    if field.name in about.withheld:
        why = str(about.withheld[field.name])
        return Value(name=field.name, label=label, plain=None, shown=why, withheld=why)
    reading = about.opened.get(field.name)
    raw = reading(row) if reading else values.raw_of(row, field, reader=person.member)
    plain = values.plain_of(raw)
    return Value(name=field.name, label=label, plain=plain, shown=values.shown_of(raw, today=today), is_technical=technical and reading is None)


def _reasons(source: Source, model: type[Model], about: About, fields: "list[Field[Any, Any]]") -> list[Reason]:
    """Fields with a reason of their own under it, all others under the reason of the row."""
    grouped: dict[Justification, list[str]] = {}
    for field in fields:
        if not values.is_technical(field):
            grouped.setdefault(reasons.reason_of(source, model, field.name) or about.why, []).append(reasons.label_of(source, field))
    return [_told(why, labels) for why, labels in grouped.items()]


def _told(why: Justification, labels: list[str]) -> Reason:
    return Reason(fields=labels, purpose=str(why.purpose), basis=str(why.basis), keep=str(why.keep))


# ── where only her name stands ──────────────────────────────────────────────


def name_fields() -> "list[tuple[Source, type[Model], ForeignKey[Any, Any], tuple[str, ...]]]":
    """Every key to a member that is not the way by which a row is hers, with the ways by which it could be."""
    found = []
    for source in reasons.sources():
        for model in apps.get_app_config(source.app).get_models():
            about = source.about.get(model._meta.label)  # noqa: SLF001  the same
            ways = about.member if about else ()
            keys = [field for field in fields_of(model) if isinstance(field, ForeignKey) and field.related_model is Membership]
            found += [(source, model, field, ways) for field in keys if field.name not in ways]
    return found


def _named(member: Membership) -> list[Named]:
    """One statement for all of them."""
    fields = name_fields()
    counts = {f"at_{number}": _count(model, field, ways, member) for number, (_source, model, field, ways) in enumerate(fields)}
    numbers = Membership.objects.filter(pk=member.pk).values_list(*counts.values())[0]
    return [
        Named(
            model=model._meta.label,  # noqa: SLF001  the same
            title=capfirst(str(model._meta.verbose_name_plural)),  # noqa: SLF001  the same
            field=reasons.label_of(source, field),
            count=number,
            reason=_told(why, [reasons.label_of(source, field)]),
        )
        for (source, model, field, _ways), number in zip(fields, numbers, strict=True)
        if number and (why := reasons.reason_of(source, model, field.name))
    ]


def _count(model: type[Model], field: "ForeignKey[Any, Any]", ways: tuple[str, ...], member: Membership) -> Coalesce:
    """Within her municipality, so that the size of the others costs nothing; without the rows that are hers anyway."""
    rows = model._default_manager.filter(**{field.name: OuterRef("pk")})  # noqa: SLF001  the same
    place = _place(model)
    rows = rows.filter(**{place: member.municipality_id}) if place else rows
    for way in ways:
        rows = rows.exclude(**{way: member.pk})
    counted = rows.order_by().values(field.name).annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted), 0)


def _place(model: type[Model]) -> str:
    """How the row leads to its municipality, directly or by what it belongs to; empty where it does not."""
    names = {field.name for field in fields_of(model)}
    if "municipality" in names:
        return "municipality"
    for field in fields_of(model):
        above = field.related_model if isinstance(field, ForeignKey) else None
        if above is not None and above is not Membership and isinstance(above, type) and "municipality" in {each.name for each in fields_of(above)}:
            return f"{field.name}__municipality"
    return ""


# ── who looked ──────────────────────────────────────────────────────────────


def _seen(found: "list[tuple[type[Model], QuerySet[Any]]]", member: Membership) -> list[Seen]:
    """Lines of the log about what is hers, and lists that were taken out in which she may stand; without her own.

    Two statements. The newest hundred. A list is logged once, not per person in it: so she sees each of its kind.
    """
    known = [(model, queryset) for model, queryset in found if _is_logged(model)]
    kinds = [model._meta.label_lower for model, _queryset in known]  # noqa: SLF001  the same
    ids = [queryset.order_by().values_list("uuid", flat=True) for _model, queryset in known]
    subjects = list(ids[0].union(*ids[1:], all=True)) if ids else []
    lists = Q(verb=downloads.EXPORTED, municipality=member.municipality_id, at__date__gte=member.start_date)
    entries = Entry.objects.filter(Q(subject__in=subjects) | lists, subject_kind__in=kinds).exclude(actor=member)
    return [_line(entry) for entry in entries.for_list()[:OPENINGS]]


def _is_logged(model: type[Model]) -> bool:
    """Things with a public id of which somebody opens a page. Mail and promises have no page of their own."""
    has_id = any(field.name == "uuid" for field in fields_of(model))
    return has_id and model._meta.app_label not in {"notifications", "terms"}  # noqa: SLF001  the same


def _line(entry: Entry) -> Seen:
    who = f"{entry.actor.name}, {', '.join(entry.actor.role_names)}" if entry.actor else ""
    return Seen(at=entry.at, who=who, what=str(verbs.named(entry.verb).label), about=verbs.name_of_kind(entry.subject_kind), reason=entry.reason)
