"""What a key figure tells about herself: she alone, everything optional, and for both readers the same."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.test import Client

from keyfigures.actions import NotPossible, profile
from keyfigures.models.figure import KeyFigure
from keyfigures.models.settings import NetworkRole
from terms.days import local_date
from terms.models import Clock
from tests.factories.accounts import log_in
from tests.factories.keyfigures import AT, TODAY, AreaFactory, NetworkRoleFactory, NetworkSettingsFactory

EMPTY = {
    "channel": "", "good_times": "", "not_times": "", "network_roles": [], "profile_types": [], "formality": "", "known_before": None,
    "offered_languages": [], "age_band": "", "own_words": "", "areas": [],
}
PAGE = "/mijn/profiel/"


@pytest.fixture
def robin(robin):
    profile.read_notice(robin, by=robin.member, at=AT)
    return KeyFigure.objects.for_detail().get(pk=robin.pk)


@pytest.fixture
def herself(robin):
    return log_in(Client(), robin.member)


def again(figure):
    return KeyFigure.objects.for_detail().get(pk=figure.pk)


def test_she_fills_in_what_she_wants_and_reads_it_on_her_page(robin, herself, waterveen):
    noord = AreaFactory(municipality=waterveen, name="Noord")
    answers = {
        "network_roles": ["think_along"], "areas": [str(noord.uuid)], "profile_types": ["doer", "connector"], "known_before": "new",
        "offered_languages": "Nederlands, Engels", "own_words": "Ik ken de <speeltuin>.", "channel": "call", "good_times": "na 18.00 uur",
    }

    assert herself.post(PAGE, answers).url == "/mijn/"
    page = herself.get("/mijn/").content.decode()

    kept = again(robin)
    assert (kept.network_roles, kept.profile_types, kept.known_before, kept.age_band) == (["think_along"], ["doer", "connector"], False, "")
    assert kept.offered_languages == ["Nederlands", "Engels"]
    assert "Meedenken" in page
    assert "Verbinder, Resultaatgerichte doener" in page or "Resultaatgerichte doener, Verbinder" in page or "Doener" in page
    assert "Noord" in page
    assert "Ik ken de &lt;speeltuin&gt;." in page


def test_everything_may_stay_empty_and_what_is_left_out_is_taken_out(robin, herself):
    profile.change(robin, by=robin.member, at=AT, **EMPTY | {"age_band": "27_44", "own_words": "Iets.", "network_roles": ["share_concerns"]})

    assert herself.post(PAGE, {}).status_code == 302

    kept = again(robin)
    assert (kept.age_band, kept.own_words, kept.network_roles, kept.channel) == ("", "", [], "")


def test_sharing_concerns_is_off_until_she_chooses_it_and_that_is_fine(robin, herself, marieke):
    form = herself.get(PAGE).context["form"]
    page = log_in(Client(), marieke).get(f"/sleutelfiguren/{robin.uuid}/").content.decode()

    assert form.initial["network_roles"] == []
    assert "Zorgen delen koos Robin niet. Dat is goed zo." in page


def test_before_she_tells_anything_she_reads_what_is_kept_and_why(sam):
    herself = log_in(Client(), sam.member)

    assert "network_roles" not in herself.get(PAGE).content.decode()
    assert herself.post(PAGE, {"own_words": "Te vroeg."}).status_code == 409
    assert again(sam).own_words == ""
    with pytest.raises(NotPossible):
        profile.change(again(sam), by=sam.member, at=AT, **EMPTY)

    assert herself.post("/mijn/profiel/gelezen/").url == PAGE
    assert "network_roles" in herself.get(PAGE).content.decode()
    assert (again(sam).notice_version, bool(again(sam).notice_read_on)) == (1, True)


def test_own_words_go_with_one_click(robin, herself):
    profile.change(robin, by=robin.member, at=AT, **EMPTY | {"own_words": "Weg hiermee."})

    herself.post("/mijn/profiel/eigen-woorden/wissen/")

    assert again(robin).own_words == ""
    assert "Weg hiermee" not in herself.get("/mijn/").content.decode()


def test_nobody_fills_in_for_her(robin, sam, marieke):
    for other in (marieke, sam.member):
        with pytest.raises(PermissionDenied):
            profile.change(robin, by=other, at=AT, **EMPTY | {"own_words": "Van een ander."})
        with pytest.raises(PermissionDenied):
            profile.erase_own_words(robin, by=other, at=AT)
        with pytest.raises(PermissionDenied):
            profile.read_notice(robin, by=other, at=AT)
    assert log_in(Client(), marieke).get(PAGE).status_code == 404


def test_a_role_of_the_municipality_itself_can_be_chosen_and_a_hidden_one_cannot(robin, herself, waterveen):
    NetworkSettingsFactory(municipality=waterveen, hidden_roles=["mediate"])
    NetworkRoleFactory(municipality=waterveen, code="buurtfeest", name="Buurtfeest organiseren")
    NetworkRoleFactory(code="elders", name="Van elders")

    codes = [code for code, _name in herself.get(PAGE).context["form"].fields["network_roles"].choices]

    assert codes == ["think_along", "prevent", "share_concerns", "buurtfeest"]
    assert herself.post(PAGE, {"network_roles": ["mediate"]}).status_code == 400
    assert herself.post(PAGE, {"network_roles": ["elders"]}).status_code == 400
    assert herself.post(PAGE, {"network_roles": ["buurtfeest"]}).status_code == 302


def test_what_she_chose_before_a_role_was_hidden_stays_until_she_takes_it_out(robin, herself, waterveen):
    profile.change(robin, by=robin.member, at=AT, **EMPTY | {"network_roles": ["mediate"]})
    NetworkSettingsFactory(municipality=waterveen, hidden_roles=["mediate"])

    assert herself.post(PAGE, {"network_roles": ["mediate"]}).status_code == 302
    herself.post(PAGE, {})
    assert herself.post(PAGE, {"network_roles": ["mediate"]}).status_code == 400


def test_an_area_of_another_municipality_does_not_exist(herself, oeverland):
    elsewhere = AreaFactory(municipality=oeverland, name="Elders")

    response = herself.post(PAGE, {"areas": [str(elsewhere.uuid)], "own_words": "Dit blijft staan."})

    assert response.status_code == 400
    assert "Dit blijft staan." in response.content.decode()
    assert "Elders" not in response.content.decode()


@pytest.mark.parametrize(("field", "value"), [
    ("own_words", "x" * 1001), ("good_times", "x" * 121), ("offered_languages", "a,b,c,d,e,f,g"), ("offered_languages", "x" * 21),
    ("age_band", "12"), ("areas", "geen-uuid"), ("profile_types", "baas"), ("own_words", "links\u202erechts"),
])
def test_what_is_wrong_is_said_beside_the_field_and_nothing_is_kept(robin, herself, field, value):
    response = herself.post(PAGE, {field: value, "not_times": "op woensdag"})

    assert response.status_code == 400
    assert "op woensdag" in response.content.decode()
    assert again(robin).not_times == ""


def test_a_text_that_names_a_religion_warns_once_and_goes_on(robin, herself):
    first = herself.post(PAGE, {"own_words": "Wij helpen bij de kerk."})
    assert first.status_code == 200
    assert again(robin).own_words == ""

    herself.post(PAGE, {"own_words": "Wij helpen bij de kerk.", "hints_seen": first.context["form"].data["hints_seen"]})

    assert again(robin).own_words == "Wij helpen bij de kerk."


def test_the_coordinator_fills_in_when_she_expects_to_stop_and_how_often_they_speak(robin, marieke):
    official = log_in(Client(), marieke)

    assert official.post(f"/sleutelfiguren/{robin.uuid}/verwachting/", {"expected_end": "2027-01-01", "contact_weeks": "6"}).status_code == 302

    assert (str(again(robin).expected_end), again(robin).contact_weeks) == ("2027-01-01", 6)
    assert Clock.objects.open().about(robin.uuid).filter(kind="keyfigures.contact").count() == 1
    own = log_in(Client(), robin.member).get("/mijn/").content.decode()
    assert "elke 6 weken" in own


def test_a_new_rhythm_moves_the_day_of_the_next_contact(robin, marieke):
    profile.plan(robin, by=marieke, at=AT, expected_end=None, contact_weeks=6)

    assert local_date(Clock.objects.open().about(robin.uuid).get(kind="keyfigures.contact").due_at) == date(2026, 7, 21)


@pytest.mark.parametrize("answers", [{"contact_weeks": "0"}, {"contact_weeks": "53"}, {"contact_weeks": "vaak"}, {"expected_end": "gisteren"}, {"expected_end": "1999-01-01"}])
def test_a_wrong_plan_is_refused(robin, marieke, answers):
    assert log_in(Client(), marieke).post(f"/sleutelfiguren/{robin.uuid}/verwachting/", answers).status_code == 400
    assert again(robin).contact_weeks is None


def test_who_does_not_work_on_the_network_of_her_municipality_plans_nothing(robin, sam, neighbour):
    for other in (sam.member, neighbour, robin.member):
        assert log_in(Client(), other).post(f"/sleutelfiguren/{robin.uuid}/verwachting/", {"contact_weeks": "6"}).status_code == 404
        with pytest.raises(PermissionDenied):
            profile.plan(robin, by=other, at=AT, expected_end=TODAY, contact_weeks=6)


def test_only_what_counts_in_the_mix_marks_a_change_of_the_mix(robin):
    profile.change(robin, by=robin.member, at=AT, **EMPTY | {"own_words": "Iets.", "channel": "call"})
    assert again(robin).mix_changed_at is None

    profile.change(robin, by=robin.member, at=AT, **EMPTY | {"profile_types": ["doer"]})
    assert again(robin).mix_changed_at == AT


def test_the_database_refuses_a_version_without_a_day_and_a_role_that_is_one_of_ours(robin, waterveen):
    with pytest.raises(IntegrityError):
        KeyFigure.objects.filter(pk=robin.pk).update(notice_read_on=None)


def test_the_database_refuses_an_own_role_with_the_name_of_one_of_ours(waterveen):
    role = NetworkRoleFactory(municipality=waterveen)
    with pytest.raises(IntegrityError):
        NetworkRole.objects.filter(pk=role.pk).update(code="mediate")
