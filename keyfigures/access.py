"""Opening the page of one key figure: find, log, return. She sees who looked and when."""

from datetime import datetime
from uuid import UUID

from accounts.models import Membership
from audit import log
from keyfigures import log_verbs
from keyfigures.models.figure import KeyFigure

KIND = "keyfigures.keyfigure"


def open_figure(uuid: UUID, *, reader: Membership, at: datetime) -> KeyFigure:
    """Raises KeyFigure.DoesNotExist when she may not see her. Looking at oneself is not logged."""
    figure = KeyFigure.objects.visible_to(reader).for_detail().get(uuid=uuid)
    if figure.member_id != reader.pk:
        log.record(log_verbs.SEEN, at=at, actor=reader, kind=KIND, subject=figure.uuid)
    return figure
