"""The door of the administration."""

from django.contrib import admin


class AdminSite(admin.AdminSite):
    """Django's administration."""
