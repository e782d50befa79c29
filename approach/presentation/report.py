"""Reports in words: in a list, while they are made, and what can be done with one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from approach import sentences
from approach.actions.making import STEPS
from approach.frozen import Figures, Frozen
from approach.kinds import ReportState
from approach.models.report import Report, Section
from terms.days import local_date
from terms.presentation import Hero, Line, Ring, Row
from ui.phrases import Words, upper_first


@dataclass(frozen=True, kw_only=True)
class Changed:
    """A figure that reads otherwise now than when the report was made."""

    label: str
    then: str
    now: str


@dataclass(frozen=True, kw_only=True)
class Written:
    """A section of a draft. `is_edited`: somebody made other words of it than the figures gave."""

    code: str
    title: str
    text: str
    is_edited: bool
    url: str


_RINGS = {
    ReportState.MAKING: "run", ReportState.FAILED: "late", ReportState.DRAFT: "you", ReportState.OFFERED: "today", ReportState.ISSUED: "kept",
    ReportState.DISCARDED: "later",
}


def rows_of(rows: Iterable[Report], *, today: date) -> list[Row]:
    """Without a statement."""
    words = Words(today)
    return [
        Row(
            title=each.title,
            line=Line(
                ring=Ring(state=_RINGS[ReportState(each.state)]), what=period_of(each), due=state_words(each, words), tone=_tone(each), meta=_number(each),
            ),
            url=url_of(each),
        )
        for each in rows
    ]


def url_of(report: Report) -> str:
    return reverse("approach:report_detail", args=[report.uuid])


def period_of(report: Report) -> str:
    return upper_first(sentences.period_words(report.first, report.last))


def state_words(report: Report, words: Words) -> str:
    if report.state == ReportState.ISSUED and report.issued_at is not None:
        return _("Issued on %(day)s") % {"day": words.day(local_date(report.issued_at))}
    if report.state == ReportState.OFFERED and report.offered_at is not None:
        return _("Waits for a second person since %(day)s") % {"day": words.day(local_date(report.offered_at))}
    return str(ReportState(report.state).label)


def list_title(issued: int) -> str:
    if not issued:
        return _("No report was issued yet")
    return ngettext("%(number)d report was issued", "%(number)d reports were issued", issued) % {"number": issued}


def hero(report: Report, *, today: date) -> Hero:
    words, state = Words(today), ReportState(report.state)
    titles = {
        ReportState.MAKING: _("The report is being made"),
        ReportState.FAILED: _("The report could not be made"),
        ReportState.DRAFT: _("This is a draft"),
        ReportState.OFFERED: _("The report waits for a second person"),
        ReportState.ISSUED: _("The report is issued"),
    }
    sentences_ = {
        ReportState.MAKING: [_("Step %(done)d of %(of)d is done.") % {"done": report.progress, "of": STEPS}],
        ReportState.FAILED: [report.problem],
        ReportState.DRAFT: [_("Read it, change what you want, and offer it to a colleague.")],
        ReportState.OFFERED: [_offered(report, words)],
        ReportState.ISSUED: [_issued(report, words)],
    }
    return Hero(ring=Ring(state=_RINGS[state]), title=titles[state], sentences=sentences_[state])


def written(report: Report, sections: Iterable[Section]) -> list[Written]:
    return [
        Written(
            code=each.code, title=each.title, text=each.text, is_edited=each.text != each.made,
            url=reverse("approach:report_section", args=[report.uuid, each.code]),
        )
        for each in sections
    ]


def changed_since(figures: Figures, again: Mapping[str, Frozen]) -> list[Changed]:
    """What reads otherwise now than it did then, also what can no longer be measured."""
    found = []
    for code, then in figures.now.items():
        now = again.get(code)
        told = sentences.value_words(then.figure, then.unit)
        now_told = sentences.value_words(now.figure, now.unit) if now is not None else pgettext("figure", "not measured any more")
        if told != now_told:
            found.append(Changed(label=upper_first(then.label), then=upper_first(told), now=upper_first(now_told)))
    return found


def failed_labels(figures: Figures) -> Sequence[str]:
    """What could not be counted, for who makes the report."""
    return [upper_first(each.label) for each in figures.now.values() if each.figure.lack is not None and each.figure.lack.value == "failed"]


def _offered(report: Report, words: Words) -> str:
    name = report.offered_by.name if report.offered_by else ""
    day = words.day(local_date(report.offered_at)) if report.offered_at else ""
    return _("%(name)s offered it on %(day)s. A colleague issues it.") % {"name": name, "day": day}


def _issued(report: Report, words: Words) -> str:
    told = {
        "first": report.offered_by.name if report.offered_by else "", "second": report.issued_by.name if report.issued_by else "",
        "day": words.day(local_date(report.issued_at)) if report.issued_at else "",
    }
    return _("%(first)s offered it, %(second)s issued it on %(day)s. Nothing in it changes any more.") % told


def _tone(report: Report) -> str:
    tones = {ReportState.FAILED: "late", ReportState.OFFERED: "today", ReportState.ISSUED: "kept"}
    return tones.get(ReportState(report.state), "")


def _number(report: Report) -> str:
    return pgettext("council", "Report %(number)s") % {"number": report.number} if report.number else ""
