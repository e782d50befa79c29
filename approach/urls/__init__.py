"""Addresses around the approach, one module per noun. Each lists its addresses in `urlpatterns`."""

from importlib import import_module

from django.urls import URLPattern

app_name = "approach"
NOUNS: tuple[str, ...] = ("lesson", "vision", "page", "support", "report")
urlpatterns: list[URLPattern] = [address for noun in NOUNS for address in import_module(f"approach.urls.{noun}").urlpatterns]
