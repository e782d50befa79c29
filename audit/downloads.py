"""Handing out a list as a file: the only way out, and each time it stands in the log with the number of rows."""

from datetime import datetime

from django.http import HttpResponse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership
from audit import log, verbs
from audit.spreadsheets import FileKind, Table, file_of

EXPORTED = "audit.exported"


def register() -> None:
    verbs.register(EXPORTED, _("Took a list out of the application"), counted={"rows": _("rows")})


def download(table: Table, kind: FileKind, *, of: str, by: Membership, at: datetime) -> HttpResponse:
    """`of`: the kind of rows, such as `keyfigures.keyfigure`. The name of the file tells the list and the day, nothing else."""
    log.record(EXPORTED, at=at, actor=by, kind=of, numbers={"rows": len(table.rows)})
    response = HttpResponse(file_of(table, kind), content_type=kind.content_type)
    response["Content-Disposition"] = f'attachment; filename="{slugify(table.title)}-{at:%Y-%m-%d}.{kind.value}"'
    response["Cache-Control"] = "no-store, private"
    return response
