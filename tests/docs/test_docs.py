import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.docs.tables import DOCS, PARTS, with_part

ROOT = DOCS.parent
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")


def _links(page: Path) -> list[str]:
    return [target for target in LINK.findall(page.read_text(encoding="utf-8")) if "://" not in target and not target.startswith("mailto:")]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_and_picture_of_the_docs_exists(page: Path) -> None:
    missing = [target for target in _links(page) if not (page.parent / target.split("#")[0]).exists() and not target.startswith("#")]

    assert missing == []


def test_the_pages_that_newcomers_need_are_linked_from_the_readme() -> None:
    linked = set(_links(ROOT / "README.md"))

    assert {
        "docs/architecture.md", "docs/domain.md", "docs/privacy.md", "docs/operations.md", "docs/access.md", "docs/deadlines.md",
        "docs/decisions/", "docs/handleiding/sleutelfiguur.md", "docs/handleiding/meldpunt.md", "docs/handleiding/beheerder.md",
        "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", ".env.example", "LICENSE",
    } <= linked  # fmt: skip


@pytest.mark.parametrize(("name", "part", "text"), PARTS, ids=lambda value: value if isinstance(value, str) else "")
def test_what_is_written_from_the_code_is_what_the_code_says(name: str, part: str, text: Callable[[], str]) -> None:
    page = (DOCS / name).read_text(encoding="utf-8")

    assert with_part(page, part, text()) == page, "run: make docs"


def test_every_decision_stands_in_the_list_of_decisions() -> None:
    listed = (DOCS / "decisions" / "README.md").read_text(encoding="utf-8")
    pages = [page.name for page in (DOCS / "decisions").glob("0*.md")]

    assert len(pages) >= 11
    assert [name for name in pages if f"({name})" not in listed] == []


def test_no_doc_names_a_machine_or_a_registry() -> None:
    strays = re.compile(r"/(?:work|root|home/\w+)/|pypi\.|pythonhosted\.|registry\.npmjs|deb\.debian")

    assert [page.name for page in PAGES if strays.search(page.read_text(encoding="utf-8"))] == []


def test_pictures_of_the_manual_are_small_and_all_used() -> None:
    pictures = sorted((DOCS / "handleiding" / "beelden").glob("*.png"))
    used = {target.rsplit("/", 1)[-1] for page in (DOCS / "handleiding").glob("*.md") for target in _links(page)}

    assert pictures
    assert [picture.name for picture in pictures if picture.name not in used] == []
    assert [picture.name for picture in pictures if picture.stat().st_size > 150_000] == []
