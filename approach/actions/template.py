"""A municipality's own template: each change is a new version, and reports keep the one that they were made from."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from accounts.models import Membership
from approach import log_verbs
from approach.actions import check_manages, lock
from approach.actions.report import Meanwhile
from approach.models.report import Template
from approach.report_template import Part
from audit import log


@transaction.atomic
def publish(*, parts: Sequence[Part], version: int, by: Membership, at: datetime) -> Template:
    """`version`: the newest one that she saw, 0 for ours."""
    check_manages(by, by.municipality_id)
    lock(by.municipality_id)
    newest = Template.objects.of(by.municipality).first()
    number = newest.number if newest else 0
    if number != version:
        raise Meanwhile
    sections = [{"code": each.code, "title": str(each.title), "text": str(each.text)} for each in parts]
    row = Template.objects.create(municipality=by.municipality, number=number + 1, sections=sections, made_by=by, made_at=at)
    log.record(log_verbs.TEMPLATE_MADE, at=at, actor=by, kind="approach.template", subject=row.uuid)
    return row
