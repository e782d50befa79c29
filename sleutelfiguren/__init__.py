"""The project: puts the apps together and knows no rules."""

from sleutelfiguren.celery import app as celery_app

__all__ = ["celery_app"]
