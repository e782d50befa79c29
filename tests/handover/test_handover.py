"""Handing over: all that somebody owes, over all apps, in one step. Nothing stays without an owner."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.test import Client
from django.utils import timezone

from accounts import actions
from accounts.models import Membership
from accounts.roles import Role
from audit.models import Entry
from keyfigures import deadlines
from keyfigures.models.figure import KeyFigure
from keyfigures.models.help import HelpRequest
from keyfigures.models.rights import DataRequest
from keyfigures.models.ties import PersonalTie
from keyfigures.models.treatment import Complaint
from notifications.models import Message
from signals.models import ConcernReport
from sleutelfiguren import handover, today
from terms import clocks, promises
from terms.clocks import NewPromise
from terms.handover import parts_of
from terms.models import Clock
from tests.factories.accounts import AbsenceFactory, MembershipFactory, MunicipalityFactory, log_in
from tests.factories.keyfigures import KeyFigureFactory
from tests.factories.promised import promise_all
from tests.factories.signals import file_one
from tests.threads import at_once


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def waterveen(db):
    return MunicipalityFactory(name="Waterveen", slug="waterveen")


@pytest.fixture
def marieke(waterveen):
    return MembershipFactory(coordinator=True, municipality=waterveen, user__name="Marieke")


@pytest.fixture
def pim(waterveen):
    return MembershipFactory(coordinator=True, municipality=waterveen, user__name="Pim")


@pytest.fixture
def fatima(waterveen):
    return MembershipFactory(administrator=True, municipality=waterveen, user__name="Fatima")


@pytest.fixture
def robin(waterveen, marieke):
    return KeyFigureFactory(municipality=waterveen, contact_person=marieke, member__user__name="Robin")


def promise(figure, owner, *, at, kind=deadlines.THANKS, subject=None):
    new = NewPromise(kind=kind, subject=subject or figure.uuid, owner=owner, waiter=figure.member)
    return clocks.start_all([new], municipality=figure.municipality, at=at)[0]


def asks_help(figure, owner, at):
    request = HelpRequest.objects.create(
        municipality=figure.municipality, key_figure=figure, owner=owner, submission=uuid4(), category="place", text="Een zaal?", asked_at=at,
    )
    promise(figure, owner, at=at, kind=deadlines.HELP_FIRST_ANSWER, subject=request.uuid)
    return request


def authority(member):
    return actions.Authority(member=member, person=member.user)


def nothing_of(member):
    """Every place where somebody can be the owner of something that is open."""
    return (
        not Clock.objects.open().filter(owner=member).exists()
        and not KeyFigure.objects.not_ended().filter(contact_person=member).exists()
        and not HelpRequest.objects.filter(owner=member, closed_at=None).exists()
        and not Complaint.objects.open().filter(handler=member).exists()
        and not DataRequest.objects.open().filter(handler=member).exists()
        and not ConcernReport.objects.open().filter(contact_person=member).exists()
        and not ConcernReport.objects.open().filter(deputy=member).exists()
    )


class TestHandingOver:
    def test_everything_goes_along_with_its_day_and_all_who_must_know_hear_of_it(self, robin, marieke, pim, now):
        asks_help(robin, marieke, now)
        clock = promise(robin, marieke, at=now)

        given = handover.hand_over(marieke, to=pim, by=marieke, at=now)

        assert given == 4  # her key figure, a help request, and a promise of each
        assert nothing_of(marieke)
        assert Clock.objects.get(pk=clock.pk).due_at == clock.due_at
        assert Message.objects.filter(recipient=pim, kind="sleutelfiguren.handed_over").count() == 1
        assert Message.objects.filter(recipient=robin.member, path="/mijn/").count() == 1
        assert list(Entry.objects.filter(verb="sleutelfiguren.handed_over").values_list("actor", "subject", "numbers")) == [
            (marieke.pk, marieke.uuid, {"things": 4}),
        ]

    def test_reports_go_to_who_may_handle_them_and_the_reporter_hears_who_it_is(self, robin, waterveen, fatima, now):
        ilse, joost = (MembershipFactory(official=True, municipality=waterveen, user__name=name) for name in ("Ilse", "Joost"))
        report = file_one(robin.member, at=now, way="talk", answers={})
        assert (report.contact_person, report.deputy) == (ilse, joost)

        handover.hand_over(ilse, to=joost, by=fatima, at=now)

        report.refresh_from_db()
        assert (report.contact_person, report.deputy) == (joost, None)
        assert nothing_of(ilse)
        assert set(Clock.objects.open().about(report.uuid).values_list("owner", flat=True)) == {joost.pk}
        assert Message.objects.filter(recipient=robin.member, kind="signals.new_contact").count() == 1

    def test_what_a_colleague_may_not_have_stays_for_another(self, robin, waterveen, now):
        both = MembershipFactory(municipality=waterveen, roles=["coordinator", "report_official"], exception_reason="klein team", user__name="Jet")
        pim = MembershipFactory(coordinator=True, municipality=waterveen)
        joost = MembershipFactory(official=True, municipality=waterveen)
        KeyFigure.objects.filter(pk=robin.pk).update(contact_person=both)
        file_one(robin.member, at=now, way="talk", answers={})
        ConcernReport.objects.update(contact_person=both, deputy=None)
        Clock.objects.update(owner=both)

        handover.hand_over(both, to=pim, by=both, at=now)
        assert [part.permission for part in parts_of(both)] == ["signals.handle"]
        handover.hand_over(both, to=joost, by=both, at=now)

        assert nothing_of(both)

    def test_a_key_figure_whom_she_knows_privately_and_what_she_herself_proposed_stay(self, robin, marieke, pim, now):
        PersonalTie.objects.create(municipality=robin.municipality, official=pim, key_figure=robin, at=now)

        with pytest.raises(handover.NothingToHandOver):
            handover.hand_over(marieke, to=pim, by=marieke, at=now)
        assert KeyFigure.objects.get(pk=robin.pk).contact_person == marieke

    def test_a_report_of_herself_is_not_given_to_her(self, waterveen, now):
        ilse = MembershipFactory(official=True, municipality=waterveen)
        both = MembershipFactory(municipality=waterveen, roles=["key_figure", "report_official"])
        report = file_one(both, at=now, way="talk", answers={})
        assert report.contact_person == ilse

        with pytest.raises(handover.NothingToHandOver):
            handover.hand_over(ilse, to=both, by=ilse, at=now)

    def test_not_to_herself_nor_to_who_left_nor_to_another_municipality(self, robin, marieke, waterveen, now):
        others = (marieke, MembershipFactory(coordinator=True, municipality=waterveen, left=True), MembershipFactory(coordinator=True))
        for to in others:
            with pytest.raises(handover.UnfitColleague):
                handover.hand_over(marieke, to=to, by=marieke, at=now)

    def test_nobody_without_the_right_hands_over_the_work_of_another(self, robin, marieke, pim, now):
        for by in (pim, robin.member, MembershipFactory(team_lead=True)):
            with pytest.raises(PermissionDenied):
                handover.hand_over(marieke, to=pim, by=by, at=now)


class TestLeaving:
    def test_who_leaves_today_leaves_nothing_behind(self, robin, marieke, pim, fatima, now):
        asks_help(robin, marieke, now)

        actions.end_membership(marieke, by=authority(fatima), on=timezone.localdate(now), at=now)

        assert nothing_of(marieke)
        assert KeyFigure.objects.get(pk=robin.pk).contact_person == pim

    def test_it_goes_to_the_deputy_first(self, robin, marieke, pim, waterveen, fatima, now):
        chosen = MembershipFactory(coordinator=True, municipality=waterveen, user__name="Zoë")
        Membership.objects.filter(pk=marieke.pk).update(deputy=chosen)
        marieke.refresh_from_db()

        actions.end_membership(marieke, by=authority(fatima), on=timezone.localdate(now), at=now)

        assert KeyFigure.objects.get(pk=robin.pk).contact_person == chosen

    def test_where_nobody_can_take_over_she_cannot_leave(self, robin, marieke, fatima, now):
        with pytest.raises(actions.StillOwes):
            actions.end_membership(marieke, by=authority(fatima), on=timezone.localdate(now), at=now)

        assert Membership.objects.get(pk=marieke.pk).end_date is None
        assert KeyFigure.objects.get(pk=robin.pk).contact_person == marieke

    def test_a_role_that_is_taken_away_takes_its_work_along(self, robin, marieke, pim, fatima, now):
        actions.change_roles(marieke, by=authority(fatima), roles=[Role.POLICY_ADVISER], at=now)

        assert nothing_of(marieke)
        with pytest.raises(actions.StillOwes):
            actions.change_roles(pim, by=authority(fatima), roles=[Role.POLICY_ADVISER], at=now)
        assert Membership.objects.get(pk=pim.pk).roles == ["coordinator"]

    def test_who_leaves_later_keeps_it_until_that_day_and_the_job_hands_it_over(self, robin, marieke, pim, fatima, now):
        last = timezone.localdate(now) + timedelta(days=3)
        actions.end_membership(marieke, by=authority(fatima), on=last, at=now)
        assert handover.hand_over_what_was_left(at=now + timedelta(days=2)) == 0
        assert KeyFigure.objects.get(pk=robin.pk).contact_person == marieke

        assert handover.hand_over_what_was_left(at=now + timedelta(days=3)) == 1
        assert nothing_of(marieke)
        assert handover.hand_over_what_was_left(at=now + timedelta(days=3)) == 0

    def test_the_page_says_why_she_cannot_leave(self, robin, marieke, fatima, now):
        client = log_in(Client(), fatima)
        answer = client.post(f"/mensen/{marieke.uuid}/beeindigen/", {"on": timezone.localdate(now).isoformat()})

        assert answer.status_code == 400
        assert "Er wacht nog iemand op deze persoon" in answer.content.decode()


class TestEveryKindOfPromise:
    """Robin waits for all that there is; everybody who owes her some of it goes."""

    @pytest.fixture
    def here(self, waterveen, robin, marieke, pim):
        people = {"marieke": marieke, "pim": pim}
        for name, role in (("annemarie", "team_lead"), ("bert", "team_lead"), ("frieda", "privacy_officer"), ("geert", "privacy_officer")):
            people[name] = MembershipFactory(municipality=waterveen, roles=[role], user__name=name.title())
        promise_all(robin, by=marieke)
        return people

    # Who decides about money, or talks about the cooperation, may not be who proposed or raised it.
    @pytest.mark.parametrize(
        ("name", "kinds"),
        [
            ("marieke", 12),  # all that a contact person promises, and the talk about the cooperation
            ("pim", 1),  # the allowance that Marieke proposed
            ("annemarie", 1),  # a complaint
            ("frieda", 1),  # a request about her data
        ],
    )
    def test_who_goes_leaves_no_promise_without_somebody_who_can_open_it(self, here, fatima, robin, name, kinds):
        goes, at = here[name], timezone.now()
        owed = dict(Clock.objects.open().filter(owner=goes).values_list("pk", "due_at"))
        assert len(owed) == kinds

        actions.end_membership(goes, by=authority(fatima), on=timezone.localdate(at), at=at)

        assert nothing_of(goes)
        passed_on = Clock.objects.open().filter(pk__in=owed).select_related("owner__user", "owner__municipality")
        assert dict(passed_on.values_list("pk", "due_at")) == owed
        for clock in passed_on:
            assert clock.owner.is_active_on(timezone.localdate(at))
            assert log_in(Client(), clock.owner).get(promises.named(clock.kind).task.url(clock.subject)).status_code == 200

    def test_who_is_away_has_a_colleague_who_sees_all_that_is_not_private(self, here, waterveen, robin, now):
        day = timezone.localdate(now)
        for name, deputy, kinds in (("marieke", "pim", 11), ("pim", "marieke", 1), ("frieda", "geert", 1), ("annemarie", "bert", 0)):
            absence = AbsenceFactory(member=here[name], municipality=waterveen, deputy=here[deputy], first_date=day, last_date=day)

            groups = today.today_of(here[deputy], at=now).groups
            stands_in = [row for row in (*groups.now, *groups.week, *groups.later) if here[name].name in row.line.meta]

            assert len(stands_in) == kinds, name
            absence.delete()


def page(response):
    return re.sub(r"\s+", " ", response.content.decode())


class TestPage:
    def test_first_to_whom_then_what_happens_then_it_is_done(self, robin, marieke, pim, now):
        asks_help(robin, marieke, now)
        client = log_in(Client(), marieke)
        first = page(client.get("/overdragen/mijn-werk/"))
        assert f'href="?naar={pim.uuid}"' in first
        assert "Mag dit allemaal doen." in first
        second = page(client.get(f"/overdragen/mijn-werk/?naar={pim.uuid}"))
        assert "Pim neemt dit over" in second

        answer = client.post("/overdragen/mijn-werk/", {"naar": str(pim.uuid)}, follow=True)

        assert "Niemand wacht nog op iets van jou" in page(answer)
        assert nothing_of(marieke)

    def test_a_second_time_says_that_there_is_nothing(self, robin, marieke, pim):
        client = log_in(Client(), marieke)
        client.post("/overdragen/mijn-werk/", {"naar": str(pim.uuid)})

        assert client.post("/overdragen/mijn-werk/", {"naar": str(pim.uuid)}).status_code == 409

    def test_the_administrator_sees_numbers_and_nobody_who_waits(self, robin, marieke, pim, fatima, now):
        asks_help(robin, marieke, now)
        client = log_in(Client(), fatima)

        assert "Marieke" in page(client.get("/overdragen/"))
        for path in ("/overdragen/", f"/overdragen/{marieke.uuid}/", f"/overdragen/{marieke.uuid}/?naar={pim.uuid}"):
            assert "Robin" not in page(client.get(path))

    def test_to_others_the_page_does_not_exist(self, robin, marieke, pim):
        for other in (pim, robin.member, MembershipFactory(administrator=True)):
            client = log_in(Client(), other)
            assert client.get(f"/overdragen/{marieke.uuid}/").status_code == 404
            assert client.post(f"/overdragen/{marieke.uuid}/", {"naar": str(pim.uuid)}).status_code == 404
        assert log_in(Client(), robin.member).get("/overdragen/mijn-werk/").status_code == 404
        assert log_in(Client(), pim).get("/overdragen/").status_code == 404

    @pytest.mark.parametrize("number", [1, 3])
    def test_the_list_costs_the_same_for_one_and_three(self, waterveen, fatima, now, number, django_assert_num_queries):
        for _each in range(number):
            promise(KeyFigureFactory(municipality=waterveen), MembershipFactory(coordinator=True, municipality=waterveen), at=now)
        client = log_in(Client(), fatima)
        client.get("/overdragen/")

        with django_assert_num_queries(4):  # session, person with member, who is absent, owners
            client.get("/overdragen/")


@pytest.mark.django_db(transaction=True)
def test_two_who_hand_over_the_same_work_at_once_do_it_once():
    now, waterveen = timezone.now(), MunicipalityFactory()
    marieke, pim, zoe = (MembershipFactory(coordinator=True, municipality=waterveen) for _each in range(3))
    with transaction.atomic():
        robin = KeyFigureFactory(municipality=waterveen, contact_person=marieke)
    promise(robin, marieke, at=now)
    results = at_once(*(lambda to=to: handover.hand_over(marieke, to=to, by=marieke, at=now) for to in (pim, zoe)))

    assert sorted(str(type(each).__name__) for each in results) == ["NothingToHandOver", "int"]
    owner = Clock.objects.open().get(kind=deadlines.THANKS).owner
    assert KeyFigure.objects.get(pk=robin.pk).contact_person == owner
    assert Message.objects.filter(kind="sleutelfiguren.handed_over").count() == 1
