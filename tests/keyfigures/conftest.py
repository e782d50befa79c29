import pytest

from tests.factories.accounts import MembershipFactory, MunicipalityFactory
from tests.factories.keyfigures import KeyFigureFactory


@pytest.fixture
def waterveen(db):
    return MunicipalityFactory(name="Waterveen", slug="waterveen")


@pytest.fixture
def oeverland(db):
    return MunicipalityFactory(name="Oeverland", slug="oeverland")


@pytest.fixture
def marieke(waterveen):
    """The coordinator, contact person of Robin."""
    return MembershipFactory(coordinator=True, municipality=waterveen, user__name="Marieke")


@pytest.fixture
def pim(waterveen, marieke):
    """A second coordinator."""
    return MembershipFactory(coordinator=True, municipality=waterveen, user__name="Pim")


@pytest.fixture
def annemarie(waterveen):
    return MembershipFactory(team_lead=True, municipality=waterveen, user__name="Anne-Marie")


@pytest.fixture
def robin(waterveen, marieke):
    """An active key figure."""
    return KeyFigureFactory(municipality=waterveen, contact_person=marieke, member__user__name="Robin")


@pytest.fixture
def sam(waterveen, marieke):
    """Another active key figure: what is hers must not be seen by Robin."""
    return KeyFigureFactory(municipality=waterveen, contact_person=marieke, member__user__name="Sam")


@pytest.fixture
def neighbour(oeverland):
    """A coordinator of another municipality."""
    return MembershipFactory(coordinator=True, municipality=oeverland, user__name="Els")
