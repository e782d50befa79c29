"""Codes on paper: letters that nobody mixes up, read aloud or written by hand. Only a keyed digest is stored."""

import re
import secrets

from django.utils.crypto import salted_hmac

LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ"  # without I, L and O, which look like other signs
LENGTH = 10  # 23 ** 10: about 41 thousand billion; trying is limited as well
_GROUP = 5


def new_code() -> str:
    return "".join(secrets.choice(LETTERS) for _each in range(LENGTH))


def printed(code: str) -> str:
    """In two groups, as it stands on paper."""
    return " ".join(code[start:start + _GROUP] for start in range(0, len(code), _GROUP))


def typed(text: str) -> str:
    """What somebody typed, as the code that it can be: spaces, dashes and small letters do not matter."""
    return re.sub(r"[\s.\-–_]", "", text).upper()


def digest(code: str) -> str:
    """Without the key of the application a copy of the database tells no code, also not by trying."""
    return salted_hmac("evaluations.code", typed(code), algorithm="sha256").hexdigest()
