import pytest

from tests.factories.accounts import MembershipFactory, MunicipalityFactory
from tests.factories.signals import file_one


@pytest.fixture
def waterveen(db):
    return MunicipalityFactory(name="Waterveen", slug="waterveen", may_store=True, second_reader=False)


@pytest.fixture
def noor(waterveen):
    return MembershipFactory(key_figure=True, municipality=waterveen, user__name="Noor")


@pytest.fixture
def ilse(waterveen):
    """The first official: she has the fewest reports, so the first concern is hers."""
    return MembershipFactory(official=True, municipality=waterveen, user__name="Ilse")


@pytest.fixture
def joost(waterveen, ilse):
    return MembershipFactory(official=True, municipality=waterveen, user__name="Joost")


@pytest.fixture
def joke(waterveen, ilse, joost):
    """An official who has nothing to do with the first report."""
    return MembershipFactory(official=True, municipality=waterveen, user__name="Joke")


@pytest.fixture
def report(noor, ilse, joost):
    """Filed on Tuesday 9 June 2026 at ten: Ilse is the contact person, Joost her deputy."""
    return file_one(noor)
