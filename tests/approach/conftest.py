import pytest

from tests.factories.accounts import MembershipFactory
from tests.keyfigures.conftest import annemarie, marieke, neighbour, oeverland, pim, robin, sam, waterveen

__all__ = ["annemarie", "marieke", "neighbour", "oeverland", "pim", "robin", "sam", "waterveen"]


@pytest.fixture
def thijs(waterveen):
    """Policy adviser."""
    return MembershipFactory(policy_adviser=True, municipality=waterveen, user__name="Thijs")


@pytest.fixture
def femke(waterveen):
    """The mayor."""
    return MembershipFactory(municipality=waterveen, roles=["board"], user__name="Femke Visser")


@pytest.fixture
def joris(waterveen):
    """The neutral chair."""
    return MembershipFactory(neutral_chair=True, municipality=waterveen, user__name="Joris")
