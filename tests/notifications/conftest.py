import pytest

from notifications import kinds
from notifications.models import Necessity
from tests.factories.accounts import MembershipFactory, MunicipalityFactory

TOLD, NUDGE = "tests.told", "tests.nudge"


@pytest.fixture(autouse=True)
def kinds_for_tests():
    kinds.register(
        kinds.NoticeKind(kind=TOLD, sentence="Er is iets voor u.", quiet=False),
        kinds.NoticeKind(kind=NUDGE, sentence="Denk aan de dag.", necessity=Necessity.REMINDER),
    )


@pytest.fixture
def waterveen(db):
    return MunicipalityFactory(name="Gemeente Waterveen", slug="waterveen", may_store=True, second_reader=False)


@pytest.fixture
def noor(waterveen):
    return MembershipFactory(key_figure=True, municipality=waterveen, user__name="Noor", user__email="noor@waterveen.example")
