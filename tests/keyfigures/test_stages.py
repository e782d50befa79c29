from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from accounts.models import Membership
from keyfigures import stages as way
from keyfigures.actions import stages
from keyfigures.models.figure import CameBy, StageStep
from keyfigures.stages import MOVES, Stage, StageNotAllowed
from terms.models import Clock
from tests.factories.accounts import MembershipFactory
from tests.factories.keyfigures import AT, AgreementFactory, KeyFigureFactory

# Every stage and every step, written by hand: what is not here is refused.
POSSIBLE = {
    ("interested", "invite_to_talk"): "introduction",
    ("interested", "to_agreement"): "agreement",
    ("interested", "end"): "ended",
    ("introduction", "to_agreement"): "agreement",
    ("introduction", "end"): "ended",
    ("agreement", "activate"): "active",
    ("agreement", "end"): "ended",
    ("active", "pause"): "paused",
    ("active", "end"): "ended",
    ("paused", "resume"): "active",
    ("paused", "pause"): "paused",
    ("paused", "end"): "ended",
    ("ended", "begin_again"): "introduction",
}


@pytest.mark.parametrize("stage", Stage.values)
@pytest.mark.parametrize("name", MOVES)
def test_each_step_from_each_stage(stage, name):
    target = POSSIBLE.get((stage, name))

    if target is None:
        with pytest.raises(StageNotAllowed):
            way.check(MOVES[name], stage=stage)
    else:
        way.check(MOVES[name], stage=stage)
        assert MOVES[name].target == target


def test_every_stage_can_be_reached():
    assert set(POSSIBLE.values()) | {"interested"} == set(Stage.values)


def open_kinds(figure):
    return sorted(Clock.objects.open().about(figure.uuid).values_list("kind", flat=True))


def test_who_shows_interest_is_owed_a_next_step_by_a_present_official(waterveen, marieke):
    member = MembershipFactory(candidate=True, municipality=waterveen)

    figure = stages.begin(member, came_by=CameBy.HERSELF, at=AT)

    assert (figure.stage, figure.contact_person) == ("interested", marieke)
    assert open_kinds(figure) == ["keyfigures.stage"]


def test_becoming_active_gives_the_role_and_starts_the_rhythm_of_contact_and_of_thanks(waterveen, marieke):
    figure = KeyFigureFactory(municipality=waterveen, contact_person=marieke, agreeing=True)
    AgreementFactory(key_figure=figure)

    stages.move(figure, way.ACTIVATE, by=marieke, at=AT)

    assert Membership.objects.get(pk=figure.member_id).roles == ["key_figure"]
    assert open_kinds(figure) == ["keyfigures.contact", "keyfigures.thanks"]


def test_who_ends_is_promised_nothing_more_and_can_do_nothing_here_any_more(robin, marieke):
    stages.promise_contact(robin, at=AT)

    ended = stages.move(robin, way.END, by=marieke, at=AT + timedelta(days=1), reason="moved", had_exit_talk=True)

    assert open_kinds(ended) == []
    assert not Membership.objects.get(pk=ended.member_id).is_active_on(ended.ended_on)
    assert list(StageStep.objects.filter(key_figure=ended).values_list("from_stage", "to_stage")) == [("active", "ended")]


def test_a_key_figure_can_pause_and_end_herself_but_not_begin_for_another(robin, sam):
    paused = stages.move(robin, way.PAUSE, by=robin.member, at=AT, paused_until=AT.date() + timedelta(days=30))

    assert paused.stage == "paused"
    with pytest.raises(PermissionDenied):
        stages.move(sam, way.PAUSE, by=robin.member, at=AT)


def test_a_coordinator_of_another_municipality_takes_no_step(robin, neighbour):
    with pytest.raises(PermissionDenied):
        stages.move(robin, way.PAUSE, by=neighbour, at=AT)
