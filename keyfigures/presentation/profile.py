"""What a key figure told about herself, in words: the same for herself and for who works with her."""

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Membership
from keyfigures.catalogue import ProfileType, ShippedRole
from keyfigures.models.figure import KeyFigure
from keyfigures.models.settings import NetworkRole, NetworkSettings
from terms.days import local_date
from ui.phrases import Words

Facts = list[tuple[str, str]]


def section(figure: KeyFigure, *, reader: Membership, at: datetime) -> dict[str, Any]:
    is_own, words = reader.pk == figure.member_id, Words(local_date(at))
    facts = told(figure)
    return {
        "is_own": is_own,
        "roles_title": _("Roles that you chose") if is_own else _("Roles that %(name)s chose") % {"name": figure.name},
        "roles": roles_of(figure),
        "declined": _declined(figure, is_own=is_own),
        "about_title": _("About you") if is_own else _("About %(name)s") % {"name": figure.name},
        "facts": facts,
        "own_words": figure.own_words,
        "told_on": _told_on(figure, words, is_own=is_own, has_told=bool(facts or figure.own_words)),
        "plan": planned(figure, words),
        "change_url": reverse("keyfigures:own_profile") if is_own else "",
        "erase_url": reverse("keyfigures:own_words_erase") if is_own and figure.own_words else "",
        "plan_url": "" if is_own else reverse("keyfigures:figure_plan", args=[figure.uuid]),
    }


def roles_of(figure: KeyFigure) -> list[str]:
    names = NetworkRole.objects.names_of(figure.municipality)
    return [names[code] for code in names if code in figure.network_roles]


def told(figure: KeyFigure) -> Facts:
    """Only what she filled in; nobody reads what she left empty."""
    known = {True: _("Yes"), False: _("No"), None: ""}[figure.known_before]
    kinds = [str(ProfileType(each).label) for each in figure.profile_types]
    facts = [
        (_("Kind"), ", ".join(kinds)),
        (_("Area"), ", ".join(figure.areas.order_by("name").values_list("name", flat=True))),
        (_("To reach by"), ", ".join(filter(None, [figure.get_channel_display(), figure.good_times]))),
        (_("Do not call"), figure.not_times),
        (_("Function"), figure.get_formality_display()),
        (_("Known to the municipality before"), known),
        (_("Age"), figure.get_age_band_display()),
        (_("Offers to help in"), ", ".join(figure.offered_languages)),
    ]
    return [(label, value) for label, value in facts if value]


def planned(figure: KeyFigure, words: Words) -> Facts:
    weeks = NetworkSettings.objects.weeks_of(figure)
    rhythm = ngettext("every week", "every %(weeks)d weeks", weeks) % {"weeks": weeks}
    facts = [(_("Contact"), rhythm)]
    return [*facts, (_("Expects to stop"), words.day_only(figure.expected_end))] if figure.expected_end else facts


def _declined(figure: KeyFigure, *, is_own: bool) -> str:
    """Not to share concerns is an answer like any other."""
    if ShippedRole.SHARE_CONCERNS in figure.network_roles:
        return ""
    if is_own:
        return _("You did not choose to share concerns. That is fine.")
    return _("%(name)s did not choose to share concerns. That is fine.") % {"name": figure.name}


def _told_on(figure: KeyFigure, words: Words, *, is_own: bool, has_told: bool) -> str:
    if figure.profile_changed_on is None:
        if has_told:  # what she chose when she left her name
            return ""
        return _("You filled in nothing yet. That is fine too.") if is_own else _("%(name)s filled in nothing yet.") % {"name": figure.name}
    day = words.day_only(figure.profile_changed_on)
    if is_own:
        return _("You filled this in yourself on %(day)s.") % {"day": day}
    return _("%(name)s filled this in on %(day)s.") % {"name": figure.name, "day": day}
