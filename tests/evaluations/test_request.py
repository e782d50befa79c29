import io
import zipfile
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from evaluations import known_data
from evaluations.actions import request as acts
from evaluations.actions.finishing import NotOpen
from evaluations.actions.request import TEXTS, NotComplete, RequestChanged
from evaluations.models.evaluation import Evaluation
from evaluations.models.request import EffectRequest
from evaluations.presentation import request as words_of
from terms.models import Clock
from tests.factories.accounts import log_in
from tests.factories.evaluations import EvaluationFactory, GuestFactory
from tests.factories.keyfigures import AT, AskFactory
from tests.threads import at_once
from ui import papers

SECRET = "De raad twijfelt of het netwerk doorgaat."


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(AT, tick=False)


@pytest.fixture
def evaluation(waterveen, marieke):
    return EvaluationFactory(municipality=waterveen, owner=marieke, kind="effect", title="Wat brengt het netwerk?", questions=None, opened=True)


def texts(**some):
    return dict.fromkeys(TEXTS, "") | some


FULL = dict.fromkeys(TEXTS, "Geschreven.")


def save(evaluation, by, *, edits=0, **some):
    return acts.save(evaluation, by=by, at=AT, edits=edits, texts=texts(**some))


def address(name, evaluation):
    return reverse(f"evaluations:request_{name}", args=[evaluation.uuid])


class TestWriting:
    def test_a_part_can_be_saved_and_the_same_twice_is_once(self, evaluation, marieke):
        for _each in range(2):
            save(evaluation, marieke, reason=SECRET)

        kept = EffectRequest.objects.get()
        assert (kept.reason, kept.goal, kept.written_by, kept.edits) == (SECRET, "", marieke, 1)

    def test_writing_begins_a_planned_one(self, evaluation, marieke):
        Evaluation.objects.update(state="planned", opened_at=None)
        save(evaluation, marieke, reason=SECRET)

        evaluation.refresh_from_db()
        assert (evaluation.state, Clock.objects.get().kind) == ("open", "evaluations.finish")

    def test_a_colleague_is_not_overwritten(self, evaluation, marieke, pim):
        save(evaluation, marieke, reason=SECRET)
        with pytest.raises(RequestChanged):
            save(evaluation, pim, reason="Iets anders.")
        assert EffectRequest.objects.get().reason == SECRET

    def test_others_write_nothing(self, evaluation, thijs, annemarie, esther, neighbour, robin):
        GuestFactory(evaluation=evaluation, member=esther)
        for by in (thijs, annemarie, esther, neighbour, robin.member):
            with pytest.raises(PermissionDenied):
                save(evaluation, by, reason=SECRET)

    def test_a_process_evaluation_has_no_request(self, waterveen, marieke):
        with pytest.raises(NotOpen):
            save(EvaluationFactory(municipality=waterveen, owner=marieke, kind="process", questions=None, opened=True), marieke, reason=SECRET)


class TestFinishing:
    def test_it_is_closed_when_every_part_is_written(self, evaluation, marieke):
        save(evaluation, marieke, **{**FULL, "planning": ""})
        with pytest.raises(NotComplete) as problem:
            acts.finish(evaluation, by=marieke, at=AT)
        assert problem.value.missing == ["planning"]
        save(evaluation, marieke, edits=1, **FULL)

        acts.finish(evaluation, by=marieke, at=AT)

        evaluation.refresh_from_db()
        assert (evaluation.state, evaluation.closed_at) == ("closed", AT)
        clock = Clock.objects.open().get()
        assert (clock.kind, clock.due_at.date()) == ("evaluations.share_back", date(2026, 6, 30))
        for act in (lambda: acts.finish(evaluation, by=marieke, at=AT), lambda: save(evaluation, marieke, edits=2)):
            with pytest.raises(NotOpen):
                act()


@pytest.mark.django_db(transaction=True)
def test_two_who_write_at_the_same_moment_do_not_lose_each_others_text(evaluation, marieke, pim):
    results = at_once(*(lambda by=by: save(evaluation, by, reason=f"Van {by.pk}.") for by in (marieke, pim)))

    assert sorted(type(each).__name__ for each in results) == ["EffectRequest", "RequestChanged"]
    assert EffectRequest.objects.get().edits == 1


class TestWhichDataThereAre:
    def test_numbers_are_rounded_and_what_is_small_is_not_told_with_its_year(self, waterveen, robin):
        for _each in range(7):
            AskFactory(key_figure=robin)
        kept = {each.what: (each.how_many, each.since) for each in known_data.counted(waterveen)}

        assert kept["Vragen aan sleutelfiguren, met hun antwoord"] == ("5 of meer", "2026")
        assert kept["Trainingen"] == ("geen", "")

    def test_four_are_too_few_to_show_and_what_is_of_another_municipality_does_not_count(self, waterveen, robin, oeverland):
        for _each in range(4):
            AskFactory(key_figure=robin)
        AskFactory.create_batch(6)
        kept = {each.what: (each.how_many, each.since) for each in known_data.counted(waterveen)}

        assert kept["Vragen aan sleutelfiguren, met hun antwoord"] == ("te weinig om te tonen", "")

    def test_every_register_of_the_application_stands_in_the_list(self):
        assert {"Evaluaties van de samenwerking"} < {each.name for each in known_data.registers()}


def text_of(odt):
    with zipfile.ZipFile(io.BytesIO(odt)) as folder:
        assert folder.infolist()[0].filename == "mimetype"
        assert folder.infolist()[0].compress_type == zipfile.ZIP_STORED
        assert folder.read("mimetype") == b"application/vnd.oasis.opendocument.text"
        listed = {each.filename for each in folder.infolist()} - {"mimetype", "META-INF/manifest.xml"}
        assert all(f'full-path="{name}"' in folder.read("META-INF/manifest.xml").decode() for name in listed)
        root = ET.fromstring(folder.read("content.xml"))
    return "\n".join(root.itertext())


class TestPages:
    def test_she_writes_saves_and_takes_it_along(self, client, evaluation, marieke):
        assert address("edit", evaluation) in log_in(client, marieke).get(reverse("evaluations:evaluation_detail", args=[evaluation.uuid])).content.decode()
        data = texts(reason=SECRET, goal="Wie mist er?") | {"version": 0}

        assert client.post(address("edit", evaluation), data).url == reverse("evaluations:evaluation_detail", args=[evaluation.uuid])
        assert SECRET in client.get(address("edit", evaluation)).content.decode()
        odt, pdf = client.get(address("odt", evaluation)), client.get(address("pdf", evaluation))
        assert SECRET in text_of(odt.content)
        assert (odt["Content-Type"], pdf["Content-Type"]) == ("application/vnd.oasis.opendocument.text", "application/pdf")
        assert pdf.content.startswith(b"%PDF")
        assert evaluation.title not in odt["Content-Disposition"] + pdf["Content-Disposition"]

    def test_the_text_holds_the_data_there_are_and_no_person(self, client, evaluation, marieke, robin, sam):
        save(evaluation, marieke, reason=SECRET)
        told = text_of(log_in(client, marieke).get(address("odt", evaluation)).content)

        assert "Contactmomenten, in rustige tijd of na een incident" in told
        assert "geen tekst uit de toolkit van de overheid" in told
        for name in ("Robin", "Sam", "Marieke"):
            assert name not in told

    def test_signs_that_xml_cannot_hold_do_not_break_the_file(self, evaluation, marieke):
        save(evaluation, marieke, reason="Eerste regel\nTweede <regel> & \x0bmeer")

        told = text_of(papers.odt_of(words_of.paper(evaluation, at=AT)))
        assert "Eerste regel" in told.split("\n")
        assert "Tweede <regel> & meer" in told.split("\n")

    def test_a_colleague_who_wrote_meanwhile_is_shown_beside_what_was_typed(self, client, evaluation, marieke, pim):
        save(evaluation, pim, reason="Van Pim.")
        answer = log_in(client, marieke).post(address("edit", evaluation), texts(reason="Van Marieke.") | {"version": 0})
        shown = answer.content.decode()

        assert answer.status_code == 409
        assert "Van Pim." in shown
        assert "Van Marieke." in shown
        data = texts(reason="Van Marieke.") | {"version": answer.context["form"]["version"].value()}
        assert client.post(address("edit", evaluation), data).status_code == 302
        assert EffectRequest.objects.get().reason == "Van Marieke."

    def test_it_is_finished_from_its_page(self, client, evaluation, marieke):
        detail = reverse("evaluations:evaluation_detail", args=[evaluation.uuid])
        assert log_in(client, marieke).post(address("finish", evaluation)).status_code == 409
        save(evaluation, marieke, **FULL)
        assert address("finish", evaluation) in client.get(detail).content.decode()

        assert client.post(address("finish", evaluation)).url == detail
        assert client.get(address("edit", evaluation)).url == detail

    def test_who_may_see_results_reads_it_when_it_is_finished_and_a_guest_never(self, client, evaluation, marieke, thijs, esther, neighbour, robin):
        save(evaluation, marieke, **{**FULL, "reason": SECRET})
        GuestFactory(evaluation=evaluation, member=esther)
        for by in (thijs, esther, neighbour, robin.member):
            for name in ("edit", "pdf", "odt"):
                assert log_in(client, by).get(address(name, evaluation)).status_code == 404
        assert SECRET not in log_in(client, esther).get(reverse("evaluations:evaluation_detail", args=[evaluation.uuid])).content.decode()
        acts.finish(evaluation, by=marieke, at=AT)

        assert SECRET in text_of(log_in(client, thijs).get(address("odt", evaluation)).content)
        assert log_in(client, esther).get(address("odt", evaluation)).status_code == 404

    def test_more_than_two_thousand_signs_are_refused_and_not_lost(self, client, evaluation, marieke):
        answer = log_in(client, marieke).post(address("edit", evaluation), texts(reason="a" * 50_000) | {"version": 0})

        assert answer.status_code == 400
        assert "a" * 50_000 in answer.content.decode()

    def test_statements_stay_the_same_with_more_data(self, client, evaluation, marieke, robin, django_assert_num_queries):
        save(evaluation, marieke, reason=SECRET)
        log_in(client, marieke).get("/evaluaties/")  # once for the session
        for number in (1, 3):
            AskFactory.create_batch(number, key_figure=robin)
            with django_assert_num_queries(14):
                client.get(address("edit", evaluation))
            with django_assert_num_queries(1):
                assert words_of.section(evaluation, reader=marieke, at=AT) is not None
