"""The evaluation of a plan: choosing who reads, reading alone, comparing, agreeing, finishing."""

from functools import partial
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.http import MemberRequest
from evaluations.actions import plan as acts
from evaluations.forms.plan import EvaluatorsForm, OutcomeForm, ReadingForm, ReplaceForm
from evaluations.kinds import Kind, State
from evaluations.models.evaluation import Evaluation
from evaluations.models.plan import PlanOutcome, PlanReading
from evaluations.models.questionnaire import Question
from evaluations.presentation import plan as words_of
from evaluations.presentation.question import said
from evaluations.views.doors import opened
from keyfigures.views.doors import found, network_page
from keyfigures.views.steps import press, take
from terms.days import local_date

HAND_IN = "hand_in"  # the button that sends it for good
READERS = ("evaluations.manage", "evaluations.read_plan")
COMPARERS = (*READERS, "evaluations.results")


@require_http_methods(["GET", "POST"])
@network_page("evaluations.manage")
def plan_begin(request: MemberRequest, uuid: UUID) -> HttpResponse:
    at, evaluation = timezone.now(), opened(request, uuid, kind=Kind.PLAN)
    people = list(acts.could_read(evaluation, on=local_date(at)))
    form_of = partial(EvaluatorsForm, people=people, checklists=words_of.checklists(evaluation), chosen=evaluation.questions)
    show = partial(_show_begin, request, evaluation)
    if request.method == "GET":
        return redirect(_page(evaluation)) if evaluation.readings.exists() else show(form=form_of())
    act = partial(acts.begin, evaluation, by=request.member, at=at)
    return take(request, form_of(request.POST), act, show=show, afterwards=_("They are asked to read the plan."), to=_page(evaluation))


@require_http_methods(["GET", "POST"])
@network_page(*READERS)
def plan_reading(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """Her own; who plans evaluations finds somebody else here for who left."""
    at = timezone.now()
    reading = PlanReading.objects.open_to(request.member, today=local_date(at)).with_people().filter(uuid=uuid).first()
    if reading is None:
        return _for_who_plans(request, uuid)
    if request.method == "GET":
        return _show_reading(request, reading)
    hands_in = request.POST.get("then") == HAND_IN
    form = ReadingForm(request.POST, reading=reading, questions=list(acts.questions_of(reading.evaluation)), hands_in=hands_in)
    act = partial(acts.hand_in if hands_in else acts.save, reading, by=request.member, at=at)
    afterwards = _("Your answers are handed in.") if hands_in else _("What you filled in is kept. Nobody else reads it.")
    return take(request, form, act, show=partial(_show_reading, request, reading), afterwards=afterwards, to=acts.path_of(reading))


@require_http_methods(["GET", "POST"])
@network_page("evaluations.manage")
def plan_replace(request: MemberRequest, uuid: UUID) -> HttpResponse:
    at = timezone.now()
    reading = found(PlanReading.objects.filter(municipality=request.member.municipality_id).with_people(), uuid)
    evaluation = reading.evaluation
    people = words_of.others(acts.could_read(evaluation, on=local_date(at)), list(evaluation.readings.all()))
    show = partial(_show_replace, request, reading)
    if request.method == "GET":
        is_over = reading.handed_in_at is not None or evaluation.state != State.OPEN
        return redirect(_page(evaluation)) if is_over else show(form=ReplaceForm(people=people))
    act, afterwards = partial(acts.replace, reading, by=request.member, at=at), _("Somebody else is asked to read the plan.")
    return take(request, ReplaceForm(request.POST, people=people), act, show=show, afterwards=afterwards, to=_page(evaluation))


@require_GET
@network_page(*COMPARERS)
def plan_compare(request: MemberRequest, uuid: UUID) -> HttpResponse:
    return _show_compare(request, uuid)


@require_http_methods(["GET", "POST"])
@network_page(*READERS)
def plan_outcome(request: MemberRequest, uuid: UUID, identity: UUID) -> HttpResponse:
    """What is agreed about one question, with what each found above it."""
    evaluation = _compared(request, uuid)
    question = acts.questions_of(evaluation).filter(identity=identity).first()
    if question is None or not _sees_answers(request, evaluation):
        raise Http404
    outcome = PlanOutcome.objects.filter(evaluation=evaluation, identity=identity).first()
    show, to = partial(_show_outcome, request, evaluation, question), reverse("evaluations:plan_compare", args=[uuid])
    if request.method == "GET":
        return redirect(to) if evaluation.state != State.OPEN else show(form=OutcomeForm(outcome=outcome))
    act = partial(acts.agree, evaluation, identity=identity, by=request.member, at=timezone.now())
    return take(request, OutcomeForm(request.POST, outcome=outcome), act, show=show, afterwards=_("It is written down what you agree on."), to=to)


@require_POST
@network_page("evaluations.manage")
def plan_finish(request: MemberRequest, uuid: UUID) -> HttpResponse:
    evaluation = _compared(request, uuid)
    act = partial(acts.finish, evaluation, by=request.member, at=timezone.now())
    afterwards = _("The evaluation of the plan is finished. Tell the network what came out of it.")
    return press(request, act, show=partial(_show_compare, request, uuid), afterwards=afterwards, to=_page(evaluation))


def _page(evaluation: Evaluation) -> str:
    return reverse("evaluations:evaluation_detail", args=[evaluation.uuid])


def _compared(request: MemberRequest, uuid: UUID) -> Evaluation:
    """When everybody handed in; before it there is no such page."""
    evaluation = found(Evaluation.objects.compared_by(request.member, today=timezone.localdate()).with_all(), uuid)
    if not acts.is_complete(evaluation):
        raise Http404
    return evaluation


def _sees_answers(request: MemberRequest, evaluation: Evaluation) -> bool:
    """Who may see results only reads what was agreed, not who found what."""
    return request.member.may("evaluations.manage") or evaluation.readings.open_to(request.member, today=timezone.localdate()).exists()


def _for_who_plans(request: MemberRequest, uuid: UUID) -> HttpResponse:
    here = PlanReading.objects.filter(municipality=request.member.municipality_id, uuid=uuid)
    if not request.member.may("evaluations.manage") or not here.exists():
        raise Http404
    return redirect("evaluations:plan_replace", uuid=uuid)


def _show_begin(request: MemberRequest, evaluation: Evaluation, *, form: EvaluatorsForm, problem: str = "", status: int = 200) -> HttpResponse:
    return render(request, "evaluations/plan_begin.html", {"evaluation": evaluation, "form": form, "problem": problem}, status=status)


def _show_reading(request: MemberRequest, reading: PlanReading, *, form: ReadingForm | None = None, problem: str = "", status: int = 200) -> HttpResponse:
    """Handed in meanwhile: what was handed in. Saved in another window: both beside each other."""
    fresh = PlanReading.objects.with_people().get(pk=reading.pk)
    questions = list(acts.questions_of(fresh.evaluation))
    context = {"evaluation": fresh.evaluation, "reading": fresh, "problem": problem}
    if fresh.handed_in_at is not None or fresh.evaluation.state != State.OPEN:
        context |= {"answers": words_of.own_answers(fresh, questions), "is_complete": acts.is_complete(fresh.evaluation)}
        return render(request, "evaluations/plan_handed_in.html", context, status=status)
    if form is None:
        form = ReadingForm(reading=fresh, questions=questions)
    elif problem:
        context["differences"] = words_of.differences(fresh, form.answers()["answers"], questions)
        form.bring_up_to(fresh.edits)
    context |= {"form": form, "origin": words_of.origin(fresh.evaluation)}
    return render(request, "evaluations/plan_reading.html", context, status=status)


def _show_replace(request: MemberRequest, reading: PlanReading, *, form: forms.Form, problem: str = "", status: int = 200) -> HttpResponse:
    context = {"evaluation": reading.evaluation, "reading": reading, "form": form, "problem": problem}
    return render(request, "evaluations/plan_replace.html", context, status=status)


def _show_compare(request: MemberRequest, uuid: UUID, *, problem: str = "", status: int = 200, **_form: object) -> HttpResponse:
    evaluation = _compared(request, uuid)
    sees_answers, is_open = _sees_answers(request, evaluation), evaluation.state == State.OPEN
    context = {
        "evaluation": evaluation,
        "rows": words_of.rows(evaluation, with_answers=sees_answers, may_write=sees_answers and is_open),
        "may_finish": is_open and request.member.may("evaluations.manage"),
        "is_open": is_open,
        "sees_answers": sees_answers,
        "origin": words_of.origin(evaluation),
        "problem": problem,
    }
    return render(request, "evaluations/plan_compare.html", context, status=status)


def _show_outcome(
    request: MemberRequest, evaluation: Evaluation, question: Question, *, form: OutcomeForm, problem: str = "", status: int = 200,
) -> HttpResponse:
    """Written by another meanwhile: both texts beside each other."""
    differences = []
    if problem and (outcome := PlanOutcome.objects.filter(evaluation=evaluation, identity=question.identity).first()):
        differences = [{"label": _("What do you agree on?"), "theirs": outcome.text, "yours": form.cleaned_data["text"]}]
        form.bring_up_to(outcome.edits)
    context = {
        "evaluation": evaluation, "title": said(question.words), "found": words_of.of_question(evaluation, question), "form": form, "problem": problem,
        "differences": differences, "in_own_words": words_of.is_open(question),
    }
    return render(request, "evaluations/plan_outcome.html", context, status=status)
