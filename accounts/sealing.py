"""Sealing text: authenticated encryption, bound to the row it belongs to.

The key ring comes from the environment (SEALED_TEXT_KEYS: `id:base64 of 32 bytes`, newest first). Each text is sealed with
the first key, AES-256-GCM and a random nonce; the associated data names row, report, purpose and field, so that a
ciphertext moved to another row does not open.
"""

import base64
import logging
import os
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

NONCE = 12  # bytes
KEY = 32  # bytes

log = logging.getLogger(__name__)


class WrongKey(Exception):
    """No key of the ring opens this text, or it was moved or changed. Never holds the text."""


@dataclass(frozen=True)
class Sealed:
    key_id: str
    content: bytes


def seal(text: str, *, bound_to: str) -> Sealed:
    key_id, cipher = _first(tuple(settings.SEALED_TEXT_KEYS))
    nonce = os.urandom(NONCE)
    return Sealed(key_id, nonce + cipher.encrypt(nonce, text.encode(), bound_to.encode()))


def unseal(sealed: Sealed, *, bound_to: str) -> str:
    """The text; WrongKey when its key is not in the ring or when anything about it was changed."""
    cipher = _ring(tuple(settings.SEALED_TEXT_KEYS)).get(sealed.key_id)
    if cipher is None:
        raise WrongKey
    try:
        return cipher.decrypt(sealed.content[:NONCE], sealed.content[NONCE:], bound_to.encode()).decode()
    except (InvalidTag, ValueError):
        raise WrongKey from None


class SealedRow(Protocol):
    """A row that holds one sealed text; `bound_to` names the row and all that the text belongs to."""

    pk: Any
    sealed: Any
    key_id: Any

    @property
    def bound_to(self) -> str: ...


def seal_into(row: SealedRow, text: str) -> None:
    """Seal `text` into the row with the first key of the ring; the caller saves it."""
    closed = seal(text, bound_to=row.bound_to)
    row.sealed, row.key_id = closed.content, closed.key_id


def plain(row: SealedRow) -> str:
    """What was sealed into the row, as it was; WrongKey when no key opens it."""
    return unseal(Sealed(row.key_id, bytes(row.sealed)), bound_to=row.bound_to)


def plain_or_alarm(row: SealedRow) -> str | None:
    """The same for a page: None, and an alarm in the log, when no key opens it."""
    try:
        return plain(row)
    except WrongKey:
        # Without the trace of the error: the alarm names the row, never what was tried.
        log.error("a sealed text does not open", extra={"event": "sealing.wrong_key", "subject": str(row.pk)})  # noqa: TRY400
        return None


def first_key_id() -> str:
    return _first(tuple(settings.SEALED_TEXT_KEYS))[0]


def _first(entries: tuple[str, ...]) -> tuple[str, AESGCM]:
    return next(iter(_ring(entries).items()))


@lru_cache(maxsize=8)
def _ring(entries: tuple[str, ...]) -> dict[str, AESGCM]:
    ring = {}
    for entry in entries:
        key_id, _colon, encoded = entry.partition(":")
        ring[key_id] = AESGCM(_key(encoded))
    if not ring:
        raise ImproperlyConfigured("SEALED_TEXT_KEYS holds no key.")
    return ring


def _key(encoded: str) -> bytes:
    try:
        key = base64.b64decode(encoded, validate=True)
    except ValueError:
        key = b""
    if len(key) != KEY:
        raise ImproperlyConfigured("SEALED_TEXT_KEYS holds a key that is not 32 bytes in base64.")
    return key
