"""The text of the agreement that comes with the application, until a municipality publishes its own. B1; kept in the municipality's language."""

from django.conf import settings
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PARTS: dict[str, str | Promise] = {
    "goal": _(
        "We want people in our municipality to live together safely, and nobody to slide into extremism. You know your own surroundings. "
        "We know the municipality. Together we see more, and we help sooner.\n\n"
        "It is about all forms of extremism, and about what goes well too. It is never about what somebody believes or where somebody comes from.",
    ),
    "role": _(
        "You choose what you do: think along, mediate when tension rises, help with activities, or share a concern. "
        "Sharing concerns is your free choice. You can always say no, without giving a reason.\n\n"
        "You are not an informant. We never ask you to watch people, to find out who knows whom, or to do the work of the police. "
        "You do not speak for a whole group, only for yourself.",
    ),
    "expectations": _(
        "You may expect of us: one contact person and a deputy, contact also when nothing is wrong, an answer on the promised day, "
        "help when you ask, and respect. "
        "We tell you what we did with your ideas. We keep nothing about you that you cannot see yourself.\n\n"
        "We expect of you: that you keep to what we agree, that you are careful with what you hear about others, "
        "and that you tell us when something does not work for you.",
    ),
    "concerns": _(
        "Is there danger now? Then call 112. The application is not for that.\n\n"
        "Do you worry? Then you can talk to us or, where that is possible, write it down. You tell what you saw or heard yourself. "
        "Other officials than your contact person handle it. You hear at once that we have it, and on which days you hear more. "
        "We may not tell you everything. Then we say so.",
    ),
    "stopping": _(
        "You can pause or stop whenever you want. You need not say why. We thank you, and we erase your data when the time for it has come.\n\n"
        "We can stop too. We do so only after the steps below, or when the network itself ends. We tell you in a talk first, never only by mail.",
    ),
    "reconsideration": _(
        "Sometimes one of us doubts whether the cooperation can go on. Then we do this:\n\n"
        "1. An official writes down what was seen: a fact, no judgement. You hear it at once and you read all of it.\n"
        "2. We talk with you within 10 working days. You tell your side, in your own words.\n"
        "3. Two officials decide within 10 working days. Who raised the question does not decide.\n"
        "4. The outcome is: go on, adapt your role, pause, or end.\n"
        "5. You get the decision and the reason. You can object.\n\n"
        "Only you, who raised it and the two who decide read this. One year after the outcome it is erased.",
    ),
}


def texts() -> dict[str, str]:
    with translation.override(settings.LANGUAGE_CODE):
        return {name: str(text) for name, text in PARTS.items()}
