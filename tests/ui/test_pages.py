import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.test import RequestFactory
from django.urls import NoReverseMatch, reverse

from tests.factories.accounts import MembershipFactory, log_in
from ui.views import components

ROOT = Path(settings.BASE_DIR)


@pytest.mark.parametrize("frame", ["one", "work", "concern"])
def test_every_component_in_every_layout(frame):
    page = components(RequestFactory().get("/ui/", {"frame": frame})).content.decode()

    assert page.count("<h1") == 1
    assert "sf-path" in page
    assert "{%" not in page


def test_the_components_are_not_there_for_users():
    with pytest.raises(NoReverseMatch):
        reverse("ui:components")


@pytest.mark.django_db
class TestQuickExit:
    def test_it_leads_away_and_ends_the_session(self, client):
        member = MembershipFactory(key_figure=True)
        answer = log_in(client, member).post("/snel-weg/")

        assert answer.status_code == 303
        assert answer["Location"] == settings.QUICK_EXIT_URL
        assert client.get("/meldingen/")["Location"].startswith("/inloggen/")
        assert "no-store" in answer["Cache-Control"]

    def test_the_browser_forgets_our_pages_and_cookies_and_leaves_other_sites_of_the_municipality_logged_in(self, client):
        log_in(client, MembershipFactory(key_figure=True))
        client.post("/taal/setlang/", {"language": "en", "next": "/"})
        client.get("/meldingen/")
        answer = client.post("/snel-weg/", headers={"Sec-Fetch-Site": "same-origin"})

        assert answer["Clear-Site-Data"] == '"cache"'
        assert {name: cookie.value for name, cookie in client.cookies.items()} == {"sessionid": "", "csrftoken": "", "django_language": ""}

    def test_a_form_of_another_site_logs_nobody_out(self, client):
        log_in(client, MembershipFactory(key_figure=True))
        answer = client.post("/snel-weg/", headers={"Sec-Fetch-Site": "cross-site"})

        assert "Clear-Site-Data" not in answer
        assert client.get("/meldingen/").status_code == 200

    def test_a_link_of_another_site_cannot_do_it(self, client):
        assert client.get("/snel-weg/").status_code == 405


@pytest.mark.django_db
@pytest.mark.parametrize(("path", "status"), [("/bestaat-niet/", 404), ("/logboek/", 403)])
def test_errors_have_a_page_of_ours(client, path, status):
    answer = log_in(client, MembershipFactory(key_figure=True)).get(path)

    assert answer.status_code == status
    assert 'class="sf-h1"' in answer.content.decode()


@pytest.mark.django_db
def test_the_language_can_be_switched_and_stays(client):
    member = MembershipFactory(key_figure=True)
    log_in(client, member)
    assert "Zorg delen" in client.get("/").content.decode()
    client.post("/taal/setlang/", {"language": "en", "next": "/"})

    page = client.get("/").content.decode()
    assert "Share a concern" in page
    assert '<html lang="en"' in page


@pytest.mark.django_db
def test_the_policy_of_every_page_is_strict(client):
    policy = client.get("/inloggen/")["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert "form-action 'self' https://www.buienradar.nl" in policy


def test_no_template_has_inline_script_or_style_or_a_foreign_host():
    inline = re.compile(r"<script(?![^>]*(?:\bsrc=|type=\"application/json\"))|<style|\sstyle=|\son[a-z]+=|(?:src|href)=\"(?:https?:)?//", re.IGNORECASE)
    wrong = [str(path.relative_to(ROOT)) for path in ROOT.glob("templates/**/*.html") if inline.search(path.read_text(encoding="utf-8"))]

    assert wrong == []


def test_static_files_can_be_collected_with_hashed_names(tmp_path):
    code = (
        "from django.conf import settings; import django; django.setup(); settings.STATIC_ROOT = __import__('sys').argv[1]\n"
        "from django.core.management import call_command; call_command('collectstatic', '--no-input', verbosity=0)\n"
        "from django.templatetags.static import static; print(static('css/base.css'))"
    )
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=False,
        env={**__import__("os").environ, "DJANGO_SETTINGS_MODULE": "sleutelfiguren.settings.base"},
    )  # fmt: skip

    assert done.returncode == 0, done.stderr[-1500:]
    assert re.search(r"/static/css/base\.[0-9a-f]{12}\.css", done.stdout)
