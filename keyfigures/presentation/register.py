"""The register of processing: what each app says in its `privacy.py`, grouped as the law asks it (AVG art. 30(1))."""

from dataclasses import dataclass

from django.apps import apps
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from accounts.justification import Justification, Processing
from audit import reasons
from audit.reasons import Source
from audit.spreadsheets import Table
from keyfigures.models.settings import NetworkSettings


@dataclass(frozen=True, kw_only=True)
class Purpose:
    """Fields with one purpose, one basis and one term."""

    fields: list[str]
    purpose: str
    basis: str
    keep: str


@dataclass(frozen=True, kw_only=True)
class Line:
    app: str
    processing: Processing
    purposes: list[Purpose]


def processings() -> list[Line]:
    """One line for each app that keeps something of people."""
    return [
        Line(app=source.app, processing=source.processing, purposes=_purposes(source)) for source in reasons.sources() if source.processing is not None
    ]


def _purposes(source: Source) -> list[Purpose]:
    """Settings and texts that are about nobody have no basis, and do not belong in the register."""
    grouped: dict[Justification, list[str]] = {}
    for key, why in source.fields.items():
        if not str(why.basis).startswith(_("none needed")):
            grouped.setdefault(why, []).append(_label(source, key))
    return [
        Purpose(fields=sorted(set(labels)), purpose=capfirst(str(why.purpose)), basis=str(why.basis), keep=str(why.keep)) for why, labels in grouped.items()
    ]


def _label(source: Source, key: str) -> str:
    """ "Sleutelfiguur: contactpersoon", of "KeyFigure.contact_person"."""
    model = apps.get_model(source.app, key.split(".", maxsplit=1)[0])
    meta, name = model._meta, key.split(".")[1]  # noqa: SLF001  the documented model API
    thing = str(source.labels.get(key) or capfirst(str(meta.verbose_name)))
    return f"{thing}: {reasons.label_of(source, meta.get_field(name)).lower()}" if name != "*" else thing


def table(settings: NetworkSettings) -> Table:
    """One row per purpose. Who is responsible stands in each row, so that rows can be taken apart."""
    columns = [
        _("Responsible"), _("Processing"), _("Goal"), _("Whose data"), _("Receivers"), _("Purpose"), _("Which data"), _("Legal basis"), _("Own legal basis"),
        _("Kept"), _("Security"),
    ]
    rows = [
        (
            settings.municipality.name, str(line.processing.name), str(line.processing.goal), str(line.processing.whose), str(line.processing.receivers),
            each.purpose, "; ".join(each.fields), each.basis, settings.legal_basis if line.app == "keyfigures" else "", each.keep,
            str(line.processing.security),
        )
        for line in processings()
        for each in line.purposes
    ]
    return Table(title=_("Register of processing"), columns=columns, rows=rows)
