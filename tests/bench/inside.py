"""The same bare form inside this application: its middleware, its session, its person; one field, one insert, nothing of ours on the page."""

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler

settings.ROOT_URLCONF = "tests.bench.inside"  # before the first request; the settings are those of the application

import django

django.setup()

from django import forms
from django.db import connection
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template import engines
from django.urls import include, path

PAGE = engines["django"].from_string(
    '<!doctype html><html lang="en"><title>A line</title><h1>A line</h1><form method="post">{% csrf_token %}{{ form }}<button type="submit">Send</button></form>',
)


class LineForm(forms.Form):
    text = forms.CharField(max_length=1500)


def form(request):
    posted = LineForm(request.POST or None)
    if request.method == "POST" and posted.is_valid():
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO bench_inside (text) VALUES (%s) RETURNING id", [posted.cleaned_data["text"]])
        return redirect("home")
    return HttpResponse(PAGE.render({"form": posted}, request))


urlpatterns = [path("meldingen/bare/", form), path("", include("sleutelfiguren.urls"))]
application = WSGIHandler()
