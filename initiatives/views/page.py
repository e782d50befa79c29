"""The page of one idea: what it is and how it stands for everybody in the network, and the steps for who works on it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from accounts.http import MemberRequest
from accounts.models import Membership
from initiatives.actions import ANSWERS, FILES, support
from initiatives.actions.publication import may_be_shown
from initiatives.course import goes_on_as, may_become
from initiatives.forms.initiative import AnswerIdeaForm
from initiatives.forms.publication import AgreeForm
from initiatives.forms.step import FinishForm, GoOnForm, StopForm
from initiatives.kinds import State
from initiatives.models.initiative import Initiative, Step
from initiatives.models.task import Task
from initiatives.presentation import initiative as words_of
from initiatives.presentation import task as tasks
from keyfigures.forms.giving import GiveForm
from keyfigures.forms.versions import CarriesVersion
from keyfigures.standing import promises_about
from keyfigures.views.doors import found
from ui.phrases import Words

TYPED = ("reason", "text", "brought")  # what is long, and shown again when somebody was first


def show(request: MemberRequest, uuid: UUID, *, form: Any = None, problem: str = "", status: int = 200) -> HttpResponse:  # noqa: ANN401  forms differ
    """`form` as it was sent stays in its place; where that place is gone, what was typed stands with the `problem`."""
    row, at = seen(request, uuid), timezone.now()
    if problem and isinstance(form, CarriesVersion):
        form.bring_up_to(row.edits)
    places = forms_of(row, request.member)
    sent = {name: form for name, each in places.items() if type(each) is type(form)}
    context = {
        "row": row, "problem": problem, "typed": _typed(form) if problem and not sent else "", **_words(row, request.member, at),
        **_hers(row, request.member), **places, **sent,
    }
    return render(request, "initiatives/initiative_detail.html", context, status=status)


def forms_of(row: Initiative, member: Membership) -> dict[str, Any]:
    """What this member can do with it now, by the name of its place on the page."""
    is_own = row.proposer_id == member.pk
    if is_own:
        return {"agree_form": AgreeForm(row=row)} if row.public_text and not row.is_public and may_be_shown(row) else {}
    if not member.may(ANSWERS) or row.ended_at is not None:
        return {}
    places: dict[str, Any] = {"give_form": GiveForm(owners=owners_of(row))}
    if not row.answer:
        return {"answer_form": AnswerIdeaForm(), **places}
    if goes_on_as(row.state):
        places["go_on_form"] = GoOnForm(row=row)
    if may_become(row.state, State.DONE):
        places["finish_form"] = FinishForm(row=row)
    return {**places, "stop_form": StopForm(row=row)}


def owners_of(row: Initiative) -> list[Membership]:
    """Who can work on it; never on her own idea. One statement."""
    here = Membership.objects.to_choose(ANSWERS, municipality=row.municipality, on=timezone.localdate())
    return list(here.exclude(pk=row.proposer_id) if row.proposer_id else here)


def seen(request: MemberRequest, uuid: UUID) -> Initiative:
    return found(Initiative.objects.visible_to(request.member).with_people(), uuid)


def of_another(request: MemberRequest, uuid: UUID) -> Initiative:
    """One that she did not file herself; her own is not found here."""
    row = seen(request, uuid)
    if row.proposer_id == request.member.pk:
        raise Http404
    return row


def _words(row: Initiative, member: Membership, at: datetime) -> dict[str, Any]:
    words = Words(timezone.localdate(at))
    steps = list(Step.objects.of_initiative(row))
    promises = promises_about([row.uuid], municipality=row.municipality, at=at).get(row.uuid, [])
    return {
        "title": words_of.title_of(row),
        "hero": words_of.hero(row, promises, steps, words, reader=member),
        "filed_by": words_of.filed_by(row, member),
        "supported": words_of.supported(row.supports.count()),
        "path": words_of.path_of(row, steps, words) if row.answer else [],
        "facts": words_of.facts_of(row) if row.answer else [],
        "tasks": tasks.rows_of(Task.objects.of_initiative(row).for_list(), today=words.today) if row.answer else [],
    }


def _hers(row: Initiative, member: Membership) -> dict[str, bool]:
    is_own, goes_on = row.proposer_id == member.pk, row.answer != "" and row.ended_at is None
    may_support = member.may(FILES) and not is_own and row.ended_at is None
    handles = member.may(ANSWERS)
    return {
        "is_own": is_own,
        "may_support": may_support,
        "supports": may_support and support.is_given(row, by=member),
        "may_withdraw": is_own and not row.answer and row.withdrawn_at is None,
        "may_plan": handles and goes_on,
        "begins": row.state != State.RUNNING,
        "may_write_public": handles and may_be_shown(row),
    }


def _typed(form: Any) -> str:  # noqa: ANN401  forms differ
    return next((form.cleaned_data[name] for name in TYPED if form is not None and form.cleaned_data.get(name)), "")
