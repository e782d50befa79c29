"""The form of a step, with the choices and bounds of this report and this day."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django import forms
from django.http import QueryDict

from accounts.models import Membership
from signals import sentences
from signals.forms import steps
from signals.models import ConcernReport
from signals.workflow import Outcome
from terms.calendar import calendar_of
from terms.days import ONE_DAY, local_date

LONGEST_PAUSE = 20  # working days
LONGEST_GRANT = 28  # calendar days: no longer than the text itself lives


@dataclass(frozen=True, kw_only=True)
class Desk:
    """Who fills in the form, about which report, on which Dutch day."""

    report: ConcernReport
    member: Membership
    today: Any


def form_for(name: str, desk: Desk, data: QueryDict | None = None, initial: dict[str, Any] | None = None) -> forms.Form:
    """KeyError for a name that is no step of an official."""
    form_class, values = _FORMS[name]
    return form_class(data, initial=initial or {}, prefix=None, **values(desk))


def _contact(desk: Desk) -> dict[str, Any]:
    return {"first": local_date(desk.report.received_at), "today": desk.today}


def _feedback(desk: Desk) -> dict[str, Any]:
    municipality = desk.member.municipality
    return {"sentences": sentences.of(municipality), "second_reader": municipality.second_reader}


def _pause(desk: Desk) -> dict[str, Any]:
    calendar = calendar_of(desk.member.municipality)
    return {"first": desk.today + ONE_DAY, "last": calendar.add(desk.today, LONGEST_PAUSE)}


def _colleagues(desk: Desk) -> dict[str, Any]:
    others = steps.colleagues_of(desk.member, on=desk.today)
    return {"colleagues": others.exclude(pk=desk.report.contact_person_id)}


def _grant(desk: Desk) -> dict[str, Any]:
    return {**_colleagues(desk), "first": desk.today, "last": desk.today + timedelta(days=LONGEST_GRANT)}


def _outcomes(desk: Desk) -> dict[str, Any]:  # noqa: ARG001  one shape for all
    """Passing on outside has a step of its own, because it erases the text."""
    return {"outcomes": [(each.value, each.label) for each in Outcome if each != Outcome.PASSED_ON]}


def _nothing(desk: Desk) -> dict[str, Any]:  # noqa: ARG001
    return {}


_FORMS: dict[str, tuple[type[forms.Form], Callable[[Desk], dict[str, Any]]]] = {
    "take_on": (steps.PlainStepForm, _nothing),
    "contact": (steps.ContactStepForm, _contact),
    "give_feedback": (steps.FeedbackForm, _feedback),
    "pause": (steps.PauseForm, _pause),
    "resume": (steps.PlainStepForm, _nothing),
    "hand_over": (steps.HandOverForm, _colleagues),
    "hand_over_outside": (steps.HandOverOutsideForm, _nothing),
    "decide": (steps.DecideForm, _outcomes),
    "close": (steps.PlainStepForm, _nothing),
    "reopen": (steps.ReopenForm, _nothing),
    "decline_reopen": (steps.DeclineReopenForm, _nothing),
    "grant": (steps.GrantForm, _grant),
}
