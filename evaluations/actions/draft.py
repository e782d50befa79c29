"""Answers that were begun: only the device on which they were typed can open them. Its cookie holds a secret, the database what it closes.

Two people who share a device do not find each other's: the secret makes another key for each person and each evaluation.
"""

import hmac
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.db import transaction

from accounts.envelopes import padded
from evaluations import sheets
from evaluations.flow import Answers, Item
from evaluations.models.sheet import Participant, SheetDraft

NONCE = 12  # bytes
_IDENTITY = 40  # bytes: what the identity of a question takes beside its answer


@dataclass(frozen=True)
class DraftKey:
    """What opens one draft. Nothing of it is stored by us."""

    uuid: UUID
    key: bytes

    @classmethod
    def of(cls, secret: bytes, participant: Participant) -> "DraftKey":
        key = _made(secret, f"{participant.uuid}:{participant.evaluation_id}")
        return cls(uuid=UUID(bytes=_made(key, "row")[:16]), key=_made(key, "seal"))


def load(key: DraftKey) -> dict[UUID, tuple[str, ...]]:
    """What was begun with this key; empty when there is nothing, or nothing that it opens."""
    row = SheetDraft.objects.filter(pk=key.uuid).first()
    if row is None:
        return {}
    sealed = bytes(row.sealed)
    try:
        plain = AESGCM(key.key).decrypt(sealed[:NONCE], sealed[NONCE:], key.uuid.bytes)
    except InvalidTag:
        return {}
    return {UUID(identity): tuple(answer) for identity, answer in json.loads(plain).items()}


@transaction.atomic
def save(key: DraftKey, participant: Participant, *, answers: Answers, items: Sequence[Item]) -> None:
    """In place of what was begun before. Of one length per list of questions."""
    told = {item.identity.hex: list(answers[item.identity]) for item in items if answers.get(item.identity)}
    room = sheets.length(items) + _IDENTITY * len(items)
    nonce = os.urandom(NONCE)
    sealed = nonce + AESGCM(key.key).encrypt(nonce, padded(told, length=room).encode(), key.uuid.bytes)
    kept = {"sealed": sealed, "evaluation_id": participant.evaluation_id}
    SheetDraft.objects.update_or_create(pk=key.uuid, defaults=kept)


def _made(key: bytes, purpose: str) -> bytes:
    return hmac.digest(key, purpose.encode(), sha256)
