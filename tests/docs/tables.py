"""The parts of the docs that are written from the code. `python -m tests.docs.tables` writes them, a test compares."""

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from django.apps import apps

DOCS = Path(__file__).resolve().parents[2] / "docs"
BEGIN, END = "<!-- fields: written by make docs -->", "<!-- end of fields -->"


def own_apps() -> list[str]:
    """Our apps with a `privacy` module, by name; the demo holds no real person."""
    root = str(DOCS.parent)
    ours = [config.name for config in apps.get_app_configs() if Path(config.path).parent == Path(root)]
    return sorted(name for name in ours if name != "demo" and find_spec(f"{name}.privacy"))


def privacy_tables() -> str:
    return "\n".join(_table(name) for name in own_apps())


def _table(app: str) -> str:
    """One row for all fields that share a purpose, a basis and a term."""
    rows: dict[tuple[str, str, str], list[str]] = {}
    for field, why in import_module(f"{app}.privacy").FIELDS.items():
        rows.setdefault((why.purpose, why.basis, why.keep), []).append(f"`{field}`")
    lines = [f"### {app}", "", "| Field | Why | Basis | How long |", "|---|---|---|---|"]
    lines += [f"| {', '.join(fields)} | {purpose} | {basis} | {keep} |" for (purpose, basis, keep), fields in rows.items()]
    return "\n".join([*lines, ""])


def with_tables(page: str) -> str:
    """The page with its generated part replaced."""
    before, rest = page.split(BEGIN)
    _old, after = rest.split(END)
    return f"{before}{BEGIN}\n{privacy_tables()}\n{END}{after}"


def write() -> None:
    page = DOCS / "privacy.md"
    page.write_text(with_tables(page.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    import django

    django.setup()
    write()
