"""Answering without log-in: by the link of the mail, by a code on paper, or from the start page."""

from django.test import Client

from accounts import signed_links
from evaluations import links
from tests.factories.evaluations import ParticipantFactory


def test_a_link_is_signed_with_its_number_and_an_earlier_one_is_another(survey):
    row = ParticipantFactory(evaluation=survey)
    link = links.answer_link(row)
    assert link.startswith(f"/vragen-aan-u/link/{row.uuid}/?s=")

    row.link_number = 2

    assert links.answer_link(row) != link
    assert signed_links.is_signed(row.uuid, links.answer_link(row).split("?s=")[1], purpose=links.purpose(row))


def test_a_link_without_its_signature_opens_nothing(survey):
    row = ParticipantFactory(evaluation=survey)

    page = Client().get(links.answer_path(row))

    assert page.status_code == 410
    assert row.member.name not in page.content.decode()
