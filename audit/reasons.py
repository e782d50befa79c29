"""What all apps say in their `privacy.py`, gathered: why each field is kept, and how rows lead to a person.

We stand below most of these apps, so their modules are found by name and not imported.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.apps import apps
from django.db.models import Field, Model
from django.utils.functional import Promise
from django.utils.text import capfirst

from accounts.justification import About, Justification, Processing


@dataclass(frozen=True, kw_only=True)
class Source:
    """One app's `privacy.py`. `about` and `not_about` by the full name of the model ("accounts.User")."""

    app: str
    processing: Processing | None
    fields: Mapping[str, Justification]
    about: Mapping[str, About]
    not_about: Mapping[str, Any]
    labels: Mapping[str, Any]


@lru_cache(maxsize=1)
def sources() -> tuple[Source, ...]:
    """In the order of the installed apps, lowest first: who she is comes before what she did."""
    return tuple(_source(config.name, config.label) for config in reversed(list(apps.get_app_configs())) if find_spec(f"{config.name}.privacy"))


def _source(name: str, label: str) -> Source:
    module = import_module(f"{name}.privacy")

    def named(part: str) -> dict[str, Any]:
        return {key if key.count(".") else f"{label}.{key}": value for key, value in getattr(module, part, {}).items()}

    return Source(
        app=label,
        processing=getattr(module, "PROCESSING", None),
        fields=module.FIELDS,
        about=named("ABOUT"),
        not_about=named("NOT_ABOUT"),
        labels=getattr(module, "LABELS", {}),
    )


def reason_of(source: Source, model: type[Model], name: str) -> Justification | None:
    """Why this field is kept, where the app gives it a reason of its own."""
    for key in (f"{model.__name__}.{name}", f"{model.__name__}.*", f"{model._meta.label}.{name}"):  # noqa: SLF001  the documented model API
        if key in source.fields:
            return source.fields[key]
    return None


def label_of(source: Source, field: "Field[Any, Any]") -> str:
    """What the field is called on screen: the app's own word, else the name that its model gives it."""
    own = source.labels.get(f"{field.model.__name__}.{field.name}") or source.labels.get(field.name)
    return capfirst(str(own or field.verbose_name))


def has_label(source: Source, field: "Field[Any, Any]") -> bool:
    """Whether it is called something in the reader's language."""
    return bool({f"{field.model.__name__}.{field.name}", field.name} & source.labels.keys()) or isinstance(field.verbose_name, Promise)
