"""A reconsideration: one page for everybody in it, where each sees the same and can do what is hers."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.http import MemberRequest
from audit import readings
from keyfigures import log_verbs, statements
from keyfigures.actions import reconsideration as acts
from keyfigures.forms.reconsideration import DisagreeForm, ProposeForm, QuestionForm, ReadingForm, TalkForm
from keyfigures.models.agreement import Agreement
from keyfigures.models.figure import KeyFigure
from keyfigures.models.reconsideration import Reconsideration, ReconsiderationState
from keyfigures.models.settings import NetworkSettings
from keyfigures.presentation import reconsideration as told
from keyfigures.standing import promises_about
from keyfigures.views.doors import found, network_page
from keyfigures.views.steps import press, take
from terms.days import local_date
from ui.phrases import Words

OWN, MANAGE, DECIDE = "keyfigures.own", "keyfigures.manage", "keyfigures.decide"
KIND = "keyfigures.reconsideration"
State = ReconsiderationState


@require_http_methods(["GET", "POST"])
@network_page(MANAGE)
def reconsideration_new(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """The question, with help to write a fact. Above it stands the procedure that both agreed."""
    figure = found(KeyFigure.objects.visible_to(request.member).for_detail(), uuid)
    if figure.member_id == request.member.pk:
        raise Http404
    show = partial(_show_new, request, figure)
    if request.method == "GET":
        return show(form=QuestionForm())
    act = partial(acts.raise_question, figure, by=request.member, at=timezone.now())
    afterwards = _("The question is raised. %(name)s was told at once.") % {"name": figure.name}
    return take(request, QuestionForm(request.POST), act, show=show, afterwards=afterwards, to=_url)


def _show_new(request: MemberRequest, figure: KeyFigure, *, form: forms.Form, problem: str = "", status: int = 200) -> HttpResponse:
    held = Agreement.objects.of_figure(figure).holding().select_related("template").first()
    context = {"figure": figure, "form": form, "problem": problem, "agreed": held.template.reconsideration if held else ""}
    return render(request, "keyfigures/reconsideration_new.html", context, status=status)


@require_GET
@network_page(OWN, MANAGE, DECIDE)
def reconsideration_detail(request: MemberRequest, uuid: UUID) -> HttpResponse:
    return _show(request, _found(request, uuid))


@require_POST
@network_page(OWN)
def reconsideration_reading(request: MemberRequest, uuid: UUID) -> HttpResponse:
    return _take(request, _own(request, uuid), "reading", ReadingForm(request.POST), acts.write_reading, _("Your reading is kept. Who decides reads it."))


@require_POST
@network_page(MANAGE, DECIDE)
def reconsideration_talk(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row = _of_official(request, uuid)
    form = TalkForm(request.POST, first=local_date(row.raised_at), today=timezone.localdate())
    return _take(request, row, "talk", form, acts.record_talk, _("The talk is recorded. Now two colleagues decide."))


@require_POST
@network_page(DECIDE)
def reconsideration_propose(request: MemberRequest, uuid: UUID) -> HttpResponse:
    afterwards = _("Your proposal waits for your colleague. The key figure reads it too.")
    return _take(request, _to_decide(request, uuid), "propose", ProposeForm(request.POST), acts.propose, afterwards)


@require_POST
@network_page(DECIDE)
def reconsideration_disagree(request: MemberRequest, uuid: UUID) -> HttpResponse:
    afterwards = _("Your colleague reads why. One of you proposes again.")
    return _take(request, _to_decide(request, uuid), "disagree", DisagreeForm(request.POST), acts.disagree, afterwards)


@require_POST
@network_page(DECIDE)
def reconsideration_agree(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row = _to_decide(request, uuid)
    act = partial(acts.agree, row, by=request.member, at=timezone.now())
    return press(request, act, show=partial(_show_again, request, row, ""), afterwards=_("It is decided. She gets the decision now."), to=_url(row))


def _take(  # noqa: PLR0917  as they come
    request: MemberRequest, row: Reconsideration, name: str, form: forms.Form, act: Callable[..., object], afterwards: str,
) -> HttpResponse:
    taken = partial(act, row, by=request.member, at=timezone.now())
    return take(request, form, taken, show=partial(_show_again, request, row, name), afterwards=afterwards, to=_url(row))


def _show_again(request: MemberRequest, row: Reconsideration, name: str, *, form: forms.Form, problem: str = "", status: int = 200) -> HttpResponse:
    """What was typed in a form that came too late stands with the reason; a form that is still there keeps it."""
    row = _found(request, row.uuid)
    typed = next((str(form.cleaned_data[each]) for each in ("text", "her_reading", "reason") if problem and form.cleaned_data.get(each)), "")
    return _show(request, row, bound={name: form}, problem=problem, typed=typed, status=status)


def _show(
    request: MemberRequest, row: Reconsideration, *, bound: dict[str, forms.Form] | None = None, problem: str = "", typed: str = "", status: int = 200,
) -> HttpResponse:
    at = timezone.now()
    words, is_own = Words(timezone.localdate(at)), row.key_figure.member_id == request.member.pk
    if not is_own:
        readings.note(log_verbs.RECONSIDERATION_READ, reader=request.member, kind=KIND, subject=row.uuid, at=at)
    promises = promises_about([row.uuid], municipality=row.municipality, at=at).get(row.uuid, [])
    possible, may_agree = _forms(request, row), _may_agree(request, row)
    context = {
        "row": row,
        "is_own": is_own,
        "hero": told.hero(row, promises, is_own=is_own, is_asked=may_agree, words=words),
        "lines": told.path(row, promises, words),
        "proposal": told.proposal(row),
        "statements": statements.readable(row.uuid, herself=row.key_figure.member, words=words),
        "readers": readings.opened_by(readings.openings_of(KIND, row.uuid, verbs=[log_verbs.RECONSIDERATION_READ]), words),
        "may_agree": may_agree,
        "objects_until": local_date(row.decided_at) + acts.OBJECTION if row.decided_at and row.state == State.DECIDED else None,
        "outside": NetworkSettings.objects.of(row.municipality) if row.is_over else None,
        "problem": problem,
        "typed": typed,
        "forms": {**possible, **{name: form for name, form in (bound or {}).items() if name in possible}},
    }
    return render(request, "keyfigures/reconsideration_detail.html", context, status=status)


def _may_agree(request: MemberRequest, row: Reconsideration) -> bool:
    return row.state == State.PROPOSED and row.first_decider_id != request.member.pk and acts.may_decide(row, request.member)


def _forms(request: MemberRequest, row: Reconsideration) -> dict[str, forms.Form]:
    """What this reader can do now; what cannot be done is not there."""
    if row.is_over:
        return {}
    if row.key_figure.member_id == request.member.pk:
        return {"reading": ReadingForm()}
    if row.state == State.RAISED:
        return {"talk": TalkForm(first=local_date(row.raised_at), today=timezone.localdate())}
    if row.state == State.HEARD:
        return {"propose": ProposeForm()} if acts.may_decide(row, request.member) else {}
    return {"disagree": DisagreeForm()} if _may_agree(request, row) else {}


def _found(request: MemberRequest, uuid: UUID) -> Reconsideration:
    return found(Reconsideration.objects.visible_to(request.member).for_detail(), uuid)


def _own(request: MemberRequest, uuid: UUID) -> Reconsideration:
    row = _found(request, uuid)
    if row.key_figure.member_id != request.member.pk:
        raise Http404
    return row


def _of_official(request: MemberRequest, uuid: UUID) -> Reconsideration:
    row = _found(request, uuid)
    if row.key_figure.member_id == request.member.pk:
        raise Http404
    return row


def _to_decide(request: MemberRequest, uuid: UUID) -> Reconsideration:
    row = _found(request, uuid)
    if not acts.may_decide(row, request.member):
        raise Http404
    return row


def _url(row: Reconsideration) -> str:
    return reverse("keyfigures:reconsideration_detail", args=[row.uuid])
