"""The agreement in words: its state as a sentence, its text with what changed, who confirmed when, and its place on her page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Membership
from keyfigures.forms.agreement import part_title
from keyfigures.models.agreement import Agreement, AgreementTemplate
from keyfigures.models.figure import KeyFigure
from keyfigures.stages import Stage
from keyfigures.text_difference import Piece, pieces
from terms.days import local_date
from terms.presentation import Hero, Ring
from ui.phrases import Words


@dataclass(frozen=True, kw_only=True)
class TextPart:
    """One part of the municipality's text; `pieces` where it differs from the version before."""

    name: str
    title: str
    text: str
    pieces: list[Piece]


@dataclass(frozen=True, kw_only=True)
class Confirmation:
    """One side: `who` and the moment, or that it still waits."""

    who: str
    when: str
    is_given: bool


@dataclass(frozen=True, kw_only=True)
class VersionLine:
    label: str
    state: str
    url: str
    is_here: bool


def parts_of(template: AgreementTemplate, *, before: AgreementTemplate | None = None) -> list[TextPart]:
    old = before.texts if before is not None and before.pk != template.pk else template.texts
    return [
        TextPart(name=part, title=part_title(part), text=text, pieces=pieces(old[part], text) if old[part] != text else [])
        for part, text in template.texts.items()
    ]


def hero(agreement: Agreement, *, is_own: bool, words: Words) -> Hero:
    """The state as the sentence of the page, and what it asks of the reader."""
    if agreement.replaced_at is not None:
        return Hero(ring=Ring(state="later"), title=_("This version is not wanted any more"), sentences=[_("Nobody needs to do anything with it.")])
    if agreement.is_in_preparation:
        return _waiting(agreement, is_own=is_own, words=words)
    return _holding(agreement, words)


def _waiting(agreement: Agreement, *, is_own: bool, words: Words) -> Hero:
    name, hers, ours = agreement.key_figure.name, agreement.confirmed_by_her_at, agreement.confirmed_by_us_at
    if is_own and hers is None:
        said = _("%(who)s confirmed already.") % {"who": agreement.confirmed_by.name} if ours and agreement.confirmed_by else ""
        calm = _("Read it calmly. Nothing holds before you both confirmed.")
        return Hero(ring=Ring(state="you"), title=_("Your agreement waits for you"), sentences=[calm, *filter(None, [said])])
    if not is_own and ours is None:
        said = _("%(who)s confirmed already.") % {"who": name} if hers else _("%(who)s did not confirm yet either.") % {"who": name}
        return Hero(ring=Ring(state="you"), title=_("The agreement with %(name)s waits for you") % {"name": name}, sentences=[said])
    day = words.day(local_date(hers if is_own and hers else ours or agreement.begun_at))
    if is_own:
        return Hero(ring=Ring(state="later"), title=_("You confirmed. Now it is our turn"), sentences=[_("You confirmed on %(day)s.") % {"day": day}])
    title = _("Now %(name)s has to confirm") % {"name": name}
    return Hero(ring=Ring(state="later"), title=title, sentences=[_("The municipality confirmed on %(day)s.") % {"day": day}])


def _holding(agreement: Agreement, words: Words) -> Hero:
    days = period(agreement, words)
    if agreement.holds_until is not None:
        return Hero(ring=Ring(state="later"), title=_("This agreement held %(days)s") % {"days": days}, sentences=[])
    look = _("We look at it together again %(by)s.") % {"by": words.by(agreement.review_on)} if agreement.review_on else ""
    return Hero(ring=Ring(state="kept"), title=_("This agreement holds %(days)s") % {"days": days}, sentences=[look] if look else [])


def period(agreement: Agreement, words: Words) -> str:
    """ "sinds 12 januari", or "van 12 januari tot 9 juni"."""
    first = words.day_only(agreement.holds_from) if agreement.holds_from else ""
    if agreement.holds_until is None:
        return _("since %(day)s") % {"day": first}
    return _("from %(first)s until %(last)s") % {"first": first, "last": words.day_only(agreement.holds_until)}


def confirmations(agreement: Agreement, words: Words) -> list[Confirmation]:
    municipality = str(agreement.municipality)
    us = _("%(name)s, for %(municipality)s") % {"name": agreement.confirmed_by.name, "municipality": municipality} if agreement.confirmed_by else municipality
    return [
        _confirmation(agreement.key_figure.name, agreement.confirmed_by_her_at, words),
        _confirmation(us, agreement.confirmed_by_us_at, words),
    ]


def _confirmation(who: str, at: datetime | None, words: Words) -> Confirmation:
    when = _("Confirmed on %(moment)s") % {"moment": words.moment(at)} if at else _("Not confirmed yet")
    return Confirmation(who=who, when=when, is_given=at is not None)


def versions(rows: Sequence[Agreement], here: Agreement, words: Words) -> list[VersionLine]:
    """All that was ever agreed, newest first."""
    return [
        VersionLine(
            label=_("Version %(number)d") % {"number": each.version}, state=_state(each, words), url=url_of(each), is_here=each.pk == here.pk,
        )
        for each in rows
    ]


def _state(agreement: Agreement, words: Words) -> str:
    if agreement.is_confirmed:
        return _("Holds %(days)s") % {"days": period(agreement, words)} if agreement.is_holding else _("Held %(days)s") % {"days": period(agreement, words)}
    return _("Not confirmed by both yet")


def url_of(agreement: Agreement) -> str:
    return reverse("keyfigures:agreement_detail", args=[agreement.uuid])


def section(figure: KeyFigure, *, reader: Membership, at: datetime) -> dict[str, Any] | None:
    """Beside the work on her page: the state, the version, the day to look again, and the way to read it."""
    words, is_own = Words(local_date(at)), reader.pk == figure.member_id
    rows = list(Agreement.objects.of_figure(figure).shown().newest_first()[:3])
    held, waits = next((each for each in rows if each.is_holding), None), next((each for each in rows if each.is_in_preparation), None)
    may_begin = waits is None and (figure.stage in {Stage.ACTIVE, Stage.PAUSED, Stage.AGREEMENT} or (not is_own and figure.stage != Stage.ENDED))
    if not rows and not may_begin:
        return None
    links = [(_("Read the agreement"), url_of(held))] if held else []
    links += [(_("Read the new version") if held else _("Read the agreement"), url_of(waits))] if waits else []
    links += [(_("Read what was agreed"), url_of(rows[0]))] if rows and not held and not waits else []
    if may_begin:
        begin = _("Change something in it") if held else _("Begin the agreement")
        links.append((begin, reverse("keyfigures:agreement_begin", args=[figure.uuid])))
    return {"status": _status(held, waits, rows), "lines": _lines(held, waits, words, is_own=is_own, name=figure.name), "links": links}


def _status(held: Agreement | None, waits: Agreement | None, rows: Sequence[Agreement]) -> dict[str, str]:
    if held and not waits:
        return {"kind": "course", "label": _("Both confirmed")}
    if waits:
        return {"kind": "attention", "label": _("New version, not confirmed yet") if held else _("Not confirmed by both yet")}
    return {"kind": "none", "label": _("Ended") if rows else _("No agreement yet")}


def _lines(held: Agreement | None, waits: Agreement | None, words: Words, *, is_own: bool, name: str) -> list[str]:
    lines = []
    if held and held.holds_from:
        lines.append(_("Version %(number)d, %(day)s.") % {"number": held.version, "day": words.day_only(held.holds_from)})
    if held and held.review_on:
        lines.append(_("Look at it together again before %(day)s.") % {"day": words.day_only(held.review_on)})
    if waits and is_own and waits.confirmed_by_her_at is None:
        lines.append(_("A version waits for you."))
    elif waits and waits.confirmed_by_her_at is None:
        lines.append(_("Waits for %(name)s.") % {"name": name})
    elif waits:
        lines.append(_("Waits for the municipality."))
    return lines
