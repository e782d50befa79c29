import pytest
from django.urls import reverse

from keyfigures.actions import agreement as agreements
from keyfigures.actions import agreement_text
from keyfigures.models.agreement import Agreement, AgreementTemplate, mark_of
from keyfigures.text_difference import Piece, pieces
from tests.factories.accounts import log_in
from tests.factories.keyfigures import AT, AgreementFactory, AgreementTemplateFactory, KeyFigureFactory
from tests.keyfigures.test_agreement import fresh
from tests.papers import facts_of, words_on

WORDS = "Ik wil elke maand bellen."


@pytest.fixture
def noor(waterveen, marieke):
    return KeyFigureFactory(municipality=waterveen, contact_person=marieke, introduction=True, member__user__name="Noor")


@pytest.fixture
def begun(noor, marieke):
    return agreements.begin(noor, by=marieke, at=AT)


def posted(agreement, member, **values):
    """All that the page sends: her own words as they stand there, and the marks."""
    now = fresh(agreement)
    words = now.her_words if member.pk == now.key_figure.member_id else now.our_words
    return {"words": words, "seen": mark_of(words), "whole": now.mark, **values}


def url(name, *args):
    return reverse(f"keyfigures:agreement_{name}", args=args)


def test_a_candidate_writes_and_confirms_and_becomes_a_key_figure(client, noor, begun, marieke):
    hers = log_in(client, noor.member)
    hers.post(url("write", begun.uuid), {"words": WORDS, "seen": mark_of("")})
    page = hers.get(url("detail", begun.uuid)).content.decode()
    assert "Uw afspraken wachten op u" in page
    assert WORDS in page
    hers.post(url("confirm", begun.uuid), posted(begun, noor.member))
    assert "U hebt bevestigd" in hers.get(url("detail", begun.uuid)).content.decode()

    ours = log_in(client, marieke)
    ours.post(url("confirm", begun.uuid), posted(begun, marieke))

    noor.refresh_from_db()
    assert noor.stage == "active"
    assert "Deze afspraken gelden sinds" in ours.get(url("detail", begun.uuid)).content.decode()


def test_two_taps_the_link_and_the_button(client, noor, begun):
    """The button on the page holds all that confirming needs: nothing is to be filled in."""
    page = log_in(client, noor.member).get(reverse("keyfigures:own_agreement"), follow=True).content.decode()

    assert f'name="whole" value="{fresh(begun).mark}"' in page
    assert "Ik bevestig de afspraken" in page


def test_what_came_too_late_is_not_lost_and_the_page_is_as_it_is_now(client, noor, begun, marieke):
    then = posted(begun, noor.member)
    agreements.write(begun, by=marieke, at=AT, words="Er kwam iets bij.", seen=mark_of(""))
    hers = log_in(client, noor.member)

    confirmed = hers.post(url("confirm", begun.uuid), then)
    agreements.write(begun, by=noor.member, at=AT, words="In het andere tabblad", seen=mark_of(""))
    written = hers.post(url("write", begun.uuid), {"words": WORDS, "seen": mark_of("")})

    assert (confirmed.status_code, written.status_code) == (409, 409)
    assert "Er kwam iets bij." in confirmed.content.decode()
    assert WORDS in written.content.decode()
    assert fresh(begun).confirmed_by_her_at is None


def test_a_double_tap_is_one_confirmation(client, noor, begun):
    hers, sent = log_in(client, noor.member), posted(begun, noor.member)

    assert [hers.post(url("confirm", begun.uuid), sent).status_code for _each in range(2)] == [302, 302]


def test_who_writes_and_then_confirms_loses_nothing(client, noor, begun, marieke):
    agreements.confirm(begun, by=marieke, at=AT, seen=fresh(begun).mark)

    log_in(client, noor.member).post(url("confirm", begun.uuid), posted(begun, noor.member, words=WORDS))

    row = fresh(begun)
    assert row.her_words == WORDS
    assert (row.confirmed_by_her_at is not None, row.confirmed_by_us_at) == (True, None)  # the municipality agreed with other words


def test_too_long_is_told_beside_the_field_and_kept(client, noor, begun):
    answer = log_in(client, noor.member).post(url("write", begun.uuid), {"words": "a" * 2001, "seen": mark_of("")})

    assert answer.status_code == 400
    assert "a" * 2001 in answer.content.decode()


def test_it_warns_once_and_never_blocks(client, noor, begun):
    hers, words = log_in(client, noor.member), "Ik ga op zondag naar de kerk."

    first = hers.post(url("write", begun.uuid), {"words": words, "seen": mark_of("")})
    assert first.status_code == 200
    assert fresh(begun).her_words == ""
    hers.post(url("write", begun.uuid), {"words": words, "seen": mark_of(""), "hints_seen": "words:religion"})
    assert fresh(begun).her_words == words


@pytest.mark.parametrize("name", ["detail", "pdf"])
def test_only_both_sides_read_it(client, robin, sam, marieke, neighbour, annemarie, name):
    held = Agreement.objects.get(key_figure=robin)
    status = {member.name: log_in(client, member).get(url(name, held.uuid)).status_code for member in (robin.member, marieke, sam.member, neighbour, annemarie)}

    assert status == {"Robin": 200, "Marieke": 200, "Sam": 404, "Els": 404, "Anne-Marie": 404}


@pytest.mark.parametrize("name", ["write", "confirm", "review", "drop"])
def test_nobody_else_changes_it(client, robin, sam, neighbour, annemarie, marieke, name):
    waiting = agreements.begin(robin, by=marieke, at=AT)
    for member in (sam.member, neighbour, annemarie):
        assert log_in(client, member).post(url(name, waiting.uuid), posted(waiting, member, words="x")).status_code == 404
    assert (fresh(waiting).our_words, fresh(waiting).confirmed_by_us_at, fresh(waiting).replaced_at) == ("Wij hopen dat u meedenkt over de wijk.", None, None)


def test_she_sees_that_an_official_read_it(client, robin, marieke):
    from audit.models import Entry

    log_in(client, marieke).get(url("detail", Agreement.objects.get(key_figure=robin).uuid))

    assert Entry.objects.filter(subject=robin.uuid, actor=marieke, verb="keyfigures.seen").count() == 1


def test_old_versions_stay_readable_and_a_new_text_shows_what_changed(client, robin, marieke):
    held = Agreement.objects.get(key_figure=robin)
    draft = agreement_text.prepare(by=marieke, at=AT)
    draft = agreement_text.save(by=marieke, at=AT, texts={**draft.texts, "stopping": "U kunt elke dag stoppen."}, seen=draft.mark)
    agreement_text.publish(by=marieke, at=AT, seen=draft.mark)
    new = agreements.begin(robin, by=marieke, at=AT)
    hers = log_in(client, robin.member)

    page = hers.get(url("detail", new.uuid)).content.decode()

    assert "<ins>" in page
    assert "elke dag" in page
    assert "<ins>" not in hers.get(url("detail", held.uuid)).content.decode()
    assert url("detail", held.uuid) in page


def test_the_number_of_statements_does_not_grow_with_the_versions(client, robin, django_assert_num_queries):
    held = Agreement.objects.get(key_figure=robin)
    hers = log_in(client, robin.member)
    hers.get(url("detail", held.uuid))
    with django_assert_num_queries(4):
        hers.get(url("detail", held.uuid))
    for version in (2, 3):
        AgreementFactory(key_figure=robin, version=version, holds_from=f"202{version}-01-01", holds_until=f"202{version}-02-01", review_on=None)
    with django_assert_num_queries(4):
        hers.get(url("detail", held.uuid))


def test_the_paper_holds_both_texts_and_all_days_and_is_tagged(client, robin):
    held = Agreement.objects.get(key_figure=robin)
    answer = log_in(client, robin.member).get(url("pdf", held.uuid))

    text = words_on(answer.content)
    assert answer["Content-Disposition"] == 'attachment; filename="afspraken.pdf"'
    for part in ("Robin", "Waterveen", "Twee ambtenaren beslissen", "wat er met mijn ideeën gebeurt", "meedenkt over de wijk", "12 januari", "2027"):
        assert part in text
    assert facts_of(answer.content)["Tagged"] == "yes"


@pytest.mark.parametrize("name", ["O’Brien-Žižková", "محمد", "N" * 200])
def test_the_paper_of_any_name(client, waterveen, name):
    figure = KeyFigureFactory(municipality=waterveen, member__user__name=name)

    answer = log_in(client, figure.member).get(url("pdf", Agreement.objects.get(key_figure=figure).uuid))

    assert answer.content.startswith(b"%PDF")


class TestBeginning:
    def test_by_the_coordinator(self, client, noor, marieke):
        answer = log_in(client, marieke).post(url("begin", noor.uuid), follow=True)

        assert "Noor" in answer.content.decode()
        assert Agreement.objects.get(key_figure=noor).begun_by == marieke

    def test_too_early_is_a_sentence(self, client, noor):
        answer = log_in(client, noor.member).post(url("begin", noor.uuid))

        assert answer.status_code == 409
        assert "na het kennismakingsgesprek" in answer.content.decode()

    def test_not_for_somebody_else(self, client, noor, robin, neighbour):
        for member in (robin.member, neighbour):
            assert log_in(client, member).post(url("begin", noor.uuid)).status_code == 404

    def test_who_has_none_reads_what_it_will_be(self, client, noor):
        assert "nog geen afspraken" in log_in(client, noor.member).get(reverse("keyfigures:own_agreement")).content.decode()


class TestTheTextOfTheMunicipality:
    def test_written_shown_as_a_key_figure_reads_it_and_published(self, client, waterveen, marieke):
        AgreementTemplateFactory(municipality=waterveen)
        work = log_in(client, marieke)
        form = work.get(url("text_edit")).context["form"]
        assert AgreementTemplate.objects.count() == 1  # looking writes nothing

        work.post(url("text_edit"), {**form.initial, "goal": "Een nieuw doel voor iedereen."})
        preview = work.get(url("text_detail", 2)).content.decode()
        assert "Een nieuw doel voor iedereen" not in AgreementTemplate.objects.newest(waterveen).goal
        draft = agreement_text.in_preparation(waterveen)
        work.post(url("text_publish"), {"seen": draft.mark})

        assert "<ins>" in preview
        assert AgreementTemplate.objects.newest(waterveen).goal == "Een nieuw doel voor iedereen."

    def test_a_colleague_was_first(self, client, marieke, pim):
        seen = agreement_text.prepare(by=marieke, at=AT)
        agreement_text.save(by=marieke, at=AT, texts={**seen.texts, "goal": "Van Marieke"}, seen=seen.mark)

        answer = log_in(client, pim).post(url("text_edit"), {**seen.texts, "goal": "Van Pim", "seen": seen.mark})
        published = log_in(client, pim).post(url("text_publish"), {"seen": seen.mark})

        assert (answer.status_code, published.status_code) == (409, 409)
        assert "Van Pim" in answer.content.decode()

    def test_an_empty_part_is_told_beside_it(self, client, marieke):
        work = log_in(client, marieke)
        form = work.get(url("text_edit")).context["form"]

        answer = work.post(url("text_edit"), {**form.initial, "goal": ""})

        assert answer.status_code == 400
        assert "id_goal_error" in answer.content.decode()

    @pytest.mark.parametrize("page", [("text_list",), ("text_edit",), ("text_detail", 1)])
    def test_only_for_who_works_on_the_network(self, client, robin, annemarie, page):
        for member in (robin.member, annemarie):
            assert log_in(client, member).get(url(*page)).status_code == 404

    def test_a_version_of_another_municipality_is_not_there(self, client, neighbour, waterveen):
        AgreementTemplateFactory(municipality=waterveen, version=7)

        assert log_in(client, neighbour).get(url("text_detail", 7)).status_code == 404


@pytest.mark.parametrize(
    ("before", "after"), [("een twee drie", "een drie vier"), ("", "nieuw"), ("weg", ""), ("gelijk\n\nblijft", "gelijk\n\nblijft"), ("a  b", "a b")],
)
def test_the_pieces_make_both_texts(before, after):
    found = pieces(before, after)

    assert "".join(piece.text for piece in found if piece.kind != "in") == before
    assert "".join(piece.text for piece in found if piece.kind != "out") == after


def test_only_what_changed_is_marked():
    assert pieces("U kunt altijd stoppen.", "U kunt elke dag stoppen.") == [
        Piece("same", "U kunt "), Piece("out", "altijd"), Piece("in", "elke dag"), Piece("same", " stoppen."),
    ]


@pytest.mark.parametrize("day", ["2026-06-08", "2026-06-09", "2028-12-31", "geen dag"])
def test_a_day_to_look_again_that_cannot_be_is_told_beside_the_field_and_kept(client, begun, marieke, time_machine, day):
    time_machine.move_to(AT, tick=False)
    answer = log_in(client, marieke).post(url("review", begun.uuid), {"on": day})

    assert answer.status_code == 400
    assert list(answer.context["forms"]["review"].errors) == ["on"]
    assert f'value="{day}"' in answer.content.decode()
    assert fresh(begun).review_on is None
