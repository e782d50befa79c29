"""What key figures are asked, and the same questions to officials (domain 3.4). Pure."""

from evaluations.kinds import QuestionKind, Use
from evaluations.shipped.parts import ShippedList, ShippedQuestion, ShippedSection, own_words, scale

_GOAL = scale("goal", "Ik weet wat de gemeente met het netwerk wil bereiken.", "I know what the municipality wants to reach with the network.")
_ROLE = scale("role", "Mijn rol is mij duidelijk.", "My role is clear to me.")
_KEPT = scale("kept", "Afspraken worden nagekomen.", "Agreements are kept.", trust=True)
_QUIET = scale("quiet", "Er is ook contact als er niets aan de hand is.", "There is contact too when nothing is the matter.")
_MIRRORS = scale("mirrors", "Het netwerk lijkt op de hele gemeente.", "The network mirrors the whole municipality.")

_WORDS = ShippedSection(
    title={"nl": "In uw eigen woorden", "en": "In your own words"},
    intro={"nl": "Schrijf geen namen op.", "en": "Write no names."},
    questions=(
        own_words("start", "Waar moeten wij mee beginnen?", "What must we start with?"),
        own_words("stop", "Waar moeten wij mee stoppen?", "What must we stop?"),
        own_words("keep", "Wat moeten wij zeker zo houden?", "What must we surely keep?"),
    ),
)

SURVEY = ShippedList(
    code="survey", use=Use.SURVEY, title={"nl": "Vragen aan sleutelfiguren", "en": "Questions to key figures"},
    sections=(
        ShippedSection(
            title={"nl": "Wat u doet in het netwerk", "en": "What you do in the network"},
            questions=(
                _GOAL, _ROLE,
                scale("may_say_no", "Ik mag nee zeggen, zonder dat dat iets uitmaakt.", "I may say no, and nothing changes.", trust=True),
                scale("how_to_share", "Ik weet hoe en waar ik een zorg kan delen.", "I know how and where I can share a concern."),
                scale("not_informant", "Ik word nooit gebruikt om over anderen te vertellen.", "I am never used to tell on others.", trust=True),
                scale("open_about_it", "Ik kan in mijn eigen kring open zijn over wat ik doe.", "In my own circle I can be open about what I do."),
            ),
        ),
        ShippedSection(
            title={"nl": "Wat u van ons hoort", "en": "What you hear from us"},
            questions=(
                scale("heard_in_time", "Na een zorg of een idee hoorde ik op tijd iets terug.", "After a concern or an idea I heard back in time."),
                scale("useful_answer", "Aan wat ik terughoorde had ik iets.", "What I heard back was of use to me."),
                _KEPT, _QUIET,
                scale("help", "Ik krijg hulp als ik die vraag.", "I get help when I ask for it."),
                scale("learned", "Ik leerde iets waar ik wat aan heb.", "I learned something that is of use to me."),
            ),
        ),
        ShippedSection(
            title={"nl": "Samen", "en": "Together"},
            questions=(
                scale("meetings", "De bijeenkomsten zijn mijn tijd waard.", "The meetings are worth my time."),
                scale("chair", "De voorzitter is neutraal.", "The chair is neutral."),
                scale("heard", "Ik voel mij gehoord.", "I feel heard.", trust=True),
                scale("valued", "Ik voel mij gezien en gewaardeerd.", "I feel seen and valued."),
                scale("respect", "Ik word met respect behandeld, wie ik ook ben.", "I am treated with respect, whoever I am.", trust=True),
                _MIRRORS,
                scale("trust", "Ik vertrouw de gemeente toe wat ik vertel.", "I trust the municipality with what I tell.", trust=True),
                ShippedQuestion(
                    code="recommend", kind=QuestionKind.TEN,
                    words={"nl": "Zou u een ander aanraden om mee te doen?", "en": "Would you recommend somebody else to take part?"},
                    help={"nl": "0 is zeker niet, 10 is zeker wel.", "en": "0 is surely not, 10 is surely."},
                ),
            ),
        ),
        _WORDS,
    ),
)

MIRROR = ShippedList(
    code="mirror", use=Use.MIRROR, title={"nl": "Dezelfde vragen aan medewerkers", "en": "The same questions to officials"},
    sections=(
        ShippedSection(
            title={"nl": "Werken met het netwerk", "en": "Working with the network"},
            questions=(
                _GOAL, _ROLE, _KEPT, _QUIET, _MIRRORS,
                scale("changed_policy", "Wat sleutelfiguren inbrengen, veranderde ons beleid.", "What key figures bring in changed our policy."),
                scale("may_feed_back", "Ik kan uitleggen wat ik wel en niet mag terugvertellen.", "I can explain what I may and may not feed back."),
            ),
        ),
        _WORDS,
    ),
)
