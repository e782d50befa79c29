"""The pages of a reconsideration and of a complaint."""

from uuid import uuid4

import pytest
from django.urls import reverse

from audit.models import Entry
from keyfigures.actions import reconsideration as procedure
from keyfigures.actions import treatment
from keyfigures.models.reconsideration import Reconsideration, SealedStatement
from keyfigures.models.settings import NetworkSettings
from keyfigures.models.treatment import Complaint
from terms.models import Clock
from tests.factories.accounts import MembershipFactory, log_in
from tests.factories.keyfigures import AT, TODAY, KeyFigureFactory

FACT = "Op 2 juni deelde u in de groep een bericht van een ander."
TEXT = "Ik werd twee keer niet teruggebeld."


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(AT, tick=False)


def url(name, *args):
    return reverse(f"keyfigures:{name}", args=args)


class TestReconsideration:
    @pytest.fixture
    def raised(self, robin, marieke, pim, annemarie):
        return procedure.raise_question(robin, by=marieke, at=AT, fact=FACT)

    def step(self, client, member, row, name, **values):
        return log_in(client, member).post(url(f"reconsideration_{name}", row.uuid), values)

    def test_from_the_question_to_the_decision(self, client, robin, marieke, pim, annemarie):
        page = log_in(client, marieke).get(url("reconsideration_new", robin.uuid)).content.decode()
        assert "Twee ambtenaren beslissen" in page  # the text that both agreed
        log_in(client, marieke).post(url("reconsideration_new", robin.uuid), {"fact": FACT})
        row = Reconsideration.objects.get()

        self.step(client, robin.member, row, "reading", text="Zo zie ik het.")
        self.step(client, marieke, row, "talk", talk_on=TODAY.isoformat(), her_reading="")
        self.step(client, annemarie, row, "propose", outcome="go_on", reason="Wij spraken iets af.")
        shown = log_in(client, robin.member).get(url("reconsideration_detail", row.uuid)).content.decode()
        assert "nog geen besluit" in shown
        assert "Wij spraken iets af." in shown
        for decider, title in ((pim, "Een voorstel over Robin wacht op jou"), (annemarie, "Een voorstel wacht op de tweede van jullie")):
            assert title in log_in(client, decider).get(url("reconsideration_detail", row.uuid)).content.decode()
        self.step(client, pim, row, "agree")

        row.refresh_from_db()
        shown = log_in(client, robin.member).get(url("reconsideration_detail", row.uuid)).content.decode()
        assert row.state == "decided"
        assert "U kunt bezwaar maken" in shown
        assert "Zo zie ik het." in shown

    def test_the_form_warns_once_when_it_reads_like_a_judgement(self, client, robin, marieke, pim, annemarie):
        work = log_in(client, marieke)
        first = work.post(url("reconsideration_new", robin.uuid), {"fact": "Zij is altijd onbetrouwbaar."})

        assert first.status_code == 200
        assert "oordeel" in first.content.decode()
        assert not Reconsideration.objects.exists()
        work.post(url("reconsideration_new", robin.uuid), {"fact": "Zij is altijd onbetrouwbaar.", "hints_seen": "fact:judgement"})
        assert Reconsideration.objects.exists()

    def test_without_two_others_it_says_so_and_keeps_what_was_typed(self, client, robin, marieke):
        answer = log_in(client, marieke).post(url("reconsideration_new", robin.uuid), {"fact": FACT})

        assert answer.status_code == 409
        assert FACT in answer.content.decode()

    def test_a_step_that_came_too_late_shows_the_page_as_it_is(self, client, raised, marieke):
        self.step(client, marieke, raised, "talk", talk_on=TODAY.isoformat(), her_reading="Haar woorden.")
        late = self.step(client, marieke, raised, "talk", talk_on=TODAY.isoformat(), her_reading="Andere woorden.")

        assert late.status_code == 409
        assert "Andere woorden." in late.content.decode()

    def test_each_opening_is_logged_and_shown_to_her(self, client, raised, robin, annemarie):
        for _each in range(2):
            log_in(client, annemarie).get(url("reconsideration_detail", raised.uuid))
        log_in(client, robin.member).get(url("reconsideration_detail", raised.uuid))

        assert Entry.objects.filter(verb="keyfigures.reconsideration_read").count() == 1
        assert "Anne-Marie, Teamleider" in log_in(client, robin.member).get(url("reconsideration_detail", raised.uuid)).content.decode()

    def test_nobody_else_finds_it(self, client, raised, sam, neighbour, waterveen):
        third = MembershipFactory(coordinator=True, municipality=waterveen)
        for member in (sam.member, neighbour, third):
            assert log_in(client, member).get(url("reconsideration_detail", raised.uuid)).status_code == 404
            for name in ("reading", "talk", "propose", "disagree", "agree"):
                assert self.step(client, member, raised, name, text="x", reason="x", outcome="end").status_code == 404

    def test_who_raised_it_finds_no_way_to_decide(self, client, raised, marieke, annemarie):
        self.step(client, marieke, raised, "talk", talk_on=TODAY.isoformat(), her_reading="Haar woorden.")

        assert self.step(client, marieke, raised, "propose", outcome="end", reason="x").status_code == 404
        assert "Stel uitkomst voor" not in log_in(client, marieke).get(url("reconsideration_detail", raised.uuid)).content.decode()

    @pytest.mark.parametrize("page", ["/sleutelfiguren/", "/sleutelfiguren/lijst/csv/", "/sleutelfiguren/fasen/", "/geven-en-nemen/", "/sleutelfiguren/verloop/"])
    def test_no_list_and_no_export_tells_of_it_also_not_to_who_raised_it(self, client, raised, marieke, page):
        shown = log_in(client, marieke).get(page)
        told = shown.content.decode().lower()

        assert shown.status_code == 200
        assert "heroverweging" not in told
        assert "bericht van een ander" not in told
        assert str(raised.uuid) not in told

    def test_a_text_that_does_not_open_leaves_the_page_whole(self, client, raised, robin, caplog):
        SealedStatement.objects.update(key_id="gone")

        answer = log_in(client, robin.member).get(url("reconsideration_detail", raised.uuid))

        assert answer.status_code == 200
        assert "kan nu niet worden getoond" in answer.content.decode()
        assert "a sealed text does not open" in caplog.text

    @pytest.mark.parametrize("state", ["raised", "heard", "proposed"])
    def test_the_page_stands_also_without_a_promise(self, client, raised, robin, marieke, pim, annemarie, state):
        if state != "raised":
            self.step(client, marieke, raised, "talk", talk_on=TODAY.isoformat(), her_reading="Haar woorden.")
        if state == "proposed":
            self.step(client, annemarie, raised, "propose", outcome="go_on", reason="Wij spraken iets af.")
        Clock.objects.all().delete()

        for member in (robin.member, marieke, pim, annemarie):
            assert log_in(client, member).get(url("reconsideration_detail", raised.uuid)).status_code == 200

    @pytest.mark.parametrize("number", [1, 3])
    def test_the_number_of_statements(self, client, raised, robin, number, django_assert_num_queries):
        for place in range(number):
            procedure.write_reading(raised, by=robin.member, at=AT, text=f"Lezing {place}")
        hers = log_in(client, robin.member)
        hers.get(url("reconsideration_detail", raised.uuid))

        with django_assert_num_queries(7):
            hers.get(url("reconsideration_detail", raised.uuid))


class TestComplaint:
    @pytest.fixture
    def made(self, robin, annemarie):
        return treatment.complain(robin, by=robin.member, at=AT, submission=uuid4(), text=TEXT)

    def test_sent_twice_is_one_and_the_day_stands_there_at_once(self, client, robin, annemarie):
        hers, form = log_in(client, robin.member), {"submission": str(uuid4()), "text": TEXT}
        answers = [hers.post(url("complaint_new"), form, follow=True) for _each in range(2)]

        assert Complaint.objects.count() == 1
        assert "U krijgt antwoord uiterlijk dinsdag 21 juli" in answers[0].content.decode().replace("\xa0", " ")

    def test_where_nobody_can_handle_it_she_reads_whom_to_call(self, client, robin, waterveen):
        NetworkSettings.objects.create(municipality=waterveen, complaint_name="Ombudsfunctionaris Visser", complaint_phone="010 765 43 21")

        answer = log_in(client, robin.member).post(url("complaint_new"), {"submission": str(uuid4()), "text": TEXT})

        assert answer.status_code == 409
        for part in ("Ombudsfunctionaris Visser", "010 765 43 21", TEXT):
            assert part in answer.content.decode()

    def test_answered_with_what_was_found(self, client, made, annemarie, robin):
        work = log_in(client, annemarie)
        work.post(url("complaint_extend", made.uuid))
        work.post(url("complaint_answer", made.uuid), {"finding": "partly", "text": "Wij bellen voortaan terug."})

        shown = log_in(client, robin.member).get(url("complaint_detail", made.uuid)).content.decode()
        assert "Wij bellen voortaan terug." in shown
        assert "voor een deel gelijk" in shown

    def test_two_who_answer_at_once_get_one_answer_and_one_clear_message(self, client, made, annemarie):
        work = log_in(client, annemarie)
        work.post(url("complaint_answer", made.uuid), {"finding": "founded", "text": "Eerst"})

        late = work.post(url("complaint_answer", made.uuid), {"finding": "unfounded", "text": "Later"})

        assert late.status_code == 409
        assert "Later" in late.content.decode()

    def test_taken_back_on_a_page_of_its_own(self, client, made, robin):
        hers = log_in(client, robin.member)
        assert "ongedaan" in hers.get(url("complaint_withdraw", made.uuid)).content.decode()

        shown = hers.post(url("complaint_withdraw", made.uuid), follow=True).content.decode()

        assert TEXT not in shown

    def test_who_opened_it_is_shown_to_her(self, client, made, annemarie, robin):
        log_in(client, annemarie).get(url("complaint_detail", made.uuid))

        assert "Anne-Marie, Teamleider" in log_in(client, robin.member).get(url("complaint_detail", made.uuid)).content.decode()

    def test_nobody_else_finds_it(self, client, made, marieke, sam, neighbour, oeverland):
        far = MembershipFactory(team_lead=True, municipality=oeverland)
        for member in (marieke, sam.member, neighbour, far):
            for name in ("detail", "withdraw"):
                assert log_in(client, member).get(url(f"complaint_{name}", made.uuid)).status_code == 404
            for name in ("answer", "extend", "withdraw"):
                assert log_in(client, member).post(url(f"complaint_{name}", made.uuid), {"finding": "founded", "text": "x"}).status_code == 404
        assert Complaint.objects.get().state == "made"

    def test_the_pages_stand_also_without_a_promise(self, client, made, annemarie, robin):
        Clock.objects.all().delete()

        for member, told in ((robin.member, "U krijgt antwoord op uw klacht"), (annemarie, "wacht op antwoord op een klacht")):
            for page in (url("complaint_list"), url("complaint_detail", made.uuid)):
                answer = log_in(client, member).get(page)
                assert answer.status_code == 200
                assert "Ingetrokken" not in answer.content.decode()
            assert told in answer.content.decode()

    def test_her_list_holds_only_hers(self, client, made, sam, robin):
        assert str(made.uuid) in log_in(client, robin.member).get(url("complaint_list")).content.decode()
        assert str(made.uuid) not in log_in(client, sam.member).get(url("complaint_list")).content.decode()

    @pytest.mark.parametrize("number", [1, 3])
    def test_the_list_costs_the_same_for_one_and_three(self, client, waterveen, annemarie, number, django_assert_num_queries):
        for place in range(number):
            for closed in (False, True):
                figure = KeyFigureFactory(municipality=waterveen)
                row = treatment.complain(figure, by=figure.member, at=AT, submission=uuid4(), text=f"{place}")
                if closed:
                    treatment.answer(row, by=annemarie, at=AT, finding="founded", text="x")
        work = log_in(client, annemarie)
        work.get(url("complaint_list"))

        with django_assert_num_queries(9):
            work.get(url("complaint_list"))
