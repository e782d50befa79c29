from datetime import date

import pytest

from approach.security_txt import Reached, is_near_its_end, on_host, text_of

WATERVEEN = Reached(slug="waterveen", contact="security@waterveen.example", policy="https://waterveen.example/melden", until=date(2026, 12, 31))
OEVERLAND = Reached(slug="oeverland", contact="https://oeverland.example/cvd", policy="", until=date(2026, 7, 1))


def test_the_file_is_as_the_standard_asks():
    assert text_of([WATERVEEN], canonical="https://sleutelfiguren.example/.well-known/security.txt") == (
        "Contact: mailto:security@waterveen.example\n"
        "Expires: 2026-12-31T22:59:59Z\n"
        "Preferred-Languages: nl, en\n"
        "Canonical: https://sleutelfiguren.example/.well-known/security.txt\n"
        "Policy: https://waterveen.example/melden\n"
    )


def test_of_several_each_contact_stands_once_and_it_expires_with_the_first():
    text = text_of([WATERVEEN, OEVERLAND, WATERVEEN], canonical="https://x.example/")

    assert text.count("Contact:") == 2
    assert (text.count("Expires:"), "Expires: 2026-07-01T21:59:59Z" in text, text.count("Policy:")) == (1, True, 1)


@pytest.mark.parametrize(
    "host, expected",
    [
        ("sleutelfiguren.waterveen.nl", [WATERVEEN]),
        ("WATERVEEN.sleutelfiguren.example:8443", [WATERVEEN]),
        ("waterveenseland.example", [WATERVEEN, OEVERLAND]),
        ("sleutelfiguren.example", [WATERVEEN, OEVERLAND]),
    ],
)
def test_a_host_that_is_named_after_a_municipality_is_hers(host, expected):
    assert on_host(host, [WATERVEEN, OEVERLAND]) == expected


@pytest.mark.parametrize("until, near", [(None, False), (date(2026, 7, 10), False), (date(2026, 7, 9), True), (date(2026, 6, 9), True), (date(2020, 1, 1), True)])
def test_it_is_near_its_end_thirty_days_before(until, near):
    assert is_near_its_end(until, today=date(2026, 6, 9)) is near
