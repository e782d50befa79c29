"""What the header of a page shows; the project fills it in, the templates draw it.

The project's context processor hands every template:

- `navigation`: list of `NavItem`, the tabs of a key figure or the rail of an official;
- `account`: `Account` or None;
- `shell`: "work" for officials, else "one"; decides the frame of pages that everybody sees;
- `home_url`: where the logo leads;
- `theme_url`: address of the municipality's colours, or empty;
- `logo_url`: address of its logo, or empty.
"""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class NavItem:
    """One place to go. `count` is what waits there; at most one item of a list should have one."""

    label: str
    url: str
    icon: str = ""
    current: bool = False
    count: int = 0
    is_main: bool = False  # the one that stands out, "Zorg delen"


@dataclass(frozen=True, kw_only=True)
class Account:
    """Who is logged in, in words: name and roles as the municipality calls them."""

    name: str
    roles: str
    url: str
