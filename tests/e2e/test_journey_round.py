"""A round of questions from the first day to the next round: opened by the clock, answered by phone, reminded, counted, mirrored, improved, shared back."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from evaluations.actions import counting, rounds, sheet
from evaluations.models.evaluation import Evaluation
from evaluations.models.improvement import Improvement
from evaluations.models.sheet import Participant
from notifications import delivery
from notifications.models import Message, State
from tests.e2e.visitors import DESK, KeyboardVisitor, ScriptlessVisitor
from tests.factories.accounts import MembershipFactory
from tests.factories.evaluations import published_version
from tests.factories.keyfigures import KeyFigureFactory

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
HEARD, KEPT, GOAL = "Ik voel mij gehoord.", "Afspraken worden nagekomen.", "Ik weet wat het doel is."
DAY = timedelta(days=1)


@pytest.fixture
def lists(waterveen):
    """The same questions to key figures and to officials."""
    asked = published_version(waterveen, *({"words": {"nl": words}} for words in (HEARD, KEPT, GOAL)))
    same = [{"words": {"nl": question.words["nl"]}, "identity": question.identity} for question in asked.questions.all()]
    return asked, published_version(waterveen, *same, use="mirror")


@pytest.fixture
def network(waterveen, marieke):
    """Ten others who take part, and five more who work with them."""
    for number in range(10):
        KeyFigureFactory(municipality=waterveen, contact_person=marieke, member__user__name=f"Deelnemer {number}")
        if number < 5:
            MembershipFactory(coordinator=True, municipality=waterveen, user__name=f"Collega {number}")


def mails_at(at):
    Message.objects.filter(state=State.WAITING).update(not_before=at)
    before = len(mail.outbox)
    delivery.deliver_waiting(at=at)
    return {message.to[0]: message.body for message in mail.outbox[before:]}


def answer(participant, *scores):
    version = sheet.version_for(participant.evaluation, participant.group)
    answers = {question.identity: (score,) for question, score in zip(version.questions.order_by("position", "pk"), scores, strict=True)}
    sheet.send(participant, version_pk=version.pk, answers=answers, draft=None, at=timezone.now())


def plan_round(coordinator, title):
    today = timezone.localdate()
    coordinator.go(reverse("evaluations:evaluation_list"))
    coordinator.link("Plan een evaluatie")
    coordinator.choose("Vragen aan het netwerk")
    coordinator.fill("Hoe heet de evaluatie?", title)
    coordinator.fill("Eerste dag", today.isoformat())
    coordinator.fill("Laatste dag", (today + 21 * DAY).isoformat())
    coordinator.page.get_by_label("Vragen aan sleutelfiguren").select_option(index=1)
    coordinator.page.get_by_label("Dezelfde vragen aan medewerkers").select_option(index=1)
    coordinator.button("Plan de evaluatie")
    coordinator.reads(title, "Hij gaat vanzelf open op")
    coordinator.button("Het is klaar")


def waited_for(evaluation):
    people = Participant.objects.waited_for().filter(evaluation=evaluation).order_by("pk")
    return people.select_related("evaluation__questions", "evaluation__mirror", "member__user")


def answer_by_phone(she, link):
    """Without JavaScript."""
    she.go(re.search(r"https?://[^/]+(/vragen-aan-u/link/\S+)", link)[1])
    she.link("Begin")
    for question in (HEARD, KEPT, GOAL):
        she.choose_in(question, "Oneens")
    she.button("Volgende stap")
    she.button("Verstuur zonder naam")
    she.reads("De antwoorden zijn binnen")


def close_and_count(now):
    assert rounds.close_due(at=now + 22 * DAY) == 1
    assert counting.count_all(at=now + 22 * DAY + timedelta(hours=3)) == 1
    assert not Participant.objects.filter(has_answered__isnull=False).exists()


def agree_on_an_improvement(coordinator, survey):
    coordinator.go(reverse("evaluations:evaluation_detail", args=[survey.uuid]))
    coordinator.link("Een verbeteractie toevoegen")
    coordinator.fill("Wat wordt er beter?", "Wij bellen binnen een week terug.")
    coordinator.fill("Waarom?", "Veel mensen horen te laat iets terug.")
    coordinator.page.get_by_label("Uit welke vraag volgt dit?").select_option(label=KEPT)
    coordinator.fill("Wanneer is het klaar?", (timezone.localdate() + 60 * DAY).isoformat())
    coordinator.press(coordinator.page.get_by_role("main").get_by_role("button").last)
    return Improvement.objects.get()


def share_back(coordinator, survey):
    coordinator.go(reverse("evaluations:sharing_write", args=[survey.uuid]))
    coordinator.fill("Wat hoorden jullie?", "Afspraken blijven te vaak liggen. Het doel is duidelijk.")
    coordinator.fill("Wat doen jullie ermee?", "Wij spreken één ding af, en houden ons daaraan.")
    coordinator.choose("Wij bellen binnen een week terug.")
    coordinator.button("Bekijk het")
    coordinator.reads("Dit lezen mensen", "Afspraken blijven te vaak liggen")
    coordinator.button("Delen met iedereen die gevraagd was")
    assert Evaluation.objects.get(pk=survey.pk).state == "shared"


def test_from_the_first_day_to_what_became_of_it(enter, marieke, robin, lists, network):
    now = timezone.now()
    coordinator, reader = enter(marieke, screen=DESK), enter(robin.member, kind=KeyboardVisitor)
    plan_round(coordinator, "Vragen, voorjaar")

    assert rounds.open_due(at=now) == 1
    links = mails_at(now)
    assert len(links) == 11 + 6
    answer_by_phone(enter(kind=ScriptlessVisitor), links[robin.member.user.email])
    survey = Evaluation.objects.get()
    *others, last = waited_for(survey).filter(group="key_figures")
    for number, each in enumerate(others):
        answer(each, "2" if number % 3 else "4", "2", "5")
    for number, each in enumerate(waited_for(survey).filter(group="officials")):
        answer(each, "5" if number % 2 else "4", "4" if number % 2 else "5", "3")
    coordinator.go(reverse("evaluations:evaluation_detail", args=[survey.uuid]))
    coordinator.reads("Sleutelfiguren: 11 mensen zijn gevraagd, minstens 10 antwoordden")

    assert rounds.remind_due(at=now + 17 * DAY) == 1
    assert list(mails_at(now + 17 * DAY)) == [last.member.user.email]
    close_and_count(now)
    coordinator.go(reverse("evaluations:evaluation_detail", args=[survey.uuid]))
    coordinator.link("Lees wat eruit kwam")
    coordinator.reads("De spiegel", HEARD, KEPT)
    assert coordinator.page.get_by_role("region", name="De spiegel").get_by_role("heading", level=3).first.inner_text() == KEPT

    improvement = agree_on_an_improvement(coordinator, survey)
    share_back(coordinator, survey)
    assert len(mails_at(now + 25 * DAY)) == 11 + 6
    reader.go(reverse("evaluations:shared_list"))
    reader.link("Vragen, voorjaar")
    reader.reads("Afspraken blijven te vaak liggen", "Wij bellen binnen een week terug.")

    coordinator.go(reverse("evaluations:improvement_detail", args=[improvement.uuid]))
    coordinator.open("Het is klaar")
    coordinator.fill("Wat is ervan geworden?", "Sinds de zomer bellen wij elke vrijdag terug.")
    coordinator.button("Het is klaar")
    Evaluation.objects.update(opens_on=timezone.localdate() - 182 * DAY, closes_on=timezone.localdate() - 161 * DAY)
    plan_round(coordinator, "Vragen, najaar")
    rounds.open_due(at=now)
    following = Evaluation.objects.get(title="Vragen, najaar")
    for number, each in enumerate(waited_for(following)):
        answer(each, "4" if number % 2 else "5", "5" if number % 2 else "4", "4")
    close_and_count(now)
    coordinator.go(reverse("evaluations:result", args=[following.uuid]))
    coordinator.reads("Eerder gemiddeld 3,0", KEPT)
    reader.go(reverse("evaluations:shared_detail", args=[following.uuid]))
    reader.reads("Sinds de zomer bellen wij elke vrijdag terug.")
