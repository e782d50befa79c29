"""`make translations`: brings the Dutch file in line with the texts of the code, and prints what has no Dutch yet.

Texts are matched exactly: a guess of gettext ("fuzzy") is never taken over, so nothing on screen says something else.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[2]
DUTCH = ROOT / "locale" / "nl" / "LC_MESSAGES" / "django.po"
EMPTY = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale="nl")


def is_translated(message: Message) -> bool:
    texts = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return bool(texts) and all(texts) and not message.fuzzy


def of_the_code() -> Catalog:
    """Every text of code and templates, found in a copy so that nothing here changes."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, check=True)
        for name in listed.stdout.decode().split("\0"):
            if name.endswith((".py", ".html", ".txt")) and not name.startswith("tests/") and (ROOT / name).exists():
                (copy / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(ROOT / name, copy / name)
        fresh = copy / "locale" / "nl" / "LC_MESSAGES" / "django.po"
        fresh.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(EMPTY, encoding="utf-8")
        command = [sys.executable, "manage.py", "makemessages", "-l", "nl", "--no-location", "--no-obsolete"]
        subprocess.run(command, cwd=copy, check=True, capture_output=True)
        return read(fresh)


def main() -> None:
    before = read(DUTCH)
    known = {(message.context, message.id): message.string for message in before if message.id and is_translated(message)}
    catalog = of_the_code()
    catalog.creation_date = before.creation_date  # a file without new texts stays as it was
    missing = []
    for message in catalog:
        if not message.id:
            continue
        message.flags.discard("fuzzy")
        message.string = known.get((message.context, message.id), ("", "") if isinstance(message.id, tuple) else "")
        if not is_translated(message):
            missing.append(message.id)
    catalog.fuzzy = False
    catalog.project, catalog.version = "Sleutelfiguren", "1"
    catalog.header_comment = '# Dutch texts of Sleutelfiguren, level B1: key figures are addressed with "u", officials with "je".'
    with DUTCH.open("wb") as file:
        write_po(file, catalog, width=140, no_location=True, sort_output=True)
    print(f"{len(catalog)} texts, {len(missing)} without Dutch")
    for text in missing:
        print(f"  {text!r}")


if __name__ == "__main__":
    main()
