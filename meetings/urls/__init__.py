"""Addresses around meetings, one module per noun. Each lists its addresses in `urlpatterns`."""

from importlib import import_module

from django.urls import URLPattern

app_name = "meetings"
NOUNS = ("meeting", "planning", "rhythm", "poll", "invitation", "chair", "agenda", "action", "report", "pulse", "tension", "feed", "figures")
urlpatterns: list[URLPattern] = [address for noun in NOUNS for address in import_module(f"meetings.urls.{noun}").urlpatterns]
