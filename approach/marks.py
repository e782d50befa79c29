"""What somebody saw when she began to type, as a short mark: who comes second sees what the first did, and only where both wrote. Pure."""

import hashlib
import json
from collections.abc import Mapping


def mark_of(values: Mapping[str, object]) -> str:
    """The same values have the same mark, in whatever order they are given."""
    told = json.dumps({name: str(value) for name, value in values.items()}, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:16]
