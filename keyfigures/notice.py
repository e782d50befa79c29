"""The text that a key figure reads before she tells anything (AVG art. 13; R13). Pure.

The text itself is templates/keyfigures/notice/<version>.html. Who changes what it says writes a new file and raises the number:
then everybody reads it once more before the next change of her profile. Old files stay: they say what somebody was told then.
"""

VERSION = 1


def is_read(version: int | None) -> bool:
    return version is not None and version >= VERSION


def template(version: int = VERSION) -> str:
    return f"keyfigures/notice/{version}.html"
