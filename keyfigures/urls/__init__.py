"""Addresses around key figures, one module per noun. Each lists its addresses in `urlpatterns`."""

from importlib import import_module

from django.urls import URLPattern

app_name = "keyfigures"
NOUNS = (
    "joining", "figure", "stage", "profile", "mix", "agreement", "contact", "help", "learning", "asking", "balance", "recognition", "allowance",
    "reconsideration", "treatment", "rights",
)
urlpatterns: list[URLPattern] = [address for noun in NOUNS for address in import_module(f"keyfigures.urls.{noun}").urlpatterns]
