"""Pages around meetings: a small municipality, beside 342 with 50,000 meetings and a million invitations; and sending 500 invitations.

BENCH_MEETINGS (50000): how many there are in the large one, with 20 invitations each.
"""

import os

from tests.bench.jobs import run_job
from tests.bench.pages import client_of, tell, times_of
from tests.bench.web import say

MEETINGS = int(os.environ.get("BENCH_MEETINGS", "50000"))
HERE = 50  # meetings in the municipality that is looked at
PEOPLE = 900  # key figures in it, of whom four of seven are active and can be invited


def measure_meetings() -> None:
    from tests.bench import network

    network.coordinators()
    small = _measured(HERE)
    large = _measured(MEETINGS)
    print(f"\n(h) pages around meetings, {HERE} of them in one municipality, and the same beside {MEETINGS:,} with {MEETINGS * 20:,} invitations\n")
    tell(small, large)
    _sending()


def _measured(meetings: int) -> dict[str, tuple[float, int]]:
    from django.test import Client

    from meetings.models.attendance import CalendarFeed
    from meetings.models.meeting import Meeting
    from meetings.models.poll import DatePoll
    from meetings.presentation.feed import address_of
    from tests.bench import gatherings, network

    _empty()
    network.areas()
    network.figures(20_000 if meetings > HERE else PEOPLE, in_first=PEOPLE)
    gatherings.meetings(meetings, in_first=HERE)
    gatherings.crowd()
    gatherings.feeds()
    invite_all()
    coordinator, big, poll = client_of("coordinator"), Meeting.objects.get(title="Groot"), DatePoll.objects.get()
    feeds = [(Client(headers={"host": "localhost"}), "/" + address_of(feed).text.split("/", 3)[3]) for feed in CalendarFeed.objects.select_related("member__user")[:20]]
    return times_of(
        {
            "list": [(coordinator, "/bijeenkomsten/")],
            "meeting, 500 invited": [(coordinator, f"/bijeenkomsten/{big.uuid}/")],
            "its invited people": [(coordinator, f"/bijeenkomsten/{big.uuid}/genodigden/")],
            "calendar feed": feeds,
            "poll, 500 asked": [(coordinator, f"/bijeenkomsten/datum-prikken/{poll.uuid}/")],
        },
    )


def invite_all() -> None:
    """500 people to the big meeting, by what the organiser does."""
    from django.utils import timezone

    from accounts.models import Membership
    from meetings.actions import invitations
    from meetings.models.meeting import Meeting
    from tests.bench.gatherings import CROWD

    big = Meeting.objects.select_related("organiser__user", "organiser__municipality", "municipality").get(title="Groot")
    people = Membership.objects.with_role("key_figure").of_municipality(big.municipality).filter(key_figure__stage="active").order_by("pk")[:CROWD]
    invitations.invite(big, members=people, by=big.organiser, at=timezone.now())


def _sending() -> None:
    """To a real mail server on this machine: the time to the last mail, for 50 and for 500."""
    from django.utils import timezone

    from notifications.models import Message

    print("\n(i) sending invitations, by one worker\n")
    say("job", "messages", "handled", "seconds", "peak memory, MB")
    say(*["---"] * 5)
    ready = list(Message.objects.filter(state="waiting").order_by("pk").values_list("pk", flat=True))
    Message.objects.filter(pk__in=ready).update(not_before=timezone.now())  # also when this runs in the quiet hours
    Message.objects.filter(pk__in=ready[50:]).update(state="cancelled")
    run_job("deliver", 50)
    Message.objects.filter(pk__in=ready).update(state="waiting", sent_at=None)
    run_job("deliver", len(ready))


def _empty() -> None:
    from tests.bench import gatherings, network

    gatherings.empty()
    network.empty()
