"""`make run`: the application as in production, with demo people, on one machine without HTTPS."""

from sleutelfiguren.settings.base import *  # noqa: F403

# Files straight from their folders: nothing has to be collected before the first page.
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # noqa: F405  nothing is collected in it, but it must be there
