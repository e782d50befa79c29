"""Evaluations for tests. Dull by default: a survey to key figures that opens next week, with two questions on the scale."""

from datetime import timedelta
from uuid import uuid4

import factory

from evaluations.models.evaluation import Evaluation, Guest
from evaluations.models.improvement import Improvement
from evaluations.models.interview import InterviewTheme
from evaluations.models.plan import PlanAnswer, PlanReading
from evaluations.models.questionnaire import Question, Questionnaire, Section, Version
from evaluations.models.sheet import OpenAnswer, Outcome, Participant, Response
from tests.factories.accounts import MembershipFactory, MunicipalityFactory
from tests.factories.keyfigures import AT, TODAY, KeyFigureFactory


class QuestionnaireFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Questionnaire

    municipality = factory.SubFactory(MunicipalityFactory)
    use = "survey"
    title = "Vragen aan het netwerk"
    submission = factory.LazyFunction(uuid4)
    made_at = AT


class VersionFactory(factory.django.DjangoModelFactory):
    """A draft; `published_version` makes one that is frozen, with its questions."""

    class Meta:
        model = Version

    questionnaire = factory.SubFactory(QuestionnaireFactory)
    municipality = factory.SelfAttribute("questionnaire.municipality")
    number = 1
    begun_at = AT


class SectionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Section

    version = factory.SubFactory(VersionFactory)
    position = factory.Sequence(lambda number: number + 1)
    title = factory.LazyFunction(lambda: {"nl": "Samenwerken"})


class QuestionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Question

    section = factory.SubFactory(SectionFactory)
    version = factory.SelfAttribute("section.version")
    position = factory.Sequence(lambda number: number + 1)
    kind = "scale"
    words = factory.LazyFunction(lambda: {"nl": "Afspraken komen wij na."})


def published_version(municipality, *questions, use="survey"):
    """A frozen version with one section; each of `questions` is what differs from a question on the scale."""
    version = VersionFactory(questionnaire__municipality=municipality, questionnaire__use=use)
    section = SectionFactory(version=version)
    for question in questions or ({}, {"words": {"nl": "Ik voel mij gehoord."}}):
        QuestionFactory(section=section, **question)
    Version.objects.filter(pk=version.pk).update(published_at=AT)
    return Version.objects.get(pk=version.pk)


class EvaluationFactory(factory.django.DjangoModelFactory):
    """`EvaluationFactory(opened=True)` can be answered today, `closed=True` was closed last week and is not counted yet."""

    class Meta:
        model = Evaluation

    municipality = factory.SubFactory(MunicipalityFactory)
    owner = factory.SubFactory(MembershipFactory, coordinator=True, municipality=factory.SelfAttribute("..municipality"))
    kind = "survey"
    title = "Vragen aan het netwerk, zomer"
    questions = factory.LazyAttribute(lambda row: published_version(row.municipality))
    opens_on = TODAY + timedelta(days=7)
    closes_on = factory.LazyAttribute(lambda row: row.opens_on + timedelta(days=21))
    planned_at = AT - timedelta(days=30)
    submission = factory.LazyFunction(uuid4)

    class Params:
        opened = factory.Trait(state="open", opens_on=TODAY - timedelta(days=7), opened_at=AT - timedelta(days=7))
        closed = factory.Trait(state="closed", opens_on=TODAY - timedelta(days=28), opened_at=AT - timedelta(days=28), closed_at=AT - timedelta(days=7))
        counted = factory.Trait(closed=True, counted_at=AT - timedelta(days=6))


class ParticipantFactory(factory.django.DjangoModelFactory):
    """A key figure who is asked."""

    class Meta:
        model = Participant

    evaluation = factory.SubFactory(EvaluationFactory, opened=True)
    municipality = factory.SelfAttribute("evaluation.municipality")
    member = factory.LazyAttribute(lambda row: KeyFigureFactory(municipality=row.municipality).member)
    group = "key_figures"


class ResponseFactory(factory.django.DjangoModelFactory):
    """10 of 14 key figures answered; `answered=None`: too few."""

    class Meta:
        model = Response

    evaluation = factory.SubFactory(EvaluationFactory, counted=True)
    group = "key_figures"
    asked = 14
    answered = 10


class OutcomeFactory(factory.django.DjangoModelFactory):
    """How ten key figures answered a question on the scale: one fully disagrees, two are in the middle, seven agree; one did not know."""

    class Meta:
        model = Outcome

    evaluation = factory.SubFactory(EvaluationFactory, counted=True)
    group = "key_figures"
    identity = factory.LazyAttribute(lambda row: row.evaluation.questions.questions.first().identity)
    counts = factory.LazyFunction(lambda: {"1": 1, "2": 0, "3": 2, "4": 4, "5": 3, "x": 1})
    answered = factory.LazyAttribute(lambda row: sum(number for code, number in row.counts.items() if code != "x"))


class OpenAnswerFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = OpenAnswer

    evaluation = factory.SubFactory(EvaluationFactory, counted=True)
    group = "key_figures"
    identity = factory.LazyFunction(uuid4)
    text = "Bel eerder terug."


class GuestFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Guest

    evaluation = factory.SubFactory(EvaluationFactory)
    municipality = factory.SelfAttribute("evaluation.municipality")
    member = factory.SubFactory(MembershipFactory, evaluator=True, municipality=factory.SelfAttribute("..municipality"))
    part = "evaluator"
    until = TODAY + timedelta(days=60)
    given_by = factory.SelfAttribute("evaluation.owner")
    given_at = AT


class ImprovementFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Improvement

    evaluation = factory.SubFactory(EvaluationFactory, closed=True)
    municipality = factory.SelfAttribute("evaluation.municipality")
    what = "Wij bellen binnen een week terug."
    why = "Zeven van de tien hoorden te laat iets terug."
    owner = factory.SelfAttribute("evaluation.owner")
    due_on = TODAY + timedelta(days=60)
    made_at = AT
    submission = factory.LazyFunction(uuid4)


class PlanEvaluationFactory(EvaluationFactory):
    """Open since a week, with a checklist of two questions on the scale and one in own words; nobody was asked to read yet."""

    kind = "plan"
    title = "Evaluatie van het plan"
    questions = factory.LazyAttribute(lambda row: published_version(
        row.municipality, {"words": {"nl": "Het doel is duidelijk."}}, {"words": {"nl": "Het plan zegt wie wat doet."}},
        {"kind": "open", "words": {"nl": "Wat mist u?"}}, use="plan",
    ))
    state = "open"
    opens_on = TODAY - timedelta(days=7)
    opened_at = AT - timedelta(days=7)


class PlanReadingFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = PlanReading

    evaluation = factory.SubFactory(PlanEvaluationFactory)
    municipality = factory.SelfAttribute("evaluation.municipality")
    evaluator = factory.SubFactory(MembershipFactory, evaluator=True, municipality=factory.SelfAttribute("..municipality"))
    is_outsider = True


class PlanAnswerFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = PlanAnswer

    reading = factory.SubFactory(PlanReadingFactory)
    identity = factory.LazyFunction(uuid4)
    answer = "4"
    remark = "Het doel staat er helder in."


class InterviewThemeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = InterviewTheme

    evaluation = factory.SubFactory(EvaluationFactory, closed=True)
    municipality = factory.SelfAttribute("evaluation.municipality")
    theme = "Terugbellen"
    text = "In de gesprekken kwam terug dat mensen lang wachten."
    written_by = factory.SubFactory(MembershipFactory, neutral_chair=True, municipality=factory.SelfAttribute("..municipality"))
    submission = factory.LazyFunction(uuid4)


def learn_from_all(*, owner, interviewer, asked, mark=""):
    """Of each evaluation of a municipality: somebody who is asked, an improvement, a theme of talks, and what is written to share back."""
    evaluations = Evaluation.objects.filter(municipality=owner.municipality_id)
    evaluations.update(heard=f"gehoord {mark}", doing=f"doen {mark}")
    for evaluation in evaluations:
        if not evaluation.participants.filter(member=asked).exists():
            ParticipantFactory(evaluation=evaluation, member=asked)
        GuestFactory(evaluation=evaluation, member=interviewer, part="interviewer", until=TODAY + timedelta(days=3650), given_by=owner)
        ImprovementFactory(evaluation=evaluation, owner=owner, what=f"verbetering {mark}", is_told=True)
        InterviewThemeFactory(evaluation=evaluation, written_by=interviewer, text=f"thema {mark}")
