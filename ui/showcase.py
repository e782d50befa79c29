"""What `/ui/` shows: every component in every state, with invented words."""


def showcase() -> dict[str, object]:
    return {}
