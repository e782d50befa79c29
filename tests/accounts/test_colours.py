import pytest

from accounts.colours import contrast, unreadable
from tests.factories.accounts import MembershipFactory, MunicipalityFactory, log_in

OURS = {"brand": "#0d5c69", "brand_dark": "#083f49", "mist": "#eef4f3", "mist_strong": "#d9e8e7", "honey": "#f2b632"}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#ffffff", "#0d5c69", 7.6),
        ("#17262b", "#ffffff", 15.6),
        ("#777777", "#ffffff", 4.48),
    ],
)
def test_contrast_is_what_others_measure(one, other, expected):
    assert contrast(one, other) == pytest.approx(expected, abs=0.06)
    assert contrast(other, one) == contrast(one, other)


def test_our_own_colours_can_be_read():
    assert unreadable(OURS) == {}


@pytest.mark.parametrize(
    ("changed", "fields"),
    [
        ({"brand": "#ffff00"}, {"brand", "mist"}),
        ({"brand_dark": "#cccccc"}, {"brand_dark"}),
        ({"mist": "#999999"}, {"mist"}),
        ({"mist_strong": "#445566"}, {"mist_strong"}),
        ({"honey": "#333333"}, {"honey"}),
        ({"brand": "#777777"}, {"brand", "mist"}),
    ],
)
def test_a_colour_in_which_text_is_too_weak_is_named(changed, fields):
    assert unreadable({**OURS, **changed}).keys() == fields


@pytest.mark.django_db
class TestStyleSheet:
    def test_ours_needs_no_sheet(self):
        assert MunicipalityFactory().theme_url == ""

    def test_own_colours_are_served_and_their_address_changes_with_them(self, client):
        municipality = MunicipalityFactory(slug="waterveen", brand="#6b1f5c")
        before = municipality.theme_url

        page = client.get(before)

        assert page.status_code == 200
        assert page["Content-Type"] == "text/css; charset=utf-8"
        assert "--sf-brand: #6b1f5c;" in page.content.decode()
        municipality.brand = "#1f5c6b"
        municipality.save()
        assert municipality.theme_url != before
        assert client.get(before).status_code == 404

    def test_pages_of_its_members_carry_it(self, client):
        municipality = MunicipalityFactory(slug="waterveen", brand="#6b1f5c")
        page = log_in(client, MembershipFactory(key_figure=True, municipality=municipality)).get("/account/")

        assert municipality.theme_url in page.content.decode()
