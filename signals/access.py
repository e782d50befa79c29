"""Who may read a report, and the trace of everybody who did."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction

from accounts.models import Absence, Membership
from audit import log, readings
from audit.readings import ONE_READING, Opening
from notifications.outbox import enqueue
from signals import notices
from signals.actions.moving import may_handle, note_event
from signals.models import AccessGrant, ConcernReport
from signals.workflow import HANDLE
from terms.days import ONE_DAY, at_time, local_date

KIND = "signals.concernreport"
OPENED, EMERGENCY, GRANTED, REVOKED = "signals.opened", "signals.emergency", "signals.granted", "signals.revoked"
PURGED = "signals.purged"
READINGS = (OPENED, EMERGENCY)
EMERGENCY_LASTS = timedelta(hours=24)


class ReasonNeeded(Exception):
    """Who opens a report for the first time says why; the reporter reads it."""


@transaction.atomic
def open_report(uuid: UUID, *, reader: Membership, at: datetime, reason: str = "") -> ConcernReport:
    """The report, for reading. Written to the log that the reporter sees, except when she reads her own.

    Raises ConcernReport.DoesNotExist when it is not visible to `reader`, ReasonNeeded at her first time without a reason.
    """
    report = ConcernReport.objects.visible_to(reader, at=at).for_detail().get(uuid=uuid)
    note_reading(report, reader=reader, at=at, reason=reason)
    if report.has_news and report.reporter_id != reader.pk:
        ConcernReport.objects.filter(pk=report.pk).update(seen_at=at)
    return report


def note_reading(report: ConcernReport, *, reader: Membership, at: datetime, reason: str = "") -> None:
    """Before any page that shows the text: write down that `reader` reads it. ReasonNeeded when she never said why."""
    if report.reporter_id == reader.pk:
        return
    last = readings.last_of(reader, kind=KIND, subject=report.uuid, verbs=READINGS)
    if last is None and not reason:
        raise ReasonNeeded
    if last is None or reason or at - last.at > ONE_READING:
        log.record(OPENED, at=at, actor=reader, kind=KIND, subject=report.uuid, reason=reason)


def may_grant(report: ConcernReport, member: Membership) -> bool:
    """Contact person and deputy decide who reads along."""
    return member.pk in {report.contact_person_id, report.deputy_id} and not report.is_ended


@transaction.atomic
def grant(report: ConcernReport, *, actor: Membership, member: Membership, reason: str, expires_on: date, at: datetime) -> AccessGrant:
    """Let a colleague read along until the end of `expires_on`. PermissionDenied for who may not give or not have it."""
    if not may_grant(report, actor) or not may_handle(report, member, at=at):
        raise PermissionDenied
    row = AccessGrant.objects.create(
        report=report, member=member, granted_by=actor, reason=reason, at=at, expires_at=at_time(expires_on + ONE_DAY, time(0)),
    )
    event = note_event(report, "grant", actor=actor, at=at)
    log.record(GRANTED, at=at, actor=actor, kind=KIND, subject=report.uuid, reason=reason)
    enqueue(notices.notice(notices.ACCESS, report, to=member, because=event), at=at)
    return row


def grant_of(report: ConcernReport, pk: int) -> AccessGrant:
    row: AccessGrant = AccessGrant.objects.select_related("report").get(report=report, pk=pk)
    return row


@transaction.atomic
def revoke(row: AccessGrant, *, actor: Membership, at: datetime) -> None:
    """End an access before its day; twice is once."""
    if not may_grant(row.report, actor) and actor.pk not in {row.granted_by_id, row.member_id}:
        raise PermissionDenied
    if AccessGrant.objects.filter(pk=row.pk, revoked_at=None).update(revoked_at=at):
        log.record(REVOKED, at=at, actor=actor, kind=KIND, subject=row.report.uuid)


@transaction.atomic
def break_glass(number: str, *, actor: Membership, reason: str, at: datetime) -> ConcernReport:
    """Access in an emergency: one report of her municipality by its number, for 24 hours.

    The reporter and every privacy officer are told. ConcernReport.DoesNotExist for a number that is not there, and
    for a report of her own.
    """
    if not actor.may(HANDLE):
        raise PermissionDenied
    year, _dash, sequence = number.partition("-")
    here = ConcernReport.objects.filter(municipality=actor.municipality_id, anonymised_at=None).exclude(reporter=actor)
    report = here.for_detail().get(year=int(year), sequence=int(sequence))
    AccessGrant.objects.create(
        report=report, member=actor, granted_by=actor, reason=reason, at=at, expires_at=at + EMERGENCY_LASTS, is_emergency=True,
    )
    event = note_event(report, "break_glass", actor=actor, at=at)
    log.record(EMERGENCY, at=at, actor=actor, kind=KIND, subject=report.uuid, reason=reason)
    officers = Membership.objects.of_municipality(actor.municipality).active_on(local_date(at)).with_permission("audit.read")
    enqueue(
        *(notices.notice(notices.EMERGENCY, report, to=officer, because=event, path=notices.log_path()) for officer in officers.select_related("user")),
        *([notices.notice(notices.EMERGENCY_TOLD, report, to=report.reporter, because=event)] if report.reporter else []),
        at=at,
    )
    return report


def openings_of(report: ConcernReport) -> list[Opening]:
    """Who opened the report; newest first, everybody once."""
    return readings.openings_of(KIND, report.uuid, verbs=READINGS)


@dataclass(frozen=True, kw_only=True)
class Reader:
    """Somebody who can read a report now. `why`: contact_person, deputy, stand_in, granted or emergency; `until` inclusive."""

    member_id: int
    name: str
    why: str
    until: date | None = None
    grant_id: int | None = None


def readers_of(report: ConcernReport, at: datetime) -> list[Reader]:
    """Everybody but the reporter to whom `visible_to` shows the report, once, with the first reason."""
    named = [(report.contact_person, "contact_person"), (report.deputy, "deputy")]
    readers = [Reader(member_id=member.pk, name=member.name, why=why) for member, why in named if member is not None]
    readers += _stand_ins(report, at)
    for row in report.grants.valid_at(at).select_related("member__user").order_by("at"):
        why = "emergency" if row.is_emergency else "granted"
        until = local_date(row.expires_at - timedelta(seconds=1))
        readers.append(Reader(member_id=row.member_id, name=row.member.name, why=why, until=until, grant_id=row.pk))
    return list({reader.member_id: reader for reader in reversed(readers)}.values())[::-1]


def _stand_ins(report: ConcernReport, at: datetime) -> list[Reader]:
    """The standing deputy of the contact person, and who takes the place of somebody who is away today."""
    contact = report.contact_person
    people = [contact.deputy] if contact is not None and contact.deputy is not None else []
    away = Absence.objects.covering(local_date(at)).filter(member__in=[each for each in (report.contact_person_id, report.deputy_id) if each])
    people += [absence.deputy for absence in away.select_related("deputy__user").order_by("pk")]
    return [Reader(member_id=each.pk, name=each.name, why="stand_in") for each in people if each.pk != report.reporter_id]
