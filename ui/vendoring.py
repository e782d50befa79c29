"""What of the design system's style sheets, fonts and icons is kept in `static/vendor/`.

Pure: text in, text out. The command `vendor_styles` reads the unpacked npm packages and writes the files.
"""

import re

# The component library has a hundred blocks; these are on our pages.
BLOCKS = frozenset(
    f"utrecht-{name}"
    for name in (
        "root",
        "document",
        "button",
        "button-link",
        "link",
        "link-button",
        "form-field",
        "form-field-description",
        "form-field-error-message",
        "form-fieldset",
        "form-label",
        "textarea",
        "textbox",
        "select",
        "checkbox",
        "radio-button",
        "skip-link",
        "table",
    )
)
ICONS = (
    "alert-triangle",
    "arrow-left",
    "arrow-right",
    "bell",
    "bulb",
    "calendar-event",
    "check",
    "chevron-right",
    "clock",
    "device-desktop",
    "dots",
    "door-exit",
    "download",
    "external-link",
    "eye",
    "heart",
    "home",
    "info-circle",
    "key",
    "language",
    "lifebuoy",
    "lock",
    "logout",
    "mail",
    "menu-2",
    "message-2",
    "pencil",
    "phone",
    "plus",
    "printer",
    "search",
    "shield-check",
    "trash",
    "user",
    "users",
    "x",
)

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CLASS = re.compile(r"\.([a-z][a-z0-9_-]*)")
_BLOCK_NAME = re.compile(r"^(.*?)(?:--|__|$)")
_TOKEN = re.compile(r"--[a-z0-9-]+")
_NESTED = ("@media", "@supports", "@container", "@layer")


def without_comments(css: str) -> str:
    """Drops comments, and with them the links to source maps that the hashed storage would look for."""
    return _COMMENT.sub("", css).replace('@charset "UTF-8";', "")


def rules(css: str) -> list[tuple[str, str]]:
    """Top-level rules as (head, body); nested braces stay inside the body."""
    found, depth, start, head = [], 0, 0, ""
    for place, sign in enumerate(css):
        if sign == "{":
            if depth == 0:
                head, start = css[start:place].strip(), place + 1
            depth += 1
        elif sign == "}":
            depth -= 1
            if depth == 0:
                found.append((head, css[start:place].strip()))
                start = place + 1
    return found


def subset(css: str, *, blocks: frozenset[str] = BLOCKS) -> str:
    """Only the rules of which at least one selector speaks of nothing but our blocks."""
    kept = []
    for head, body in rules(without_comments(css)):
        if head.startswith(_NESTED):
            inner = subset(body, blocks=blocks)
            if inner:
                kept.append(f"{head} {{\n{inner}}}\n")
        elif head.startswith("@") or not body:
            continue
        else:
            selectors = [each for each in _selectors(head) if _is_ours(each, blocks)]
            if selectors:
                kept.append(f"{', '.join(selectors)} {{\n  {body}\n}}\n")
    return "".join(kept)


def used_tokens(theme: str, *, sheets: list[str]) -> str:
    """The theme with only those tokens that a sheet uses, directly or through another token."""
    values = dict(re.findall(r"(--[a-z0-9-]+):\s*([^;]+);", without_comments(theme)))
    wanted: set[str] = set()
    waiting = {token for sheet in sheets for token in _TOKEN.findall(sheet)}
    while waiting:
        wanted |= waiting
        waiting = {token for name in waiting if name in values for token in _TOKEN.findall(values[name])} - wanted
    lines = [f"  {name}: {value};\n" for name, value in values.items() if name in wanted]
    return ".voorbeeld-theme {\n" + "".join(lines) + "}\n"


def sprite(pictures: dict[str, str]) -> str:
    """One file with a symbol per icon, from the library's separate pictures."""
    symbols = []
    for name, picture in sorted(pictures.items()):
        inner = re.sub(r"\s+", " ", re.search(r"<svg[^>]*>(.*)</svg>", picture, re.DOTALL).group(1)).strip()  # type: ignore[union-attr]  # an icon is an svg
        inner = re.sub(r'<path stroke="none"[^>]*/> ?', "", inner)
        symbols.append(f'<symbol id="i-{name}" viewBox="0 0 24 24">{inner}</symbol>\n')
    return '<svg xmlns="http://www.w3.org/2000/svg">\n' + "".join(symbols) + "</svg>\n"


def _selectors(head: str) -> list[str]:
    """Splits at commas that stand outside brackets."""
    parts, depth, start = [], 0, 0
    for place, sign in enumerate(head):
        depth += (sign == "(") - (sign == ")")
        if sign == "," and depth == 0:
            parts.append(head[start:place].strip())
            start = place + 1
    return [*parts, head[start:].strip()]


def _is_ours(selector: str, blocks: frozenset[str]) -> bool:
    classes = _CLASS.findall(selector)
    return bool(classes) and all(_BLOCK_NAME.match(each).group(1) in blocks for each in classes)  # type: ignore[union-attr]  # always matches
