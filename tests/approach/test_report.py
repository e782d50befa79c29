"""A report to the council: made in steps, offered by one, issued by another, and after that it stays as it is."""

from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction
from django.urls import reverse

from approach import deadlines
from approach.actions import NotPossible, making, report
from approach.models.report import Comment, Report, ReportFile, Section
from indicators import registry
from indicators.quarters import Quarter
from notifications.models import Message
from terms.models import Clock
from tests.factories.accounts import MembershipFactory, log_in
from tests.factories.keyfigures import KeyFigureFactory
from tests.factories.reports import CommentFactory, ReportFactory
from tests.threads import at_once

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 6, 9, 9, 0, tzinfo=UTC)
FIRST, LAST = Quarter(2025, 1), Quarter(2025, 4)


def begun(by, **more):
    return making.begin(**{"first": FIRST, "last": LAST, "submission": uuid4(), "by": by, "at": NOW, **more})


def offered(marieke, thijs):
    row = ReportFactory(municipality=marieke.municipality, begun_by=marieke)
    return report.offer(row, reader=thijs, version=row.edits, by=marieke, at=NOW)


@contextmanager
def broken(code):
    """One figure cannot be counted."""
    as_it_was = registry.named(code)

    def fails(_municipality, _period):
        raise ZeroDivisionError

    registry.register(replace(as_it_was, measure=fails))
    try:
        yield
    finally:
        registry.register(as_it_was)


class TestMaking:
    def test_in_one_click_it_becomes_a_draft_with_figures_and_sentences(self, marieke):
        row = begun(marieke)

        assert making.make_all() == 1
        row.refresh_from_db()
        assert (row.state, row.progress, row.first, row.last) == ("draft", making.STEPS, date(2025, 1, 1), date(2025, 12, 31))
        assert row.figures["now"]["meetings.held"]["lack"] == "nothing_yet" or row.figures["now"]["meetings.held"]["value"] is not None
        assert Section.objects.filter(report=row).count() > 5
        assert all(each.made == each.text for each in Section.objects.filter(report=row))

    def test_the_same_form_sent_twice_is_one_report(self, marieke):
        submission = uuid4()

        assert begun(marieke, submission=submission).pk == begun(marieke, submission=submission).pk
        assert Report.objects.count() == 1

    def test_a_municipality_with_one_key_figure_gets_a_report_that_does_not_show_her(self, marieke):
        KeyFigureFactory(municipality=marieke.municipality, member__user__name="Sanne Enige")
        row = begun(marieke)
        making.make_all()
        row.refresh_from_db()

        assert row.figures["now"]["keyfigures.active"]["value"] is None
        assert "Sanne" not in " ".join([str(row.figures), *Section.objects.filter(report=row).values_list("text", flat=True)])

    def test_a_figure_that_cannot_be_counted_is_told_as_failed_and_the_rest_is_made(self, marieke):
        with broken("meetings.held"):
            row = begun(marieke)
            making.make_all()
        row.refresh_from_db()

        assert row.state == "draft"
        assert row.figures["now"]["meetings.held"]["lack"] == "failed"
        assert row.figures["now"]["meetings.outside"]["lack"] == "nothing_yet"

    def test_a_step_that_fails_says_which_and_goes_on_from_there(self, marieke):
        row = begun(marieke)
        Report.objects.filter(pk=row.pk).update(figures={"now": "nothing that can be read"}, progress=4)  # the step that writes cannot read it

        assert making.make_all() == 0
        row.refresh_from_db()
        assert (row.state, row.problem) == ("failed", "Stap 5 van 5 is niet gelukt. Wat daarvoor is gemeten, blijft bewaard.")
        Report.objects.filter(pk=row.pk).update(figures={}, progress=0)
        making.resume(row, by=marieke, at=NOW)
        assert making.make_all() == 1

    def test_who_was_killed_halfway_is_followed_up(self, marieke):
        row = begun(marieke)
        making._one_step(row.pk)
        figures = Report.objects.get(pk=row.pk).figures

        assert making.make_all() == 1
        row.refresh_from_db()
        assert row.state == "draft"
        assert row.figures["now"] == figures["now"]

    def test_only_who_keeps_the_approach_makes_one(self, femke, annemarie):
        for member in (femke, annemarie):
            with pytest.raises(PermissionDenied):
                begun(member)


class TestFourEyes:
    def test_who_offers_it_does_not_issue_it(self, marieke, thijs):
        row = offered(marieke, thijs)

        with pytest.raises(NotPossible, match="zelf aangeboden"):
            report.issue(row, version=row.edits, by=marieke, at=NOW)
        assert Report.objects.get().state == "offered"

    def test_the_second_person_is_told_and_has_a_day(self, marieke, thijs):
        row = offered(marieke, thijs)

        clock = Clock.objects.get(kind=deadlines.COMMENT, subject=row.uuid)
        assert (clock.owner, clock.kept_at) == (thijs, None)
        assert Message.objects.filter(recipient=thijs).count() == 1

    def test_issued_it_has_a_number_a_checksum_and_its_files(self, marieke, thijs):
        row = offered(marieke, thijs)
        CommentFactory(report=row, by=thijs)

        report.issue(row, version=row.edits, by=thijs, at=NOW)

        row.refresh_from_db()
        assert (row.state, row.number, row.issued_by, len(row.checksum)) == ("issued", "2026-1", thijs, 64)
        files = {each.kind: bytes(each.content) for each in ReportFile.objects.filter(report=row)}
        assert {"pdf", "html", "odt", "ods"} <= set(files)
        assert {each.kind: each.checksum for each in ReportFile.objects.all()} == {kind: sha256(content).hexdigest() for kind, content in files.items()}
        assert not Comment.objects.exists()
        assert Clock.objects.get(kind=deadlines.COMMENT).kept_at == NOW

    def test_after_that_nobody_changes_it_not_even_by_hand(self, marieke, thijs):
        row = offered(marieke, thijs)
        row = report.issue(row, version=row.edits, by=thijs, at=NOW)

        for changes in (
            lambda: Report.objects.filter(pk=row.pk).update(title="Anders"),
            lambda: Report.objects.filter(pk=row.pk).delete(),
            lambda: Section.objects.filter(report=row).update(text="Anders"),
            lambda: ReportFile.objects.filter(report=row).delete(),
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                changes()

    def test_the_next_one_of_that_year_is_number_two(self, marieke, thijs):
        for expected in ("2026-1", "2026-2"):
            row = offered(marieke, thijs)
            assert report.issue(row, version=row.edits, by=thijs, at=NOW).number == expected

    def test_words_that_changed_after_she_looked_are_looked_at_again(self, marieke, thijs):
        row = offered(marieke, thijs)

        with pytest.raises(report.Meanwhile):
            report.issue(row, version=row.edits - 1, by=thijs, at=NOW)

    def test_taken_back_it_is_a_draft_again(self, marieke, thijs):
        row = offered(marieke, thijs)

        report.take_back(row, by=thijs, at=NOW)

        assert Report.objects.get().state == "draft"
        assert Message.objects.filter(recipient=marieke).count() == 1

    def test_thrown_away_nobody_finds_it(self, client, marieke, thijs):
        row = ReportFactory(municipality=marieke.municipality, begun_by=marieke)
        CommentFactory(report=row, by=thijs)
        report.discard(row, by=marieke, at=NOW)

        assert log_in(client, marieke).get(reverse("approach:report_detail", args=[row.uuid])).status_code == 404
        assert not Comment.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_two_people_issue_at_once_and_one_reads_that_the_other_was_first(marieke, thijs, annemarie):
    row = offered(marieke, thijs)

    results = at_once(*(lambda by=by: report.issue(Report.objects.get(pk=row.pk), version=row.edits, by=by, at=NOW) for by in (thijs, annemarie)))

    assert sorted(type(each).__name__ for each in results) == ["Meanwhile", "Report"]
    assert ReportFile.objects.filter(report=row, kind="pdf").count() == 1


class TestPages:
    def test_the_mayor_reads_what_was_issued_and_nothing_else(self, client, marieke, thijs, femke):
        row = offered(marieke, thijs)
        Report.objects.filter(pk=row.pk).update(title="Nog geheim")
        page = log_in(client, femke)

        assert "Nog geheim" not in page.get(reverse("approach:report_list")).content.decode()
        assert page.get(reverse("approach:report_detail", args=[row.uuid])).status_code == 404
        report.issue(Report.objects.get(), version=row.edits, by=thijs, at=NOW)
        assert "Nog geheim" in page.get(reverse("approach:report_list")).content.decode()
        assert page.get(reverse("approach:report_detail", args=[row.uuid])).status_code == 200

    def test_another_municipality_finds_nothing(self, client, marieke, oeverland):
        row = ReportFactory(municipality=marieke.municipality, begun_by=marieke, title="Van Waterveen")
        page = log_in(client, MembershipFactory(coordinator=True, municipality=oeverland))

        assert "Van Waterveen" not in page.get(reverse("approach:report_list")).content.decode()
        assert page.get(reverse("approach:report_detail", args=[row.uuid])).status_code == 404

    @pytest.mark.parametrize("role", ["key_figure", "official", "neutral_chair", "privacy_officer", "administrator"])
    def test_who_has_nothing_to_do_with_it_finds_no_list(self, client, marieke, role):
        member = MembershipFactory(municipality=marieke.municipality, **{role: True})

        assert log_in(client, member).get(reverse("approach:report_list")).status_code == 404

    @pytest.mark.parametrize("rows", [1, 3])
    def test_the_list_takes_as_many_statements_for_one_as_for_three(self, client, marieke, rows, django_assert_num_queries):
        for _each in range(rows):
            ReportFactory(municipality=marieke.municipality, begun_by=marieke)
        log_in(client, marieke)

        with django_assert_num_queries(STATEMENTS_OF_THE_LIST):
            client.get(reverse("approach:report_list"))


STATEMENTS_OF_THE_LIST = 5
