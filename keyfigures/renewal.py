"""A new text of the municipality asks everybody who is active for a new confirmation: one version and one message for each.

It asks who has an older text and no new version yet, so it may stop anywhere and is told to nobody twice.
"""

from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from keyfigures import notices
from keyfigures.actions import agreement as agreements
from keyfigures.models.agreement import Agreement, AgreementTemplate
from keyfigures.models.figure import KeyFigure
from keyfigures.stages import Stage
from notifications import telling
from notifications.outbox import Notice, enqueue

BATCH = 200


def ask_all(*, at: datetime) -> int:
    """Returns how many were asked. Who pauses is asked when she is active again."""
    asked = 0
    while count := _ask_batch(at):
        asked += count
    return asked


@transaction.atomic
def _ask_batch(at: datetime) -> int:
    hers = Agreement.objects.filter(key_figure=OuterRef("pk"))
    outdated = Exists(hers.in_preparation().on_older_text())
    has_none = Q(stage=Stage.ACTIVE) & Exists(hers.holding().on_older_text()) & ~Exists(hers.in_preparation())
    waiting = KeyFigure.objects.in_stage(Stage.AGREEMENT, Stage.ACTIVE).filter(Q(outdated) | has_none).for_detail().order_by("pk")
    figures = list(waiting.select_for_update(of=("self",), skip_locked=True)[:BATCH])
    texts: dict[int, AgreementTemplate] = {}
    enqueue(*[_ask(figure, _text(figure, texts), at) for figure in figures], at=at)
    return len(figures)


def _text(figure: KeyFigure, known: dict[int, AgreementTemplate]) -> AgreementTemplate:
    if figure.municipality_id not in known:
        newest = AgreementTemplate.objects.newest(figure.municipality)
        assert newest is not None  # noqa: S101  there is one newer than hers
        known[figure.municipality_id] = newest
    return known[figure.municipality_id]


def _ask(figure: KeyFigure, template: AgreementTemplate, at: datetime) -> Notice:
    """The version in preparation gets the new text; who has none gets one with the words of both as they were."""
    agreement = Agreement.objects.of_figure(figure).in_preparation().first()
    if agreement is None:
        agreement = agreements.new_version(figure, template, by=template.written_by or figure.member, at=at)
    else:
        agreement.template = template
        agreement.confirmed_by_her_at = agreement.confirmed_by_us_at = agreement.confirmed_by = None
        agreement.save()
    path = reverse("keyfigures:agreement_detail", args=[agreement.uuid])
    return telling.notice(notices.TO_KEY_FIGURE, to=figure.member, subject=agreement.uuid, because=f"text-{template.version}", path=path)
