"""`make docs`: the tables that come from the code, and the pictures of the manual from the demo municipality."""

import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from launcher import processes
from launcher.postgres import Server

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "docs" / "handleiding" / "beelden"
PORT = 8199
ADDRESS = f"http://localhost:{PORT}"
PHONE, TALL, DESK, LONG = (390, 800), (390, 1300), (1180, 800), (1180, 1300)


@dataclass(frozen=True)
class Picture:
    """One picture: who looks, at which page, on what screen. `before`: what she does first on that page."""

    name: str
    who: str
    path: str
    screen: tuple[int, int] = PHONE
    before: Callable[[Page], None] = lambda page: None


def _open_first(page: Page) -> None:
    page.locator(".sf-rows a").first.click()
    page.wait_for_load_state()


def _open_results(page: Page) -> None:
    """Of the newest round of which anything can be read."""
    page.locator(".sf-date a", has_text="Vragen").first.click()
    page.wait_for_load_state()
    page.get_by_role("link", name="Lees wat eruit kwam").click()
    page.wait_for_load_state()


def _open_answered(page: Page) -> None:
    page.locator(".sf-rows li", has_text="Het is klaar").locator("a").first.click()
    page.wait_for_load_state()


def _to_receipt(page: Page) -> None:
    _open_first(page)
    page.locator("a[href$='/ontvangst/']").click()
    page.wait_for_load_state()


def _open_person(page: Page) -> None:
    page.get_by_role("link", name="Robin Jansen").first.click()
    page.wait_for_load_state()


def _begin_tension(page: Page) -> None:
    page.get_by_label("Het gebeurt nu").check()
    page.get_by_label("Waar gaat het over?").select_option(label="Spanning in de buurt")
    page.get_by_label("Waar is het?").select_option(label="Noord")
    page.get_by_role("button", name="Laat zien wie ik bel").click()
    page.wait_for_load_state()


def _open(*texts: str) -> Callable[[Page], None]:
    """Follow links of the page itself, one after the other, each by its text."""

    def follow(page: Page) -> None:
        for text in texts:
            page.locator("main").get_by_role("link", name=text).first.click()
            page.wait_for_load_state()

    return follow


PICTURES_TO_TAKE = (
    Picture("start", "robin", "/"),
    Picture("zorg-delen", "lina", "/meldingen/zorg-delen/"),
    Picture("opschrijven", "lina", "/meldingen/zorg-delen/schrijven/gezien/"),
    Picture("ontvangst", "ruud", "/meldingen/", before=_to_receipt),
    Picture("te-laat", "noor", "/meldingen/", before=_open_first),
    Picture("klok-staat-stil", "sam", "/meldingen/", before=_open_first),
    Picture("antwoord", "robin", "/meldingen/", before=_open_answered),
    Picture("vandaag", "ilse.bakker", "/", DESK),
    Picture("lijst", "ilse.bakker", "/meldingen/", DESK),
    Picture("melding", "ilse.bakker", "/meldingen/", DESK, _open_first),
    Picture("over-mij", "robin", "/mijn/"),
    Picture("profiel", "robin", "/mijn/profiel/"),
    Picture("hulp-vragen", "robin", "/hulpvragen/stellen/"),
    Picture("mijn-gegevens", "robin", "/mijn-gegevens/"),
    Picture("vandaag-netwerk", "marieke.dewit", "/", DESK),
    Picture("netwerk", "marieke.dewit", "/sleutelfiguren/", DESK),
    Picture("sleutelfiguur", "marieke.dewit", "/sleutelfiguren/", DESK, _open_person),
    Picture("fasen", "marieke.dewit", "/sleutelfiguren/fasen/", DESK),
    Picture("mix", "marieke.dewit", "/sleutelfiguren/mix/", DESK),
    Picture("bijeenkomsten", "marieke.dewit", "/bijeenkomsten/", DESK),
    Picture("bijeenkomst", "marieke.dewit", "/bijeenkomsten/", DESK, _open("Jongeren en hun telefoon")),
    Picture("datumprikker", "marieke.dewit", "/bijeenkomsten/datum-prikken/", DESK, _open("een jaar vooruit")),
    Picture("uitgenodigd", "noor", "/bijeenkomsten/", before=_open("Jongeren en hun telefoon")),
    Picture("verslag", "robin", "/bijeenkomsten/", TALL, _open("Geweest", "Samen op straat", "Lees het verslag")),
    Picture("jaar", "marieke.dewit", "/bijeenkomsten/jaar/", DESK),
    Picture("er-is-iets", "marieke.dewit", "/spanning/"),
    Picture("vijf-vragen", "robin", "/", TALL, _open("Beantwoord vijf vragen")),
    Picture("vandaag-voorzitter", "hanna.vos", "/", DESK),
    Picture("voorbereiden", "hanna.vos", "/", DESK, _open("Bereid de bijeenkomst voor")),
    Picture("ideeen", "noor", "/ideeen/", TALL),
    Picture("idee", "robin", "/ideeen/", TALL, _open("Sporten na school")),
    Picture("idee-loopt", "marieke.dewit", "/ideeen/?toon=loopt", LONG, _open("Sporten na school")),
    Picture("cijfers-ideeen", "thijs.vanleeuwen", "/ideeen/cijfers/", DESK),
    Picture("evaluaties", "marieke.dewit", "/evaluaties/", DESK),
    Picture("wat-eruit-kwam", "marieke.dewit", "/evaluaties/?toon=klaar", DESK, _open_results),
    Picture("wat-wij-hoorden", "robin", "/onze-antwoorden/", TALL, _open_first),
    Picture("lessen", "marieke.dewit", "/lessen/", DESK),
    Picture("visie", "thijs.vanleeuwen", "/aanpak/visie/", DESK),
    Picture("draagvlak", "marieke.dewit", "/aanpak/draagvlak/", DESK),
    Picture("verslag-raad", "thijs.vanleeuwen", "/aanpak/verslagen/", LONG, _open_first),
    Picture("blad", "femke.visser", "/", DESK),
    Picture("openbare-pagina", "femke.visser", "/openbaar/waterveen/", DESK),
    Picture("verslag-openbaar", "femke.visser", "/openbaar/waterveen/verslagen/", DESK, _open_first),
    Picture("mensen", "samira.bouali", "/mensen/", DESK),
    Picture("beheer", "samira.bouali", "/beheer/", DESK),
    Picture("spanning", "marieke.dewit", "/spanning/", TALL, _begin_tension),  # last, because it changes what the others show
)


def main() -> None:
    subprocess.run([sys.executable, "-m", "tests.docs.tables"], cwd=ROOT, env=_environment("postgresql://app@localhost/app"), check=True)
    with tempfile.TemporaryDirectory(prefix="sf-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o711)
        server = Server(folder=Path(folder) / "pg", lasting=False)
        server.start()
        try:
            _take_pictures(_environment(server.url))
        finally:
            server.discard()


def _environment(database_url: str) -> dict[str, str]:
    return {**os.environ, "DJANGO_SETTINGS_MODULE": "sleutelfiguren.settings.demo", "DEMO": "on", "DATABASE_URL": database_url, "BASE_URL": ADDRESS}


def _take_pictures(env: dict[str, str]) -> None:
    for command in (["migrate", "--verbosity", "0"], ["load_demo"]):
        subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=env, check=True)
    web = processes.start([sys.executable, "-m", "gunicorn", "sleutelfiguren.wsgi", "--bind", f"127.0.0.1:{PORT}"], env=env, cwd=ROOT)
    try:
        _wait()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"))
            for picture in PICTURES_TO_TAKE:
                width, height = picture.screen
                page = browser.new_context(viewport={"width": width, "height": height}, locale="nl-NL").new_page()
                _take(page, picture)
                page.context.close()
            browser.close()
    finally:
        processes.stop(web)


def _wait() -> None:
    for _attempt in range(100):
        try:
            urllib.request.urlopen(f"{ADDRESS}/health/live/", timeout=2).close()
        except OSError:
            time.sleep(0.2)
        else:
            return


def _take(page: Page, picture: Picture) -> None:
    page.goto(f"{ADDRESS}/inloggen/")
    with page.expect_navigation():
        page.eval_on_selector(f'form[action="/demo/inloggen/{picture.who}/"]', "form => form.requestSubmit()")
    page.goto(f"{ADDRESS}{picture.path}")
    picture.before(page)
    page.evaluate("document.querySelectorAll('a[href=\"/demo/\"]').forEach(link => link.remove())")  # no part of the application
    path = PICTURES / f"{picture.name}.png"
    page.screenshot(path=path)
    print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
