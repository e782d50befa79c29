"""What stands on a PDF, as somebody reads it, and what it says about itself."""

import subprocess


def words_on(pdf: bytes) -> str:
    """All its words, with one space between them."""
    return " ".join(_told(["pdftotext", "-layout", "-", "-"], pdf).split())


def facts_of(pdf: bytes) -> dict[str, str]:
    """ "Pages", "Tagged" and the rest of what the file says about itself."""
    lines = (line.split(":", 1) for line in _told(["pdfinfo", "-"], pdf).splitlines())
    return {name: value.strip() for name, value in lines}


def _told(command: list[str], pdf: bytes) -> str:
    return subprocess.run(command, input=pdf, check=True, capture_output=True).stdout.decode()
