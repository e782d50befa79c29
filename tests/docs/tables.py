"""The parts of the docs that are written from the code. `python -m tests.docs.tables` writes them, a test compares."""

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from django.apps import apps
from django.utils import translation

DOCS = Path(__file__).resolve().parents[2] / "docs"


def own_apps() -> list[str]:
    """Our apps with a `privacy` module, by name; the demo holds no real person."""
    root = str(DOCS.parent)
    ours = [config.name for config in apps.get_app_configs() if Path(config.path).parent == Path(root)]
    return sorted(name for name in ours if name != "demo" and find_spec(f"{name}.privacy"))


def fields() -> str:
    with translation.override("en"):
        return "\n".join(_fields_of(name) for name in own_apps())


def _fields_of(app: str) -> str:
    """One row for all fields that share a purpose, a basis and a term."""
    rows: dict[tuple[str, str, str], list[str]] = {}
    for field, why in import_module(f"{app}.privacy").FIELDS.items():
        rows.setdefault((str(why.purpose), str(why.basis), str(why.keep)), []).append(f"`{field}`")
    lines = [f"### {app}", "", "| Field | Why | Basis | How long |", "|---|---|---|---|"]
    lines += [f"| {', '.join(names)} | {purpose} | {basis} | {keep} |" for (purpose, basis, keep), names in rows.items()]
    return "\n".join([*lines, ""])


def reports() -> str:
    from tests.signals.test_access import MATRIX

    lines = ["| Who | When | Sees it |", "|---|---|---|"]
    lines += [f"| {who} | {when} | {'**yes**' if visible else 'no'} |" for who, when, visible in MATRIX]
    return "\n".join([*lines, ""])


def roles() -> str:
    from accounts.roles import PERMISSIONS, Role

    lines = ["| Role | May |", "|---|---|"]
    lines += [f"| {Role(role).name.lower().replace('_', ' ')} | {', '.join(f'`{may}`' for may in sorted(mays)) or '–'} |" for role, mays in PERMISSIONS.items()]
    return "\n".join([*lines, ""])


def indicators() -> str:
    from indicators.registry import Direction, all_indicators

    with translation.override("en"):
        lines = ["| Code | What it is | Unit | Well | Why | People |", "|---|---|---|---|---|---|"]
        for each in all_indicators():
            side = "at most" if each.direction == Direction.AT_MOST else "from"
            well = "–" if each.threshold is None else f"{side} {each.threshold}"
            about = [f"`{each.code}`", f"**{each.label}.** {each.definition}", each.unit.value, well, str(each.reason) or "–", "yes" if each.counts_people else "no"]
            lines.append(f"| {' | '.join(about)} |")
    return "\n".join([*lines, ""])


PARTS: tuple[tuple[str, str, Callable[[], str]], ...] = (("privacy.md", "fields", fields), ("access.md", "reports", reports), ("access.md", "roles", roles), ("indicators.md", "indicators", indicators))


def with_part(page: str, name: str, text: str) -> str:
    """The page with one generated part replaced."""
    begin, end = f"<!-- {name}: written by make docs -->", f"<!-- end of {name} -->"
    before, rest = page.split(begin)
    _old, after = rest.split(end)
    return f"{before}{begin}\n{text}\n{end}{after}"


def write() -> None:
    for name, part, text in PARTS:
        page = DOCS / name
        page.write_text(with_part(page.read_text(encoding="utf-8"), part, text()), encoding="utf-8")


if __name__ == "__main__":
    import django

    django.setup()
    write()
