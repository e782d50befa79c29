import pytest

from tests.factories.accounts import MembershipFactory
from tests.factories.meetings import MeetingFactory
from tests.keyfigures.conftest import annemarie, marieke, neighbour, oeverland, pim, robin, sam, waterveen

__all__ = ["annemarie", "marieke", "neighbour", "oeverland", "pim", "robin", "sam", "waterveen"]


@pytest.fixture
def joris(waterveen):
    """The neutral chair."""
    return MembershipFactory(neutral_chair=True, municipality=waterveen, user__name="Joris")


@pytest.fixture
def meeting(waterveen, marieke, joris):
    """Planned in two weeks, led by Joris, organised by Marieke; nobody is invited yet."""
    return MeetingFactory(municipality=waterveen, organiser=marieke, chair=joris)
