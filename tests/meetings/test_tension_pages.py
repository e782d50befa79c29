"""The pages of a tension: one tap for each call, nothing about a person in a list, and never for a key figure."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from keyfigures.models.contact import ContactMoment
from meetings import deadlines
from meetings.actions import tension as acts
from meetings.models.meeting import Meeting
from meetings.models.tension import Tension, TensionCall
from terms.models import Clock
from tests.factories.accounts import MembershipFactory, log_in
from tests.factories.keyfigures import AreaFactory, KeyFigureFactory
from tests.factories.meetings import TensionCallFactory, TensionFactory

LIST = "/spanning/"


def mediator(municipality, name, **more):
    given = {"network_roles": ["mediate"], "member__phone": "0612345678", "member__user__name": name, **more}
    return KeyFigureFactory(municipality=municipality, **given)


@pytest.fixture
def robin(waterveen, marieke):
    return mediator(waterveen, "Robin", contact_person=marieke, not_times="vrijdag")


@pytest.fixture
def tension(marieke, robin):
    return acts.begin(by=marieke, at=timezone.now(), theme="neighbourhood", area=None, phase="acute")


@pytest.fixture
def call(tension):
    return tension.calls.get()


@pytest.fixture
def client(marieke):
    return log_in(Client(), marieke)


def url_of(row, more=""):
    return f"/spanning/{row.uuid}/{more}"


def press(client, call, what):
    return client.post(f"/spanning/gesprek/{call.uuid}/", {"what": what})


def text_of(response):
    return response.content.decode()


def test_beginning_asks_for_three_choices_and_shows_whom_to_call(client, waterveen, marieke, robin):
    noord = AreaFactory(municipality=waterveen, name="Noord")

    page = client.post(LIST, {"phase": "acute", "theme": "neighbourhood", "area": str(noord.uuid)}, follow=True)

    tension = Tension.objects.get()
    assert (tension.phase, tension.area, tension.begun_by) == ("acute", noord, marieke)
    assert "Je belt 1 persoon" in text_of(page)
    assert "Bel niet: vrijdag." in text_of(page)
    assert 'href="tel:0612345678"' in text_of(page)


@pytest.mark.parametrize("answers", [{}, {"phase": "over", "theme": "neighbourhood"}, {"phase": "acute", "theme": "de buurman"}, {
    "phase": "acute", "theme": "left", "area": "00000000-0000-0000-0000-000000000000",
}])
def test_what_is_no_choice_is_told_beside_its_field(client, waterveen, answers):
    AreaFactory(municipality=waterveen)

    page = client.post(LIST, answers)

    assert page.status_code == 400
    assert "Kies" in text_of(page)
    assert not Tension.objects.exists()


def test_a_call_is_one_tap(client, call):
    assert press(client, call, "not_reached").status_code == 302
    assert "Niet bereikt om" in text_of(client.get(url_of(call.tension)))
    assert press(client, call, "reached").status_code == 302

    page = text_of(client.get(url_of(call.tension)))

    assert "1 van de 1 bereikt" in page
    assert "Iedereen is gebeld. Nazorg is beloofd" in page


def test_the_second_who_presses_reads_who_was_first_and_the_page_as_it_is(client, pim, call):
    press(client, call, "reached")

    page = press(log_in(Client(), pim), call, "reached")

    assert page.status_code == 409
    assert "Marieke bereikte Robin al om" in text_of(page)
    assert ContactMoment.objects.count() == 1


def test_a_tap_on_nothing_changes_nothing(client, call):
    assert press(client, call, "weg").status_code == 400
    assert client.get(f"/spanning/gesprek/{call.uuid}/").status_code == 405
    call.refresh_from_db()
    assert call.state == "to_call"


def test_the_phase_is_one_tap_and_the_end_asks_for_aftercare_that_is_open(client, call):
    press(client, call, "reached")
    client.post(url_of(call.tension, "fase/"), {"phase": "aftercare"})
    assert client.post(url_of(call.tension, "fase/"), {"phase": "over"}).status_code == 400

    asked = text_of(client.get(url_of(call.tension, "afsluiten/")))
    assert "Er staat nog nazorg open" in asked
    assert "Robin" in asked
    client.post(url_of(call.tension, "afsluiten/"))

    assert "Dit is voorbij" in text_of(client.get(url_of(call.tension)))
    assert client.post(url_of(call.tension, "afsluiten/")).status_code == 409
    assert Clock.objects.open().filter(kind=deadlines.AFTERCARE).count() == 1


def test_aftercare_stands_on_today_and_is_kept_by_logging_a_contact(client, robin, call):
    press(client, call, "reached")
    assert "Bel Robin, nu het rustiger is" in text_of(client.get("/"))
    page = f"/spanning/gesprek/{call.uuid}/nazorg/"
    assert "Bel Robin" in text_of(client.get(page))

    assert client.post(page, {"how": "visit", "on": "2020-01-01"}).status_code == 400
    assert client.post(page, {"how": "visit", "on": timezone.localdate().isoformat()}).status_code == 302

    assert Clock.objects.get(kind=deadlines.AFTERCARE).kept_at is not None
    assert "Hier wacht niemand meer op" in text_of(client.get(page))
    assert client.post(page, {"how": "visit", "on": timezone.localdate().isoformat()}).status_code == 409
    assert client.post(page, {"what": "drop"}).status_code == 409


def test_she_reads_the_contact_and_the_promise_on_her_own_page_and_nothing_of_others(client, waterveen, marieke, robin, tension):
    sam = mediator(waterveen, "Sam", contact_person=marieke)
    acts.set_phase(tension, by=marieke, at=timezone.now(), phase="aftercare")
    for each in TensionCall.objects.all():
        press(client, each, "reached")
    hers = log_in(Client(), robin.member)

    lines, start = text_of(hers.get("/mijn/contact/")), text_of(hers.get("/"))

    assert "bij een incident" in lines
    assert "Wij bellen u opnieuw na wat er gebeurde" in start
    assert sam.name not in lines + start
    assert "spanning/" not in lines + start


@pytest.mark.parametrize("role", ["key_figure", "team_lead", "policy_adviser", "official", "neutral_chair", "privacy_officer", "administrator"])
def test_nobody_else_finds_any_page_of_a_tension(waterveen, call, role):
    client = log_in(Client(), MembershipFactory(municipality=waterveen, **{role: True}))

    for url in (LIST, url_of(call.tension), url_of(call.tension, "afsluiten/"), url_of(call.tension, "bijeenkomst/"), f"/spanning/gesprek/{call.uuid}/nazorg/"):
        assert client.get(url).status_code in {403, 404}, url
    assert press(client, call, "reached").status_code in {403, 404}


def test_she_who_is_called_finds_no_page_of_it_either(robin, call):
    client = log_in(Client(), robin.member)

    for url in (LIST, url_of(call.tension), f"/spanning/gesprek/{call.uuid}/nazorg/"):
        assert client.get(url).status_code == 404


def test_a_colleague_of_another_municipality_sees_nothing_of_it(neighbour, call):
    client = log_in(Client(), neighbour)

    assert client.get(url_of(call.tension)).status_code == 404
    assert press(client, call, "reached").status_code == 404
    assert "Nu bezig" not in text_of(client.get(LIST))


def test_the_list_tells_themes_and_numbers_and_no_person(client, robin, call):
    press(client, call, "reached")
    client.post(url_of(call.tension, "afsluiten/"))

    page = text_of(client.get(LIST))

    assert "1 van de 1 bereikt" in page
    assert "Robin" not in page


def test_today_leads_to_it_with_one_tap(client, marieke):
    assert 'href="/spanning/"' in text_of(client.get("/"))
    tension = acts.begin(by=marieke, at=timezone.now(), theme="left", area=None, phase="acute")

    assert f'href="{url_of(tension)}"' in text_of(client.get("/"))


def test_an_extra_meeting_takes_two_steps(client, call):
    day = (timezone.localdate() + timedelta(days=1)).isoformat()
    wrong = client.post(url_of(call.tension, "bijeenkomst/"), {"day": day, "begins": "20:00", "ends": "21:30"})
    assert wrong.status_code == 400
    assert "waar" in text_of(wrong)

    step = client.post(url_of(call.tension, "bijeenkomst/"), {"day": day, "begins": "20:00", "ends": "21:30", "place": "Buurthuis"})

    assert step.url == url_of(call.tension, "bijeenkomst/wie/")
    assert "Robin" in text_of(client.get(step.url))
    assert client.get(url_of(call.tension, "bijeenkomst/")).url == step.url
    assert client.post(step.url, {}).status_code == 400
    assert client.post(step.url, {"who": [str(call.uuid)]}).status_code == 302
    meeting = Meeting.objects.get()
    assert [each.member.name for each in meeting.attendees.all()] == ["Robin"]


def test_who_chooses_otherwise_is_not_offered_for_the_extra_meeting(client, marieke, robin, call):
    day = (timezone.localdate() + timedelta(days=1)).isoformat()
    step = client.post(url_of(call.tension, "bijeenkomst/"), {"day": day, "begins": "20:00", "ends": "21:30", "place": "Buurthuis"}).url
    robin.network_roles = []
    robin.save()

    assert "Robin" not in text_of(client.get(step))
    assert client.post(step, {"who": [str(call.uuid)]}).status_code == 400
    assert not Meeting.objects.get().attendees.exists()


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_takes_as_many_statements_for_three_calls_as_for_one(client, waterveen, marieke, django_assert_num_queries, number):
    tension = TensionFactory(municipality=waterveen, begun_by=marieke)
    for place in range(number):
        TensionCallFactory(tension=tension, caller=marieke, key_figure=mediator(waterveen, f"Robin {place}"))
    client.get(url_of(tension))

    with django_assert_num_queries(10):
        client.get(url_of(tension))


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_takes_as_many_statements_for_three_tensions_as_for_one(client, waterveen, marieke, django_assert_num_queries, number):
    for _each in range(number):
        TensionFactory(municipality=waterveen, begun_by=marieke)
    client.get(LIST)

    with django_assert_num_queries(5):
        client.get(LIST)
