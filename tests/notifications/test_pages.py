from datetime import UTC, datetime, time

import pytest

from notifications.models import Message, Preference, State
from notifications.outbox import Notice, enqueue
from tests.factories.accounts import MembershipFactory, log_in
from tests.notifications.conftest import TOLD

PAGE = "/account/berichten/"
AT = datetime(2026, 6, 9, 8, tzinfo=UTC)


class TestPreferences:
    def test_strangers_are_sent_to_the_log_in(self, client, db):
        assert client.get(PAGE)["Location"].startswith("/inloggen/")

    def test_it_shows_what_holds_now(self, client, noor):
        page = log_in(client, noor).get(PAGE)

        assert 'value="21:00"' in page.content.decode()

    def test_her_choice_is_kept(self, client, noor):
        log_in(client, noor).post(PAGE, {"frequency": "daily", "quiet_from": "20:00", "quiet_until": "09:30"})

        kept = Preference.objects.get(member=noor)
        assert (kept.frequency, kept.quiet_from, kept.quiet_until) == ("daily", time(20), time(9, 30))

    @pytest.mark.parametrize(
        ("changed", "sentence"),
        [
            ({"quiet_until": "20:00"}, "Deze tijden zijn gelijk"),
            ({"quiet_from": "laat"}, "Schrijf een tijd"),
            ({"frequency": "nooit"}, "Kies een van deze"),
            ({"frequency": ""}, "Kies een van deze"),
        ],
    )
    def test_what_is_wrong_stands_beside_the_field_and_nothing_is_lost(self, client, noor, changed, sentence):
        page = log_in(client, noor).post(PAGE, {"frequency": "daily", "quiet_from": "20:00", "quiet_until": "09:30", **changed})

        text = page.content.decode()
        assert page.status_code == 400
        assert sentence in text
        assert 'value="09:30"' in text or "quiet_until" in changed
        assert not Preference.objects.exists()

    def test_in_each_municipality_her_own(self, client, noor):
        other = MembershipFactory(key_figure=True, user=noor.user)
        Preference.objects.create(member=other, frequency="necessary")
        log_in(client, noor).post(PAGE, {"frequency": "daily", "quiet_from": "20:00", "quiet_until": "09:30"})

        assert Preference.objects.get(member=other).frequency == "necessary"


class TestAdministration:
    @pytest.fixture
    def admin(self, client, waterveen):
        return log_in(client, MembershipFactory(administrator=True, municipality=waterveen))

    @pytest.fixture
    def failed(self, noor):
        enqueue(Notice(key="one", kind=TOLD, recipient=noor, path="/meldingen/geheim/"), at=AT)
        Message.objects.update(state=State.FAILED, attempts=6, last_error="SMTPRecipientsRefused 550")
        return Message.objects.get()

    def test_failures_are_listed_without_where_they_lead(self, admin, failed):
        page = admin.get("/beheer/notifications/message/").content.decode()

        assert "SMTPRecipientsRefused 550" in page
        assert "noor@waterveen.example" in page
        assert "geheim" not in page
        assert "geheim" not in admin.get(f"/beheer/notifications/message/{failed.pk}/change/").content.decode()

    def test_failed_ones_can_be_sent_again(self, admin, failed):
        admin.post("/beheer/notifications/message/", {"action": "send_again", "_selected_action": [failed.pk]})

        failed.refresh_from_db()
        assert (failed.state, failed.attempts) == (State.WAITING, 0)

    def test_nothing_of_another_municipality(self, client, failed):
        other = log_in(client, MembershipFactory(administrator=True))

        assert "SMTPRecipientsRefused" not in other.get("/beheer/notifications/message/").content.decode()
        assert other.get(f"/beheer/notifications/message/{failed.pk}/change/").status_code in {302, 404}

    @pytest.mark.parametrize("number", [1, 3])
    def test_the_list_costs_the_same_for_one_and_three(self, admin, noor, number, django_assert_num_queries):
        for key in range(number):
            enqueue(Notice(key=str(key), kind=TOLD, recipient=noor, path="/"), at=AT)
        admin.get("/beheer/notifications/message/")

        with django_assert_num_queries(8):
            admin.get("/beheer/notifications/message/")

    def test_terms_are_chosen_by_name(self, admin):
        page = admin.get("/beheer/terms/term/add/").content.decode()

        assert "Melding: eerste antwoord (10)" in page
