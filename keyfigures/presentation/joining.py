"""The public page about taking part, and what is said to who passes it on or stopped."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.urls import reverse
from django.utils.http import urlencode

from accounts.models import Municipality
from keyfigures import deadlines, passing_on
from keyfigures.catalogue import ShippedRole
from keyfigures.models.figure import KeyFigure
from keyfigures.models.settings import NetworkSettings
from terms.calendar import calendar_of
from ui.words import working_days_in_words


@dataclass(frozen=True, kw_only=True)
class About:
    """`within`: in how many working days she hears from us. `may_share`: sharing concerns is one of the roles here."""

    own_words: str
    within: str
    may_share: bool


def about(municipality: Municipality) -> About:
    chosen = NetworkSettings.objects.of(municipality)
    days = calendar_of(municipality).working_days(deadlines.STAGE, deadlines.WORKING_DAYS[deadlines.STAGE])
    return About(own_words=chosen.join_text, within=working_days_in_words(days), may_share=ShippedRole.SHARE_CONCERNS not in chosen.hidden_roles)


def link_to_pass_on(municipality: Municipality, *, today: date) -> str:
    """The whole address, to copy into a message."""
    path = reverse("keyfigures:join", args=[municipality.slug])
    return f"{settings.BASE_URL}{path}?{urlencode({'via': passing_on.token(municipality.slug, today=today)})}"


def kept_after_end(figure: KeyFigure) -> date:
    """Until when the profile of who stopped is kept."""
    days = NetworkSettings.objects.of(figure.municipality).keep_profile_days
    return (figure.ended_on or figure.stage_since) + timedelta(days=days)
