"""Lists of questions that come with the application. Pure.

They are our proposal, derived from the lessons (domain 3.4); the toolkit has no list for key figures (domain 3.1), and pages say so.
A question has the same identity wherever it stands: in the list for key figures, in its mirror, and in every municipality's copy.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID, uuid5

from evaluations.kinds import QuestionKind, Use

NAMESPACE = UUID("6f3d3b0e-5f2a-4d0a-9b53-0c7a4f3f1e52")
Words = Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class ShippedQuestion:
    """`code` names it for good: a question that asks something else gets another code."""

    code: str
    words: Words
    kind: str = QuestionKind.SCALE
    help: Words = field(default_factory=dict)
    choices: Sequence[tuple[str, Words]] = ()
    counts_for_trust: bool = False

    @property
    def identity(self) -> UUID:
        return uuid5(NAMESPACE, self.code)


@dataclass(frozen=True, kw_only=True)
class ShippedSection:
    title: Words
    questions: Sequence[ShippedQuestion]
    intro: Words = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class ShippedList:
    code: str
    use: str
    title: Words
    sections: Sequence[ShippedSection]

    @property
    def questions(self) -> list[ShippedQuestion]:
        return [question for section in self.sections for question in section.questions]


def _scale(code: str, nl: str, en: str, *, trust: bool = False) -> ShippedQuestion:
    return ShippedQuestion(code=code, words={"nl": nl, "en": en}, counts_for_trust=trust)


def _open(code: str, nl: str, en: str) -> ShippedQuestion:
    return ShippedQuestion(code=code, kind=QuestionKind.OPEN, words={"nl": nl, "en": en})


_GOAL = _scale("goal", "Ik weet wat de gemeente met het netwerk wil bereiken.", "I know what the municipality wants to reach with the network.")
_ROLE = _scale("role", "Mijn rol is mij duidelijk.", "My role is clear to me.")
_KEPT = _scale("kept", "Afspraken worden nagekomen.", "Agreements are kept.", trust=True)
_QUIET = _scale("quiet", "Er is ook contact als er niets aan de hand is.", "There is contact too when nothing is the matter.")
_MIRRORS = _scale("mirrors", "Het netwerk lijkt op de hele gemeente.", "The network mirrors the whole municipality.")

_WORDS = ShippedSection(
    title={"nl": "In uw eigen woorden", "en": "In your own words"},
    intro={"nl": "Schrijf geen namen op.", "en": "Write no names."},
    questions=(
        _open("start", "Waar moeten wij mee beginnen?", "What must we start with?"),
        _open("stop", "Waar moeten wij mee stoppen?", "What must we stop?"),
        _open("keep", "Wat moeten wij zeker zo houden?", "What must we surely keep?"),
    ),
)

SURVEY = ShippedList(
    code="survey", use=Use.SURVEY, title={"nl": "Vragen aan sleutelfiguren", "en": "Questions to key figures"},
    sections=(
        ShippedSection(
            title={"nl": "Wat u doet in het netwerk", "en": "What you do in the network"},
            questions=(
                _GOAL, _ROLE,
                _scale("may_say_no", "Ik mag nee zeggen, zonder dat dat iets uitmaakt.", "I may say no, and nothing changes.", trust=True),
                _scale("how_to_share", "Ik weet hoe en waar ik een zorg kan delen.", "I know how and where I can share a concern."),
                _scale("not_informant", "Ik word nooit gebruikt om over anderen te vertellen.", "I am never used to tell on others.", trust=True),
                _scale("open_about_it", "Ik kan in mijn eigen kring open zijn over wat ik doe.", "In my own circle I can be open about what I do."),
            ),
        ),
        ShippedSection(
            title={"nl": "Wat u van ons hoort", "en": "What you hear from us"},
            questions=(
                _scale("heard_in_time", "Na een zorg of een idee hoorde ik op tijd iets terug.", "After a concern or an idea I heard back in time."),
                _scale("useful_answer", "Aan wat ik terughoorde had ik iets.", "What I heard back was of use to me."),
                _KEPT, _QUIET,
                _scale("help", "Ik krijg hulp als ik die vraag.", "I get help when I ask for it."),
                _scale("learned", "Ik leerde iets waar ik wat aan heb.", "I learned something that is of use to me."),
            ),
        ),
        ShippedSection(
            title={"nl": "Samen", "en": "Together"},
            questions=(
                _scale("meetings", "De bijeenkomsten zijn mijn tijd waard.", "The meetings are worth my time."),
                _scale("chair", "De voorzitter is neutraal.", "The chair is neutral."),
                _scale("heard", "Ik voel mij gehoord.", "I feel heard.", trust=True),
                _scale("valued", "Ik voel mij gezien en gewaardeerd.", "I feel seen and valued."),
                _scale("respect", "Ik word met respect behandeld, wie ik ook ben.", "I am treated with respect, whoever I am.", trust=True),
                _MIRRORS,
                _scale("trust", "Ik vertrouw de gemeente toe wat ik vertel.", "I trust the municipality with what I tell.", trust=True),
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
                _scale("changed_policy", "Wat sleutelfiguren inbrengen, veranderde ons beleid.", "What key figures bring in changed our policy."),
                _scale("may_feed_back", "Ik kan uitleggen wat ik wel en niet mag terugvertellen.", "I can explain what I may and may not feed back."),
            ),
        ),
        _WORDS,
    ),
)
LISTS = (SURVEY, MIRROR)
