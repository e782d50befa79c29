"""A bare Django form with one insert, to compare with: the middleware of a new project, a page with a form, a post, a page."""

import os

import django
from django.conf import settings
from django.urls import path

if not settings.configured:
    import environ

    database = environ.Env().db_url("DATABASE_URL")
    database["OPTIONS"] = {**database.get("OPTIONS", {}), "pool": {"min_size": 0, "max_size": 8}}
    settings.configure(
        SECRET_KEY="bare",
        ALLOWED_HOSTS=["*"],
        ROOT_URLCONF="tests.bench.bare",
        DATABASES={"default": database},
        MIDDLEWARE=[
            "django.middleware.security.SecurityMiddleware",
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.middleware.common.CommonMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "django.contrib.messages.middleware.MessageMiddleware",
            "django.middleware.clickjacking.XFrameOptionsMiddleware",
        ],
        TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates"}],
        INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions", "django.contrib.messages"],
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    )
    django.setup()

from django import forms
from django.core.handlers.wsgi import WSGIHandler
from django.db import models
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template import engines


class Line(models.Model):
    text = models.TextField()

    class Meta:
        app_label = "bare"
        db_table = "bench_bare"

    def __str__(self):
        return str(self.pk)


class LineForm(forms.Form):
    text = forms.CharField(max_length=1500)


PAGE = engines["django"].from_string("<!doctype html><title>x</title><form method=post>{% csrf_token %}{{ form }}<button>x</button></form>")


def form(request):
    posted = LineForm(request.POST or None)
    if request.method == "POST" and posted.is_valid():
        Line.objects.create(text=posted.cleaned_data["text"])
        return redirect("/done/")
    return HttpResponse(PAGE.render({"form": posted}, request))


def done(_request):
    return HttpResponse("<!doctype html><title>x</title><p>Thank you.</p>")


urlpatterns = [path("", form), path("done/", done)]
application = WSGIHandler()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "")
