"""Meetings in giving and taking: seen by her and by her contact person, and in the figures of the network without persons."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from keyfigures import balance
from keyfigures.models.figure import KeyFigure
from keyfigures.presentation import balance as words
from tests.factories.accounts import log_in
from tests.factories.keyfigures import AT, TODAY, EnrolmentFactory, KeyFigureFactory
from tests.factories.meetings import AttendeeFactory, MeetingFactory


def attended(figure, kind="network", *, was_present=True, at=AT - timedelta(days=20)):
    meeting = MeetingFactory(municipality=figure.municipality, kind=kind, starts_at=at, invited_at=at)
    return AttendeeFactory(meeting=meeting, member=figure.member, comes=True, was_present=was_present)


def numbers(counted):
    return {name: each.times for name, each in (counted.asked | counted.given).items() if each.times}


def test_a_meeting_at_which_she_was_is_asked_and_a_training_or_thanks_is_given(robin, sam):
    for kind in ("network", "bilateral", "tension", "training", "thanks"):
        attended(robin, kind)
    attended(sam)
    EnrolmentFactory(key_figure=robin, state="attended", course__starts_at=AT - timedelta(days=3))

    counted = balance.of_figure(robin, until=TODAY)

    assert numbers(counted) == {"meetings": 3, "training": 2, "thank_you_meetings": 1}
    assert (counted.times_asked, counted.times_given) == (3, 3)


def test_what_counts_for_nothing(robin):
    attended(robin, was_present=False)
    attended(robin, was_present=None)
    attended(robin, at=AT - timedelta(days=400))

    assert numbers(balance.of_figure(robin, until=TODAY)) == {}


def test_both_read_the_same_on_her_page(robin, marieke):
    for _each in range(2):
        attended(robin)

    own = log_in(Client(), robin.member).get(reverse("keyfigures:own_page")).content.decode()
    ours = log_in(Client(), marieke).get(reverse("keyfigures:figure_detail", args=[robin.uuid])).content.decode()

    assert "2 bijeenkomsten." in own
    assert "2 bijeenkomsten." in ours


@pytest.mark.parametrize(("people", "shown"), [(4, "te weinig om te tonen"), (5, "5 of meer"), (11, "10 of meer")])
def test_in_the_figures_of_the_network_few_people_are_not_told(waterveen, people, shown):
    for _each in range(12):
        KeyFigureFactory(municipality=waterveen)
    for figure in waterveen_figures(waterveen)[:people]:
        attended(figure, at=AT - timedelta(days=100))

    bars = {bar.label: bar.value for bar in words.network(waterveen, at=AT).asked}

    assert bars["Bijeenkomsten"] == shown


def waterveen_figures(waterveen):
    return list(KeyFigure.objects.of_municipality(waterveen).order_by("pk"))
