"""The municipality's part of the agreement: prepare a version, publish it. What is published never changes."""

from collections.abc import Mapping
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from accounts.models import Membership, Municipality
from audit import log
from keyfigures import first_text, log_verbs
from keyfigures.actions import NotPossible
from keyfigures.models.agreement import PARTS, AgreementTemplate

KIND = "keyfigures.agreementtemplate"


@transaction.atomic
def current(municipality: Municipality, *, at: datetime) -> AgreementTemplate:
    """The text that holds for new agreements; the one of the application becomes version 1 where nothing was published yet."""
    newest = AgreementTemplate.objects.newest(municipality)
    if newest is not None:
        return newest
    _lock(municipality)
    return AgreementTemplate.objects.newest(municipality) or AgreementTemplate.objects.create(
        municipality=municipality, version=_next_version(municipality), published_at=at, **first_text.texts(),
    )


@transaction.atomic
def prepare(*, by: Membership, at: datetime) -> AgreementTemplate:
    """The version in preparation; a new one begins as a copy of what holds."""
    _check(by)
    _lock(by.municipality)
    known = in_preparation(by.municipality)
    if known is not None:
        return known
    held = current(by.municipality, at=at)
    return AgreementTemplate.objects.create(municipality=by.municipality, version=held.version + 1, written_by=by, **held.texts)


@transaction.atomic
def save(*, by: Membership, at: datetime, texts: Mapping[str, str], seen: str) -> AgreementTemplate:
    """Keep what was written. `seen`: the mark of the text that stood on the page, so that nobody writes over a colleague."""
    template = prepare(by=by, at=at)
    _check_seen(template, seen)
    for part in PARTS:
        setattr(template, part, texts[part])
    template.written_by = by
    template.save()
    return template


@transaction.atomic
def publish(*, by: Membership, at: datetime, seen: str) -> AgreementTemplate:
    """From now on this is the text. Everybody who is active is asked for a new confirmation, by a job (keyfigures.renewal)."""
    _check(by)
    _lock(by.municipality)
    template = in_preparation(by.municipality)
    if template is None:
        raise NotPossible(_("This version is published already."))
    _check_seen(template, seen)
    template.published_at = at
    template.save()
    log.record(log_verbs.TEXT_PUBLISHED, at=at, actor=by, kind=KIND, subject=template.uuid, numbers={"version": template.version})
    return template


@transaction.atomic
def discard(*, by: Membership) -> None:
    """The version in preparation goes; what holds stays. Twice is once."""
    _check(by)
    AgreementTemplate.objects.of(by.municipality).filter(published_at=None).delete()


def in_preparation(municipality: Municipality) -> AgreementTemplate | None:
    return AgreementTemplate.objects.of(municipality).filter(published_at=None).first()


def _check(by: Membership) -> None:
    if not by.may("keyfigures.manage"):
        raise PermissionDenied


def _check_seen(template: AgreementTemplate, seen: str) -> None:
    if template.mark != seen:
        raise NotPossible(_("A colleague changed this text meanwhile. Read it again first."))


def _lock(municipality: Municipality) -> None:
    """One at a time works on the versions of a municipality."""
    Municipality.objects.select_for_update(of=("self",), no_key=True).get(pk=municipality.pk)


def _next_version(municipality: Municipality) -> int:
    highest: int | None = AgreementTemplate.objects.of(municipality).aggregate(highest=Max("version"))["highest"]
    return (highest or 0) + 1
