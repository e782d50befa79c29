"""When something happens: who is called by whom, what comes of it, and what never does."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from audit.models import Entry
from keyfigures import deadlines as contact_deadlines
from keyfigures import stages as way
from keyfigures.actions import contact, profile, rights, stages
from keyfigures.models.contact import ContactMoment
from keyfigures.models.ties import PersonalTie
from meetings import deadlines
from meetings.actions import NotPossible, calling, extra_meeting
from meetings.actions import tension as acts
from meetings.models.meeting import Meeting
from meetings.models.tension import Tension, TensionCall
from notifications.models import Message
from terms.models import Clock
from tests.factories.accounts import AbsenceFactory, MembershipFactory
from tests.factories.keyfigures import AT, TODAY, AreaFactory, KeyFigureFactory
from tests.factories.meetings import TensionCallFactory, TensionFactory

EVENING = AT + timedelta(hours=12)  # 22.00 in Amsterdam


def mediator(municipality, name="Robin", **more):
    given = {"network_roles": ["mediate"], "member__phone": "0612345678", "member__user__name": name, **more}
    return KeyFigureFactory(municipality=municipality, **given)


def begin(by, **more):
    return acts.begin(by=by, at=EVENING, **{"theme": "neighbourhood", "area": None, "phase": "acute", **more})


def called(tension):
    return {call.key_figure.name: call.caller.name for call in TensionCall.objects.of_tension(tension).with_people()}


@pytest.fixture
def robin(waterveen, marieke):
    return mediator(waterveen, contact_person=marieke)


@pytest.fixture
def call(robin, marieke):
    return TensionCall.objects.get(tension=begin(marieke), key_figure=robin)


def test_only_who_is_active_chose_to_mediate_and_can_be_called_is_called(waterveen, oeverland, marieke):
    mediator(waterveen, "Robin", contact_person=marieke)
    mediator(waterveen, "Sam", contact_person=marieke, channel="text")
    mediator(waterveen, "Denkt mee", network_roles=["think_along"])
    mediator(waterveen, "Pauze", paused=True)
    mediator(waterveen, "Gestopt", ended=True)
    mediator(waterveen, "Onderweg", introduction=True)
    mediator(waterveen, "Zonder nummer", member__phone="")
    mediator(waterveen, "Liever mail", channel="mail")
    mediator(oeverland, "Andere gemeente")

    assert set(called(begin(marieke))) == {"Robin", "Sam"}


def test_the_contact_person_calls_and_the_others_are_divided(waterveen, marieke, pim):
    for name in ("Robin", "Sam", "Noor"):
        mediator(waterveen, name, contact_person=marieke)
    mediator(waterveen, "Bo", contact_person=pim)

    callers = called(begin(marieke))

    assert callers["Bo"] == "Pim"
    assert sorted(callers.values()) == ["Marieke", "Marieke", "Pim", "Pim"]


def test_who_is_away_does_not_call_and_who_stands_in_for_her_does(waterveen, marieke, pim):
    ilse = MembershipFactory(coordinator=True, municipality=waterveen, user__name="Ilse")
    AbsenceFactory(member=pim, deputy=ilse, first_date=TODAY, last_date=TODAY)
    mediator(waterveen, "Robin", contact_person=pim)
    mediator(waterveen, "Sam", contact_person=pim)

    assert sorted(called(begin(marieke)).values()) == ["Ilse", "Marieke"]


def test_who_begins_it_in_the_evening_calls_also_when_she_is_away(waterveen, marieke):
    AbsenceFactory(member=marieke, deputy=MembershipFactory(official=True, municipality=waterveen), first_date=TODAY, last_date=TODAY)
    mediator(waterveen, "Robin", contact_person=marieke)

    assert called(begin(marieke)) == {"Robin": "Marieke"}


def test_who_knows_her_privately_does_not_call_her(waterveen, marieke, pim, robin):
    PersonalTie.objects.create(municipality=waterveen, official=marieke, key_figure=robin, at=AT)

    assert called(begin(marieke)) == {"Robin": "Pim"}


def test_a_colleague_who_has_to_call_hears_it_at_once_and_who_begins_does_not(waterveen, marieke, pim):
    mediator(waterveen, "Robin", contact_person=pim)

    begin(marieke)

    message = Message.objects.get(kind="meetings.calls")
    assert message.recipient == pim
    assert message.not_before <= EVENING


def test_beginning_twice_is_once(marieke, robin):
    assert begin(marieke) == begin(marieke)
    assert TensionCall.objects.count() == 1


def test_reached_is_a_contact_because_of_an_incident_that_does_not_count_for_the_quiet_rhythm(marieke, robin, call):
    stages.promise_contact(robin, at=AT)

    calling.reached(call, by=marieke, at=EVENING)

    moment = ContactMoment.objects.get()
    assert (moment.occasion, moment.topic, moment.theme, moment.how, moment.official) == ("incident", "tension", "neighbourhood", "call", marieke)
    robin.refresh_from_db()
    assert robin.last_quiet_contact_on is None
    assert Clock.objects.open().filter(kind=contact_deadlines.CONTACT, subject=robin.uuid).count() == 1


def test_reached_promises_aftercare_of_who_called_to_her(marieke, pim, robin, call):
    calling.reached(call, by=pim, at=EVENING)

    clock = Clock.objects.open().get(kind=deadlines.AFTERCARE)
    assert (clock.owner, clock.waiter, clock.working_days) == (pim, robin.member, 5)


def test_not_reached_stays_on_the_list_and_writes_no_contact(marieke, call):
    calling.not_reached(call, by=marieke, at=EVENING)

    assert TensionCall.objects.to_do().get() == call
    assert not ContactMoment.objects.exists()
    calling.reached(call, by=marieke, at=EVENING)
    assert not TensionCall.objects.to_do().exists()


def test_not_needed_goes_off_the_list_and_can_come_back(marieke, call):
    calling.leave_out(call, by=marieke, at=EVENING)
    assert not TensionCall.objects.to_do().exists()
    with pytest.raises(NotPossible):
        calling.reached(call, by=marieke, at=EVENING)

    calling.call_after_all(call, by=marieke, at=EVENING)
    assert TensionCall.objects.to_do().get() == call


def test_the_second_who_says_reached_reads_who_was_first(marieke, pim, call):
    calling.reached(call, by=marieke, at=EVENING)

    with pytest.raises(NotPossible, match=r"Marieke bereikte Robin al om 22\.00"):
        calling.reached(call, by=pim, at=EVENING)
    assert ContactMoment.objects.count() == 1


def test_a_slip_of_the_finger_is_taken_back_with_all_that_came_of_it(marieke, call):
    calling.reached(call, by=marieke, at=EVENING)

    calling.call_after_all(call, by=marieke, at=EVENING + timedelta(minutes=1))

    assert not ContactMoment.objects.exists()
    assert not Clock.objects.open().filter(kind=deadlines.AFTERCARE).exists()
    assert TensionCall.objects.to_do().get() == call


def test_after_a_day_or_by_another_it_is_not_taken_back(marieke, pim, call):
    calling.reached(call, by=marieke, at=EVENING)

    for by, at in ((pim, EVENING), (marieke, EVENING + timedelta(days=1))):
        with pytest.raises(contact.TooLateToTakeBack):
            calling.call_after_all(call, by=by, at=at)
    assert ContactMoment.objects.count() == 1


@pytest.mark.parametrize("change", [{"network_roles": ["think_along"]}, {"member__phone": ""}, {"channel": "mail"}])
def test_who_chooses_otherwise_disappears_from_the_calls_to_do(marieke, robin, call, change):
    for name, value in change.items():
        row, field = (robin.member, "phone") if name == "member__phone" else (robin, name)
        setattr(row, field, value)
        row.save()

    assert not TensionCall.objects.to_do().exists()
    with pytest.raises(NotPossible, match="koos iets anders"):
        calling.reached(call, by=marieke, at=EVENING)


def test_retracting_to_mediate_on_her_own_page_is_enough(marieke, robin, call):
    robin.notice_version, robin.notice_read_on = 99, TODAY
    robin.save()
    told = {name: getattr(robin, name) for name in profile.HERS}

    profile.change(robin, by=robin.member, at=EVENING, areas=[], **{**told, "network_roles": []})

    assert not TensionCall.objects.to_do().exists()


def test_who_leaves_is_not_called_and_is_promised_no_aftercare(marieke, robin, call):
    calling.reached(call, by=marieke, at=EVENING)

    stages.move(robin, way.END, by=robin.member, at=EVENING, reason="own_choice")

    assert not Clock.objects.open().filter(kind=deadlines.AFTERCARE).exists()
    assert not TensionCall.objects.to_do().exists()


def test_who_wants_no_contact_any_more_is_not_called_afterwards(waterveen, marieke, robin, call):
    MembershipFactory(privacy_officer=True, municipality=waterveen)
    calling.reached(call, by=marieke, at=EVENING)

    rights.ask(robin.member, right="stop", text="", at=EVENING)

    assert not Clock.objects.open().filter(kind=deadlines.AFTERCARE).exists()


def test_aftercare_is_kept_by_a_contact_that_belongs_to_the_incident(marieke, robin, call):
    calling.reached(call, by=marieke, at=EVENING)
    later = EVENING + timedelta(days=2)

    calling.give_aftercare(call, by=marieke, at=later, how="visit", on=TODAY + timedelta(days=2))

    assert set(ContactMoment.objects.values_list("occasion", "how")) == {("incident", "call"), ("incident", "visit")}
    assert Clock.objects.get(kind=deadlines.AFTERCARE).kept_at == later
    with pytest.raises(NotPossible):
        calling.give_aftercare(call, by=marieke, at=later, how="visit", on=TODAY)


def test_aftercare_that_she_does_not_need_ends_without_a_contact(marieke, call):
    calling.reached(call, by=marieke, at=EVENING)

    calling.drop_aftercare(call, by=marieke, at=EVENING)

    assert not Clock.objects.open().filter(kind=deadlines.AFTERCARE).exists()
    assert ContactMoment.objects.count() == 1


def test_each_change_of_phase_is_in_the_log_with_its_moment(marieke, pim, robin):
    tension = begin(marieke, phase="signs")
    acts.set_phase(tension, by=pim, at=EVENING + timedelta(hours=1), phase="acute")
    acts.set_phase(tension, by=pim, at=EVENING + timedelta(hours=1), phase="acute")
    acts.end(tension, by=marieke, at=EVENING + timedelta(hours=2))

    lines = Entry.objects.about("meetings.tension", tension.uuid).order_by("at").values_list("verb", "actor", "at")
    assert list(lines) == [
        ("meetings.tension_signs", marieke.pk, EVENING),
        ("meetings.tension_acute", pim.pk, EVENING + timedelta(hours=1)),
        ("meetings.tension_over", marieke.pk, EVENING + timedelta(hours=2)),
    ]


def test_who_chose_to_mediate_meanwhile_is_called_from_the_next_phase_on(waterveen, marieke, robin):
    tension = begin(marieke, phase="signs")
    mediator(waterveen, "Sam", contact_person=marieke)

    acts.set_phase(tension, by=marieke, at=EVENING, phase="acute")

    assert set(called(tension)) == {"Robin", "Sam"}


def test_after_the_end_nobody_is_called_but_aftercare_stays_promised(marieke, pim, robin, call):
    calling.reached(call, by=marieke, at=EVENING)
    acts.end(call.tension, by=marieke, at=EVENING)

    with pytest.raises(acts.IsOver):
        acts.end(call.tension, by=pim, at=EVENING)
    with pytest.raises(acts.IsOver):
        acts.set_phase(call.tension, by=pim, at=EVENING, phase="acute")
    with pytest.raises(acts.IsOver):
        calling.call_after_all(call, by=pim, at=EVENING)
    calling.give_aftercare(call, by=marieke, at=EVENING, how="call", on=TODAY)


@pytest.mark.parametrize("act", [calling.reached, calling.not_reached, calling.leave_out, calling.call_after_all])
def test_no_key_figure_and_nobody_of_another_municipality_takes_a_step(call, robin, neighbour, act):
    for by in (robin.member, neighbour):
        with pytest.raises(PermissionDenied):
            act(call, by=by, at=EVENING)


def test_an_area_of_another_municipality_is_refused(marieke, oeverland):
    with pytest.raises(PermissionDenied):
        begin(marieke, area=AreaFactory(municipality=oeverland))


def test_an_extra_meeting_is_of_the_kind_tension_and_never_counts_as_quiet(marieke, call):
    day = EVENING + timedelta(days=1)
    given = {"starts_at": day, "ends_at": day + timedelta(hours=1), "place": "Buurthuis De Sluis", "link": ""}

    meeting = extra_meeting.plan(call.tension, by=marieke, at=EVENING, submission=uuid4(), **given)

    assert (meeting.kind, meeting.occasion) == ("tension", "incident")
    assert Tension.objects.get().meeting == meeting
    with pytest.raises(NotPossible):
        extra_meeting.plan(call.tension, by=marieke, at=EVENING, submission=uuid4(), **given)
    assert Meeting.objects.count() == 1


@pytest.mark.parametrize("values", [
    {"state": "reached", "called_at": None}, {"state": "not_reached", "called_at": None}, {"state": "left_out", "called_at": AT},
    {"state": "to_call", "called_at": AT},
])
def test_the_database_refuses_a_call_without_its_moment(db, values):
    call = TensionCallFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        TensionCall.objects.filter(pk=call.pk).update(**values)


@pytest.mark.parametrize("values", [{"phase": "over"}, {"ended_at": AT}])
def test_the_database_refuses_an_end_without_its_phase(db, values):
    tension = TensionFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        Tension.objects.filter(pk=tension.pk).update(**values)


def test_the_database_refuses_a_second_call_of_one_tension_to_her(call, marieke):
    with pytest.raises(IntegrityError), transaction.atomic():
        TensionCallFactory(tension=call.tension, key_figure=call.key_figure, caller=marieke)


def test_a_tension_and_its_calls_hold_no_text():
    for model in (Tension, TensionCall):
        fields = {field.name for field in model._meta.get_fields() if field.get_internal_type() in {"CharField", "TextField"}}
        assert fields <= {"theme", "phase", "state"}
