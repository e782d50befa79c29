from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from audit.models import Entry
from notifications.models import Message
from signals import access
from signals.models import AccessGrant, ConcernReport
from tests.factories.accounts import AbsenceFactory, MembershipFactory, MunicipalityFactory
from tests.factories.signals import AT, bring_to, file_one

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def sees(member, report, at=AT):
    return ConcernReport.objects.visible_to(member, at=at).filter(pk=report.pk).exists()


# Who × in which situation → visible. The page docs/access.md is written from this table.
MATRIX = [
    ("reporter", "at any time", True),
    ("another key figure", "of the same municipality", False),
    ("contact person", "at any time", True),
    ("deputy of the report", "at any time", True),
    ("standing deputy of the contact person", "at any time", True),
    ("who stands in for the contact person", "on a day of the absence", True),
    ("who stands in for the contact person", "after the absence", False),
    ("another official", "without access", False),
    ("another official", "with access, before its last day is over", True),
    ("another official", "with access that is over", False),
    ("another official", "with access that was ended", False),
    ("another official", "within 24 hours of emergency access", True),
    ("another official", "later than 24 hours after emergency access", False),
    ("coordinator", "at any time", False),
    ("team lead", "when the promise is late", False),
    ("policy adviser", "at any time", False),
    ("neutral chair", "at any time", False),
    ("privacy officer", "at any time", False),
    ("functional administrator", "at any time", False),
    ("superuser", "without a role", False),
    ("official of another municipality", "at any time", False),
    ("the same official", "in her other municipality", False),
]


@pytest.mark.parametrize(("who", "when", "visible"), MATRIX)
@pytest.mark.usefixtures("joost")
def test_need_to_know(who, when, visible, report, joke):
    member, at = situation(who, when, report, joke)

    assert sees(member, report, at) is visible


def situation(who, when, report, joke):  # noqa: C901, PLR0911  a table of people
    """The member and the moment of one row of the table."""
    waterveen, ilse = report.municipality, report.contact_person
    roles = {
        "another key figure": "key_figure",
        "coordinator": "coordinator",
        "team lead": "team_lead",
        "policy adviser": "policy_adviser",
        "neutral chair": "neutral_chair",
        "privacy officer": "privacy_officer",
        "functional administrator": "administrator",
    }
    if who in roles:
        return MembershipFactory(municipality=waterveen, **{roles[who]: True}), AT + 60 * DAY
    if who == "reporter":
        return report.reporter, AT + 60 * DAY
    if who == "contact person":
        return ilse, AT + 60 * DAY
    if who == "deputy of the report":
        return report.deputy, AT + 60 * DAY
    if who == "standing deputy of the contact person":
        ilse.deputy = joke
        ilse.save()
        return joke, AT + 60 * DAY
    if who.startswith("who stands in"):
        AbsenceFactory(member=ilse, municipality=waterveen, deputy=joke, first_date=date(2026, 6, 10), last_date=date(2026, 6, 12))
        return joke, AT + (DAY if when.startswith("on") else 4 * DAY)
    if who == "superuser":
        boss = MembershipFactory(municipality=waterveen, policy_adviser=True, user__is_superuser=True, user__is_staff=True)
        return boss, AT
    if who == "official of another municipality":
        return MembershipFactory(official=True), AT
    if who == "the same official":
        return MembershipFactory(official=True, user=ilse.user, municipality=MunicipalityFactory()), AT
    return joke, _access(when, report, ilse, joke)


def _access(when, report, ilse, joke):
    if "emergency" in when:
        access.break_glass(report.number, actor=joke, reason="Gevaar, en Ilse is er niet.", at=AT)
        return AT + (23 * HOUR if when.startswith("within") else 25 * HOUR)
    if when != "without access":
        grant = access.grant(report, actor=ilse, member=joke, reason="Kent de buurt.", expires_on=date(2026, 6, 11), at=AT)
        if "ended" in when:
            access.revoke(grant, actor=ilse, at=AT + HOUR)
            return AT + 2 * HOUR
        return datetime(2026, 6, 11, 21, 59, tzinfo=UTC) if "before" in when else datetime(2026, 6, 11, 22, 1, tzinfo=UTC)
    return AT


def test_an_official_with_a_worry_of_her_own_sees_it_as_reporter_only(waterveen, ilse):
    both = MembershipFactory(municipality=waterveen, roles=["key_figure", "report_official"])
    mine = file_one(both)

    assert sees(both, mine)
    assert both not in {mine.contact_person, mine.deputy}


class TestOpening:
    def test_the_first_time_asks_why_and_the_reporter_reads_it(self, report, ilse):
        with pytest.raises(access.ReasonNeeded):
            access.open_report(report.uuid, reader=ilse, at=AT)
        access.open_report(report.uuid, reader=ilse, at=AT, reason="Ik ben de contactpersoon.")
        access.open_report(report.uuid, reader=ilse, at=AT + HOUR)

        opening = access.openings_of(report)[0]
        assert (opening.name, opening.reason, opening.times, opening.last_at) == ("Ilse", "Ik ben de contactpersoon.", 2, AT + HOUR)

    def test_looking_again_within_a_quarter_is_one_reading(self, report, ilse):
        access.open_report(report.uuid, reader=ilse, at=AT, reason="Ik ben de contactpersoon.")
        access.open_report(report.uuid, reader=ilse, at=AT + timedelta(minutes=14))

        assert Entry.objects.filter(verb=access.OPENED).count() == 1

    def test_reading_her_own_is_not_in_the_log(self, report, noor):
        access.open_report(report.uuid, reader=noor, at=AT)

        assert not Entry.objects.filter(subject=report.uuid).exists()

    def test_not_visible_is_not_there_and_leaves_no_trace(self, report, joke):
        with pytest.raises(ConcernReport.DoesNotExist):
            access.open_report(report.uuid, reader=joke, at=AT, reason="Nieuwsgierig.")
        assert not Entry.objects.filter(subject=report.uuid).exists()

    def test_news_is_seen_when_an_official_opened_it(self, report, ilse):
        assert report.has_news
        access.open_report(report.uuid, reader=ilse, at=AT + HOUR, reason="Ik ben de contactpersoon.")

        assert not ConcernReport.objects.get(pk=report.pk).has_news


class TestGrant:
    def test_only_by_contact_person_or_deputy_and_to_a_colleague(self, report, ilse, joke, noor, waterveen):
        coordinator = MembershipFactory(coordinator=True, municipality=waterveen)
        stranger = MembershipFactory(official=True)
        for actor, member in ((joke, joke), (ilse, coordinator), (ilse, stranger), (ilse, noor), (noor, joke)):
            with pytest.raises(PermissionDenied):
                access.grant(report, actor=actor, member=member, reason="x", expires_on=date(2026, 6, 12), at=AT)
        assert not AccessGrant.objects.exists()

    def test_the_colleague_is_told_and_the_list_of_readers_says_until_when(self, report, ilse, joke):
        access.grant(report, actor=ilse, member=joke, reason="Kent de buurt.", expires_on=date(2026, 6, 12), at=AT)

        assert Message.objects.get(kind="signals.access").recipient == joke
        assert [(each.name, each.why, each.until) for each in access.readers_of(report, AT + HOUR)] == [
            ("Ilse", "contact_person", None),
            ("Joost", "deputy", None),
            ("Joke", "granted", date(2026, 6, 12)),
        ]

    def test_readers_are_exactly_who_can_see_it(self, report, ilse, joost, joke, waterveen):
        AbsenceFactory(member=joost, municipality=waterveen, deputy=joke)
        extra = MembershipFactory(official=True, municipality=waterveen)

        readers = {each.member_id for each in access.readers_of(report, AT)}
        assert readers == {member.pk for member in (ilse, joost, joke, extra) if sees(member, report)}
        assert extra.pk not in readers


class TestEmergency:
    def test_the_reporter_and_every_privacy_officer_are_told(self, report, joke, noor, waterveen):
        officer = MembershipFactory(privacy_officer=True, municipality=waterveen)
        MembershipFactory(privacy_officer=True)
        access.break_glass(report.number, actor=joke, reason="Gevaar.", at=AT)

        told = set(Message.objects.filter(kind__startswith="signals.emergency").values_list("kind", "recipient"))
        assert told == {("signals.emergency", officer.pk), ("signals.emergency_told", noor.pk)}
        assert Entry.objects.get(verb=access.EMERGENCY).reason == "Gevaar."

    def test_no_reason_is_asked_again(self, report, joke):
        access.break_glass(report.number, actor=joke, reason="Gevaar.", at=AT)

        assert access.open_report(report.uuid, reader=joke, at=AT + HOUR) == report

    @pytest.mark.parametrize("number", ["2026-0099", "2025-0001"])
    def test_another_number_is_not_there(self, report, joke, number):
        with pytest.raises(ConcernReport.DoesNotExist):
            access.break_glass(number, actor=joke, reason="Gevaar.", at=AT)

    def test_not_in_another_municipality_and_not_by_another_role(self, report, waterveen):
        with pytest.raises(ConcernReport.DoesNotExist):
            access.break_glass(report.number, actor=MembershipFactory(official=True), reason="Gevaar.", at=AT)
        with pytest.raises(PermissionDenied):
            access.break_glass(report.number, actor=MembershipFactory(coordinator=True, municipality=waterveen), reason="Gevaar.", at=AT)


def test_a_closed_report_stays_visible_to_who_handled_it(report, ilse):
    bring_to(report, "closed", official=ilse)

    assert sees(ilse, report, AT + 30 * DAY)
