from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse

from approach import outside
from approach.actions import Changed, NotPossible
from approach.actions import page as acts
from approach.models.page import PublicPage
from approach.outside import Door
from audit.models import Entry
from tests.approach.test_vision_pages import text_of
from tests.factories.accounts import MembershipFactory, log_in
from tests.factories.approach import VisionFactory, adopted_vision
from tests.factories.keyfigures import AT, TODAY, NetworkSettingsFactory
from tests.papers import words_on
from tests.threads import at_once

SETTINGS, PREVIEW, SECURITY = reverse("approach:page_settings"), reverse("approach:page_preview"), "/.well-known/security.txt"
ABOUT, DRAFT = "Wij werken met mensen die hun buurt kennen.", "Dit is nog een concept."
PARTS = ("page", "vision", "vision_pdf", "privacy", "accessibility", "reports")


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(AT, tick=False)


def values(**other):
    return {
        "is_open": True, "about": ABOUT, "shows_vision": True, "shows_initiatives": True, "shows_reports": True, "privacy_email": "privacy@waterveen.example",
        "accessibility_status": "B", "accessibility_tested_on": date(2026, 5, 1), "accessibility_gaps": "Kaarten zijn niet te lezen met een voorleesprogramma.",
        "security_contact": "security@waterveen.example", "security_policy": "https://waterveen.example/melden", "security_until": date(2026, 12, 31), **other,
    }


def save(by, *, version=0, **other):
    return acts.save(values=values(**other), version=version, by=by, at=AT)


def posted(**other):
    sent = {name: value.isoformat() if isinstance(value, date) else value for name, value in values().items()}
    return {name: value for name, value in {**sent, "version": "0", **other}.items() if value is not False}


def url(name, slug="waterveen"):
    return reverse(f"approach:public_{name}", args=[slug])


class TestSaving:
    def test_it_is_kept_and_written_to_the_log_without_what_it_says(self, marieke):
        row = save(marieke)

        assert (row.municipality, row.about, row.edits) == (marieke.municipality, ABOUT, 1)
        entry = Entry.objects.get(verb="approach.public_page_changed")
        assert ABOUT not in str(entry.__dict__)

    def test_a_colleague_is_not_overwritten_and_the_same_twice_is_once(self, marieke, thijs):
        save(marieke)
        save(thijs)
        with pytest.raises(Changed):
            save(thijs, about="Anders.")
        save(thijs, about="Anders.", version=1)

        assert (PublicPage.objects.get().about, PublicPage.objects.get().edits) == ("Anders.", 2)

    def test_nothing_is_opened_without_saying_what_it_is(self, marieke):
        with pytest.raises(NotPossible):
            save(marieke, about="")

    def test_only_who_writes_on_the_approach(self, annemarie, femke, robin):
        for by in (annemarie, femke, robin.member):
            with pytest.raises(PermissionDenied):
                save(by)

    @pytest.mark.parametrize("wrong", [{"about": ""}, {"security_until": None}])
    def test_postgres_refuses_what_cannot_be_shown(self, marieke, wrong):
        save(marieke)
        with pytest.raises(IntegrityError), transaction.atomic():
            PublicPage.objects.update(**wrong)


@pytest.mark.django_db(transaction=True)
def test_two_who_fill_it_in_at_once_leave_one_page(waterveen, marieke, thijs):
    ends = at_once(lambda: save(marieke), lambda: save(thijs, about="Anders."))

    assert sum(isinstance(each, Changed) for each in ends) == 1
    assert PublicPage.objects.count() == 1


class TestSettings:
    def test_she_saves_it_closed_looks_at_it_and_opens_it(self, client, thijs):
        page = text_of(log_in(client, thijs).get(SETTINGS))
        assert ("Jullie openbare pagina is dicht" in page, PREVIEW in page) == (True, False)
        assert client.post(SETTINGS, posted(is_open=False)).status_code == 302
        assert client.get(url("page")).status_code == 404
        assert ABOUT in text_of(client.get(PREVIEW))

        assert client.post(SETTINGS, posted(version="1", is_open="on")).status_code == 302

        assert "Iedereen kan jullie openbare pagina lezen" in text_of(client.get(SETTINGS))
        client.logout()
        assert ABOUT in text_of(client.get(url("page")))

    @pytest.mark.parametrize(
        "wrong",
        [
            {"about": ""}, {"privacy_email": "geen adres"}, {"accessibility_status": "Z"}, {"accessibility_gaps": ""}, {"accessibility_tested_on": ""},
            {"accessibility_tested_on": "2026-06-10"}, {"security_contact": "bel ons"}, {"security_contact": "http://x.example"}, {"security_until": ""},
            {"security_until": "2026-06-08"}, {"security_until": "2027-06-10"}, {"security_policy": "http://x.example"},
        ],
    )
    def test_what_is_wrong_stands_beside_the_field_and_nothing_is_lost(self, client, thijs, wrong):
        answer = log_in(client, thijs).post(SETTINGS, posted(**{"about": ABOUT, **wrong}))

        assert (answer.status_code, PublicPage.objects.exists()) == (400, False)
        assert answer.context["form"]["privacy_email"].value() == wrong.get("privacy_email", "privacy@waterveen.example")

    def test_a_colleague_who_was_first_is_shown(self, client, thijs, marieke):
        save(marieke, about="Van Marieke.")

        late = log_in(client, thijs).post(SETTINGS, posted(about="Van Thijs."))

        assert late.status_code == 409
        assert late.context["differences"] == [{"label": "Wat is de aanpak?", "theirs": "Van Marieke.", "yours": "Van Thijs."}]
        assert client.post(SETTINGS, posted(about="Van Thijs.", version="1")).status_code == 302

    def test_others_do_not_find_it(self, client, annemarie, femke, robin):
        for reader in (annemarie, femke, robin.member):
            log_in(client, reader)
            assert [client.get(address).status_code for address in (SETTINGS, PREVIEW)] == [404, 404]
        assert SETTINGS not in text_of(log_in(client, femke).get(reverse("approach:vision_overview")))

    @pytest.mark.parametrize("until, words", [(date(2026, 7, 9), "security.txt verloopt op"), (TODAY - timedelta(days=1), "security.txt is op")])
    def test_it_warns_here_and_on_the_start_page_when_security_txt_runs_out(self, client, thijs, femke, until, words):
        save(thijs, security_until=until)

        for address in (SETTINGS, "/"):
            assert words in text_of(log_in(client, thijs).get(address)), address
        assert words not in text_of(log_in(client, femke).get("/"))
        PublicPage.objects.update(security_until=date(2026, 7, 10))
        assert "security.txt verloopt" not in text_of(log_in(client, thijs).get("/"))


class TestWhatEverybodyReads:
    @pytest.fixture
    def opened(self, waterveen, thijs):
        adopted_vision(waterveen, limits="Nooit om namen.\n- Nooit om geheimen.", roles=["mediate"], problem="Ruzie op straat.")
        return save(thijs)

    def test_what_key_figures_do_and_never_are_asked_comes_from_the_vision_in_force(self, client, waterveen, opened, thijs):
        VisionFactory(municipality=waterveen, written_by=thijs, limits=DRAFT)

        page = text_of(client.get(url("page")))

        assert "Helpen praten als er spanning is." in page
        assert "Een zorg delen" not in page
        assert "<span>Nooit om namen.</span>" in page
        assert "<span>Nooit om geheimen.</span>" in page
        assert DRAFT not in page

    def test_without_a_vision_to_show_our_own_limits_stand_there(self, client, opened):
        PublicPage.objects.update(shows_vision=False)

        page = text_of(client.get(url("page")))

        assert ("Niemand spreekt namens een hele groep." in page, "Nooit om namen." in page, url("vision") in page) == (True, False, False)
        assert [client.get(url(name)).status_code for name in ("vision", "vision_pdf")] == [404, 404]

    def test_the_whole_vision_can_be_read_and_kept(self, client, opened):
        assert "Ruzie op straat." in text_of(client.get(url("vision")))
        assert "Ruzie op straat." in words_on(client.get(url("vision_pdf")).content)

    def test_the_way_in_stands_there_only_while_it_is_open(self, client, waterveen, marieke, opened):
        join = reverse("keyfigures:join", args=["waterveen"])
        assert join not in text_of(client.get(url("page")))
        NetworkSettingsFactory(municipality=waterveen)

        assert join in text_of(client.get(url("page")))

    def test_what_is_done_with_data_comes_from_the_register(self, client, opened):
        page = text_of(client.get(url("privacy")))

        assert "privacy@waterveen.example" in page
        assert "De aanpak: visie, draagvlak en verantwoording" in page
        assert "Autoriteit Persoonsgegevens" in page
        assert "na hooguit 28 dagen gewist" in page

    def test_the_statement_on_accessibility_says_status_day_and_gaps(self, client, opened):
        page = text_of(client.get(url("accessibility"))).replace("\xa0", " ")
        assert "B. Alles is getest." in page
        assert "1 mei 2026" in page
        assert "Kaarten zijn niet te lezen" in page

        PublicPage.objects.update(accessibility_status="", accessibility_tested_on=None, accessibility_gaps="")
        assert "E. Er is nog geen verklaring" in text_of(client.get(url("accessibility")))

    def test_the_archive_is_empty_before_a_report_was_issued_and_gone_when_it_is_not_shown(self, client, opened):
        assert "Er is nog geen verslag vastgesteld." in text_of(client.get(url("reports")))
        assert url("reports") not in text_of(client.get(url("page")))
        PublicPage.objects.update(shows_reports=False)
        assert client.get(url("reports")).status_code == 404

    def test_a_closed_page_is_not_found_in_any_part_also_not_by_who_works_there(self, client, opened, marieke):
        PublicPage.objects.update(is_open=False)
        for reader in (None, marieke):
            if reader:
                log_in(client, reader)
            assert [client.get(url(name)).status_code for name in PARTS] == [404] * 6
        assert [client.get(url(name, "bestaat-niet")).status_code for name in PARTS] == [404] * 6

    def test_of_another_municipality_nothing_stands_there(self, client, opened, oeverland, neighbour):
        adopted_vision(oeverland, problem="Alleen van Oeverland.", limits="Grens van Oeverland.")
        acts.save(values=values(about="Over Oeverland."), version=0, by=neighbour, at=AT)

        assert "Oeverland" not in "".join(text_of(client.get(url(name))) for name in ("page", "vision", "privacy", "accessibility"))
        assert "Grens van Oeverland." in text_of(client.get(url("page", "oeverland")))

    def test_no_name_of_who_wrote_it_stands_there(self, client, waterveen, opened):
        page = "".join(text_of(client.get(url(name))) for name in ("page", "vision", "privacy", "accessibility"))

        assert "Thijs" not in page
        assert "Marieke" not in page

    def test_initiatives_are_one_link_when_the_project_handed_it_down(self, client, opened, monkeypatch):
        monkeypatch.setattr(outside, "_doors", {})
        assert "/buiten/" not in text_of(client.get(url("page")))
        outside.register(Door(name="initiatives", title="Initiatieven", text="Wat buren doen.", url=lambda municipality: f"/buiten/{municipality.slug}/"))
        assert "/buiten/waterveen/" in text_of(client.get(url("page")))
        PublicPage.objects.update(shows_initiatives=False)
        assert "/buiten/" not in text_of(client.get(url("page")))

    def test_the_page_of_a_member_looks_the_same(self, client, opened, marieke):
        page = text_of(log_in(client, marieke).get(url("page")))

        assert ABOUT in page
        assert reverse("approach:vision_overview") not in page


class TestSecurityTxt:
    def test_it_says_where_a_weak_spot_is_reported(self, client, marieke):
        save(marieke, is_open=False)

        answer = client.get(SECURITY)

        assert answer["Content-Type"] == "text/plain; charset=utf-8"
        assert answer.content.decode().splitlines() == [
            "Contact: mailto:security@waterveen.example", "Expires: 2026-12-31T22:59:59Z", "Preferred-Languages: nl, en",
            f"Canonical: http://testserver{SECURITY}", "Policy: https://waterveen.example/melden",
        ]

    def test_nothing_filled_in_or_all_of_it_over_is_not_found(self, client, marieke, time_machine):
        assert client.get(SECURITY).status_code == 404
        save(marieke, security_until=TODAY)
        assert client.get(SECURITY).status_code == 200
        time_machine.move_to(AT + timedelta(days=1), tick=False)
        assert client.get(SECURITY).status_code == 404

    def test_each_host_has_its_own_and_a_shared_host_has_all(self, client, marieke, neighbour, settings):
        settings.ALLOWED_HOSTS = ["*"]
        save(marieke)
        acts.save(values=values(security_contact="https://oeverland.example/cvd", security_until=date(2026, 7, 1)), version=0, by=neighbour, at=AT)

        hers = client.get(SECURITY, headers={"host": "sleutelfiguren.waterveen.nl"}).content.decode()
        both = client.get(SECURITY, headers={"host": "sleutelfiguren.example"}).content.decode()

        assert ("waterveen.example" in hers, "oeverland.example" in hers) == (True, False)
        assert (both.count("Contact:"), "Expires: 2026-07-01T21:59:59Z" in both) == (2, True)


@pytest.mark.parametrize("number", [1, 3])
def test_the_public_page_asks_as_many_statements_for_one_and_three_municipalities(client, waterveen, thijs, number, django_assert_num_queries):
    adopted_vision(waterveen, goals=number)
    save(thijs)
    for _each in range(number - 1):
        acts.save(values=values(), version=0, by=MembershipFactory(policy_adviser=True), at=AT)

    with django_assert_num_queries(5):
        client.get(url("page"))
    with django_assert_num_queries(1):
        client.get(SECURITY)
