"""Who is asked in an evaluation: how the mail went, who is asked too, and a new link. For who holds evaluations; nobody sees who answered."""

from functools import partial
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.http import MemberRequest
from evaluations.actions import participant as actions
from evaluations.actions.rounds import can_be_asked
from evaluations.forms.participant import AskForm
from evaluations.kinds import Group, State
from evaluations.models.evaluation import Evaluation
from evaluations.models.sheet import Participant
from evaluations.presentation import participant as words_of
from evaluations.views.evaluation import opened
from keyfigures.views.doors import found, network_page
from keyfigures.views.steps import press, take


@require_GET
@network_page("evaluations.manage")
def participant_list(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """All on one page: at most some hundreds, in a constant number of statements."""
    return _show_list(request, uuid)


@require_http_methods(["GET", "POST"])
@network_page("evaluations.manage")
def participant_new(request: MemberRequest, uuid: UUID) -> HttpResponse:
    evaluation, to = opened(request, uuid), reverse("evaluations:participant_list", args=[uuid])
    if request.method == "GET":
        return _show_new(request, uuid, form=_form(evaluation)) if evaluation.state == State.OPEN else redirect(to)
    act = partial(actions.ask, evaluation, by=request.member, at=timezone.now())
    return take(request, _form(evaluation, request.POST), act, show=partial(_show_new, request, uuid), afterwards=_("The mails go out now."), to=to)


@require_POST
@network_page("evaluations.manage")
def participants_again(request: MemberRequest, uuid: UUID) -> HttpResponse:
    act = partial(actions.send_failed_again, opened(request, uuid), by=request.member, at=timezone.now())
    to = reverse("evaluations:participant_list", args=[uuid])
    return press(request, act, show=partial(_show_list, request, uuid), afterwards=_("The mails that failed are sent once more."), to=to)


@require_GET
@network_page("evaluations.manage")
def participant_detail(request: MemberRequest, uuid: UUID) -> HttpResponse:
    return _show_one(request, uuid)


@require_POST
@network_page("evaluations.manage")
def participant_link(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row = _found(request, uuid)
    act = partial(actions.new_link, row, by=request.member, at=timezone.now())
    to = reverse("evaluations:participant_list", args=[row.evaluation.uuid])
    return press(request, act, show=partial(_show_one, request, uuid), afterwards=_("If she did not answer yet, she gets a mail with a new link."), to=to)


def _form(evaluation: Evaluation, *data: object) -> AskForm:
    """At most two statements."""
    groups = [Group.KEY_FIGURES, Group.OFFICIALS] if evaluation.mirror_id else [Group.KEY_FIGURES]
    people = {group: can_be_asked(evaluation, group, at=timezone.now()).select_related("user").order_by("user__name", "pk") for group in groups}
    return AskForm(*data, people={str(group): members for group, members in people.items()})


def _show_list(request: MemberRequest, uuid: UUID, *, problem: str = "", status: int = 200, **_form: object) -> HttpResponse:
    evaluation = opened(request, uuid)
    groups = words_of.groups(Participant.objects.filter(evaluation=evaluation).for_names(), words_of.newest_messages(evaluation))
    context = {
        "evaluation": evaluation, "groups": groups, "problem": problem, "is_open": evaluation.state == State.OPEN,
        "failed": words_of.failed_sentence(groups) if evaluation.state == State.OPEN else "",
    }
    return render(request, "evaluations/participant_list.html", context, status=status)


def _show_new(request: MemberRequest, uuid: UUID, *, form: AskForm, problem: str = "", status: int = 200) -> HttpResponse:
    if problem:
        return _show_list(request, uuid, problem=problem, status=status)
    return render(request, "evaluations/participant_new.html", {"evaluation": opened(request, uuid), "form": form}, status=status)


def _show_one(request: MemberRequest, uuid: UUID, *, problem: str = "", status: int = 200, **_form: object) -> HttpResponse:
    row = _found(request, uuid)
    message = words_of.newest_messages(row.evaluation, only=row).get(row.uuid)
    context = {
        "row": row, "evaluation": row.evaluation, "problem": problem, "mail_problem": words_of.problem_of(row, message),
        "is_stopped": row.link_stopped_at is not None, "is_open": row.evaluation.state == State.OPEN,
    }
    return render(request, "evaluations/participant_detail.html", context, status=status)


def _found(request: MemberRequest, uuid: UUID) -> Participant:
    """Of her own municipality."""
    return found(Participant.objects.filter(municipality=request.municipality).with_evaluation(), uuid)
