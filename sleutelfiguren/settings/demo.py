"""`make run`: the application as in production, with demo people, on one machine without HTTPS."""

from sleutelfiguren.settings.base import *  # noqa: F403
