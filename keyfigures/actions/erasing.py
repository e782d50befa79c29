"""Erasing what was kept long enough, or what somebody asks to erase. Batches that lock their rows: a job can stop anywhere.

What stays of a key figure is her row without a person, so that the figures of the network stay right.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

import pgtrigger
from django.contrib.postgres.functions import RandomUUID
from django.db import models, transaction
from django.db.models import F, Q
from django.db.models.functions import Coalesce, Greatest, TruncDate
from django.urls import reverse
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Membership, Municipality
from audit import log
from keyfigures import log_verbs, notices, retention
from keyfigures import stages as way
from keyfigures.actions import NotPossible, stages
from keyfigures.models.agreement import Agreement
from keyfigures.models.allowance import Payment
from keyfigures.models.asking import Ask
from keyfigures.models.contact import ContactMoment
from keyfigures.models.figure import KeyFigure, StageStep
from keyfigures.models.help import HelpRequest
from keyfigures.models.learning import Course, Enrolment
from keyfigures.models.recognition import Recognition
from keyfigures.models.reconsideration import Reconsideration, SealedStatement
from keyfigures.models.rights import DataRequest
from keyfigures.models.settings import NetworkSettings
from keyfigures.models.ties import PersonalTie
from keyfigures.models.treatment import Complaint
from keyfigures.stages import EndReason, Stage
from notifications.models import Preference
from notifications.outbox import enqueue
from terms import clocks
from terms.days import ONE_DAY, at_time, local_date
from ui.words import AMSTERDAM

BATCH = 500
# What she chose to tell about herself; empty is always fine.
_NOTHING_TOLD: dict[str, Any] = {
    "channel": "", "good_times": "", "not_times": "", "network_roles": [], "profile_types": [], "formality": "", "known_before": None,
    "offered_languages": [], "age_band": "", "own_words": "", "expected_end": None, "contact_weeks": None,
}
_NO_TRACE: dict[str, Any] = {"mix_changed_at": None, "notice_version": None, "notice_read_on": None}
_NOBODY: dict[str, Any] = {**_NOTHING_TOLD, "member": None, "contact_person": None, "profile_changed_on": None, "knows_process_on": None, **_NO_TRACE}


def _delete(model: type[models.Model], pks: Sequence[int]) -> None:
    model._default_manager.filter(pk__in=pks).delete()  # noqa: SLF001  the documented model API


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One line of the table of terms. `ended`: the day or moment from which is counted; `days`: its setting, none for a term of the tax law.

    `subjects`: what promises are about that goes with these rows, by their keys; without it the rows themselves.
    """

    model: type[models.Model]
    title: str | LazyText
    ended: Any
    days: str = ""
    is_moment: bool = False
    sealed: bool = False
    subjects: Callable[[Sequence[int]], Iterable[UUID]] | None = None
    batch: int = 0  # at once; 0: BATCH

    def rows(self) -> "models.QuerySet[Any]":
        rows: models.QuerySet[Any] = self.model._default_manager.annotate(ended=self.ended).filter(ended__isnull=False)  # noqa: SLF001  the same
        return rows.filter(anonymised_at=None) if self.model is KeyFigure else rows

    def ended_by(self, day: date) -> Q:
        """Ended on `day` or before."""
        return Q(ended__lt=at_time(day + ONE_DAY, time(0))) if self.is_moment else Q(ended__lte=day)

    def subjects_of(self, pks: Sequence[int]) -> list[UUID]:
        if self.subjects is not None:
            return list(self.subjects(pks))
        return list(self.model._default_manager.filter(pk__in=pks).values_list("uuid", flat=True))  # noqa: SLF001  the same

    def last_day(self, today: date, days: int) -> date:
        return retention.last_day(today, days) if self.days else retention.last_month_for_tax(today)


# Of a request the last thing that happened with it counts.
_LAST_OF_ASK = Greatest(
    *(TruncDate(moment, tzinfo=AMSTERDAM) for moment in ("asked_at", "answered_at", "result_at")), F("done_on"), output_field=models.DateField(),
)
# An agreement that never held ends when it is replaced, or with the cooperation.
_END_OF_AGREEMENT = Coalesce(
    F("holds_until"), TruncDate("replaced_at", tzinfo=AMSTERDAM), F("key_figure__ended_on"), output_field=models.DateField(),
)
KINDS = [
    Kind(model=KeyFigure, title=gettext_lazy("Profiles of who stopped"), ended=F("ended_on"), days="keep_profile_days"),
    Kind(model=ContactMoment, title=gettext_lazy("Contacts"), ended=F("on"), days="keep_contact_days"),
    Kind(model=Course, title=gettext_lazy("Trainings"), ended=F("ends_at"), days="keep_contact_days", is_moment=True),
    Kind(model=HelpRequest, title=gettext_lazy("Help requests"), ended=F("closed_at"), days="keep_help_days", is_moment=True),
    Kind(model=Ask, title=gettext_lazy("Requests to key figures"), ended=_LAST_OF_ASK, days="keep_help_days"),
    Kind(model=Recognition, title=gettext_lazy("Thanks"), ended=F("given_at"), days="keep_help_days", is_moment=True),
    Kind(model=PersonalTie, title=gettext_lazy("Personal ties"), ended=F("ended_at"), days="keep_request_days", is_moment=True),
    Kind(model=Complaint, title=gettext_lazy("Complaints about treatment"), ended=F("ended_at"), days="keep_request_days", is_moment=True, sealed=True),
    Kind(model=Reconsideration, title=gettext_lazy("Reconsiderations"), ended=F("decided_at"), days="keep_request_days", is_moment=True, sealed=True),
    Kind(model=DataRequest, title=gettext_lazy("Requests about own data"), ended=F("answered_at"), days="keep_request_days", is_moment=True),
    Kind(model=Agreement, title=gettext_lazy("Agreements"), ended=_END_OF_AGREEMENT, days="keep_agreement_days"),
    Kind(model=Payment, title=gettext_lazy("Allowances"), ended=F("month")),
]
_PROOFS = [log_verbs.ERASED]


def register(*kinds: Kind, proofs: Sequence[str] = ()) -> None:
    """Of an app above this one, at the start: what it keeps so long too. `proofs`: verbs of the log by which it proves what went otherwise."""
    KINDS.extend(kinds)
    _PROOFS.extend(proofs)


def proofs() -> list[str]:
    """The verbs of the log that prove that something went."""
    return list(_PROOFS)


def erase_expired(*, at: datetime) -> int:
    """All that is over its term, in every municipality by its own terms; returns how many rows."""
    erased = 0
    for kind in KINDS:
        for rows in _due(kind, local_date(at)):
            while count := _erase_batch(kind, rows, at=at):
                erased += count
    return erased


def _due(kind: Kind, today: date) -> Iterator[Any]:
    """Those of the municipalities with our term, and those of each other term: few statements, however many municipalities."""
    default = getattr(retention.Terms(), kind.days) if kind.days else 0
    own = NetworkSettings.objects.exclude(**{kind.days: default}).values_list(kind.days, "municipality") if kind.days else ()
    of_days: dict[int, list[int]] = {}
    for days, municipality in own:
        of_days.setdefault(days, []).append(municipality)
    yield kind.rows().exclude(municipality__in=[pk for pks in of_days.values() for pk in pks]).filter(kind.ended_by(kind.last_day(today, default)))
    for days, municipalities in of_days.items():
        yield kind.rows().filter(kind.ended_by(kind.last_day(today, days)), municipality__in=municipalities)


@transaction.atomic
def _erase_batch(kind: Kind, rows: "models.QuerySet[Any]", *, at: datetime) -> int:
    """One batch, its proof in the log and nothing of it in the promises any more, in one transaction."""
    locked = rows.order_by("ended", "pk").select_for_update(of=("self",), skip_locked=True)
    batch = list(locked.values_list("pk", "municipality")[: kind.batch or BATCH])
    if not batch:
        return 0
    _erase(kind, [pk for pk, _municipality in batch], at=at)
    counts = Counter(municipality for _pk, municipality in batch)
    for municipality in Municipality.objects.filter(pk__in=counts):
        _prove(kind.model, counts[municipality.pk], municipality=municipality, at=at)
    return len(batch)


def _erase(kind: Kind, pks: list[int], *, at: datetime) -> None:
    uuids = kind.subjects_of(pks)
    clocks.forget(uuids, at=at)
    if kind.sealed:
        SealedStatement.objects.filter(subject__in=uuids).delete()
    if kind.model is KeyFigure:
        anonymise(pks, at=at)
    else:
        _delete(kind.model, pks)


def _prove(model: type[models.Model], count: int, *, municipality: Municipality, at: datetime) -> None:
    label = model._meta.label_lower  # noqa: SLF001  the documented model API
    log.record(log_verbs.ERASED, at=at, actor=None, kind=label, municipality=municipality, numbers={"rows": count})


def anonymise(pks: Sequence[int], *, at: datetime) -> None:
    """Stage and dates stay for the figures; nothing leads from them to a person, and a new public id cuts what the log says."""
    KeyFigure.areas.through.objects.filter(keyfigure__in=pks).delete()
    PersonalTie.objects.filter(key_figure__in=pks).delete()
    # The only place that may pass this trigger: that a step was taken stays, by whom is forgotten.
    with pgtrigger.ignore("keyfigures.StageStep:append_only"):
        StageStep.objects.filter(key_figure__in=pks).update(by=None)
    KeyFigure.objects.filter(pk__in=pks).update(**_NOBODY, uuid=RandomUUID(), anonymised_at=at)


def warn_before_profile_goes(*, at: datetime) -> int:
    """Tell who stopped, three weeks before her profile goes; once per person. Returns how many were told now or before."""
    today, kind, told = local_date(at), KINDS[0], 0
    for rows in _due(kind, today + retention.WARN_BEFORE):
        for figure in rows.for_detail().order_by("pk").iterator(chunk_size=BATCH):
            notice = notices.to_person(notices.PRIVACY, figure.member, subject=figure.uuid, because="goes", path=reverse("keyfigures:own_data"), at=at)
            with transaction.atomic():
                enqueue(notice, at=at)
            told += 1
    return told


@dataclass(frozen=True, kw_only=True)
class Coming:
    """What goes in the next thirty days, for the privacy officer: how many, and from which day."""

    title: str
    days: int
    count: int
    first_on: date | None


def coming(municipality: Municipality, *, today: date) -> list[Coming]:
    settings = NetworkSettings.objects.of(municipality)
    return [_coming(kind, municipality, getattr(settings, kind.days) if kind.days else 0, today) for kind in KINDS]


def _coming(kind: Kind, municipality: Municipality, days: int, today: date) -> Coming:
    soon = kind.rows().filter(kind.ended_by(kind.last_day(today + retention.AHEAD, days)), municipality=municipality)
    found = soon.aggregate(count=models.Count("pk"), first=models.Min("ended"))
    first = local_date(found["first"]) if kind.is_moment and found["first"] else found["first"]
    goes_on = max(retention.goes_on(first, days), today) if first and kind.days else today if first else None
    return Coming(title=str(kind.title), days=days, count=found["count"], first_on=goes_on)


# ── when she asks it herself ────────────────────────────────────────────────

# What goes when she asks it and it is decided so. Agreements, allowances and procedures stay their term, without a way to her.
_HERS: tuple[type[models.Model], ...] = (ContactMoment, HelpRequest, Ask, Recognition, Enrolment)


@transaction.atomic
def erase_chosen(member: Membership, *, at: datetime) -> None:
    """What she told because she wanted to: gone at once. Thanks to her are seen by nobody but herself."""
    KeyFigure.areas.through.objects.filter(keyfigure__member=member).delete()
    KeyFigure.objects.filter(member=member).update(**_NOTHING_TOLD, profile_changed_on=local_date(at))
    Recognition.objects.filter(key_figure__member=member).update(chosen="none", public_name="", chosen_at=at)
    Membership.objects.filter(pk=member.pk).update(phone="")
    Preference.objects.filter(member=member).delete()


@transaction.atomic
def erase_all_that_can_go(member: Membership, *, at: datetime) -> None:
    """After a decision: the cooperation ends, and all goes that no law or procedure asks to keep. Raises NotPossible."""
    erase_chosen(member, at=at)
    figure = KeyFigure.objects.select_for_update(of=("self",)).filter(member=member).first()
    if figure is None:
        return
    if Complaint.objects.filter(key_figure=figure, ended_at=None).exists() or Reconsideration.objects.filter(key_figure=figure, decided_at=None).exists():
        raise NotPossible(_("A complaint or a reconsideration is running. When that is over the rest can be erased."))
    if figure.stage != Stage.ENDED:
        figure = stages.move(figure, way.END, by=member, at=at, reason=EndReason.OWN_CHOICE)
    for model in _HERS:
        rows = list(model._default_manager.filter(key_figure=figure).values_list("pk", "uuid"))  # noqa: SLF001  the same
        clocks.forget([uuid for _pk, uuid in rows], at=at)
        _delete(model, [pk for pk, _uuid in rows])
        if rows:
            _prove(model, len(rows), municipality=figure.municipality, at=at)
    clocks.forget([figure.uuid], at=at)
    anonymise([figure.pk], at=at)
    _prove(KeyFigure, 1, municipality=figure.municipality, at=at)
