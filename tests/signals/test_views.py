"""The pages around a report: who gets them, what they say, and what happens with bad input."""

import base64
import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pypdf import PdfReader

from audit.models import Entry
from signals import access, actions
from signals.models import ConcernDraft, ConcernReport, SealedText
from signals.querysets import Cursor
from tests.factories.accounts import MembershipFactory, MunicipalityFactory, log_in
from tests.factories.signals import SECRET, bring_to, file_one

WRITE = "/meldingen/zorg-delen/schrijven/"
SAW = {"saw": SECRET, "go": "next"}
WHERE = {"where": "Sportpark", "since": "weeks", "how_often": "once", "about": "person", "phenomenon": "unknown", "go": "next"}
CONTACT = {"reach_how": "phone", "reach_phone": "06 12 34 56 78", "name_may_be_mentioned": "no", "go": "next"}


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def mine(noor, ilse, joost, now):
    """A report of an hour ago."""
    return file_one(noor, at=now - timedelta(hours=1))


@pytest.fixture
def at_noor(noor):
    return log_in(Client(), noor)


@pytest.fixture
def at_ilse(ilse):
    return log_in(Client(), ilse)


def detail(report, *rest):
    return "/".join(["/meldingen", str(report.uuid), *rest, ""])


def opened(client, report):
    client.post(detail(report, "openen"), {"reason": "Ik ben de contactpersoon."})
    return client


def write_all(client):
    for page, fields in (("gezien", SAW), ("zorg", {"worries": "hij zoekt jongere kinderen op", "go": "next"}), ("waar", WHERE), ("contact", CONTACT)):
        answer = client.post(f"{WRITE}{page}/", fields)
        assert answer.status_code == 302, answer.content.decode()[:2000]
    return answer


def text(response):
    return re.sub(r"\s+", " ", response.content.decode())


class TestWho:
    @pytest.mark.parametrize(
        "path", ["", "openen/", "ontvangst/", "ontvangst.pdf", "bericht/", "notitie/", "stap/take_on/", "toegang/", "beoordelen/", "intrekken/", "heropenen/"],
    )
    @pytest.mark.parametrize("who", ["official without access", "key figure", "coordinator", "team lead", "administrator", "official elsewhere"])
    def test_not_visible_is_not_found(self, mine, waterveen, joke, who, path):
        members = {
            "official without access": lambda: joke,
            "key figure": lambda: MembershipFactory(key_figure=True, municipality=waterveen),
            "coordinator": lambda: MembershipFactory(coordinator=True, municipality=waterveen),
            "team lead": lambda: MembershipFactory(team_lead=True, municipality=waterveen),
            "administrator": lambda: MembershipFactory(administrator=True, municipality=waterveen),
            "official elsewhere": lambda: MembershipFactory(official=True),
        }
        client = log_in(Client(), members[who]())
        for answer in (client.get(f"/meldingen/{mine.uuid}/{path}"), client.post(f"/meldingen/{mine.uuid}/{path}")):
            assert answer.status_code in {404, 405}
            assert SECRET not in answer.content.decode()
            assert mine.number not in answer.content.decode()
        assert not Entry.objects.filter(subject=mine.uuid).exists()

    def test_strangers_are_sent_to_the_log_in(self, mine, client):
        for path in ("/meldingen/", "/meldingen/zorg-delen/", detail(mine), detail(mine, "ontvangst")):
            assert client.get(path)["Location"].startswith("/inloggen/")

    def test_the_coordinator_sees_the_clock_and_nothing_else(self, mine, waterveen):
        page = text(log_in(Client(), MembershipFactory(coordinator=True, municipality=waterveen)).get("/meldingen/klok/"))

        assert "Eerste antwoord" in page
        for leak in (mine.number, str(mine.uuid), "Noor", "Ilse", SECRET):
            assert leak not in page

    def test_no_page_of_a_concern_stays_in_the_browser(self, mine, at_noor, at_ilse):
        opened(at_ilse, mine)
        for client, path in ((at_noor, detail(mine)), (at_noor, "/meldingen/"), (at_noor, f"{WRITE}gezien/"), (at_ilse, detail(mine))):
            assert "no-store" in client.get(path)["Cache-Control"]


class TestShare:
    def test_the_numbers_are_those_of_the_municipality(self, at_noor, waterveen, ilse):
        waterveen.anonymous_number = "0800-1234"
        waterveen.save()
        page = text(at_noor.get("/meldingen/zorg-delen/"))

        for words in ("112", "0900-8844", "0800-1234", "Dan weet de politie uw naam", "lezen wij hier niets"):
            assert words in page

    def test_without_dpia_only_talking(self, at_noor, waterveen, ilse):
        waterveen.dpia_date = None
        waterveen.save()

        assert "Ik schrijf het op" not in text(at_noor.get("/meldingen/zorg-delen/"))
        assert at_noor.get(f"{WRITE}gezien/").status_code == 404
        answer = at_noor.post(
            "/meldingen/zorg-delen/praten/", {"reach_how": "phone", "reach_phone": "06 12 34 56 78", "submission": str(uuid4())}, follow=True,
        )
        assert "Dank u" in text(answer)

    def test_written_in_steps_and_sent_once(self, at_noor, ilse, joost):
        assert write_all(at_noor)["Location"] == f"{WRITE}controleren/"
        check = text(at_noor.get(f"{WRITE}controleren/"))
        for words in (SECRET, "hij zoekt jongere kinderen op", "Sportpark", "06 12 34 56 78"):
            assert words in check
        submission = re.search(r'name="submission" value="([^"]+)"', check)[1]

        first, second = (at_noor.post(f"{WRITE}controleren/", {"submission": submission}) for _each in range(2))
        assert first["Location"] == second["Location"]
        assert first["Location"].endswith("/ontvangst/")
        assert ConcernReport.objects.count() == 1
        assert not ConcernDraft.objects.exists()

    def test_each_answer_on_the_check_page_leads_to_its_own_question(self, at_noor, ilse):
        write_all(at_noor)
        links = re.findall(r'href="([^"]+[?]wijzig)#([^"]+)"', text(at_noor.get(f"{WRITE}controleren/")))
        assert len(links) == 14
        for url, place in links:
            assert f'id="{place}"' in text(at_noor.get(url))

    def test_the_last_step_takes_at_most_twelve_statements(self, at_noor, noor, ilse, joost):
        write_all(at_noor)
        at_noor.get("/meldingen/")
        with CaptureQueriesContext(connection) as captured:
            assert at_noor.post(f"{WRITE}controleren/").status_code == 302

        own = [query["sql"] for query in captured if not query["sql"].startswith(("SAVEPOINT", "RELEASE"))]
        assert len(own) <= 12, "\n".join(own)

    def test_going_back_keeps_what_was_typed_right_or_wrong(self, at_noor, ilse):
        at_noor.post(f"{WRITE}gezien/", SAW)
        at_noor.post(f"{WRITE}zorg/", {"worries": "x" * 900, "go": "back"})

        assert SECRET in text(at_noor.get(f"{WRITE}gezien/"))
        assert "x" * 900 in text(at_noor.get(f"{WRITE}zorg/"))

    @pytest.mark.parametrize(
        ("fields", "sentence"),
        [
            ({"saw": ""}, "Schrijf op wat u zag of hoorde"),
            ({"saw": "x" * 1501}, "Dit is te lang"),
            ({"saw": "een \x07 bel"}, "Er staat een teken in de tekst"),
            ({"saw": "\u202etxet"}, "Er staat een teken in de tekst"),
        ],
    )
    def test_what_is_wrong_is_said_beside_the_field(self, at_noor, ilse, fields, sentence):
        answer = at_noor.post(f"{WRITE}gezien/", {**fields, "go": "next"})
        page = answer.content.decode()

        assert answer.status_code == 400
        assert sentence in page
        assert 'aria-invalid="true"' in page
        assert '_saw_error"' in page
        assert fields["saw"][:20].strip("\u202e\x07") in page

    def test_a_warning_stops_once_and_is_not_kept(self, at_noor, ilse):
        risky = {"saw": "Hij is geboren op 04-03-2009.", "go": "next"}
        first = at_noor.post(f"{WRITE}gezien/", risky)
        seen = re.search(r'name="hints_seen" value="([^"]*)"', first.content.decode())[1]

        assert first.status_code == 200
        assert "Staat er een geboortedatum" in text(first)
        assert at_noor.post(f"{WRITE}gezien/", {**risky, "hints_seen": seen}).status_code == 302

    def test_five_in_an_hour_and_then_a_sentence_with_the_time(self, at_noor, noor, ilse, now):
        for minutes in range(5):
            file_one(noor, at=now - timedelta(minutes=minutes))
        write_all(at_noor)
        answer = at_noor.post(f"{WRITE}controleren/")

        assert answer.status_code == 429
        assert 1 <= int(answer["Retry-After"]) <= 3600
        assert re.search(r"vanaf \d+\.\d\d", answer.content.decode())
        assert ConcernReport.objects.count() == 5
        assert ConcernDraft.objects.count() == 1  # what was typed is still there

    def test_a_thousand_in_an_hour_are_refused_and_write_nothing(self, at_noor, noor, ilse, now):
        for minutes in range(5):
            file_one(noor, at=now - timedelta(minutes=minutes))
        answers = [
            at_noor.post("/meldingen/zorg-delen/praten/", {"reach_how": "phone", "reach_phone": "06 12 34 56 78", "submission": str(uuid4())}).status_code
            for _each in range(1000)
        ]

        assert set(answers) == {429}
        assert ConcernReport.objects.count() == 5

    def test_nobody_to_receive_it_is_said_with_a_phone_number(self, at_noor, noor):
        write_all(at_noor)
        answer = at_noor.post(f"{WRITE}controleren/")

        assert answer.status_code == 409
        assert "010 123 45 67" in text(answer)
        assert ConcernDraft.objects.count() == 1

    def test_a_forged_form_does_nothing(self, noor, ilse):
        client = log_in(Client(enforce_csrf_checks=True), noor)
        answer = client.post(f"{WRITE}gezien/", SAW)

        assert answer.status_code == 403
        assert "stond te lang open" in text(answer)
        assert SECRET not in text(answer)
        assert not ConcernDraft.objects.exists()

    def test_an_old_page_of_ours_gives_back_what_was_typed(self, noor, ilse):
        client = log_in(Client(enforce_csrf_checks=True), noor)
        answer = client.post(f"{WRITE}gezien/", SAW, headers={"Sec-Fetch-Site": "same-origin"})

        assert answer.status_code == 403
        assert SECRET in text(answer)

    def test_too_much_at_once(self, at_noor, ilse):
        answer = at_noor.post(f"{WRITE}gezien/", {"saw": "x" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 10)})

        assert answer.status_code == 413
        assert "te veel" in text(answer)
        assert "Er is niets bewaard" in text(answer)

    def test_after_a_session_that_ended_the_text_stands_there_again(self, noor, ilse):
        page = log_in(Client(), noor).get(f"{WRITE}gezien/").content.decode()
        token = re.search(r'name="bewaar_voor" value="([^"]+)"', page)[1]
        stranger = Client()
        answer = stranger.post(f"{WRITE}gezien/", {**SAW, "bewaar_voor": token})

        assert answer["Location"].startswith("/inloggen/")
        assert SECRET in text(log_in(Client(), noor).get(f"{WRITE}gezien/"))
        # On a shared telephone nobody else finds it.
        other = MembershipFactory(key_figure=True, municipality=noor.municipality)
        assert SECRET not in text(log_in(Client(), other).get(f"{WRITE}gezien/"))


class TestKept:
    """What was typed when the session ended stands in the form again, until it is sent."""

    def parked(self, member, path, fields):
        page = log_in(Client(), member).get(detail_of(path)).content.decode()
        token = re.search(r'name="bewaar_voor" value="([^"]+)"', page)[1]
        assert Client().post(path, {**fields, "bewaar_voor": token})["Location"].startswith("/inloggen/")
        return log_in(Client(), member)

    def test_a_message(self, mine, noor):
        path = detail(mine, "bericht")
        client = self.parked(noor, path, {"text": "Ik stond bij de ingang."})
        assert "Ik stond bij de ingang.</textarea>" in client.get(detail(mine)).content.decode()
        client.post(path, {"text": "Ik stond bij de ingang."})

        assert "Ik stond bij de ingang.</textarea>" not in client.get(detail(mine)).content.decode()

    def test_a_request_to_open_it_again(self, mine, noor, ilse, now):
        bring_to(mine, "closed", official=ilse, at=now - timedelta(minutes=59))
        path = detail(mine, "heropenen")
        client = self.parked(noor, path, {"reason": "Het begon weer."})

        assert "Het begon weer.</textarea>" in client.get(path).content.decode()


def detail_of(path):
    """The page on which this form stands."""
    return path if path.endswith("/heropenen/") else path.rsplit("/", 2)[0] + "/"


class TestOwn:
    def test_the_receipt_and_its_pdf_tell_the_days_and_not_the_text(self, mine, at_noor, tmp_path):
        page = text(at_noor.get(detail(mine, "ontvangst")))
        answer = at_noor.get(f"/meldingen/{mine.uuid}/ontvangst.pdf")
        (tmp_path / "x.pdf").write_bytes(answer.content)
        pdf = PdfReader(tmp_path / "x.pdf")
        printed = " ".join(each.extract_text() for each in pdf.pages)

        assert answer["Content-Type"] == "application/pdf"
        assert answer["Content-Disposition"] == 'attachment; filename="ontvangst.pdf"'
        assert len(pdf.pages) == 1
        for words in (mine.number, "Ilse"):
            assert words in page
            assert words in printed
        for leak in ("sticker", "Sportpark", "jongere kinderen"):
            assert leak not in page
            assert leak not in printed
        assert "/MarkInfo" in pdf.trailer["/Root"]  # tagged, for who listens

    def test_she_sees_who_opened_it_when_and_why(self, mine, at_noor, at_ilse):
        opened(at_ilse, mine)
        page = text(at_noor.get(detail(mine)))

        assert "Ik ben de contactpersoon." in page
        assert "Ilse" in page

    def test_late_is_said_first_with_who_was_asked(self, noor, ilse, joost, at_noor, now):
        from notifications.reminders import queue_clock_reminders

        late = file_one(noor, at=now - timedelta(days=20))
        queue_clock_reminders(at=now)
        page = text(at_noor.get(detail(late)))

        assert "Wij zijn te laat" in page
        assert "Wij hebben Joost (vervanger) gevraagd" in page

    def test_withdrawing_asks_first_and_cannot_be_done_twice(self, mine, at_noor):
        assert "Wilt u melding" in text(at_noor.get(detail(mine, "intrekken")))
        assert ConcernReport.objects.get().state == "received"
        at_noor.post(detail(mine, "intrekken"))
        again = at_noor.post(detail(mine, "intrekken"))

        assert again.status_code == 409
        assert not SealedText.objects.readable().exists()

    def test_an_unreadable_text_leaves_the_page_working(self, mine, at_noor, settings):
        settings.SEALED_TEXT_KEYS = ["9:" + base64.b64encode(b"z" * 32).decode()]
        answer = at_noor.get(detail(mine))

        assert answer.status_code == 200
        assert "kan nu niet worden gelezen" in text(answer)

    @pytest.mark.parametrize("number", [1, 3])
    def test_the_list_costs_the_same_for_one_and_three(self, noor, ilse, at_noor, now, number, django_assert_num_queries):
        for minutes in range(number):
            file_one(noor, at=now - timedelta(minutes=minutes))
        at_noor.get("/meldingen/")

        with django_assert_num_queries(5):
            assert text(at_noor.get("/meldingen/")).count('class="sf-row__title"') == number


class TestDesk:
    def test_the_first_opening_asks_why(self, mine, at_ilse):
        assert at_ilse.get(detail(mine))["Location"] == detail(mine, "openen")
        refused = at_ilse.post(detail(mine, "openen"), {"reason": ""})
        assert refused.status_code == 400
        assert SECRET not in text(refused)
        opened(at_ilse, mine)

        assert SECRET in text(at_ilse.get(detail(mine)))
        assert Entry.objects.get(verb=access.OPENED).reason == "Ik ben de contactpersoon."

    @pytest.mark.parametrize("path", ["stap/decide/", "bericht/", "notitie/"])
    def test_a_form_that_comes_back_is_no_way_around_the_reason(self, mine, at_ilse, path):
        answer = at_ilse.post(f"/meldingen/{mine.uuid}/{path}", {})

        assert answer["Location"] == detail(mine, "openen")
        assert not Entry.objects.filter(subject=mine.uuid).exists()

    def test_only_what_is_possible_has_a_button(self, mine, at_ilse, ilse):
        page = text(opened(at_ilse, mine).get(detail(mine)))

        assert "/stap/take_on/" in page
        for step in ("decide", "close", "reopen", "hand_over_outside", "pause"):
            assert f"/stap/{step}/" not in page

    @pytest.mark.parametrize("step", ["close", "decide", "reopen", "resume", "pause"])
    def test_a_step_that_is_not_possible_now_is_409_with_the_page_as_it_is(self, mine, at_ilse, step):
        fields = {
            "decide": {"outcome": "advice_given"},
            "reopen": {"reason": "Toch wel."},
            "pause": {"question": "Was u er zelf bij?", "until": (timezone.localdate() + timedelta(days=5)).isoformat()},
        }
        answer = opened(at_ilse, mine).post(detail(mine, "stap", step), fields.get(step, {}))

        assert answer.status_code == 409
        assert "kan nu niet" in text(answer)
        assert "Wat doe je nu?" in text(answer)
        assert all(value in text(answer) for name, value in fields.get(step, {}).items() if name in {"question", "reason"})
        assert ConcernReport.objects.get().state == "received"

    def test_a_second_tab_of_the_same_official_reads_that_it_was_done_already(self, mine, at_ilse, ilse, now):
        opened(at_ilse, mine)
        actions.take_on(mine, actor=ilse, at=now)
        fields = {"question": "Was u er zelf bij?", "until": (timezone.localdate() + timedelta(days=5)).isoformat()}
        at_ilse.post(detail(mine, "stap", "pause"), fields)
        answer = at_ilse.post(detail(mine, "stap", "pause"), fields)

        assert answer.status_code == 409
        assert "De klok staat al stil." in text(answer)
        assert "met hetzelfde account, in een ander tabblad" in text(answer)
        assert "Ilse zette" not in text(answer)

    def test_two_tabs_the_second_reads_who_was_first(self, mine, at_ilse, joost):
        at_joost = opened(log_in(Client(), joost), mine)
        opened(at_ilse, mine).post(detail(mine, "stap", "take_on"))
        answer = at_joost.post(detail(mine, "stap", "take_on"))

        assert answer.status_code == 409
        assert "Ilse nam de laatste stap" in text(answer) or "Ilse" in text(answer)

    def test_wrong_dates_are_said_beside_the_field(self, mine, at_ilse, ilse, now):
        opened(at_ilse, mine)
        actions.take_on(mine, actor=ilse, at=now)
        for until in (timezone.localdate(), timezone.localdate() + timedelta(days=60), "morgen"):
            answer = at_ilse.post(detail(mine, "stap", "pause"), {"question": "Was u er zelf bij?", "until": str(until)})
            assert answer.status_code == 400
            assert "Was u er zelf bij?" in text(answer)
            assert "Kies een dag" in text(answer)
        assert not ConcernReport.objects.get().is_paused

    def test_somebody_of_another_municipality_cannot_be_chosen(self, mine, at_ilse):
        stranger = MembershipFactory(official=True, municipality=MunicipalityFactory())
        answer = opened(at_ilse, mine).post(detail(mine, "stap", "hand_over"), {"to": str(stranger.uuid), "reason": "x"})

        assert answer.status_code == 400
        assert stranger.name not in text(answer)

    def test_an_unknown_step_is_not_found(self, mine, at_ilse):
        assert opened(at_ilse, mine).post(detail(mine, "stap", "delete")).status_code == 404

    def test_passing_on_outside_asks_to_confirm(self, mine, at_ilse, ilse, now):
        opened(at_ilse, mine)
        bring_to(mine, "contacted", official=ilse, at=now - timedelta(minutes=30))
        asked = at_ilse.post(detail(mine, "stap", "hand_over_outside"), {"handed_to": "police"})
        assert asked.status_code == 200
        assert SealedText.objects.readable().exists()
        at_ilse.post(detail(mine, "stap", "hand_over_outside"), {"handed_to": "police", "confirmed": "True"})

        assert not SealedText.objects.readable().exists()
        assert ConcernReport.objects.get().handed_to == "police"

    def test_by_phone_for_a_key_figure(self, at_ilse, noor, joost):
        fields = {"reporter": str(noor.uuid), "submission": str(uuid4()), **SAW, **WHERE, **CONTACT}
        assert at_ilse.post("/meldingen/telefonisch/", fields).status_code == 302

        report = ConcernReport.objects.get()
        assert (report.way, report.reporter, report.entered_by.name) == ("phone", noor, "Ilse")
        assert "Ilse" in text(log_in(Client(), noor).get(detail(report)))

    def test_access_for_a_colleague_and_its_end(self, mine, at_ilse, joke):
        opened(at_ilse, mine)
        until = (timezone.localdate() + timedelta(days=3)).isoformat()
        at_ilse.post(detail(mine, "toegang"), {"member": str(joke.uuid), "reason": "Kent de buurt.", "expires_on": until})
        at_joke = opened(log_in(Client(), joke), mine)
        assert SECRET in text(at_joke.get(detail(mine)))

        page = at_ilse.get(detail(mine, "toegang")).content.decode()
        at_ilse.post(re.search(r'action="([^"]+/beeindigen/)"', page)[1])
        assert at_joke.get(detail(mine)).status_code == 404

    def test_an_emergency_leads_to_the_report(self, mine, joke):
        at_joke = log_in(Client(), joke)
        assert at_joke.post("/meldingen/noodtoegang/", {"number": "2020-0001", "reason": "Gevaar."}).status_code == 400
        answer = at_joke.post("/meldingen/noodtoegang/", {"number": mine.number, "reason": "Gevaar."}, follow=True)

        assert SECRET in text(answer)


class TestWorkList:
    def test_what_is_late_on_top_then_what_is_due_first(self, noor, ilse, at_ilse, now):
        reports = {days: file_one(noor, at=now - timedelta(days=days)) for days in (1, 30, 5)}
        page = text(at_ilse.get("/meldingen/"))

        places = {days: page.index(report.number) for days, report in reports.items()}
        assert places[30] < places[5] < places[1]

    def test_filters(self, noor, ilse, at_ilse, now):
        late, fresh = file_one(noor, at=now - timedelta(days=30)), file_one(noor, at=now)
        gone = bring_to(file_one(noor, at=now - timedelta(hours=2)), "withdrawn", official=ilse, at=now)

        for view, expected in (("te-laat", {late.number}), ("open", {late.number, fresh.number}), ("klaar", {gone.number}), ("wacht", set())):
            page = text(at_ilse.get(f"/meldingen/?toon={view}"))
            assert {number for number in (late.number, fresh.number, gone.number) if number in page} == expected

    def test_pages_follow_each_other_without_gap_or_double(self, noor, ilse, waterveen, at_ilse, now):
        waterveen.reports_per_hour = waterveen.reports_per_day = 60
        waterveen.save()
        numbers = {file_one(noor, at=now - timedelta(minutes=minute)).number for minute in range(55)}
        seen, path = [], "/meldingen/"
        for _page in range(3):
            page = at_ilse.get(path).content.decode()
            seen += re.findall(r">(\d{4}-\d{4})</a>", page)
            following = re.search(r'href="(\?[^"]*na=[^"]+)"', page)
            path = "/meldingen/" + following[1].replace("&amp;", "&") if following else path

        assert len(seen) == 55
        assert set(seen) == numbers
        assert len(re.findall(r">(\d{4}-\d{4})</a>", at_ilse.get("/meldingen/?aantal=100").content.decode())) == 55

    def test_what_stands_still_comes_after_all_that_runs_and_before_what_is_done_also_over_pages(self, noor, ilse, waterveen, now):
        waterveen.reports_per_hour = waterveen.reports_per_day = 60
        waterveen.save()
        made = [file_one(noor, at=now) for _each in range(8)]
        for place, report in enumerate(made):
            actions.take_on(report, actor=ilse, at=now)
            if place in {0, 2, 5}:
                actions.pause(report, actor=ilse, at=now, reason="question", question="?", until=timezone.localdate(now) + timedelta(days=6))
        for place in (3, 6):
            actions.withdraw(made[place], actor=noor, at=now)
        ConcernReport.objects.filter(pk=made[0].pk).update(next_due_at=now + timedelta(hours=1))  # by its day it would be the first
        reports = ConcernReport.objects.visible_to(ilse, at=now).for_list()
        seen, cursor = [], None
        while page := list(reports.page_after(cursor, 2)):
            seen += [made.index(report) for report in page]
            cursor = Cursor.read(str(Cursor.of(page[-1])))

        assert seen == [7, 4, 1, 0, 5, 2, 6, 3]

    @pytest.mark.parametrize("after", ["x", "_", "1_99999999999999999999_1", "1_nan_1", "0_1_x", "1"])
    def test_a_changed_address_begins_at_the_top(self, mine, at_ilse, after):
        assert mine.number in text(at_ilse.get(f"/meldingen/?na={after}"))

    @pytest.mark.parametrize("number", [1, 3])
    def test_it_costs_the_same_for_one_and_three(self, noor, ilse, at_ilse, now, number, django_assert_num_queries):
        for minutes in range(number):
            file_one(noor, at=now - timedelta(minutes=minutes))
        at_ilse.get("/meldingen/")

        with django_assert_num_queries(5):
            assert text(at_ilse.get("/meldingen/")).count('class="sf-row__title"') == number
