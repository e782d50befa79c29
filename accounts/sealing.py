"""Sealing text: authenticated encryption, bound to the row it belongs to.

The key ring comes from the environment (SEALED_TEXT_KEYS: `id:base64 of 32 bytes`, newest first). Each text is sealed with
the first key, AES-256-GCM and a random nonce; the associated data names row, report, purpose and field, so that a
ciphertext moved to another row does not open.
"""

import base64
import os
from dataclasses import dataclass
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

NONCE = 12  # bytes
KEY = 32  # bytes


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
