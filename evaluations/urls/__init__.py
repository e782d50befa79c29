"""Addresses around evaluations, one module per noun. Each lists its addresses in `urlpatterns`."""

from importlib import import_module

from django.urls import URLPattern

app_name = "evaluations"
NOUNS: tuple[str, ...] = (
    "evaluation", "planning", "participant", "answering", "code", "improvement", "sharing", "interview", "plan", "process", "request",
    "questionnaire", "result",
)
urlpatterns: list[URLPattern] = [address for noun in NOUNS for address in import_module(f"evaluations.urls.{noun}").urlpatterns]
