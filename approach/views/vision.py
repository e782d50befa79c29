"""The vision as it is read: the version in force, all versions, what differs between two, and on paper."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from accounts.http import MemberRequest
from approach import vision_paper
from approach.actions import vision as acts
from approach.kinds import VisionState
from approach.models.vision import Goal, Vision
from approach.presentation import difference
from approach.presentation import vision as words_of
from approach.views.doors import MANAGE, READ
from keyfigures.views.doors import found, network_page
from ui.phrases import Words

OLD, NEW = "van", "tot"  # names in the address of a comparison


@require_GET
@network_page(READ)
def vision_overview(request: MemberRequest) -> HttpResponse:
    """A constant number of statements."""
    today = timezone.localdate()
    rows = list(Vision.objects.visible_to(request.member).with_people().newest_first())
    held = Vision.objects.in_force(request.municipality, on=today)
    draft = next((each for each in rows if each.state == VisionState.DRAFT), None)
    may_write = request.member.may(MANAGE)
    context = {
        "hero": words_of.hero(held, today=today),
        "held": held,
        "steps": words_of.steps_of(held, list(Goal.objects.of(held)), today=today) if held else [],
        "draft": words_of.draft_of(draft) if draft else None,
        "versions": words_of.versions(rows, held, today=today),
        "compared": _compared(rows),
        "may_write": may_write,
    }
    return render(request, "approach/vision_overview.html", context)


@require_POST
@network_page(MANAGE)
def vision_begin(request: MemberRequest) -> HttpResponse:
    """The draft that there is, or a new one: pressed twice it is one."""
    row = acts.begin(by=request.member, at=timezone.now())
    return redirect("approach:vision_step", uuid=row.uuid, number=acts.first_open_step(row))


@require_GET
@network_page(READ)
def vision_detail(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row, today = found(Vision.objects.visible_to(request.member).with_people(), uuid), timezone.localdate()
    if row.state == VisionState.DRAFT:
        return redirect("approach:vision_check", uuid=uuid)
    held = Vision.objects.in_force(request.municipality, on=today)
    is_held = held is not None and held.pk == row.pk
    context = {
        "row": row,
        "is_held": is_held,
        "title": words_of.hero(row, today=today).title if is_held else _("Version %(number)d, as it was adopted") % {"number": row.number},
        "state": words_of.state_of(row, held, Words(today)),
        "review": words_of.review(row, Words(today)) if is_held else "",
        "steps": words_of.steps_of(row, list(Goal.objects.of(row)), today=today),
        "may_write": request.member.may(MANAGE),
    }
    return render(request, "approach/vision_detail.html", context)


@require_GET
@network_page(READ)
def vision_compare(request: MemberRequest) -> HttpResponse:
    """`?van=1&tot=2`; without them the two newest. Five statements."""
    today = timezone.localdate()
    rows = list(Vision.objects.visible_to(request.member).with_people().newest_first())
    old, new = _chosen(request, rows)
    parts: list[difference.Part] = []
    if old is not None and new is not None:
        parts = difference.parts(old, new, old_goals=list(Goal.objects.of(old)), new_goals=list(Goal.objects.of(new)), today=today)
    context = {"versions": words_of.versions(rows, None, today=today), "old": old, "new": new, "parts": parts}
    return render(request, "approach/vision_compare.html", context)


@require_GET
@network_page(READ)
def vision_pdf(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row = found(Vision.objects.visible_to(request.member).with_people(), uuid)
    headers = {"Content-Disposition": f'attachment; filename="visie-versie-{row.number}.pdf"'}
    return HttpResponse(vision_paper.pdf_of(row), content_type="application/pdf", headers=headers)


def _compared(rows: list[Vision]) -> str:
    """Where the two newest versions stand beside each other; empty where there is one."""
    if len(rows) < 2:  # noqa: PLR2004  it takes two
        return ""
    return f"{reverse('approach:vision_compare')}?{OLD}={rows[1].number}&{NEW}={rows[0].number}"


def _chosen(request: MemberRequest, rows: list[Vision]) -> tuple[Vision | None, Vision | None]:
    """Two different versions, the older first; a number that nobody has counts as none."""
    by_number = {str(each.number): each for each in rows}
    asked = [by_number.get(request.GET.get(name, "")) for name in (OLD, NEW)]
    both = asked if all(asked) else [*reversed(rows[:2])] if len(rows) > 1 and not any(request.GET.get(name) for name in (OLD, NEW)) else [None, None]
    old, new = both
    if old is None or new is None or old.pk == new.pk:
        return None, None
    return (old, new) if old.number < new.number else (new, old)
