from datetime import date, timedelta
from decimal import Decimal
from importlib import import_module

import pytest
import time_machine
from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from accounts.models import Membership
from keyfigures.actions import NotPossible, allowance, ties
from keyfigures.allowances import Maxima, room
from keyfigures.models.allowance import AllowanceMaximum, Payment
from notifications.models import Message
from terms.models import Clock
from tests.factories.accounts import MembershipFactory, MunicipalityFactory, log_in
from tests.factories.keyfigures import AT, KeyFigureFactory, NetworkSettingsFactory
from tests.threads import at_once

MAY = date(2026, 5, 1)
LAW = Maxima(per_hour=Decimal("5.60"), per_month=Decimal(210), per_year=Decimal(2100))


@pytest.mark.parametrize(
    "amount, hours, month, year, over, near, left",
    [
        ("56.00", "10", 0, 0, "", (), "2044.00"),
        ("56.01", "10", 0, 0, "", (), "2043.99"),  # 5.601 is 5.60 an hour
        ("56.10", "10", 0, 0, "hour", (), "2043.90"),
        ("168.00", "30", 0, 0, "", (), "1932.00"),
        ("168.01", "31", 0, 0, "", ("month",), "1931.99"),
        ("210.00", "40", 0, 0, "", ("month",), "1890.00"),
        ("210.01", "40", 0, 0, "month", (), "1889.99"),
        ("10.00", "10", 205, 205, "month", (), "1885.00"),
        ("10.00", "10", 0, 1670, "", (), "420.00"),
        ("10.01", "10", 0, 1670, "", ("year",), "419.99"),
        ("10.00", "10", 0, 2090, "", ("year",), "0.00"),
        ("10.01", "10", 0, 2090, "year", (), "0"),
    ],
)
def test_the_maxima_of_the_law_to_the_cent(amount, hours, month, year, over, near, left):
    found = room(amount=Decimal(amount), hours=Decimal(hours), used_this_month=Decimal(month), used_this_year=Decimal(year), maxima=LAW)

    assert (found.over, found.near, found.left_this_year) == (over, near, Decimal(left))


@pytest.fixture
def paying(waterveen):
    """The municipality gives allowances, and the maxima of this year are known."""
    AllowanceMaximum.objects.create(year=2026, per_hour="5.60", per_month=210, per_year=2100, source="test")
    return NetworkSettingsFactory(municipality=waterveen, pays_allowance=True)


def propose(figure, *, by, month=MAY, hours=10, amount="50.00", at=AT):
    return allowance.propose(figure, month=month, hours=Decimal(hours), amount=Decimal(amount), by=by, at=at)


class TestProposing:
    def test_a_second_official_owes_the_decision_and_she_sees_it_promised(self, robin, marieke, pim, paying):
        row = propose(robin, by=marieke)

        clock = Clock.objects.get(subject=row.uuid)
        assert (row.state, row.month, clock.owner, clock.waiter) == ("proposed", MAY, pim, robin.member)
        assert Message.objects.get(subject=row.uuid).recipient == pim

    @pytest.mark.parametrize("hours, amount", [("1", "5.70"), ("100", "210.01")])
    def test_above_a_maximum_is_refused_and_nothing_is_written(self, robin, marieke, pim, paying, hours, amount):
        with pytest.raises(NotPossible):
            propose(robin, by=marieke, hours=hours, amount=amount)

        assert not Payment.objects.exists()

    def test_above_the_maximum_of_a_year_over_all_its_months(self, robin, marieke, pim, paying):
        AllowanceMaximum.objects.update(per_year=210)
        propose(robin, by=marieke, month=date(2026, 4, 1), hours=100, amount="200.00")

        with pytest.raises(NotPossible, match="jaar"):
            propose(robin, by=marieke, hours=10, amount="10.01")

    def test_a_refused_one_does_not_count_and_its_month_is_free(self, robin, marieke, pim, paying):
        allowance.refuse(propose(robin, by=marieke, hours=100, amount="200.00"), by=pim, at=AT)

        assert propose(robin, by=marieke, hours=100, amount="200.00").state == "proposed"

    def test_a_year_without_maxima_says_who_fills_them_in(self, robin, marieke, pim, paying):
        AllowanceMaximum.objects.filter(year=2026).delete()

        with pytest.raises(NotPossible, match="2026"):
            propose(robin, by=marieke)

    def test_the_maxima_of_2025_are_there(self, db):
        import_module("keyfigures.migrations.0011_maxima_of_2025").add(apps, None)  # other tests empty every table

        law = AllowanceMaximum.objects.get(year=2025)

        assert (law.per_hour, law.per_month, law.per_year) == (Decimal("5.60"), 210, 2100)

    def test_not_where_the_municipality_gives_none(self, robin, marieke, pim, paying):
        paying.pays_allowance = False
        paying.save()

        with pytest.raises(NotPossible):
            propose(robin, by=marieke)

    @pytest.mark.parametrize("month", [date(2025, 12, 1), date(2026, 7, 1)])
    def test_only_a_month_in_which_she_was_active(self, robin, marieke, pim, paying, month):
        with pytest.raises(NotPossible):
            propose(robin, by=marieke, month=month)

    def test_a_month_once(self, robin, marieke, pim, paying):
        propose(robin, by=marieke)

        with pytest.raises(NotPossible):
            propose(robin, by=pim)

    def test_not_by_who_knows_her_privately(self, robin, marieke, pim, paying):
        ties.declare(robin, by=marieke, at=AT)

        with pytest.raises(NotPossible):
            propose(robin, by=marieke)

    def test_not_without_a_second_official_who_has_no_tie(self, robin, marieke, pim, paying):
        ties.declare(robin, by=pim, at=AT)

        with pytest.raises(NotPossible):
            propose(robin, by=marieke)

    def test_who_is_key_figure_and_official_has_no_part_in_her_own(self, robin, marieke, pim, paying):
        Membership.objects.filter(pk=robin.member.pk).update(roles=["key_figure", "coordinator"])
        robin.member.refresh_from_db()
        Membership.objects.filter(pk=pim.pk).update(end_date=AT.date() - timedelta(days=1))

        with pytest.raises(NotPossible):
            propose(robin, by=robin.member)
        with pytest.raises(NotPossible, match="tweede"):
            propose(robin, by=marieke)

    def test_by_nobody_else(self, robin, sam, neighbour, annemarie, pim, paying):
        for somebody in (robin.member, sam.member, neighbour, annemarie):
            with pytest.raises(PermissionDenied):
                propose(robin, by=somebody)


class TestDeciding:
    @pytest.fixture
    def row(self, robin, marieke, pim, paying):
        return propose(robin, by=marieke)

    def test_a_colleague_approves_and_she_is_told(self, row, pim, robin):
        allowance.approve(row, by=pim, at=AT)

        row.refresh_from_db()
        assert (row.state, row.decided_by) == ("approved", pim)
        assert Clock.objects.get(subject=row.uuid).kept_at == AT
        assert Message.objects.filter(recipient=robin.member, subject=row.uuid).count() == 1

    def test_never_by_who_proposed_it_nor_by_who_knows_her(self, row, marieke, annemarie, robin):
        with pytest.raises(NotPossible):
            allowance.approve(row, by=marieke, at=AT)
        ties.PersonalTie.objects.create(municipality=robin.municipality, key_figure=robin, official=annemarie, at=AT)
        with pytest.raises(NotPossible):
            allowance.approve(row, by=annemarie, at=AT)

    def test_never_by_who_gets_it(self, row, robin):
        Membership.objects.filter(pk=robin.member.pk).update(roles=["key_figure", "coordinator"])
        robin.member.refresh_from_db()

        for decide in (allowance.approve, allowance.refuse):
            with pytest.raises(NotPossible):
                decide(row, by=robin.member, at=AT)

    def test_not_by_who_decides_elsewhere_or_nothing(self, row, neighbour, robin):
        for somebody in (neighbour, robin.member):
            with pytest.raises(PermissionDenied):
                allowance.approve(row, by=somebody, at=AT)

    def test_what_is_approved_goes_to_finance_once(self, row, pim, annemarie):
        allowance.approve(row, by=pim, at=AT)

        assert [each.pk for each in allowance.hand_to_finance(annemarie, at=AT)] == [row.pk]
        with pytest.raises(NotPossible):
            allowance.hand_to_finance(pim, at=AT)

    def test_postgres_refuses_one_official_for_both(self, row, marieke):
        with pytest.raises(IntegrityError), transaction.atomic():
            Payment.objects.filter(pk=row.pk).update(state="approved", decided_by=marieke, decided_at=AT)

    @pytest.mark.parametrize("values", [{"amount": 0}, {"hours": 0}, {"month": date(2026, 5, 2)}, {"state": "approved"}])
    def test_postgres_refuses_what_cannot_be(self, row, values):
        with pytest.raises(IntegrityError), transaction.atomic():
            Payment.objects.filter(pk=row.pk).update(**values)


class TestPages:
    @pytest.fixture(autouse=True)
    def now(self):
        with time_machine.travel(AT + timedelta(hours=1), tick=False):
            yield

    def test_from_proposal_to_the_file_for_finance(self, client, robin, marieke, pim, paying):
        log_in(client, marieke)
        assert "2.100,00" in client.get(f"/sleutelfiguren/{robin.uuid}/vergoeding/").content.decode()
        answer = client.post(f"/sleutelfiguren/{robin.uuid}/vergoeding/", {"month": "2026-05-01", "hours": "10", "amount": "50,25"})
        page = client.get(answer["Location"]).content.decode()
        assert "50,25" in page
        assert "goedkeuren" not in page

        log_in(client, pim)
        assert "Robin" in client.get("/vergoedingen/").content.decode()
        row = Payment.objects.get()
        assert client.post(f"/vergoedingen/{row.uuid}/goedkeuren/").status_code == 302
        assert client.post(f"/vergoedingen/{row.uuid}/goedkeuren/").status_code == 409
        assert client.post("/vergoedingen/naar-financien/").status_code == 302
        assert client.post("/vergoedingen/naar-financien/").status_code == 409
        address = client.get("/vergoedingen/?toon=weg").content.decode().split('href="/vergoedingen/bestand/')[1].split('"')[0]
        for _time in range(2):
            assert client.get(f"/vergoedingen/bestand/{address}").content.startswith(b"PK")
        csv = client.get(f"/vergoedingen/bestand/{address}".replace("ods", "csv")).content.decode("utf-8-sig")
        assert "Robin" in csv
        assert "50,25" in csv

    def test_too_much_stays_on_the_form_with_the_reason(self, client, robin, marieke, pim, paying):
        answer = log_in(client, marieke).post(f"/sleutelfiguren/{robin.uuid}/vergoeding/", {"month": "2026-05-01", "hours": "1", "amount": "200"})

        assert answer.status_code == 409
        assert 'value="200' in answer.content.decode()

    def test_what_is_no_number_is_asked_again(self, client, robin, marieke, paying):
        answer = log_in(client, marieke).post(f"/sleutelfiguren/{robin.uuid}/vergoeding/", {"month": "2026-05-01", "hours": "-3", "amount": "veel"})

        assert answer.status_code == 400

    def test_a_maximum_that_comes_near_is_told_to_who_decides(self, client, robin, marieke, pim, paying):
        row = propose(robin, by=marieke, hours=100, amount="200.00")

        assert "maximum" in log_in(client, pim).get(f"/vergoedingen/{row.uuid}/").content.decode()

    def test_she_sees_her_own_and_nobody_elses(self, client, robin, sam, marieke, pim, paying):
        propose(robin, by=marieke, amount="41.11")
        propose(sam, by=marieke, amount="42.22")

        page = log_in(client, robin.member).get("/vergoedingen/").content.decode()

        assert "41,11" in page
        assert "42,22" not in page

    def test_she_reads_each_of_hers_as_officials_do_and_decides_nothing(self, client, robin, marieke, pim, paying):
        row = propose(robin, by=marieke, hours=100, amount="200.00")
        address = f"/vergoedingen/{row.uuid}/"
        log_in(client, robin.member)

        assert all(address in client.get(page).content.decode() for page in ("/vergoedingen/", "/mijn/"))
        page = client.get(address)

        assert page.status_code == 200
        for text in ("200,00", "100,0", "mei 2026", "Marieke", "maximum"):
            assert text in page.content.decode().replace("\N{NO-BREAK SPACE}", " ")
        assert "goedkeuren" not in page.content.decode()
        assert client.post(address + "goedkeuren/").status_code == 404

    def test_others_get_nothing(self, client, robin, sam, neighbour, marieke, pim, paying, waterveen):
        row = propose(robin, by=marieke)
        adviser = MembershipFactory(policy_adviser=True, municipality=waterveen)

        for somebody in (sam.member, neighbour, adviser):
            log_in(client, somebody)
            assert client.get(f"/vergoedingen/{row.uuid}/").status_code == 404
            assert client.post(f"/vergoedingen/{row.uuid}/goedkeuren/").status_code == 404
            assert client.post(f"/sleutelfiguren/{robin.uuid}/vergoeding/").status_code == 404
        assert "Robin" not in log_in(client, neighbour).get("/vergoedingen/?toon=alles").content.decode()

    def test_knowing_her_privately_is_said_on_a_page_seen_by_her_and_ended_by_a_colleague(self, client, robin, marieke, pim, paying):
        log_in(client, marieke)
        assert client.get(f"/sleutelfiguren/{robin.uuid}/ken-ik-prive/").status_code == 200
        assert client.post(f"/sleutelfiguren/{robin.uuid}/ken-ik-prive/").status_code == 302
        tie = robin.ties.get()
        assert client.post(f"/persoonlijke-banden/{tie.uuid}/voorbij/").status_code == 409
        assert client.post(f"/sleutelfiguren/{robin.uuid}/vergoeding/", {"month": "2026-05-01", "hours": "1", "amount": "5"}).status_code == 409
        assert "Marieke" in log_in(client, robin.member).get("/mijn/").content.decode()
        assert "Marieke" in log_in(client, pim).get("/persoonlijke-banden/").content.decode()
        assert client.post(f"/persoonlijke-banden/{tie.uuid}/voorbij/").status_code == 302
        assert not ties.has_tie(marieke, robin)

    @pytest.mark.parametrize("number", [1, 3])
    def test_the_lists_ask_as_much_for_three_as_for_one(self, client, waterveen, marieke, pim, paying, number, django_assert_num_queries):
        for _number in range(number):
            figure = KeyFigureFactory(municipality=waterveen, contact_person=marieke)
            propose(figure, by=marieke)
            ties.declare(figure, by=pim, at=AT)
        log_in(client, pim)

        with django_assert_num_queries(4):
            client.get("/vergoedingen/")
        with django_assert_num_queries(3):
            client.get("/persoonlijke-banden/")


@pytest.mark.django_db(transaction=True)
def test_two_officials_propose_and_two_decide_at_once(transactional_db):
    with transaction.atomic():
        waterveen = MunicipalityFactory(name="Waterveen")
        officials = [MembershipFactory(coordinator=True, municipality=waterveen) for _number in range(3)]
        robin = KeyFigureFactory(municipality=waterveen, contact_person=officials[0])
        NetworkSettingsFactory(municipality=waterveen, pays_allowance=True)
        AllowanceMaximum.objects.get_or_create(year=2026, defaults={"per_hour": "5.60", "per_month": 210, "per_year": 210, "source": "test"})

    proposals = at_once(*(lambda who=who, month=month: propose(robin, by=who, month=month, hours=100, amount="200.00")
                          for who, month in ((officials[0], date(2026, 4, 1)), (officials[1], MAY))))
    assert sum(isinstance(each, NotPossible) for each in proposals) == 1

    row = Payment.objects.get()
    deciders = [each for each in officials if each.pk != row.proposed_by_id]
    decisions = at_once(*(lambda who=who: allowance.approve(row, by=who, at=AT) for who in deciders))
    assert sum(isinstance(each, NotPossible) for each in decisions) == 1
