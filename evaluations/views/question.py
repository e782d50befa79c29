"""Questions of a draft: a new one, another word, when it is asked, its place, and taking it away."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.http import MemberRequest
from evaluations.actions import question as actions
from evaluations.flow import Item, answers_in_words
from evaluations.forms.drafts import DraftForm
from evaluations.forms.question import QuestionForm, WhenForm
from evaluations.kinds import QuestionKind
from evaluations.languages import DUTCH, known
from evaluations.models.questionnaire import Question, Section
from evaluations.order import WAYS
from evaluations.presentation import question as words_of
from evaluations.presentation.questionnaire import condition_of
from evaluations.versions import pages_of
from evaluations.views.drafts import draft_page, question_of, section_of, url_of, version_of
from evaluations.views.version import show as show_version
from keyfigures.views.steps import press, take

KIND, EARLIER = "soort", "vraag"  # names in the address


@require_http_methods(["GET", "POST"])
@draft_page
def question_new(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """First how it is asked, then the words."""
    section, kind = section_of(request, uuid), request.GET.get(KIND, "")
    version = section.version
    if request.method == "GET" and version.published_at is not None:
        return redirect(url_of(version))
    if kind not in QuestionKind.values:
        return render(request, "evaluations/question_kind.html", {"version": version, "section": section, "kinds": words_of.kinds(section)})
    show = partial(_show, request, section=section, question=None)
    if request.method == "GET":
        return show(form=QuestionForm(version=version, kind=kind))
    act = partial(actions.add, section, by=request.member, kind=kind)
    form = QuestionForm(request.POST, version=version, kind=kind)
    return take(request, form, act, show=show, afterwards=_("The question is there."), to=url_of(version, section.uuid))


@require_http_methods(["GET", "POST"])
@draft_page
def question_edit(request: MemberRequest, uuid: UUID) -> HttpResponse:
    question = question_of(request, uuid)
    version, was_asked = question.version, _was_published(question)
    show = partial(_show, request, section=question.section, question=question)
    if request.method == "GET":
        form = QuestionForm(version=version, kind=question.kind, question=question, was_asked=was_asked)
        return show(form=form) if version.published_at is None else redirect(url_of(version))
    act = partial(actions.change, question, by=request.member)
    form = QuestionForm(request.POST, version=version, kind=question.kind, question=question, was_asked=was_asked)
    return take(request, form, act, show=show, afterwards=_("The question is changed."), to=url_of(version, question.section.uuid))


@require_http_methods(["GET", "POST"])
@draft_page
def question_when(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """First which earlier question, then which of its answers."""
    question = question_of(request, uuid)
    version, earlier = question.version, _earlier(question)
    if request.method == "GET" and version.published_at is not None:
        return redirect(url_of(version))
    chosen = next((item for item in earlier if str(item.identity) == request.GET.get(EARLIER, "")), None)
    show = partial(_show_when, request, question=question, earlier=earlier, chosen=chosen)
    if request.method == "GET":
        return show(form=_when_form(question, chosen))
    act = partial(actions.ask_when, question, by=request.member)
    form = _when_form(question, chosen, request.POST)
    return take(request, form, act, show=show, afterwards=_("It is kept when this question is asked."), to=url_of(version, question.section.uuid))


@require_POST
@draft_page
def question_order(request: MemberRequest, uuid: UUID) -> HttpResponse:
    question, way = question_of(request, uuid), request.POST.get("way", "")
    if way not in WAYS:
        raise Http404
    act, show = partial(actions.move, question, by=request.member, way=way), partial(show_version, request, question.version.uuid)
    return press(request, act, show=show, afterwards=_("The order is changed."), to=f"{url_of(question.version)}#vraag-{question.uuid}")


@require_POST
@draft_page
def question_remove(request: MemberRequest, uuid: UUID) -> HttpResponse:
    question = question_of(request, uuid)
    act, show = partial(actions.remove, question, by=request.member), partial(show_version, request, question.version.uuid)
    to = url_of(question.version, question.section.uuid)
    return take(request, DraftForm(request.POST, version=question.version), act, show=show, afterwards=_("The question is gone."), to=to)


def _show(
    request: MemberRequest, *, section: Section, question: Question | None, form: QuestionForm, problem: str = "", status: int = 200,
) -> HttpResponse:
    """Changed by a colleague: both texts beside each other. Published meanwhile: the version as it is, with what she typed."""
    version, differences = version_of(request, section.version.uuid), []
    if problem and version.published_at is not None:
        return show_version(request, version.uuid, problem=problem, typed=words_of.typed(request.POST), status=status)
    if problem:
        form.bring_up_to(version.edits)
        differences = words_of.differences_of_question(question_of(request, question.uuid), form.answers()) if question else []
    context = {
        "version": version, "section": section, "question": question, "form": form, "problem": problem, "differences": differences,
        "kind": QuestionKind(form.kind).label, "condition": _condition(question) if question else "",
    }
    return render(request, "evaluations/question_form.html", context, status=status)


def _show_when(
    request: MemberRequest, *, question: Question, earlier: Sequence[Item], chosen: Item | None, form: WhenForm, problem: str = "", status: int = 200,
) -> HttpResponse:
    version = version_of(request, question.version.uuid)
    if problem and version.published_at is not None:
        return show_version(request, version.uuid, problem=problem, status=status)
    if problem:
        form.bring_up_to(version.edits)
    here = reverse("evaluations:question_when", args=[question.uuid])
    context = {
        "version": version, "question": question, "title": question.words[DUTCH], "form": form, "chosen": chosen, "problem": problem,
        "condition": _condition(question), "earlier": [(item.words, f"{here}?{EARLIER}={item.identity}") for item in earlier],
    }
    return render(request, "evaluations/question_when.html", context, status=status)


def _when_form(question: Question, chosen: Item | None, *posted: object) -> WhenForm:
    choices = list(answers_in_words(chosen, known(DUTCH)).items()) if chosen else []
    now = question.shown_if_answers if chosen and chosen.identity == question.shown_if else []
    return WhenForm(*posted, version=question.version, earlier=chosen, choices=choices, now=now)


def _earlier(question: Question) -> list[Item]:
    """Questions of sections before it that have answers to choose from."""
    found: list[Item] = []
    for page in pages_of(question.version):
        if page.uuid == question.section.uuid:
            return found
        found += [item for item in page.items if item.codes]
    return found


def _condition(question: Question) -> str:
    pages = pages_of(question.version)
    return next((condition_of(item, pages) for page in pages for item in page.items if item.identity == question.identity), "")


def _was_published(question: Question) -> bool:
    return Question.objects.filter(
        identity=question.identity, version__municipality=question.version.municipality_id, version__published_at__isnull=False,
    ).exists()
