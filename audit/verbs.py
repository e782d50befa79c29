"""The words of the log. Each app names the verbs it records; it stands above us and hands them down at the start."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.apps import apps
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, kw_only=True)
class Verb:
    """`alarming`: the privacy officer must look at it, such as access in an emergency. `counted`: what its numbers count."""

    code: str
    label: str | Promise
    alarming: bool = False
    counted: Mapping[str, str | Promise] = field(default_factory=dict)

    def numbers(self, of_entry: Mapping[str, int]) -> list[tuple[str, int]]:
        """The numbers of a line in the log, each with its word."""
        return [(str(self.counted.get(name, name)), number) for name, number in of_entry.items()]


_verbs: dict[str, Verb] = {}


def register(code: str, label: str | Promise, *, alarming: bool = False, counted: Mapping[str, str | Promise] | None = None) -> None:
    _verbs[code] = Verb(code=code, label=label, alarming=alarming, counted=counted or {})


def named(code: str) -> Verb:
    """An unknown verb, of a version before or after this one, is shown by its code."""
    return _verbs.get(code) or Verb(code=code, label=code)


def all_verbs() -> list[Verb]:
    return sorted(_verbs.values(), key=lambda verb: str(verb.label).casefold())


def alarming_codes() -> list[str]:
    return sorted(verb.code for verb in _verbs.values() if verb.alarming)


def name_of_kind(kind: str) -> str:
    """What the thing is called that was acted on: `signals.concernreport` → "concern report"."""
    try:
        return str(apps.get_model(kind)._meta.verbose_name)  # noqa: SLF001  the documented model API
    except (LookupError, ValueError):
        return str(_("something else"))
