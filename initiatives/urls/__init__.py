"""Addresses around initiatives, one module per noun. Each lists its addresses in `urlpatterns`."""

from importlib import import_module

from django.urls import URLPattern

app_name = "initiatives"
NOUNS: tuple[str, ...] = ("initiative", "plan", "step", "task", "publication", "figures")
urlpatterns: list[URLPattern] = [address for noun in NOUNS for address in import_module(f"initiatives.urls.{noun}").urlpatterns]
