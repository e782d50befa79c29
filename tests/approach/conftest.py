import pytest

from tests.factories.accounts import MembershipFactory
from tests.factories.approach import GoalFactory, VisionFactory
from tests.keyfigures.conftest import annemarie, marieke, neighbour, oeverland, pim, robin, sam, waterveen

__all__ = ["annemarie", "marieke", "neighbour", "oeverland", "pim", "robin", "sam", "waterveen"]


@pytest.fixture
def thijs(waterveen):
    """Policy adviser."""
    return MembershipFactory(policy_adviser=True, municipality=waterveen, user__name="Thijs")


@pytest.fixture
def femke(waterveen):
    """The mayor: reads what was adopted."""
    return MembershipFactory(board=True, municipality=waterveen, user__name="Femke Visser")


@pytest.fixture
def joris(waterveen):
    """The neutral chair."""
    return MembershipFactory(neutral_chair=True, municipality=waterveen, user__name="Joris")


@pytest.fixture
def draft(waterveen, thijs):
    """Everything is filled in, with one sub-goal."""
    row = VisionFactory(municipality=waterveen, written_by=thijs)
    GoalFactory(vision=row, text="Iedereen is gesproken.")
    return row
