"""The text of `/.well-known/security.txt` (RFC 9116), and whose it is on which host. Values in, text out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, timedelta

from terms.days import end_of

LANGUAGES = "nl, en"
WARN_BEFORE = timedelta(days=30)
MOST_DAYS = 365  # "less than a year into the future" (RFC 9116, 2.5.5)


@dataclass(frozen=True, kw_only=True)
class Reached:
    """One municipality: where a weak spot is reported, by which rules, and until when that holds."""

    slug: str
    contact: str
    policy: str
    until: date


def on_host(host: str, everybody: Sequence[Reached]) -> list[Reached]:
    """On a host that is named after a municipality ("sleutelfiguren.waterveen.nl") hers, when there is one; on any other host all of them."""
    labels = set(host.lower().split(":", maxsplit=1)[0].split("."))
    return [each for each in everybody if each.slug in labels] or list(everybody)


def text_of(reached: Sequence[Reached], *, canonical: str) -> str:
    """It expires with the first of them, so that it never promises more than somebody said."""
    lines = [f"Contact: {contact}" for contact in _once(contact_uri(each.contact) for each in reached)]
    lines.append(f"Expires: {end_of(min(each.until for each in reached)).astimezone(UTC).strftime('%Y-%m-%dT%H:%M:%SZ')}")
    lines.append(f"Preferred-Languages: {LANGUAGES}")
    lines.append(f"Canonical: {canonical}")
    lines += [f"Policy: {policy}" for policy in _once(each.policy for each in reached if each.policy)]
    return "\n".join(lines) + "\n"


def contact_uri(contact: str) -> str:
    """A mail address becomes a URI, as the standard asks."""
    return contact if contact.startswith("https://") else f"mailto:{contact}"


def is_near_its_end(until: date | None, *, today: date) -> bool:
    """Also when it is over."""
    return until is not None and until - WARN_BEFORE <= today


def _once(values: Iterable[str]) -> list[str]:
    """In their order."""
    return list(dict.fromkeys(values))
