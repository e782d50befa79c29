from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from keyfigures.actions import NotPossible
from keyfigures.actions import learning as acts
from keyfigures.models.learning import Course, Enrolment
from notifications.models import Message
from tests.factories.accounts import log_in
from tests.factories.keyfigures import AT, CourseFactory, EnrolmentFactory, KeyFigureFactory

AFTER = AT + timedelta(days=14, hours=3)
DAYS = timedelta(days=1)


@pytest.fixture
def course(waterveen, marieke):
    """One place, in two weeks."""
    return CourseFactory(municipality=waterveen, offered_by=marieke, places=1)


@pytest.fixture
def kim(waterveen, marieke):
    return KeyFigureFactory(municipality=waterveen, contact_person=marieke, member__user__name="Kim")


def states(course):
    return {each.key_figure.name: each.state for each in Enrolment.objects.filter(course=course).for_list()}


def told(figure):
    return Message.objects.filter(recipient=figure.member).count()


def move(row, **values):
    """The keys to a municipality are checked at the end of a transaction."""
    type(row).objects.filter(pk=row.pk).update(**values)
    connection.check_constraints()


class TestSigningUp:
    def test_who_is_first_has_a_place_and_who_is_next_waits(self, course, robin, sam):
        acts.sign_up(course, figure=robin, at=AT)
        acts.sign_up(course, figure=sam, at=AT)

        assert states(course) == {"Robin": "place", "Sam": "waiting"}

    def test_signing_up_twice_is_once(self, course, robin):
        assert acts.sign_up(course, figure=robin, at=AT) == acts.sign_up(course, figure=robin, at=AT + DAYS)
        assert Enrolment.objects.get().signed_up_at == AT

    def test_who_comes_back_stands_at_the_end_of_the_line(self, course, robin, sam, kim):
        for figure in (robin, sam, kim):
            acts.sign_up(course, figure=figure, at=AT)
        acts.leave(course, figure=sam, at=AT)
        acts.sign_up(course, figure=sam, at=AT + DAYS)

        acts.leave(course, figure=robin, at=AT + DAYS)

        assert states(course) == {"Robin": "cancelled", "Sam": "waiting", "Kim": "place"}

    @pytest.mark.parametrize(
        "change", [{"cancelled_at": AT}, {"sign_up_until": date(2026, 6, 8)}, {"starts_at": AT, "ends_at": AT + DAYS}],
    )
    def test_what_is_cancelled_closed_or_begun_takes_nobody(self, course, robin, change):
        Course.objects.filter(pk=course.pk).update(**change)

        with pytest.raises(NotPossible):
            acts.sign_up(course, figure=robin, at=AT)

    def test_who_ended_or_belongs_elsewhere_takes_no_place(self, course, waterveen):
        for figure in (KeyFigureFactory(municipality=waterveen, ended=True), KeyFigureFactory()):
            with pytest.raises(PermissionDenied):
                acts.sign_up(course, figure=figure, at=AT)


class TestLeaving:
    def test_the_place_goes_to_who_waits_longest_and_she_is_told_once(self, course, robin, sam, kim):
        for minutes, figure in enumerate((robin, sam, kim)):
            acts.sign_up(course, figure=figure, at=AT + timedelta(minutes=minutes))

        acts.leave(course, figure=robin, at=AT + DAYS)
        acts.leave(course, figure=robin, at=AT + DAYS)

        assert states(course) == {"Robin": "cancelled", "Sam": "place", "Kim": "waiting"}
        assert (told(sam), told(kim)) == (1, 0)

    def test_who_waits_and_leaves_gives_nobody_a_place(self, course, robin, sam, kim):
        for minutes, figure in enumerate((robin, sam, kim)):
            acts.sign_up(course, figure=figure, at=AT + timedelta(minutes=minutes))

        acts.leave(course, figure=sam, at=AT + DAYS)

        assert states(course) == {"Robin": "place", "Sam": "cancelled", "Kim": "waiting"}

    def test_who_ends_leaves_everything_ahead(self, course, robin, sam):
        past = EnrolmentFactory(key_figure=robin, course__starts_at=AT - DAYS, state="attended")
        acts.sign_up(course, figure=robin, at=AT)
        acts.sign_up(course, figure=sam, at=AT)

        acts.leave_all(robin, at=AT)

        assert states(course) == {"Robin": "cancelled", "Sam": "place"}
        past.refresh_from_db()
        assert past.state == "attended"

    def test_nobody_leaves_what_has_begun(self, course, robin):
        acts.sign_up(course, figure=robin, at=AT)

        with pytest.raises(NotPossible):
            acts.leave(course, figure=robin, at=AFTER)


class TestWhatTheCoordinatorDoes:
    def test_cancelling_tells_who_has_a_place_and_who_waits(self, course, robin, sam, kim, marieke):
        for figure in (robin, sam, kim):
            acts.sign_up(course, figure=figure, at=AT)
        acts.leave(course, figure=kim, at=AT)

        acts.cancel(course, by=marieke, at=AT + DAYS)

        assert [told(each) for each in (robin, sam, kim)] == [1, 1, 0]
        with pytest.raises(NotPossible):
            acts.cancel(course, by=marieke, at=AT + DAYS)

    def test_attendance_is_written_down_afterwards_and_can_be_corrected(self, waterveen, robin, sam, marieke):
        course = CourseFactory(municipality=waterveen)
        hers, other = (acts.sign_up(course, figure=figure, at=AT).uuid for figure in (robin, sam))
        with pytest.raises(NotPossible):
            acts.record_attendance(course, present=[hers], by=marieke, at=AT)

        acts.record_attendance(course, present=[hers], by=marieke, at=AFTER)
        assert states(course) == {"Robin": "attended", "Sam": "absent"}
        acts.record_attendance(course, present=[other], by=marieke, at=AFTER)
        assert states(course) == {"Robin": "absent", "Sam": "attended"}

    def test_key_figures_and_other_municipalities_do_none_of_it(self, course, robin, neighbour):
        for other in (robin.member, neighbour):
            with pytest.raises(PermissionDenied):
                acts.cancel(course, by=other, at=AT)
            with pytest.raises(PermissionDenied):
                acts.record_attendance(course, present=[], by=other, at=AFTER)


class TestRulesOfTheDatabase:
    @pytest.mark.parametrize("wrong", [{"places": 0}, {"ends_at": AT - DAYS}])
    def test_a_training_has_places_and_ends_after_it_begins(self, course, wrong):
        with pytest.raises(IntegrityError), transaction.atomic():
            Course.objects.filter(pk=course.pk).update(**wrong)

    def test_nobody_is_enrolled_twice(self, course, robin):
        EnrolmentFactory(key_figure=robin, course=course)

        with pytest.raises(IntegrityError), transaction.atomic():
            EnrolmentFactory(key_figure=robin, course=course)

    def test_key_figure_and_training_belong_to_the_municipality_of_the_enrolment(self, course, robin, oeverland):
        enrolment = EnrolmentFactory(key_figure=robin, course=course)

        for wrong in ({"municipality": oeverland}, {"course": CourseFactory(municipality=oeverland)}, {"key_figure": KeyFigureFactory()}):
            with pytest.raises(IntegrityError), transaction.atomic():
                move(enrolment, **wrong)


class TestPages:
    @pytest.fixture
    def now(self, time_machine):
        time_machine.move_to(AT, tick=False)

    def test_she_signs_up_waits_and_leaves_by_one_button_each(self, client, course, robin, sam, now):
        acts.sign_up(course, figure=sam, at=AT)
        page, address = log_in(client, robin.member), reverse("keyfigures:course_detail", args=[course.uuid])

        before = page.get(address).content.decode()
        after = page.post(reverse("keyfigures:course_sign_up", args=[course.uuid]), follow=True).content.decode()
        page.post(reverse("keyfigures:course_leave", args=[course.uuid]))

        assert "Vol" in before
        assert "nummer 1 op de wachtlijst" in after
        assert states(course) == {"Sam": "place", "Robin": "cancelled"}

    def test_no_key_figure_sees_who_else_comes(self, client, course, robin, kim, now):
        acts.sign_up(course, figure=kim, at=AT)
        page = log_in(client, robin.member)

        for address in (reverse("keyfigures:course_detail", args=[course.uuid]), reverse("keyfigures:course_list")):
            assert "Kim" not in page.get(address).content.decode()

    def test_signing_up_too_late_is_told_above_the_page_as_it_is(self, client, course, robin, now):
        Course.objects.filter(pk=course.pk).update(cancelled_at=AT)

        answer = log_in(client, robin.member).post(reverse("keyfigures:course_sign_up", args=[course.uuid]))

        assert answer.status_code == 409
        assert "gaat niet door" in answer.content.decode()

    def test_the_coordinator_offers_writes_down_and_cancels(self, client, marieke, robin, now):
        page = log_in(client, marieke)
        typed = {
            "title": "Zaal vol", "about": "Praten.", "place": "De Sluis", "day": "2026-06-25", "begins": "19:30", "ends": "21:00", "places": "8",
            "sign_up_until": "2026-06-23",
        }

        for _twice in range(2):
            page.post(reverse("keyfigures:course_new"), typed)
        course = Course.objects.get()
        page.get(reverse("keyfigures:course_cancel", args=[course.uuid]))
        page.post(reverse("keyfigures:course_cancel", args=[course.uuid]))

        assert course.starts_at.isoformat() == "2026-06-25T17:30:00+00:00"
        assert Course.objects.get().cancelled_at == AT

    @pytest.mark.parametrize(
        ("wrong", "field"),
        [
            ({"ends": "19:00"}, "ends"), ({"sign_up_until": "2026-06-26"}, "sign_up_until"), ({"day": "2026-06-01"}, "day"),
            ({"places": "0"}, "places"), ({"places": "9999999999"}, "places"), ({"title": "x" * 121}, "title"), ({"begins": "25:00"}, "begins"),
        ],
    )
    def test_what_is_wrong_is_said_beside_its_field(self, client, marieke, now, wrong, field):
        typed = {
            "title": "Zaal vol", "about": "Praten.", "place": "De Sluis", "day": "2026-06-25", "begins": "19:30", "ends": "21:00", "places": "8",
            "sign_up_until": "2026-06-23", **wrong,
        }

        answer = log_in(client, marieke).post(reverse("keyfigures:course_new"), typed)

        assert answer.status_code == 400
        assert list(answer.context["form"].errors) == [field]

    def test_who_was_there_is_ticked_and_sees_a_certificate(self, client, waterveen, marieke, robin, sam, time_machine):
        course = CourseFactory(municipality=waterveen, offered_by=marieke)
        hers = acts.sign_up(course, figure=robin, at=AT)
        acts.sign_up(course, figure=sam, at=AT)
        time_machine.move_to(AFTER, tick=False)
        address = reverse("keyfigures:course_certificate", args=[course.uuid])

        assert log_in(client, robin.member).get(address).status_code == 404
        page = log_in(client, marieke)
        assert page.post(reverse("keyfigures:course_attendance", args=[course.uuid]), {"present": ["nobody"]}).status_code == 400
        page.post(reverse("keyfigures:course_attendance", args=[course.uuid]), {"present": [str(hers.uuid)]})
        answer = log_in(client, robin.member).get(address)

        assert answer.content.startswith(b"%PDF-")
        assert answer["Content-Disposition"] == 'attachment; filename="certificaat.pdf"'
        assert "no-store" in answer["Cache-Control"]
        for other in (sam.member, marieke):
            assert log_in(client, other).get(address).status_code == 404

    @pytest.mark.parametrize("route", ["course_detail", "course_sign_up", "course_leave", "course_attendance", "course_cancel", "course_certificate"])
    def test_other_municipalities_and_roles_find_nothing(self, client, course, neighbour, annemarie, now, route):
        address = reverse(f"keyfigures:{route}", args=[course.uuid])

        for other in (neighbour, annemarie):
            page = log_in(client, other)
            for answer in (page.get(address), page.post(address)):
                assert answer.status_code in {404, 405}
                assert "Gesprekken voeren" not in answer.content.decode()

    def test_the_list_shows_what_comes_what_was_and_what_was_cancelled(self, client, waterveen, oeverland, marieke, now):
        for title, more in {"Komt": {}, "Was": {"starts_at": AT - DAYS}, "Af": {"cancelled_at": AT}}.items():
            CourseFactory(municipality=waterveen, title=title, **more)
        CourseFactory(municipality=oeverland, title="Elders")
        page = log_in(client, marieke)

        shown = [[row.title for row in page.get(reverse("keyfigures:course_list"), {"toon": view}).context["rows"]] for view in ("komt", "geweest", "afgezegd")]

        assert shown == [["Komt"], ["Was"], ["Af"]]

    @pytest.mark.parametrize("count", [1, 3])
    def test_the_list_costs_the_same_for_one_and_three(self, client, waterveen, robin, sam, now, count, django_assert_num_queries):
        for _each in range(count):
            EnrolmentFactory(key_figure=robin, course__municipality=waterveen)
        page = log_in(client, robin.member)
        page.get("/")

        with django_assert_num_queries(4):  # session, person with member, trainings with their counts, her enrolments
            page.get(reverse("keyfigures:course_list"))
