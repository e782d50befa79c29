"""Links that open something without log-in: the public id of a row, signed when the mail is sent and stored nowhere.

A copy of the database is then not enough to make one. `purpose` keeps a signature for one thing from opening another.
"""

from urllib.parse import urlencode
from uuid import UUID

from django.core.signing import BadSignature, Signer

PARAMETER = "s"


def signature(uuid: UUID | None, *, purpose: str) -> str:
    """To put into an address that a program keeps: letters, digits, - and _."""
    return Signer(salt=purpose).signature(str(uuid))


def query(uuid: UUID | None, *, purpose: str) -> str:
    """`s=…`, to put behind the address."""
    return urlencode({PARAMETER: signature(uuid, purpose=purpose)})


def is_signed(uuid: UUID, told: str, *, purpose: str) -> bool:
    try:
        return Signer(salt=purpose).unsign(f"{uuid}:{told}") == str(uuid)
    except BadSignature:
        return False
