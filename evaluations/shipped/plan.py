"""What two people or more look at, each alone, when they read a plan for working with key figures. Pure.

The toolkit has a checklist for a plan of approach; its text was not found (domain 3.1). These sentences follow its lessons, one by one.
"""

from evaluations.kinds import Use
from evaluations.shipped.parts import ShippedList, ShippedSection, own_words, scale

PLAN = ShippedList(
    code="plan", use=Use.PLAN, title={"nl": "Lijst bij het lezen van een plan", "en": "List for reading a plan"},
    sections=(
        ShippedSection(
            title={"nl": "Waarom en waartoe", "en": "Why and what for"},
            intro={
                "nl": "Lees het plan eerst alleen. Vul deze lijst in voordat u met de ander praat.",
                "en": "Read the plan alone first. Fill in this list before you talk with the other.",
            },
            questions=(
                scale(
                    "plan_problem", "Het plan zegt voor welk vraagstuk dit netwerk een antwoord is.",
                    "The plan says for which question this network is an answer.",
                ),
                scale(
                    "plan_need", "Het plan legt uit waarom een netwerk nodig is, en niet iets lichters.",
                    "The plan explains why a network is needed, and not something lighter.",
                ),
                scale("plan_goal", "Het plan zegt wat de gemeente wil bereiken, en hoe.", "The plan says what the municipality wants to reach, and how."),
                scale(
                    "plan_measurable", "De doelen zijn zo opgeschreven dat je later kunt nagaan of ze gehaald zijn.",
                    "The goals are written so that one can see later whether they were met.",
                ),
                scale("plan_steps", "Het is te volgen hoe het werk tot die doelen leidt.", "One can follow how the work leads to those goals."),
                scale(
                    "plan_no_claim", "Het plan belooft niets wat een netwerk niet kan waarmaken.",
                    "The plan promises nothing that a network cannot make true.",
                ),
            ),
        ),
        ShippedSection(
            title={"nl": "Wie doet mee, en in welke rol", "en": "Who takes part, and in which role"},
            questions=(
                scale("plan_people", "Het plan zegt welke mensen en organisaties nodig zijn.", "The plan says which people and organisations are needed."),
                scale(
                    "plan_roles", "Het plan zegt welke rollen er zijn, en dat een sleutelfiguur zelf kiest.",
                    "The plan says which roles there are, and that a key figure chooses.",
                ),
                scale(
                    "plan_mix", "Het plan zoekt verbinders, vertegenwoordigers, doeners en kritische denkers.",
                    "The plan looks for connectors, representatives, doers and critical thinkers.",
                ),
                scale(
                    "plan_unknown", "Het plan zoekt ook mensen die de gemeente nog niet kent.",
                    "The plan looks for people too whom the municipality does not know yet.",
                ),
                scale(
                    "plan_breadth", "Het plan gaat over alle vormen van extremisme die hier spelen.",
                    "The plan is about all forms of extremism that matter here.",
                ),
                scale(
                    "plan_turnover", "Het plan zegt hoe er nieuwe mensen bij komen als anderen stoppen.",
                    "The plan says how new people come when others stop.",
                ),
            ),
        ),
        ShippedSection(
            title={"nl": "Hoe u samenwerkt", "en": "How you work together"},
            questions=(
                scale(
                    "plan_agreements", "Het plan zegt wat de gemeente en een sleutelfiguur van elkaar mogen verwachten.",
                    "The plan says what the municipality and a key figure may expect of each other.",
                ),
                scale(
                    "plan_concern", "Het plan zegt hoe, waar en wanneer iemand een zorg deelt, en wat zij terughoort.",
                    "The plan says how, where and when somebody shares a concern, and what she hears back.",
                ),
                scale("plan_quiet", "Het plan regelt contact als er niets aan de hand is.", "The plan arranges contact when nothing is the matter."),
                scale(
                    "plan_meetings", "Het plan regelt bijeenkomsten, met een voorzitter van buiten.",
                    "The plan arranges meetings, with a chair from outside.",
                ),
                scale(
                    "plan_give", "Het plan zegt wat de gemeente terugdoet: leren, helpen, waarderen.",
                    "The plan says what the municipality gives back: learning, help, recognition.",
                ),
                scale(
                    "plan_ideas", "Het plan geeft ruimte aan ideeën die uit de gemeenschap komen.",
                    "The plan leaves room for ideas that come from the community.",
                ),
                scale(
                    "plan_unsuitable", "Het plan zegt vooraf wat er gebeurt als iemand niet (meer) past.",
                    "The plan says beforehand what happens when somebody does not fit (any more).",
                ),
            ),
        ),
        ShippedSection(
            title={"nl": "Of het blijft staan", "en": "Whether it stands"},
            questions=(
                scale(
                    "plan_support", "Het college staat achter het plan, en de raad weet ervan.",
                    "The executive backs the plan, and the council knows of it.",
                ),
                scale("plan_means", "Er zijn mensen, uren en geld voor, ook na dit jaar.", "There are people, hours and money for it, also after this year."),
                scale("plan_deputy", "Het werk gaat door als één ambtenaar wegvalt.", "The work goes on when one official falls out."),
                scale("plan_privacy", "Het plan zegt welke gegevens wel en niet worden bewaard.", "The plan says which data are kept and which are not."),
                scale(
                    "plan_learn", "Het plan zegt wanneer en hoe u terugkijkt, en wie dat doet.",
                    "The plan says when and how you look back, and who does that.",
                ),
            ),
        ),
        ShippedSection(
            title={"nl": "In uw eigen woorden", "en": "In your own words"},
            questions=(
                own_words("plan_strongest", "Wat is het sterkste punt van dit plan?", "What is the strongest point of this plan?"),
                own_words("plan_first", "Wat moet als eerste beter?", "What must become better first?"),
                own_words("plan_ask", "Wie moet hier nog over meepraten?", "Who else must be asked about this?"),
            ),
        ),
    ),
)
