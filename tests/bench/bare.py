"""Bare Django forms with one insert, to compare with: a new project's middleware, settings and templates, in a database of its own.

`/`: somebody who logged in, as a new project does it (session, user, `login_required`, a page with a base template).
`/lean/`: the least that can be called a form: nobody logged in, one template of a line.

`prepare` makes the tables and the people, in a process of its own: two projects do not fit in one.
"""

import os

import django
from django.conf import settings
from django.urls import path

BASE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{% block title %}Lines{% endblock %}</title></head>
<body>
<header>{% if user.is_authenticated %}{{ user.get_username }} <a href="{% url "done" %}">Log out</a>{% endif %}</header>
{% if messages %}<ul>{% for message in messages %}<li>{{ message }}</li>{% endfor %}</ul>{% endif %}
<main>{% block content %}{% endblock %}</main>
</body>
</html>
"""
FORM = """{% extends "base.html" %}
{% block title %}A line{% endblock %}
{% block content %}<h1>A line</h1><form method="post">{% csrf_token %}{{ form }}<button type="submit">Send</button></form>{% endblock %}
"""
DONE = '{% extends "base.html" %}{% block content %}<p>Thank you.</p>{% endblock %}'
LEAN = "<!doctype html><title>x</title><form method=post>{% csrf_token %}{{ form }}<button>x</button></form>"

if not settings.configured:
    import environ

    database = environ.Env().db_url("BARE_DATABASE_URL")
    database["CONN_HEALTH_CHECKS"] = True
    database["OPTIONS"] = {**database.get("OPTIONS", {}), "pool": {"min_size": 0, "max_size": 8, "timeout": 10}}
    settings.configure(
        SECRET_KEY="bare",
        ALLOWED_HOSTS=["*"],
        ROOT_URLCONF="tests.bench.bare",
        DATABASES={"default": database},
        USE_TZ=True,
        MIDDLEWARE=[
            "django.middleware.security.SecurityMiddleware",
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.middleware.common.CommonMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "django.contrib.messages.middleware.MessageMiddleware",
            "django.middleware.clickjacking.XFrameOptionsMiddleware",
        ],
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "OPTIONS": {
                    "context_processors": [
                        "django.template.context_processors.request",
                        "django.contrib.auth.context_processors.auth",
                        "django.contrib.messages.context_processors.messages",
                    ],
                    "loaders": [
                        (
                            "django.template.loaders.cached.Loader",
                            [("django.template.loaders.locmem.Loader", {"base.html": BASE, "form.html": FORM, "done.html": DONE, "lean.html": LEAN})],
                        ),
                    ],
                },
            },
        ],
        INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions", "django.contrib.messages"],
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    )
    django.setup()

from django import forms
from django.contrib.auth.decorators import login_required
from django.core.handlers.wsgi import WSGIHandler
from django.db import models
from django.shortcuts import redirect, render


class Line(models.Model):
    text = models.TextField()

    class Meta:
        app_label = "bare"
        db_table = "bench_bare"

    def __str__(self):
        return str(self.pk)


class LineForm(forms.Form):
    text = forms.CharField(max_length=1500)


@login_required
def form(request):
    return _filled_in(request, "form.html")


def lean(request):
    return _filled_in(request, "lean.html")


def _filled_in(request, template):
    posted = LineForm(request.POST or None)
    if request.method == "POST" and posted.is_valid():
        Line.objects.create(text=posted.cleaned_data["text"])
        return redirect("done")
    return render(request, template, {"form": posted})


def done(request):
    return render(request, "done.html")


urlpatterns = [path("", form), path("lean/", lean), path("done/", done, name="done")]
application = WSGIHandler()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "")


def prepare(number):
    """Tables, people and a session of each, printed one a line."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.auth.models import User
    from django.contrib.sessions.backends.db import SessionStore
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", verbosity=0)
    with connection.schema_editor() as editor:
        editor.create_model(Line)
    for person in User.objects.bulk_create(User(username=f"person-{each}", password="!") for each in range(number)):
        session = SessionStore()
        session[SESSION_KEY], session[BACKEND_SESSION_KEY] = str(person.pk), "django.contrib.auth.backends.ModelBackend"
        session[HASH_SESSION_KEY] = person.get_session_auth_hash()
        session.create()
        print(session.session_key)
