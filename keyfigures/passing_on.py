"""The link by which a key figure passes on the page about taking part. Pure, but for the secret of the signature.

It says which municipality and until which day, and nothing else: on one day it is the same link for everybody, so it
cannot tell who passed it on. Whoever gets it decides herself whether she leaves her name.
"""

from datetime import date, timedelta

from django.core.signing import BadSignature, Signer

DAYS = 30  # calendar days that it works

_signer = Signer(salt="keyfigures.passing_on", sep=".")  # no sign that an address would have to escape


def token(slug: str, *, today: date) -> str:
    return _signer.sign(f"{slug}:{(today + timedelta(days=DAYS)).isoformat()}").partition(":")[2]


def is_valid(word: str, slug: str, *, today: date) -> bool:
    """`word` is what stands in the address; changed, of another municipality or too old is not valid."""
    try:
        told = _signer.unsign(f"{slug}:{word}")
        last_day = date.fromisoformat(told.rpartition(":")[2])
    except (BadSignature, ValueError):
        return False
    return today <= last_day
