"""Steps around the vision: begun, written step by step, adopted; and what everybody may read of it."""

import uuid
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from decimal import Decimal

from approach.actions import goal, page, vision
from approach.deadlines import REVIEW_MONTHS
from approach.marks import mark_of
from approach.models.vision import Vision
from approach.steps import step
from demo.story.stage import Scene
from keyfigures.deadlines import months_after
from terms.days import local_date


def _begin(scene: Scene) -> None:
    scene.keep(vision.begin(by=scene.actor, at=scene.at))


def _write(scene: Scene, *, number: int, values: Mapping[str, object]) -> None:
    row = Vision.objects.get(pk=scene.thing.pk)
    seen = mark_of({name: getattr(row, name) for name in step(number).fields})
    vision.save(row, number=number, values={**{name: getattr(row, name) for name in step(number).fields}, **values}, seen=seen, by=scene.actor)


def _add_goals(scene: Scene, *, goals: Sequence[tuple[str, str, int | None, str, int]]) -> None:
    """Each: what, the code of the figure, its target, the own way to see it, and how many days after today it must be so."""
    for text, indicator, target, measure, days in goals:
        values = {
            "text": text, "indicator": indicator, "target": None if target is None else Decimal(target), "measure": measure,
            "by_date": scene.stage.cast.today + timedelta(days=days),
        }
        goal.add(scene.thing, values=values, identity=uuid.uuid5(uuid.NAMESPACE_URL, f"demo:{scene.told.place}:{text}"), by=scene.actor)


def _adopt(scene: Scene, *, body: str, document_number: str) -> None:
    row, today = Vision.objects.get(pk=scene.thing.pk), local_date(scene.at)
    vision.adopt(
        row, adopted_by=body, adopted_on=today, document_number=document_number, review_on=months_after(today, REVIEW_MONTHS), version=row.edits,
        by=scene.actor, at=scene.at,
    )


def _open_page(scene: Scene, *, about: str, gaps: str, tested: int, until: int) -> None:
    """Everybody may read it from now on; `tested` so many days before, and security.txt holds `until` so many days after today."""
    place, today = scene.told.place, scene.stage.cast.today
    page.save(
        values={
            "is_open": True, "about": about, "shows_vision": True, "shows_initiatives": True, "shows_reports": True,
            "privacy_email": f"privacy@{place}.example", "accessibility_status": "B", "accessibility_tested_on": local_date(scene.at) - timedelta(days=tested),
            "accessibility_gaps": gaps, "security_contact": f"security@{place}.example", "security_policy": f"https://{place}.example/zwakke-plek",
            "security_until": today + timedelta(days=until),
        },
        version=0, by=scene.actor, at=scene.at,
    )  # fmt: skip


ACTS: dict[str, Callable[..., None]] = {
    "open_public_page": _open_page,
    "begin_vision": _begin, "write_vision": _write, "add_goals": _add_goals, "adopt_vision": _adopt,
}
