"""What stands on a PDF, as somebody reads it."""

import subprocess


def words_on(pdf: bytes) -> str:
    """All its words, with one space between them."""
    told = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, check=True, capture_output=True).stdout
    return " ".join(told.decode().split())
