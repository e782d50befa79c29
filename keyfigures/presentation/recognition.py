"""Words of thanks on a page: whose, of whom, and who may see them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Membership
from keyfigures.models.figure import KeyFigure
from keyfigures.models.recognition import Recognition, RecognitionKind, Visibility
from keyfigures.stages import Stage
from terms.days import local_date
from ui.phrases import Words, upper_first

SHOWN = 3  # on the page of the key figure


@dataclass(frozen=True, kw_only=True)
class Thanks:
    """`who` is thanked, empty where that is clear; `url` only where the reader can do something with it."""

    text: str
    who: str
    meta: str
    seen_by: str = ""
    url: str = ""
    asks_choice: bool = False


def on_her_page(row: Recognition, words: Words, *, is_own: bool) -> Thanks:
    return Thanks(
        text=row.text,
        who="",
        meta=_meta(row, words),
        seen_by=seen_by(row),
        url=reverse("keyfigures:recognition_detail", args=[row.uuid]) if is_own else "",
        asks_choice=is_own and asks_choice(row),
    )


def in_network(rows: Iterable[Recognition], words: Words) -> list[Thanks]:
    """For the pages on which others read it: her name as she chose it, else the one she uses here."""
    return [Thanks(text=row.text, who=row.public_name or row.key_figure.name, meta=_meta(row, words)) for row in rows]


def asks_choice(row: Recognition) -> bool:
    return row.wanted != Visibility.NONE and row.chosen_at is None


def seen_by(row: Recognition) -> str:
    """Who may see it now, in words that are true for both readers."""
    if asks_choice(row):
        return _("Nobody else sees this until a choice is made.")
    told: dict[str, str] = {
        Visibility.NONE: _("Nobody else sees this."),
        Visibility.INTERNAL: _("The network sees this."),
        Visibility.PUBLIC: _("Everybody can see this."),
    }
    return told[row.chosen]


def _meta(row: Recognition, words: Words) -> str:
    return f"{row.given_by.name}, {words.day(local_date(row.given_at))}"


def section(figure: KeyFigure, *, reader: Membership, at: datetime) -> dict[str, Any]:
    """What she got, newest first; when she was last thanked in person."""
    is_own, words = reader.pk == figure.member_id, Words(local_date(at))
    found = list(Recognition.objects.of_figure(figure).with_people().order_by("-given_at", "-pk")[: SHOWN + 1])
    may_thank = not is_own and figure.stage != Stage.ENDED
    return {
        "rows": [on_her_page(each, words, is_own=is_own) for each in found[:SHOWN]],
        "sentence": _last(figure, words),
        "more_url": reverse("keyfigures:own_recognitions") if is_own and len(found) > SHOWN else "",
        "new_url": reverse("keyfigures:recognition_new", args=[figure.uuid]) if may_thank else "",
        "name": figure.name,
    }


def _last(figure: KeyFigure, words: Words) -> str:
    if figure.last_thanked_on is None:
        return _("No personal thanks yet.")
    return _("Last thanked in person on %(day)s.") % {"day": words.day(figure.last_thanked_on)}


def title_of(row: Recognition) -> str:
    return upper_first(_("%(name)s thanks you")) % {"name": row.given_by.name} if row.kind == RecognitionKind.THANKS else _("Recognition for you")
