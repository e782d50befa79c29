"""Answers of pages that nobody else may see, also not the next person at the same device."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse

Arguments = ParamSpec("Arguments")
View = Callable[Concatenate[HttpRequest, Arguments], HttpResponse]


def private_page(view: View[Arguments]) -> View[Arguments]:
    """Kept nowhere: not by the browser, not by a proxy. After "Snel weg" the back button shows nothing."""

    @wraps(view)
    def kept_nowhere(request: HttpRequest, /, *args: Arguments.args, **kwargs: Arguments.kwargs) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["Cache-Control"] = "no-store, private"
        return response

    return kept_nowhere
