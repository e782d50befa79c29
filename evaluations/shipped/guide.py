"""A guide for a talk with one key figure, on paper: 30 to 45 minutes, by the chair or somebody from outside (domain 3.4). Pure.

The same base questions each time, so that talks can be compared; only themes are written down (domain 3.1, interview practice).
"""

from evaluations.kinds import Use
from evaluations.shipped.parts import ShippedList, ShippedSection, own_words

GUIDE = ShippedList(
    code="guide", use=Use.INTERVIEW, title={"nl": "Leidraad voor een gesprek", "en": "Guide for a talk"},
    sections=(
        ShippedSection(
            title={"nl": "Begin: vertel hoe het gaat", "en": "Beginning: tell how it goes"},
            intro={
                "nl": "Zeg eerst: het gesprek duurt 30 tot 45 minuten. Ik werk niet voor de coördinator. Ik schrijf geen namen op."
                " Alleen wat meer mensen zeggen, komt in het verslag. U mag elke vraag overslaan.",
                "en": "Say first: the talk takes 30 to 45 minutes. I do not work for the coordinator. I write no names."
                " Only what several people say comes into the report. You may skip each question.",
            },
            questions=(
                own_words("guide_history", "Hoe bent u erbij gekomen, en waarom doet u mee?", "How did you come to take part, and why do you?"),
                own_words("guide_role", "Wat is uw rol? Wat doet u zeker niet?", "What is your role? What do you surely not do?"),
            ),
        ),
        ShippedSection(
            title={"nl": "Het contact", "en": "The contact"},
            questions=(
                own_words(
                    "guide_good", "Noem een keer dat het contact met de gemeente goed was. Wat maakte het goed?",
                    "Name a time when the contact was good. What made it good?",
                ),
                own_words(
                    "guide_bad", "Noem een keer dat het niet goed was. Wat had u toen nodig?",
                    "Name a time when it was not good. What did you need then?",
                ),
                own_words("guide_after", "Wat gebeurde er na uw laatste zorg of idee?", "What happened after your last concern or idea?"),
            ),
        ),
        ShippedSection(
            title={"nl": "Geven en nemen", "en": "Give and take"},
            questions=(
                own_words(
                    "guide_community", "Wat betekent dit werk voor hoe u in uw eigen kring staat?",
                    "What does this work mean for how you stand in your own circle?",
                ),
                own_words("guide_back", "Wat kreeg u ervoor terug?", "What did you get back for it?"),
            ),
        ),
        ShippedSection(
            title={"nl": "Vooruit kijken", "en": "Looking ahead"},
            questions=(
                own_words("guide_missing", "Wie horen wij niet, en moeten wij wel horen?", "Whom do we not hear, and should we hear?"),
                own_words("guide_stop", "Wat zou er missen als u morgen stopt?", "What would be missing if you stopped tomorrow?"),
                own_words("guide_advice", "Welke raad geeft u de gemeente?", "Which advice do you give the municipality?"),
            ),
        ),
    ),
)
