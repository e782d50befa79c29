"""The component tags, for settings' `builtins`. Each family registers its own; `/ui/` shows all of them."""

from ui.components import basics, charts, clock, fields, figures, lists, panels
from ui.components.library import register

__all__ = ["basics", "charts", "clock", "fields", "figures", "lists", "panels", "register"]
