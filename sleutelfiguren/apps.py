from django.apps import AppConfig


class ProjectConfig(AppConfig):
    """Puts the apps together; holds the system checks."""

    name = "sleutelfiguren"

    def ready(self) -> None:
        from sleutelfiguren import checks  # noqa: F401, PLC0415  app ready: checks register on import
