"""One field of one row, as she reads it: a word for the screen and a plain value for the file."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from accounts.models import Membership, Municipality, User
from ui import words

Plain = str | int | bool | None | list[Any] | dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Value:
    """`withheld` says why she does not read it. A `technical` one is a number by which the system knows a row: only in the file."""

    name: str
    label: str
    plain: Plain
    shown: str
    withheld: str = ""
    is_technical: bool = False


def is_technical(field: "models.Field[Any, Any]") -> bool:
    """Numbers of rows and files, and the municipality that stands above all of it."""
    if isinstance(field, models.ForeignKey):
        return not (_is_person(field) or _has_name(field)) or field.related_model is Municipality
    return isinstance(field, models.UUIDField | models.AutoField)


def joins_of(field: "models.ForeignKey[Any, Any]") -> list[str]:
    """What must be read along to show what this key points at."""
    if field.related_model is Membership:
        return [field.name, f"{field.name}__user"]
    return [field.name] if _is_person(field) or _has_name(field) else []


def _is_person(field: "models.ForeignKey[Any, Any]") -> bool:
    return field.related_model in {Membership, User}


def _has_name(field: "models.ForeignKey[Any, Any]") -> bool:
    return any(each.name == "name" for each in field.related_model._meta.get_fields())  # noqa: SLF001  the documented model API


def raw_of(row: models.Model, field: "models.Field[Any, Any]", *, reader: Membership | None) -> Any:  # noqa: ANN401  any value of any field
    """What stands in the row: a choice by its word, a person by her name where the reader may know it."""
    if field.many_to_many:
        return [str(each) for each in getattr(row, field.name).all()]
    if isinstance(field, models.ForeignKey):
        return _pointed_at(row, field, reader)
    value = getattr(row, field.name)
    if isinstance(field, ArrayField):
        known = dict(field.base_field.flatchoices)
        return [known.get(each, each) for each in value or ()]
    return dict(field.flatchoices).get(value, value) if field.choices else value


def _pointed_at(row: models.Model, field: "models.ForeignKey[Any, Any]", reader: Membership | None) -> str | int | None:
    number: int | None = getattr(row, field.attname)
    if number is None or not joins_of(field):
        return number
    value = getattr(row, field.name)
    return _person(value, reader) if isinstance(value, Membership | User) else str(value)


def _person(value: Membership | User, reader: Membership | None) -> str:
    """Officials by their name. Nobody reads here which other key figure it is."""
    if reader is not None and value.pk == (reader.pk if isinstance(value, Membership) else reader.user_id):
        return pgettext("own data", "herself")
    if isinstance(value, Membership) and value.needs_second_factor:
        return value.name or _("somebody who left")
    return _("somebody else")


def plain_of(value: Any) -> Plain:  # noqa: ANN401  any value of any field
    """For the file: text, number, yes or no, list; days and moments as ISO 8601."""
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, dict):
        return {str(name): plain_of(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain_of(each) for each in value]
    if isinstance(value, datetime):
        value = timezone.localtime(value)
    return value.isoformat() if isinstance(value, date | time) else str(value)


def shown_of(value: Any, *, today: date) -> str:  # noqa: ANN401  any value of any field
    """For the screen and for paper. Empty says so."""
    if value is None or value in ("", [], {}):
        return _("empty")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, dict):
        return ", ".join(f"{name}: {shown_of(each, today=today)}" for name, each in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(shown_of(each, today=today) for each in value)
    return _told(value, today=today)


def _told(value: Any, *, today: date) -> str:  # noqa: ANN401  any other value
    if isinstance(value, datetime):
        return words.moment_in_words(value, today=today)
    if isinstance(value, date):
        return words.day_in_words(value, today=today, weekday=False)
    return words.time_in_words(value) if isinstance(value, time) else str(value)
