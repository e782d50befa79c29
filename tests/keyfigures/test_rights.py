import html
import json
import threading
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.utils import translation
from django.utils.html import strip_tags

from accounts.justification import Person
from audit import own_data, reasons
from keyfigures import stages as way
from keyfigures.actions import NotPossible, erasing, rights, stages
from keyfigures.deadlines import months_after
from keyfigures.models.contact import ContactMoment
from keyfigures.models.figure import KeyFigure
from keyfigures.models.rights import DataRequest
from notifications.models import Message
from terms.models import Clock
from tests.factories.accounts import InvitationFactory, MembershipFactory, MunicipalityFactory, log_in
from tests.factories.keyfigures import AT, TODAY, InterestFactory, KeyFigureFactory
from tests.factories.own_data import tell_all
from tests.papers import words_on

HERS, ANOTHERS = "van-robin", "van-sam"


@pytest.fixture
def frieda(waterveen):
    """The privacy officer."""
    return MembershipFactory(privacy_officer=True, municipality=waterveen, user__name="Frieda")


@pytest.mark.parametrize(
    "day, months, wanted",
    [
        (date(2026, 6, 9), 1, date(2026, 7, 9)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2027, 12, 31), 2, date(2028, 2, 29)),
        (date(2026, 12, 9), 1, date(2027, 1, 9)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
    ],
)
def test_the_same_day_so_many_months_later(day, months, wanted):
    assert months_after(day, months) == wanted


class TestAsking:
    def test_an_answer_is_promised_for_the_same_day_next_month(self, robin, frieda):
        row = rights.ask(robin.member, right="correct", text="Mijn naam klopt niet.", at=AT)

        clock = Clock.objects.get(subject=row.uuid)
        assert (clock.owner, clock.waiter, clock.due_at.date()) == (frieda, robin.member, date(2026, 7, 9))
        assert Message.objects.get(recipient=frieda).path == f"/gegevens-verzoeken/{row.uuid}/"

    def test_who_has_the_fewest_and_is_there_gets_it_and_never_about_herself(self, robin, frieda, waterveen):
        geert = MembershipFactory(privacy_officer=True, municipality=waterveen)

        assert rights.ask(robin.member, right="correct", text="-", at=AT).handler == frieda
        assert rights.ask(robin.member, right="object", text="-", at=AT).handler == geert
        assert rights.ask(frieda, right="correct", text="-", at=AT).handler == geert

    def test_without_a_privacy_officer_it_says_how_else(self, robin):
        with pytest.raises(NotPossible):
            rights.ask(robin.member, right="correct", text="-", at=AT)

        assert not DataRequest.objects.exists()

    def test_the_same_question_stands_once(self, robin, frieda):
        rights.ask(robin.member, right="correct", text="-", at=AT)

        with pytest.raises(NotPossible):
            rights.ask(robin.member, right="correct", text="-", at=AT)

    def test_stop_pauses_an_active_key_figure_at_once(self, robin, frieda):
        rights.ask(robin.member, right="stop", at=AT)

        assert KeyFigure.objects.get(pk=robin.pk).stage == "paused"

    def test_delete_erases_at_once_what_she_chose_to_tell_and_nothing_else(self, robin, sam, frieda, waterveen):
        KeyFigure.objects.update(own_words="mijn netwerk", good_times="avond", profile_types=["doer"], age_band="27_44")

        rights.ask(robin.member, right="delete", at=AT)

        hers, others = KeyFigure.objects.get(pk=robin.pk), KeyFigure.objects.get(pk=sam.pk)
        assert (hers.own_words, hers.good_times, hers.profile_types, hers.age_band, hers.stage) == ("", "", [], "", "active")
        assert (others.own_words, others.age_band) == ("mijn netwerk", "27_44")


class TestAnswering:
    def test_the_answer_keeps_the_promise_and_is_told(self, robin, frieda):
        row = rights.ask(robin.member, right="correct", text="-", at=AT)

        rights.answer(row, by=frieda, decision="done", at=AT + timedelta(days=2))

        assert Clock.objects.get(subject=row.uuid).kept_at is not None
        assert Message.objects.filter(recipient=robin.member, kind="keyfigures.privacy").count() == 1

    def test_two_months_longer_once_and_only_in_the_first_month(self, robin, frieda):
        row = rights.ask(robin.member, right="object", text="-", at=AT)

        rights.extend(row, by=frieda, reason="Wij zoeken het uit.", at=AT + timedelta(days=10))
        assert Clock.objects.get(subject=row.uuid).due_at.date() == date(2026, 9, 9)
        with pytest.raises(NotPossible):
            rights.extend(row, by=frieda, reason="Nog langer.", at=AT + timedelta(days=11))

        late = rights.ask(robin.member, right="correct", text="-", at=AT)
        with pytest.raises(NotPossible):
            rights.extend(late, by=frieda, reason="Te laat.", at=datetime(2026, 7, 10, 9, tzinfo=UTC))

    def test_not_done_says_why(self, robin, frieda):
        row = rights.ask(robin.member, right="object", text="-", at=AT)

        with pytest.raises(NotPossible):
            rights.answer(row, by=frieda, decision="refused", at=AT)

    def test_nobody_else_answers_or_makes_it_longer(self, robin, sam, marieke, neighbour, oeverland, frieda):
        row = rights.ask(robin.member, right="object", text="-", at=AT)
        elsewhere = MembershipFactory(privacy_officer=True, municipality=oeverland)

        for somebody in (marieke, sam.member, robin.member, neighbour, elsewhere):
            with pytest.raises(PermissionDenied):
                rights.answer(row, by=somebody, decision="done", at=AT)
            with pytest.raises(PermissionDenied):
                rights.extend(row, by=somebody, reason="-", at=AT)

    def test_a_granted_wish_to_erase_ends_the_cooperation_and_leaves_only_what_must_stay(self, robin, marieke, frieda):
        ContactMoment.objects.create(
            municipality=robin.municipality, key_figure=robin, official=marieke, logged_by=marieke, logged_at=AT, on=TODAY, how="call", occasion="quiet",
            topic="help",
        )
        row = rights.ask(robin.member, right="delete", at=AT)

        rights.answer(row, by=frieda, decision="done", at=AT + timedelta(days=1))

        left = KeyFigure.objects.get(pk=robin.pk)
        assert (left.stage, left.member_id, left.end_reason) == ("ended", None, "own_choice")
        assert not ContactMoment.objects.exists()
        assert left.agreements.count() == 1
        robin.member.refresh_from_db()
        assert robin.member.end_date is not None
        assert Message.objects.get(address=robin.member.user.email, kind="keyfigures.privacy").path == f"/gegevens-verzoeken/{row.uuid}/"

    def test_a_running_complaint_is_ended_first(self, robin, frieda, annemarie):
        row = rights.ask(robin.member, right="delete", at=AT)
        robin.complaints.create(municipality=robin.municipality, handler=annemarie, submission=row.uuid, at=AT)

        with pytest.raises(NotPossible):
            rights.answer(row, by=frieda, decision="done", at=AT)

        row.refresh_from_db()
        assert row.answered_at is None

    def test_postgres_asks_a_reason_for_a_longer_term(self, robin, frieda):
        row = rights.ask(robin.member, right="object", text="-", at=AT)

        with pytest.raises(IntegrityError), transaction.atomic():
            DataRequest.objects.filter(pk=row.pk).update(extended_at=AT)


class TestPages:
    @pytest.fixture
    def told(self, db):
        """Everything there can be about Robin and Sam, and a privacy officer."""
        waterveen = MunicipalityFactory(name="Waterveen", may_store=True, second_reader=False)
        marieke, pim = (MembershipFactory(coordinator=True, municipality=waterveen, user__name=name) for name in ("Marieke", "Pim"))
        ilse = MembershipFactory(official=True, municipality=waterveen, user__name="Ilse")
        MembershipFactory(privacy_officer=True, municipality=waterveen, user__name="Frieda")
        robin, sam = (KeyFigureFactory(municipality=waterveen, contact_person=marieke, member__user__name=name) for name in ("Robin Zuid", "Sam Noord"))
        tell_all(robin, official=marieke, colleague=pim, handler=ilse, mark=HERS)
        tell_all(sam, official=marieke, colleague=pim, handler=ilse, mark=ANOTHERS)
        return robin, sam

    @time_machine.travel(AT + timedelta(hours=8), tick=False)
    def test_page_and_file_hold_every_field_and_every_reason(self, told, client):
        robin, _sam = told

        page = log_in(client, robin.member).get("/mijn-gegevens/").content.decode()
        file = json.loads(client.get("/mijn-gegevens/bestand/").content)

        groups = {group["name"]: group for group in file["groups"]}
        for source, model, about in own_data.all_about():
            group = groups[model._meta.label]
            assert group["why"]
            assert str(about.title) in page
            for field in own_data.fields_of(model):
                assert field.name in group["rows"][0]
                value = group["rows"][0][field.name]
                label = reasons.label_of(source, field)
                if model._meta.label == "keyfigures.KeyFigure" and field.name != "municipality" and field.name not in {"id", "uuid"}:
                    assert label in page, field.name
                if isinstance(value, str) and HERS in value and not value.startswith("sleutel"):
                    assert value in page
        assert "AVG artikel 6" in page
        assert HERS in page

    @time_machine.travel(AT + timedelta(hours=8), tick=False)
    def test_nothing_of_another_is_on_page_in_file_or_on_paper(self, told, client):
        robin, sam = told
        log_in(client, robin.member)

        for address in ("/mijn-gegevens/", "/mijn-gegevens/bestand/", "/mijn-gegevens/papier/"):
            content = client.get(address).content
            read = "".join((words_on(content) if content.startswith(b"%PDF") else content.decode()).split())
            assert HERS in read
            assert [word for word in (ANOTHERS, "SamNoord", sam.member.user.email, str(sam.uuid)) if word in read] == []

    @time_machine.travel(AT + timedelta(hours=8), tick=False)
    def test_every_field_and_every_reason_stands_on_her_page_and_on_paper(self, told, client):
        robin, _sam = told
        found = own_data.collect(Person(municipality=robin.municipality, address=robin.member.user.email, member=robin.member), today=TODAY)

        log_in(client, robin.member)
        page = "".join(html.unescape(strip_tags(client.get("/mijn-gegevens/").content.decode())).split())
        paper = "".join(words_on(client.get("/mijn-gegevens/papier/").content).split())

        with translation.override("nl"):
            shown = [value for group in found.groups for row in group.rows for value in row if not value.is_technical]
            words = {text for value in shown for text in (value.label, value.shown) if text}
            reasons_told = {text for group in found.groups for why in group.reasons for text in (why.purpose, why.basis, why.keep)}
        assert len(words) > 100
        assert [text for text in words | reasons_told if "".join(str(text).split()) not in paper] == []
        assert [text for text in words | reasons_told if "".join(str(text).split()) not in page] == []

    @time_machine.travel(AT + timedelta(hours=8), tick=False)
    def test_the_paper_is_a_tagged_pdf_with_a_neutral_name_that_nobody_keeps(self, told, client):
        robin, _sam = told

        answer = log_in(client, robin.member).get("/mijn-gegevens/papier/")

        assert answer.content.startswith(b"%PDF")
        assert b"/MarkInfo" in answer.content or b"StructTreeRoot" in answer.content
        assert answer["Content-Disposition"] == 'attachment; filename="mijn-gegevens.pdf"'
        assert "no-store" in answer["Cache-Control"]

    @time_machine.travel(AT + timedelta(hours=1), tick=False)
    def test_an_official_has_the_page_too(self, client, marieke, robin):
        assert log_in(client, marieke).get("/mijn-gegevens/").status_code == 200

    @time_machine.travel(AT + timedelta(hours=1), tick=False)
    def test_who_stopped_still_reads_it_and_still_asks(self, client, robin, marieke, frieda):
        stages.move(robin, way.END, by=marieke, at=AT, reason="time")

        log_in(client, robin.member)

        assert client.get("/mijn-gegevens/").status_code == 200
        assert client.post("/gegevens-verzoeken/nieuw/wissen/", {"text": ""}).status_code == 302
        assert client.get(f"/gegevens-verzoeken/{DataRequest.objects.get().uuid}/").status_code == 200

    @time_machine.travel(AT + timedelta(hours=1), tick=False)
    def test_before_she_confirmed_she_reads_what_the_row_holds(self, client, waterveen):
        offer = InvitationFactory(municipality=waterveen, name="Noor Ooster")
        another = InvitationFactory(municipality=waterveen, name="Een Ander")
        interest = InterestFactory(municipality=waterveen, name="Jo Wester")

        assert client.get("/mijn-gegevens/voor-u-bevestigt/").status_code == 410
        for mark, row in (("invitation", offer), ("interest", interest)):
            session = client.session
            session.flush()
            session[mark] = str(row.uuid)
            session.save()
            client.cookies["sessionid"] = session.session_key
            page = client.get("/mijn-gegevens/voor-u-bevestigt/").content.decode()
            assert row.name in page
            assert another.name not in page

    @time_machine.travel(AT + timedelta(hours=1), tick=False)
    @pytest.mark.parametrize("slug, status", [("verbeteren", 400), ("bezwaar", 400), ("stilzetten", 302), ("wissen", 302)])
    def test_only_what_needs_words_asks_for_them(self, client, robin, frieda, slug, status):
        assert log_in(client, robin.member).get(f"/gegevens-verzoeken/nieuw/{slug}/").status_code == 200
        assert client.post(f"/gegevens-verzoeken/nieuw/{slug}/", {"text": " "}).status_code == status

    @time_machine.travel(AT + timedelta(hours=1), tick=False)
    def test_asked_twice_says_so_and_keeps_what_was_typed(self, client, robin, frieda):
        rights.ask(robin.member, right="correct", text="-", at=AT)

        answer = log_in(client, robin.member).post("/gegevens-verzoeken/nieuw/verbeteren/", {"text": "mijn naam is anders"})

        assert answer.status_code == 409
        assert "mijn naam is anders" in answer.content.decode()

    @time_machine.travel(AT + timedelta(days=1), tick=False)
    def test_the_privacy_officer_answers_on_its_page(self, client, robin, frieda):
        row = rights.ask(robin.member, right="object", text="bel mij niet", at=AT)
        log_in(client, frieda)

        assert "Robin" in client.get("/gegevens-verzoeken/").content.decode()
        assert "bel mij niet" in client.get(f"/gegevens-verzoeken/{row.uuid}/").content.decode()
        assert client.post(f"/gegevens-verzoeken/{row.uuid}/antwoord/", {"decision": "refused"}).status_code == 400
        assert client.post(f"/gegevens-verzoeken/{row.uuid}/antwoord/", {"decision": "done"}).status_code == 302
        again = client.post(f"/gegevens-verzoeken/{row.uuid}/antwoord/", {"decision": "partly", "text": "toch niet"})
        assert again.status_code == 409
        assert "toch niet" in again.content.decode()

    @time_machine.travel(AT + timedelta(days=1), tick=False)
    def test_a_request_is_not_there_for_anybody_else(self, client, robin, sam, marieke, neighbour, oeverland, frieda):
        row = rights.ask(robin.member, right="object", text="bel mij niet", at=AT)
        elsewhere = MembershipFactory(privacy_officer=True, municipality=oeverland)

        for somebody in (sam.member, marieke, neighbour, elsewhere):
            log_in(client, somebody)
            assert client.get(f"/gegevens-verzoeken/{row.uuid}/").status_code == 404
            assert client.post(f"/gegevens-verzoeken/{row.uuid}/antwoord/", {"decision": "done"}).status_code == 404
            assert client.post(f"/gegevens-verzoeken/{row.uuid}/intrekken/").status_code == 404
        assert "Robin" not in log_in(client, elsewhere).get("/gegevens-verzoeken/").content.decode()
        assert log_in(client, marieke).get("/gegevens-verzoeken/").status_code == 404

    @time_machine.travel(AT + timedelta(days=1), tick=False)
    @pytest.mark.parametrize("number", [1, 3])
    def test_the_list_asks_as_much_for_three_as_for_one(self, client, waterveen, frieda, django_assert_num_queries, number):
        for _number in range(number):
            rights.ask(KeyFigureFactory(municipality=waterveen).member, right="correct", text="-", at=AT)
        log_in(client, frieda)

        with django_assert_num_queries(5):
            client.get("/gegevens-verzoeken/")

    @time_machine.travel(AT + timedelta(days=1), tick=False)
    def test_the_register_names_every_processing_and_can_be_saved(self, client, frieda, robin, marieke):
        log_in(client, frieda)

        page = client.get("/verwerkingsregister/").content.decode()

        for source in reasons.sources():
            if source.processing:
                assert str(source.processing.name) in page
        assert "own_words" not in page
        assert client.get("/verwerkingsregister/bestand/ods/").content.startswith(b"PK")
        assert "Waterveen" in client.get("/verwerkingsregister/bestand/csv/").content.decode("utf-8-sig")
        assert client.get("/verwerkingsregister/bestand/exe/").status_code == 404
        assert log_in(client, marieke).get("/verwerkingsregister/").status_code == 200
        assert log_in(client, robin.member).get("/verwerkingsregister/").status_code == 404

    @time_machine.travel(AT + timedelta(days=1), tick=False)
    def test_what_is_erased_when_is_for_the_privacy_officer(self, client, frieda, marieke, robin):
        erasing._prove(KeyFigure, 4, municipality=robin.municipality, at=AT)

        assert "30 dagen" in log_in(client, frieda).get("/bewaren/").content.decode()
        assert log_in(client, marieke).get("/bewaren/").status_code == 404


@pytest.mark.django_db(transaction=True)
def test_two_privacy_officers_answer_one_request(transactional_db):
    waterveen = MunicipalityFactory(name="Waterveen")
    officers = [MembershipFactory(privacy_officer=True, municipality=waterveen) for _number in range(2)]
    row = rights.ask(MembershipFactory(coordinator=True, municipality=waterveen), right="object", text="-", at=AT)
    start, results = threading.Barrier(2), []

    def answer(officer):
        try:
            start.wait(timeout=10)
            results.append(rights.answer(row, by=officer, decision="done", at=AT).handler)
        except NotPossible:
            results.append(None)
        finally:
            connection.close()

    threads = [threading.Thread(target=answer, args=[officer]) for officer in officers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)

    assert results.count(None) == 1
