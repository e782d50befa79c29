import re
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from meetings.actions import poll as actions
from meetings.actions import poll_answer
from meetings.models.meeting import Meeting
from meetings.models.poll import DatePoll
from notifications import delivery
from tests.factories.accounts import MembershipFactory, log_in
from tests.factories.keyfigures import AT, KeyFigureFactory
from tests.meetings.polls import DAY, FIRST, SECOND, THIRD, answered, answers_of, changed, made, row

LIST, NEW = reverse("meetings:poll_list"), reverse("meetings:poll_new")
MINUTE = timedelta(minutes=1)
END = datetime(2026, 6, 16, 21, 59, 59, tzinfo=UTC)  # of the last day to answer
TUESDAY = "Dinsdag 23\N{NO-BREAK SPACE}juni\N{NO-BREAK SPACE}2026, 19.30 tot 21.30\N{NO-BREAK SPACE}uur"


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(AT, tick=False)


@pytest.fixture
def poll(marieke, robin, sam, joris):
    """Marieke asks Robin, Sam and Joris, who leads it, for 23 and 30 June."""
    return made(marieke, robin.member, sam.member, chair=joris)


def page_of(poll, name="detail"):
    return reverse(f"meetings:poll_{name}", args=[poll.uuid])


def rows_posted(*days, begins="19:30", ends="21:30"):
    found = {"datum-TOTAL_FORMS": str(len(days)), "datum-INITIAL_FORMS": "0"}
    for number, day in enumerate(days):
        found |= {f"datum-{number}-day": day, f"datum-{number}-begins": begins if day else "", f"datum-{number}-ends": ends if day else ""}
    return found


def posted(*people, days=("2026-06-23", "2026-06-30"), **other):
    return {
        "title": "Zomer", "kind": "network", "occasion": "quiet", "place": "De Sluis", "chair": "", "last_day": "2026-06-16",
        "key_figures": [str(each.uuid) for each in people], "hints_seen": "", **rows_posted(*days), **other,
    }


def answers_posted(poll, *values):
    return {f"datum_{option.uuid}": value for option, value in zip(poll.options.all(), values, strict=True)}


def link_of(mailoutbox, number=0):
    """The address in the mail, without the host."""
    return re.search(r"https?://[^/\s]+(/\S+/wanneer/\S+)", mailoutbox[number].body).group(1)


def names(page, which):
    return [each.name for group in page.context[which] for each in group.people]


def text(answer):
    return answer.content.decode()


class TestMakingOne:
    def test_all_active_key_figures_are_ticked_and_there_are_three_empty_dates(self, client, waterveen, marieke, robin, sam, annemarie):
        KeyFigureFactory(municipality=waterveen, stage="paused", member__user__name="Pauze")
        page = log_in(client, marieke).get(NEW)

        assert page.context["form"]["key_figures"].value() == [str(robin.member.uuid), str(sam.member.uuid)]
        assert len(page.context["dates"].forms) == 3
        assert "Anne-Marie" in text(page)
        assert "Pauze" not in text(page)

    def test_it_is_made_with_who_was_ticked(self, client, marieke, robin, sam, annemarie):
        answer = log_in(client, marieke).post(NEW, posted(robin.member, officials=[str(annemarie.uuid)], required=[str(sam.member.uuid)]), follow=True)

        poll = DatePoll.objects.get()
        assert sorted((each.member.pk, each.is_required) for each in poll.invitees.all()) == sorted([
            (robin.member.pk, False), (annemarie.pk, False), (sam.member.pk, True),
        ])
        assert [each.starts_at for each in poll.options.all()] == [FIRST[0], SECOND[0]]
        assert "Iedereen krijgt een mail" in text(answer)

    def test_a_row_more_and_a_row_less_keep_what_was_typed_and_check_nothing_yet(self, client, marieke, robin):
        data = posted(robin.member, title="Half af", days=("2026-06-23", ""), last_day="")
        more = log_in(client, marieke).post(NEW, {**data, "meer": "1"})
        less = client.post(NEW, {**data, "weg": "1"})

        assert (more.status_code, less.status_code) == (200, 200)
        assert [form["day"].value() for form in more.context["dates"].forms] == ["2026-06-23", "", None]
        assert [form["day"].value() for form in less.context["dates"].forms] == ["2026-06-23"]
        for answer in (more, less):
            assert "Half af" in text(answer)
            assert answer.context["form"]["key_figures"].value() == [str(robin.member.uuid)]
            assert "sf-error-summary" not in text(answer)
        assert not DatePoll.objects.exists()

    @pytest.mark.parametrize("wrong", [{"weg": "nonsens"}, {"meer": "1", "datum-TOTAL_FORMS": "veel"}, {"meer": "1", "datum-TOTAL_FORMS": "99999"}])
    def test_nonsense_about_rows_does_no_harm(self, client, marieke, wrong):
        assert log_in(client, marieke).post(NEW, {**posted(), **wrong}).status_code == 200

    @pytest.mark.parametrize(
        ("wrong", "sentence"),
        [
            ({"title": " "}, "Schrijf eerst een paar woorden."),
            ({"last_day": "2026-06-08"}, "Deze dag is al voorbij."),
            ({"last_day": "2026-06-23"}, "Kies een dag vóór de eerste datum."),
            ({"last_day": ""}, "Kies een dag."),
            ({"key_figures": []}, "Kies minstens één persoon."),
            ({"key_figures": [str(uuid4())]}, "kan niet meer"),
            ({"datum-0-day": "2026-06-30"}, "staat er twee keer"),
            ({"datum-1-day": "", "datum-1-begins": "", "datum-1-ends": ""}, "Vul minstens twee datums in."),
            ({"datum-0-day": "2026-10-25", "datum-0-begins": "02:30", "datum-0-ends": "04:00"}, "Deze tijd komt twee keer:"),
            ({"datum-0-day": "2027-03-28", "datum-0-begins": "02:30", "datum-0-ends": "04:00"}, "Deze tijd bestaat niet"),
            ({"datum-0-ends": "19:00"}, "Kies een tijd na het begin."),
            ({"datum-0-day": "2026-06-08"}, "Kies een dag van dinsdag 9 juni 2026 tot en met donderdag 8 juni 2028."),
            ({"datum-0-begins": ""}, "Kies een tijd."),
        ],
    )
    def test_what_is_wrong_is_said_and_nothing_is_lost(self, client, marieke, robin, wrong, sentence):
        answer = log_in(client, marieke).post(NEW, posted(robin.member, **{"place": "Bewaar mij", **wrong}))

        assert answer.status_code == 400
        assert sentence in text(answer)
        assert "Bewaar mij" in text(answer)
        assert not DatePoll.objects.exists()

    def test_a_chair_or_a_person_of_elsewhere_cannot_be_chosen(self, client, marieke, robin, oeverland):
        elsewhere = MembershipFactory(neutral_chair=True, municipality=oeverland)
        for wrong in ({"chair": str(elsewhere.uuid)}, {"officials": [str(elsewhere.uuid)]}, {"required": [str(elsewhere.uuid)]}):
            assert log_in(client, marieke).post(NEW, posted(robin.member, **wrong)).status_code == 400


class TestAnsweringOnTheSite:
    def test_each_date_is_a_question_of_its_own_written_in_full(self, client, poll, robin):
        page = log_in(client, robin.member).get(page_of(poll))

        assert TUESDAY in text(page)
        assert text(page).count("<fieldset") == 2
        assert "Antwoord tot en met dinsdag 16\N{NO-BREAK SPACE}juni" in text(page)
        assert "Sam" not in text(page)

    def test_what_she_chose_is_kept_and_shown_again(self, client, poll, robin):
        log_in(client, robin.member).post(page_of(poll), answers_posted(poll, "yes", "if_needed"))

        assert answers_of(poll, robin.member) == [(FIRST[0], "yes"), (SECOND[0], "if_needed")]
        assert text(client.get(page_of(poll))).count("checked") == 2

    def test_a_date_without_an_answer_is_asked_again_with_the_others_as_chosen(self, client, poll, robin):
        data = answers_posted(poll, "yes", "")
        answer = log_in(client, robin.member).post(page_of(poll), data)

        assert answer.status_code == 400
        assert text(answer).count("checked") == 1
        assert 'Kies een antwoord voor dinsdag 30\N{NO-BREAK SPACE}juni\N{NO-BREAK SPACE}2026, 19.30 tot 21.30\N{NO-BREAK SPACE}uur.' in text(answer)
        assert answers_of(poll, robin.member) == []
        assert client.post(page_of(poll), answers_posted(poll, "yes", "perhaps")).status_code == 400

    def test_after_the_last_day_she_reads_what_she_answered_and_a_change_is_refused(self, client, poll, robin, time_machine):
        answered(poll, robin.member, "yes", "no")
        time_machine.move_to(AT + 8 * DAY, tick=False)
        page = log_in(client, robin.member).get(page_of(poll))
        answer = client.post(page_of(poll), answers_posted(poll, "no", "no"))

        assert page.status_code == 200
        assert answer.status_code == 409
        for each in (page, answer):
            assert "De laatste dag om te antwoorden was dinsdag 16\N{NO-BREAK SPACE}juni" in text(each)
            assert TUESDAY in text(each)
        assert answers_of(poll, robin.member) == [(FIRST[0], "yes"), (SECOND[0], "no")]

    def test_others_see_only_numbers_and_only_when_the_organiser_opened_that(self, client, poll, marieke, robin, sam):
        answered(poll, sam.member, "yes", "no")
        hidden = text(log_in(client, robin.member).get(page_of(poll)))
        DatePoll.objects.update(answers_are_open=True)
        shown = text(client.get(page_of(poll)))

        assert "1 kan" not in hidden
        assert "1 kan" in shown
        assert "Sam" not in shown

    def test_who_is_not_asked_or_works_elsewhere_finds_nothing(self, client, poll, annemarie, neighbour, waterveen):
        other = KeyFigureFactory(municipality=waterveen).member
        for member in (annemarie, other, neighbour):
            log_in(client, member)
            for name in ("detail", "own"):
                assert client.get(page_of(poll, name)).status_code == 404
                assert client.post(page_of(poll, name), answers_posted(poll, "yes", "no")).status_code == 404

    def test_pages_of_who_organises_are_not_there_for_others(self, client, poll, robin, joris, neighbour):
        addresses = [
            page_of(poll, "edit"), page_of(poll, "stop"), reverse("meetings:poll_choose", args=[poll.options.first().uuid]),
            reverse("meetings:poll_invitee", args=[row(poll, robin.member).uuid]),
        ]
        for member in (robin.member, joris, neighbour):
            log_in(client, member)
            for address in addresses:
                assert client.get(address).status_code == 404
                assert client.post(address, posted()).status_code == 404
            assert client.post(reverse("meetings:poll_again", args=[row(poll, robin.member).uuid])).status_code == 404


class TestAnsweringByTheLink:
    @pytest.fixture
    def link(self, poll, robin, mailoutbox):
        delivery.deliver_waiting(at=AT)
        number = [mail.to for mail in mailoutbox].index([robin.member.user.email])
        return link_of(mailoutbox, number)

    @staticmethod
    def answer_page(poll, robin):
        return reverse("meetings:poll_link_answer", args=[row(poll, robin.member).uuid])

    def test_the_mail_says_nothing_and_its_link_opens_her_page_without_log_in(self, client, poll, robin, link, mailoutbox):
        page = client.get(link, follow=True)

        assert "Robin" in text(page)
        assert TUESDAY in text(page)
        assert "Sam" not in text(page)
        assert page.redirect_chain == [(self.answer_page(poll, robin), 302)]
        for mail in mailoutbox:
            assert not any(word in mail.body + mail.subject for word in ("Zomer", "Sluis", "dinsdag", "juni"))

    def test_looking_changes_nothing_and_sending_is_written_down_as_by_link(self, client, poll, robin, link):
        client.get(link, follow=True)
        assert row(poll, robin.member).answered_at is None
        client.post(self.answer_page(poll, robin), answers_posted(poll, "yes", "no"))

        assert answers_of(poll, robin.member) == [(FIRST[0], "yes"), (SECOND[0], "no")]
        assert row(poll, robin.member).answered_by == "link"

    def test_without_the_signature_nothing_opens(self, client, poll, robin, sam, link):
        bare = link.split("?")[0]
        others = link.replace(str(row(poll, robin.member).uuid), str(row(poll, sam.member).uuid))
        for address in (bare, bare + "?s=abc", others, reverse("meetings:poll_link", args=[uuid4()])):
            assert client.get(address).status_code == 410
        assert client.get(self.answer_page(poll, robin)).status_code == 410
        assert client.post(self.answer_page(poll, robin), answers_posted(poll, "yes", "no")).status_code == 410
        assert client.post(reverse("meetings:poll_not_me", args=[row(poll, robin.member).uuid])).status_code == 410
        assert row(poll, robin.member).answered_at is None

    def test_after_the_last_day_the_link_opens_nothing_and_who_sends_then_reads_what_was_answered(self, client, poll, robin, link, time_machine):
        time_machine.move_to(END - 5 * MINUTE, tick=False)
        client.get(link, follow=True)
        client.post(self.answer_page(poll, robin), answers_posted(poll, "yes", "no"))
        time_machine.move_to(END + MINUTE, tick=False)

        late = client.post(self.answer_page(poll, robin), answers_posted(poll, "no", "no"))

        assert late.status_code == 409
        assert "kan niet meer veranderen" in text(late)
        assert TUESDAY in text(late)
        assert client.get(link, follow=True).status_code == 410
        assert answers_of(poll, robin.member) == [(FIRST[0], "yes"), (SECOND[0], "no")]

    def test_this_is_not_me_stops_the_link_and_a_new_one_works(self, client, poll, marieke, robin, link, mailoutbox):
        client.get(link, follow=True)
        client.post(reverse("meetings:poll_not_me", args=[row(poll, robin.member).uuid]))

        assert client.get(link).status_code == 302  # signed still, but it opens nothing
        assert client.get(link, follow=True).status_code == 410
        assert client.post(self.answer_page(poll, robin), answers_posted(poll, "yes", "no")).status_code == 410
        poll_answer.send_again(row(poll, robin.member), by=marieke, at=AT)
        delivery.deliver_waiting(at=AT)
        assert {tuple(mail.to) for mail in mailoutbox[-2:]} == {(marieke.user.email,), (robin.member.user.email,)}
        fresh = link_of([mail for mail in mailoutbox if mail.to == [robin.member.user.email]], -1)
        assert client.get(fresh, follow=True).status_code == 200
        assert client.get(link).status_code == 410

    def test_answering_is_only_by_post_with_the_token_of_the_page(self, poll, robin, link):
        strict = Client(enforce_csrf_checks=True)
        strict.get(link, follow=True)

        assert strict.post(self.answer_page(poll, robin), answers_posted(poll, "yes", "no")).status_code == 403


class TestTheResult:
    def test_the_date_of_the_chair_stands_on_top_and_one_that_nobody_can_is_marked(self, client, poll, marieke, robin, sam, joris):
        answered(poll, robin.member, "yes", "no")
        answered(poll, sam.member, "yes", "no")
        answered(poll, joris, "no", "yes")
        page = log_in(client, marieke).get(page_of(poll))

        assert [each.leaf["day"] for each in page.context["results"]] == [30, 23]
        assert page.context["results"][0].key_people == "Joris kan."
        assert "Joris" in page.context["results"][1].warnings[0]
        assert "Iedereen heeft geantwoord. Kies een datum." in text(page)
        answered(poll, joris, "no", "no")
        assert "Niemand kan op deze datum" in text(client.get(page_of(poll)))

    def test_it_says_who_did_not_answer_and_leads_to_writing_down_for_her(self, client, poll, marieke, robin, sam, joris):
        answered(poll, robin.member, "yes", "no")
        page = log_in(client, marieke).get(page_of(poll))
        assert names(page, "waited_for") == ["Joris", "Sam"]

        client.post(reverse("meetings:poll_invitee", args=[row(poll, sam.member).uuid]), answers_posted(poll, "no", "yes"))

        assert row(poll, sam.member).answered_by == "phone"
        assert "Sam" in names(client.get(page_of(poll)), "answered")

    def test_before_anybody_answered_it_says_so(self, client, poll, marieke, robin):
        assert text(log_in(client, marieke).get(page_of(poll))).count("Nog niemand antwoordde") == 2
        answered(poll, robin.member, "yes", "if_needed")
        assert "Nog niemand antwoordde" not in text(client.get(page_of(poll)))

    def test_of_a_link_that_was_stopped_it_says_that_and_what_was_answered_in_two_sentences(self, client, poll, marieke, robin):
        answered(poll, robin.member, "yes", "no")
        poll_answer.stop_link(row(poll, robin.member), at=AT)

        page = text(log_in(client, marieke).get(page_of(poll)))

        assert "Iemand anders heeft de link: die werkt niet meer. Antwoordde op dinsdag 9" in page

    def test_choosing_asks_once_more_and_leads_to_the_meeting(self, client, poll, marieke):
        address = reverse("meetings:poll_choose", args=[poll.options.first().uuid])
        question = log_in(client, marieke).get(address)
        assert "3 mensen worden meteen uitgenodigd" in text(question)
        assert client.post(address, {"place": "", "link": ""}).status_code == 400

        answer = client.post(address, {"place": "De Sluis", "link": ""})

        meeting = Meeting.objects.get()
        assert answer.url == reverse("meetings:meeting_detail", args=[meeting.uuid])
        assert client.get(address).url == page_of(poll)
        assert "Dinsdag 23" in text(client.get(page_of(poll)))

    def test_choosing_what_a_colleague_stopped_shows_how_it_is_now(self, client, poll, marieke, pim):
        address = reverse("meetings:poll_choose", args=[poll.options.first().uuid])
        actions.stop(poll, by=pim, at=AT)

        answer = log_in(client, marieke).post(address, {"place": "De Sluis", "link": ""})

        assert answer.status_code == 409
        assert "gestopt" in text(answer)
        assert not Meeting.objects.exists()

    def test_stopping_asks_once_more(self, client, poll, marieke):
        assert "3 mensen" in text(log_in(client, marieke).get(page_of(poll, "stop")))
        client.post(page_of(poll, "stop"))

        poll.refresh_from_db()
        assert poll.state == "stopped"
        assert client.get(page_of(poll, "edit")).url == page_of(poll)


class TestChangingOne:
    def test_the_form_holds_what_it_is_now_and_one_change_leaves_the_rest(self, client, poll, marieke, robin, sam):
        page = log_in(client, marieke).get(page_of(poll, "edit"))

        assert [form["day"].value().isoformat() for form in page.context["dates"].forms] == ["2026-06-23", "2026-06-30"]
        everybody = page.context["form"]["key_figures"].value()
        assert {str(robin.member.uuid), str(sam.member.uuid)} <= set(everybody)

    def test_who_was_second_sees_both_texts_and_chooses(self, client, poll, marieke, pim, robin, sam, joris):
        changed(poll, pim, robin.member, sam.member, chair=joris, place="Het Anker", dates=[FIRST, THIRD])
        mine = posted(robin.member, sam.member, chair=str(joris.uuid), place="De Brug", version="1")

        answer = log_in(client, marieke).post(page_of(poll, "edit"), mine)

        assert answer.status_code == 409
        assert "Een collega was je voor" in text(answer)
        assert [each.label for each in answer.context["differences"]] == ["Waar", "Datums"]
        assert 'value="De Brug"' in text(answer)
        assert client.post(page_of(poll, "edit"), {**mine, "version": "2"}).status_code == 302
        poll.refresh_from_db()
        assert (poll.place, poll.version) == ("De Brug", 3)
        assert [each.starts_at for each in poll.options.all()] == [FIRST[0], SECOND[0]]

    def test_what_a_colleague_stopped_shows_how_it_is_now_with_what_she_typed(self, client, poll, marieke, pim, robin):
        actions.stop(poll, by=pim, at=AT)

        answer = log_in(client, marieke).post(page_of(poll, "edit"), posted(robin.member, title="Mijn titel", version="1"))

        assert answer.status_code == 409
        assert "Mijn titel" in text(answer)


class TestTheLists:
    def test_who_organises_sees_all_of_the_municipality_and_others_theirs(self, client, poll, marieke, robin, annemarie, neighbour):
        made(marieke, annemarie, title="Niet voor Robin")

        assert [each.title for each in log_in(client, marieke).get(LIST).context["rows"]] == ["Niet voor Robin", "Zomer"]
        assert "0 van de 3 antwoordden" in text(client.get(LIST))
        assert [each.title for each in log_in(client, robin.member).get(LIST).context["rows"]] == ["Zomer"]
        assert log_in(client, neighbour).get(LIST).context["rows"] == []
        assert log_in(client, marieke).get(LIST + "?toon=klaar").context["rows"] == []

    def test_the_list_of_meetings_says_what_waits_for_her_answer(self, client, poll, robin):
        address = reverse("meetings:meeting_list")
        assert page_of(poll) in text(log_in(client, robin.member).get(address))

        answered(poll, robin.member, "yes", "no")

        assert page_of(poll) not in text(client.get(address))


class TestQuestionsToTheDatabase:
    @pytest.mark.parametrize("number", [1, 3])
    def test_pages_ask_the_same_number_for_one_and_for_three(self, client, waterveen, marieke, robin, number, django_assert_num_queries):
        people = [KeyFigureFactory(municipality=waterveen).member for _each in range(number)]
        polls = [made(marieke, robin.member, *people) for _each in range(number)]
        for member in people:
            answered(polls[0], member, "yes", "no")
        result, own = page_of(polls[0]), page_of(polls[0])
        counts = {(marieke, LIST): 4, (marieke, result): 6, (marieke, NEW): 6, (robin.member, LIST): 4, (robin.member, own): 6}
        for (member, address), count in counts.items():
            log_in(client, member).get(address)
            with django_assert_num_queries(count):
                client.get(address)
