"""`manage.py vendor_styles node_modules`: take the design system over anew after `npm install` somewhere else."""

import json
import shutil
from argparse import ArgumentParser
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from ui import vendoring

LIBRARY = "@utrecht/component-library-css"
TOKENS = "@nl-design-system-unstable/voorbeeld-design-tokens"
LETTERS = "@fontsource-variable/atkinson-hyperlegible-next"
DIGITS = "@fontsource-variable/figtree"
PICTURES = "@tabler/icons"
HOLDERS = {LIBRARY: "Gemeente Utrecht and Frameless B.V.", TOKENS: "the NL Design System community"}
FONTS = {
    LETTERS: ("atkinson-hyperlegible-next-latin-wght-normal.woff2", "atkinson-hyperlegible-next-latin-ext-wght-normal.woff2"),
    DIGITS: ("figtree-latin-wght-normal.woff2",),
}


class Command(BaseCommand):
    help = "Copies the parts in use of the design system, fonts and icons from a folder of npm packages to static/."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("packages", type=Path, help="folder with the unpacked packages, usually node_modules")

    def handle(self, *, packages: Path, **_options: object) -> None:
        static = Path(settings.STATICFILES_DIRS[0])
        _styles(packages, static / "vendor")
        _fonts(packages, static / "vendor")
        _icons(packages, static)


def _styles(packages: Path, vendor: Path) -> None:
    library = vendoring.subset((packages / LIBRARY / "dist" / "index.css").read_text(encoding="utf-8"))
    own = [path.read_text(encoding="utf-8") for path in (vendor.parent / "css").rglob("*.css")]
    theme = (packages / TOKENS / "dist" / "theme.css").read_text(encoding="utf-8")
    tokens = vendoring.used_tokens(theme, sheets=[library, *own])
    _write(vendor / "utrecht-component-library" / "index.css", _notice(packages / LIBRARY) + library)
    _write(vendor / "voorbeeld-design-tokens" / "theme.css", _notice(packages / TOKENS) + tokens)
    shutil.copyfile(packages / LIBRARY / "LICENSE.md", vendor / "utrecht-component-library" / "LICENSE.md")
    shutil.copyfile(packages / TOKENS / "LICENSE.md", vendor / "voorbeeld-design-tokens" / "LICENSE.md")


def _notice(package: Path) -> str:
    """Whose work it is, under which licence, and that it was changed: what the EUPL asks for."""
    about = json.loads((package / "package.json").read_text(encoding="utf-8"))
    return f"/* {about['name']} {about['version']}, EUPL-1.2, by {HOLDERS[about['name']]}. Only the parts in use; see LICENSE.md beside it. */\n"


def _fonts(packages: Path, vendor: Path) -> None:
    (vendor / "fonts").mkdir(parents=True, exist_ok=True)
    for package, files in FONTS.items():
        for name in files:
            shutil.copyfile(packages / package / "files" / name, vendor / "fonts" / name)
        shutil.copyfile(packages / package / "LICENSE", vendor / "fonts" / f"LICENSE-{package.rsplit('/', 1)[1]}")


def _icons(packages: Path, static: Path) -> None:
    outline = packages / PICTURES / "icons" / "outline"
    pictures = {name: (outline / f"{name}.svg").read_text(encoding="utf-8") for name in vendoring.ICONS}
    _write(static / "img" / "icons.svg", vendoring.sprite(pictures))
    (static / "vendor" / "tabler-icons").mkdir(parents=True, exist_ok=True)
    shutil.copyfile(packages / PICTURES / "LICENSE", static / "vendor" / "tabler-icons" / "LICENSE")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
