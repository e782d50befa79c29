"""Secrets of second factors are stored encrypted, with the same key ring as sealed text (SEALED_TEXT_KEYS).

A copy of the database is then not enough to compute anybody's log-in codes. The first key of the ring encrypts, every
key decrypts; `reseal_second_factors` brings all to the first key before an old key is removed.
"""

import base64

from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

SECRETS = ("secret", "seed")  # of an app, of recovery codes: the names that django-allauth gives them


def encrypt(text: str) -> str:
    return _ring().encrypt(text.encode()).decode()


def decrypt(sealed: str) -> str:
    """Raises cryptography.fernet.InvalidToken when no key of the ring fits."""
    return _ring().decrypt(sealed.encode()).decode()


def is_sealed_with_first(sealed: str) -> bool:
    """True when the older keys of the ring are not needed for this one any more."""
    try:
        Fernet(_key_for_second_factors(settings.SEALED_TEXT_KEYS[0])).decrypt(sealed.encode())
    except InvalidToken:
        return False
    return True


def reseal_second_factors() -> int:
    """Bring every secret to the first key of the ring; returns how many moved.

    It may stop anywhere: what was moved is passed over by the next run. Only after it has finished may an old key go.
    """
    moved = 0
    for authenticator in Authenticator.objects.exclude(type=Authenticator.Type.WEBAUTHN).order_by("pk").iterator():
        held = [name for name in SECRETS if name in authenticator.data and not is_sealed_with_first(authenticator.data[name])]
        for name in held:
            authenticator.data[name] = _ring().rotate(authenticator.data[name].encode()).decode()
        if held:
            authenticator.save(update_fields=["data"])
            moved += 1
    return moved


def _ring() -> MultiFernet:
    return MultiFernet([Fernet(_key_for_second_factors(entry)) for entry in settings.SEALED_TEXT_KEYS])


def _key_for_second_factors(entry: str) -> bytes:
    """A key of our own, derived from `id:base64`, so that one key never does two kinds of work."""
    secret = base64.b64decode(entry.partition(":")[2])
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"accounts.second_factor").derive(secret)
    return base64.urlsafe_b64encode(derived)
