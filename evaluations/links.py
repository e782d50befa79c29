"""The personal link to the questions: the public id of who is asked, signed with the number of her link and stored nowhere.

What it opens is remembered in a signed cookie of that device only (evaluations.views.opened_answers), never in a session on the server.
"""

from django.urls import reverse

from accounts import signed_links
from evaluations.models.sheet import Participant


def answer_path(participant: Participant) -> str:
    """What a message keeps: without the signature it opens nothing."""
    return reverse("evaluations:answer_link", args=[participant.uuid])


def answer_link(participant: Participant) -> str:
    """What stands in the mail: made when it is sent. An earlier link stops when `link_number` goes up."""
    return f"{answer_path(participant)}?{signed_links.query(participant.uuid, purpose=purpose(participant))}"


def purpose(participant: Participant) -> str:
    return f"evaluations.answer:{participant.link_number}"
