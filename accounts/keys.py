"""Secrets of second factors are stored encrypted, with the same key ring as sealed text (SEALED_TEXT_KEYS).

A copy of the database is then not enough to compute anybody's log-in codes. The first key of the ring encrypts, every
key decrypts; `reseal` brings one secret to the first key before an old key is removed.
"""

import base64

from cryptography.fernet import Fernet, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings


def encrypt(text: str) -> str:
    return _ring().encrypt(text.encode()).decode()


def decrypt(sealed: str) -> str:
    """Raises cryptography.fernet.InvalidToken when no key of the ring fits."""
    return _ring().decrypt(sealed.encode()).decode()


def reseal(sealed: str) -> str:
    return _ring().rotate(sealed.encode()).decode()


def _ring() -> MultiFernet:
    return MultiFernet([Fernet(_key_for_second_factors(entry)) for entry in settings.SEALED_TEXT_KEYS])


def _key_for_second_factors(entry: str) -> bytes:
    """A key of our own, derived from `id:base64`, so that one key never does two kinds of work."""
    secret = base64.b64decode(entry.partition(":")[2])
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"accounts.second_factor").derive(secret)
    return base64.urlsafe_b64encode(derived)
