import pytest

from accounts import idle, outbound
from tests.factories.accounts import MembershipFactory, MunicipalityFactory


@pytest.fixture
def municipality():
    return MunicipalityFactory(name="Waterveen", slug="waterveen")


@pytest.fixture
def administrator(municipality):
    return MembershipFactory(administrator=True, municipality=municipality, user__name="Fatima")


@pytest.fixture
def coordinator(municipality):
    return MembershipFactory(coordinator=True, municipality=municipality, user__name="Joost")


@pytest.fixture
def official(municipality):
    return MembershipFactory(official=True, municipality=municipality, user__name="Anna")


@pytest.fixture
def key_figure(municipality):
    return MembershipFactory(key_figure=True, municipality=municipality, user__name="Robin")


@pytest.fixture
def sent(monkeypatch):
    """The port by which invitations leave, with a box at the other end."""
    box = []
    monkeypatch.setattr(outbound, "_senders", [lambda invitation, at: box.append((invitation, at))])
    return box


@pytest.fixture
def parked(monkeypatch):
    """The port by which posted fields are kept, with a box at the other end."""
    box = []

    def park(request):
        box.append((request.member, request.POST.dict()))
        return True

    monkeypatch.setattr(idle, "_parks", [park])
    return box
