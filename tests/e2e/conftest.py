import os

import pytest
from playwright.sync_api import sync_playwright

from tests.e2e.visitors import PHONE, Visitor, arrive, visit
from tests.factories.accounts import MembershipFactory, MunicipalityFactory
from tests.factories.keyfigures import AreaFactory, KeyFigureFactory


@pytest.fixture(scope="module")
def chromium():
    """One browser for the tests of a file. Its loop runs in this thread; the database is asked between its steps."""
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"))
        yield browser
        browser.close()
    if before is None:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def enter(chromium, live_server):
    """`enter(member)` gives somebody who is logged in, `enter()` a stranger. At the end nobody may have met a problem."""
    here = []

    def _enter(member=None, *, kind=Visitor, screen=PHONE):
        around = {"kind": kind, "screen": screen}
        here.append(visit(chromium, live_server, member, **around) if member else arrive(chromium, live_server, **around))
        return here[-1]

    yield _enter
    for each in here:
        each.leave()
    assert [problem for each in here for problem in each.problems] == []


@pytest.fixture
def waterveen():
    return MunicipalityFactory(name="Gemeente Waterveen", slug="waterveen", may_store=True)


@pytest.fixture
def marieke(waterveen):
    """The coordinator."""
    return MembershipFactory(coordinator=True, municipality=waterveen, user__name="Marieke de Vries")


@pytest.fixture
def robin(waterveen, marieke):
    """An active key figure who told something about herself."""
    return KeyFigureFactory(
        municipality=waterveen,
        contact_person=marieke,
        member__user__name="Robin",
        member__phone="06 12 34 56 78",
        not_times="tijdens het eten",
        own_words="Ik ken veel jongeren van het voetbal.",
        areas=[AreaFactory(municipality=waterveen, name="Noord")],
    )
