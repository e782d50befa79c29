"""What everybody reads of the approach: what key figures do and do not do, how to take part, and where more stands."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext as _

from approach import outside
from approach.kinds import ReportState
from approach.models.page import PublicPage
from approach.models.report import Report
from approach.models.vision import Vision
from approach.presentation import vision as words_of
from keyfigures.actions import joining
from keyfigures.catalogue import ShippedRole
from terms.days import local_date
from ui.phrases import Words

_ROLES: Mapping[str, Callable[[], str]] = {
    ShippedRole.THINK_ALONG: lambda: _("Thinking along about what the municipality does."),
    ShippedRole.MEDIATE: lambda: _("Helping to talk when there is tension."),
    ShippedRole.PREVENT: lambda: _("Doing or supporting activities that bring people together."),
    ShippedRole.SHARE_CONCERNS: lambda: _("Sharing a concern, only who chose that. Nobody has to."),
}


@dataclass(frozen=True, kw_only=True)
class Link:
    title: str
    text: str
    url: str


@dataclass(frozen=True, kw_only=True)
class Issued:
    """A report to the council, as it stands in the archive."""

    title: str
    period: str
    issued: str
    url: str


@dataclass(frozen=True, kw_only=True)
class About:
    """`does` and `never`: sentences; `join_url` is empty while nobody can leave a name; `links`: what else everybody may read."""

    text: str
    does: Sequence[str]
    never: Sequence[str]
    join_url: str
    links: Sequence[Link]


def about(page: PublicPage, *, at: datetime) -> About:
    """Five statements at most."""
    municipality, held = page.municipality, shown_vision(page, at=at)
    roles = held.roles if held is not None and held.roles else ShippedRole.values
    links = [_vision_link(page, held, at), _initiatives(page), _reports(page), *_always(page)]
    return About(
        text=page.about,
        does=[sentence() for role, sentence in _ROLES.items() if role in roles],
        never=_lines(held.limits) if held is not None else _ours(),
        join_url=reverse("keyfigures:join", args=[municipality.slug]) if joining.is_open(municipality, at=at) else "",
        links=[each for each in links if each is not None],
    )


def shown_vision(page: PublicPage, *, at: datetime) -> Vision | None:
    """The version in force, when the municipality shows it."""
    return Vision.objects.in_force(page.municipality, on=local_date(at)) if page.shows_vision else None


def _vision_link(page: PublicPage, held: Vision | None, at: datetime) -> Link | None:
    if held is None:
        return None
    text = words_of.adopted(held, Words(local_date(at)))
    return Link(title=_("The vision of the municipality"), text=text, url=reverse("approach:public_vision", args=[page.municipality.slug]))


def _initiatives(page: PublicPage) -> Link | None:
    door = outside.door("initiatives") if page.shows_initiatives else None
    url = door.url(page.municipality) if door is not None else ""
    return Link(title=str(door.title), text=str(door.text), url=url) if door is not None and url else None


def issued(page: PublicPage) -> list[Issued]:
    """Newest first; none when the municipality does not show them. One statement."""
    return [_issued_row(each, page.municipality.slug) for each in _issued(page).order_by("-issued_at", "-pk")] if page.shows_reports else []


def _issued_row(report: Report, slug: str) -> Issued:
    """Days always with their year."""
    words = Words(date.min)
    told = {"day": words.day_only(local_date(report.issued_at)) if report.issued_at else "", "number": report.number}
    return Issued(
        title=report.title,
        period=_("About %(first)s until %(last)s.") % {"first": words.day_only(report.first), "last": words.day_only(report.last)},
        issued=_("Issued on %(day)s, number %(number)s.") % told,
        url=reverse("approach:public_report", args=[slug, report.number]),
    )


def _issued(page: PublicPage) -> "models.QuerySet[Report]":
    return Report.objects.filter(municipality=page.municipality, state=ReportState.ISSUED)


def _reports(page: PublicPage) -> Link | None:
    if not page.shows_reports or not _issued(page).exists():
        return None
    text = _("What was told to the council, as it was issued.")
    return Link(title=_("Reports to the council"), text=text, url=reverse("approach:public_reports", args=[page.municipality.slug]))


def _always(page: PublicPage) -> list[Link]:
    slug = page.municipality.slug
    return [
        Link(
            title=_("What we do with data"), text=_("Which data we keep of people, why, how long, and what you can ask."),
            url=reverse("approach:public_privacy", args=[slug]),
        ),
        Link(
            title=_("Accessibility"), text=_("How accessible these pages are, and what to do when something does not work for you."),
            url=reverse("approach:public_accessibility", args=[slug]),
        ),
    ]


def _lines(text: str) -> list[str]:
    return [line.lstrip("-•* ").strip() for line in text.split("\n") if line.strip()]


def _ours() -> list[str]:
    """As long as the municipality did not say so herself."""
    return [
        _("Key figures do not work for the police, and investigate nobody."),
        _("Nobody has to say whom she knows. We keep no list of that."),
        _("Nobody speaks for a whole group."),
    ]
