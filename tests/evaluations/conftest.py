import pytest

from tests.factories.accounts import MembershipFactory
from tests.factories.evaluations import EvaluationFactory
from tests.keyfigures.conftest import annemarie, marieke, neighbour, oeverland, pim, robin, sam, waterveen

__all__ = ["annemarie", "marieke", "neighbour", "oeverland", "pim", "robin", "sam", "waterveen"]


@pytest.fixture
def thijs(waterveen):
    """Policy adviser: reads results, nothing else."""
    return MembershipFactory(policy_adviser=True, municipality=waterveen, user__name="Thijs")


@pytest.fixture
def esther(waterveen):
    """The outside evaluator: without a part in an evaluation she sees nothing."""
    return MembershipFactory(evaluator=True, municipality=waterveen, user__name="Esther")


@pytest.fixture
def joris(waterveen):
    """The neutral chair."""
    return MembershipFactory(neutral_chair=True, municipality=waterveen, user__name="Joris")


@pytest.fixture
def survey(waterveen, marieke):
    """Open since a week; nobody is asked yet."""
    return EvaluationFactory(municipality=waterveen, owner=marieke, opened=True)
