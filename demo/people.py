"""The people of the demo. Names and places are invented; `.example` addresses cannot exist."""

from dataclasses import dataclass

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

from accounts.roles import Role

WATERVEEN, OEVERLAND = "waterveen", "oeverland"


@dataclass(frozen=True, kw_only=True)
class Place:
    slug: str
    name: str
    phone: str
    may_write: bool  # a DPIA was made and the privacy officer gave a positive advice


@dataclass(frozen=True, kw_only=True)
class Person:
    """`slug` is also her address. `also_in`: the other municipality she works in.

    `tries`: what to do as this person; without it she has no button to log in with.
    """

    slug: str
    name: str
    role: Role
    phone: str
    tries: str | LazyText = ""
    place: str = WATERVEEN
    also_in: str = ""
    deputy: str = ""

    @property
    def email(self) -> str:
        return f"{self.slug}@{self.place}.example"


PLACES = (
    Place(slug=WATERVEEN, name="Gemeente Waterveen", phone="0123 45 67 89", may_write=True),
    Place(slug=OEVERLAND, name="Gemeente Oeverland", phone="0123 98 76 54", may_write=False),
)

KEY_FIGURES = (
    Person(
        slug="lina", name="Lina Fernandes", role=Role.KEY_FIGURE, phone="06 12 00 00 08",
        tries=_("Never shared a concern. See how the first time goes, from the first page on."),
    ),
    Person(
        slug="noor", name="Noor el Amrani", role=Role.KEY_FIGURE, phone="06 12 00 00 01",
        tries=_("Her report waits too long: see what Noor reads then. A new text of her agreement waits for her signature."),
    ),
    Person(
        slug="sam", name="Sam de Groot", role=Role.KEY_FIGURE, phone="06 12 00 00 02",
        tries=_("The reporting point asked Sam something: answer it, and the clock runs again. The answer about a street party is late."),
    ),
    Person(
        slug="kim", name="Kim Nguyen", role=Role.KEY_FIGURE, phone="06 12 00 00 03",
        tries=_("Kim would rather talk: a call was promised for today. The municipality asks Kim something as well: say yes, or no."),
    ),
    Person(
        slug="robin", name="Robin Jansen", role=Role.KEY_FIGURE, phone="06 12 00 00 04",
        tries=_("A report is finished. Say whether the answer helped, or ask to open it again."),
    ),
    Person(
        slug="alex", name="Alex Yilmaz", role=Role.KEY_FIGURE, phone="06 12 00 00 05",
        tries=_("Asked to open a finished report again, and waits for the answer."),
    ),
    Person(
        slug="mila", name="Mila Kowalska", role=Role.KEY_FIGURE, phone="06 12 00 00 06",
        tries=_("Her concern went to another organisation: no text of it stays. The municipality wants to thank her, and she chooses who sees it."),
    ),
    Person(
        slug="yara", name="Yara Osman", role=Role.CANDIDATE, phone="06 12 00 00 09",
        tries=_("Wants to take part. Her agreement waits: read it, add her words, and sign."),
    ),
    Person(
        slug="ruud", name="Ruud Hoekstra", role=Role.KEY_FIGURE, phone="06 12 00 00 07",
        tries=_("Told his concern by phone. See all that the municipality knows of him, and who knows him privately."),
    ),
)

OFFICIALS = (
    Person(
        slug="joost.verhagen", name="Joost Verhagen", role=Role.REPORT_OFFICIAL, phone="0123 45 67 81", deputy="ilse.bakker",
        tries=_("Is away this week. His promises go to Ilse, as the reports of the two show."),
    ),
    Person(
        slug="ilse.bakker", name="Ilse Bakker", role=Role.REPORT_OFFICIAL, phone="0123 45 67 82", deputy="joost.verhagen",
        also_in=OEVERLAND,
        tries=_("One report is late, one is due today, one is new. Start at the top. She also works in Oeverland."),
    ),
    Person(
        slug="joke.smit", name="Joke Smit", role=Role.REPORT_OFFICIAL, phone="0123 45 67 83", deputy="ilse.bakker",
        tries=_("Reads the free text of colleagues before it goes to a reporter. One waits for her."),
    ),
    Person(
        slug="marieke.dewit", name="Marieke de Wit", role=Role.COORDINATOR, phone="06 12 34 56 78",
        deputy="pim.aalders",
        tries=_("Coordinates the network: who waits, whom to call, what was agreed. She sees of a concern only the clock."),
    ),
    Person(
        slug="pim.aalders", name="Pim Aalders", role=Role.COORDINATOR, phone="06 12 34 56 79", deputy="marieke.dewit",
        tries=_("The second coordinator, and deputy of Marieke. One of the key figures he knows privately, and leaves to her."),
    ),
    Person(
        slug="annemarie.dijkstra", name="Anne-Marie Dijkstra", role=Role.TEAM_LEAD, phone="0123 45 67 84",
        tries=_("Is asked when a promise stays late. She sees which promise, not the report."),
    ),
    Person(
        slug="thijs.vanleeuwen", name="Thijs van Leeuwen", role=Role.POLICY_ADVISER, phone="0123 45 67 85",
        tries=_("Works on the approach as a whole. Sees how the network is made up, and nobody in it; no report either."),
    ),
    Person(
        slug="femke.visser", name="Femke Visser", role=Role.BOARD, phone="0123 45 67 84",
        tries=_("The mayor, four times a year. One page with how it stands, and no person in it."),
    ),
    Person(
        slug="hanna.vos", name="Hanna Vos", role=Role.NEUTRAL_CHAIR, phone="06 12 00 00 20",
        tries=_("Chairs the meetings and does not work for the municipality. She sees no concern."),
    ),
    Person(
        slug="esther.dejong", name="Esther de Jong", role=Role.EVALUATOR, phone="06 12 00 00 21",
        tries=_("Comes from outside and reads one plan, alone. She sees nothing else."),
    ),
    Person(
        slug="peter.schouten", name="Peter Schouten", role=Role.PRIVACY_OFFICER, phone="0123 45 67 86",
        tries=_("Reads who opened what and why, and the proof of what was erased. Never a text."),
    ),
    Person(
        slug="samira.bouali", name="Samira Bouali", role=Role.ADMINISTRATOR, phone="0123 45 67 87",
        tries=_("Manages people, roles, terms and mail that could not be sent. Never a text."),
    ),
)

NEIGHBOURS = (
    Person(
        slug="wim", name="Wim Postma", role=Role.KEY_FIGURE, phone="06 12 00 00 30", place=OEVERLAND,
        tries=_("Oeverland made no DPIA yet. Wim can ask for a talk, but cannot write."),
    ),
    Person(
        slug="karin.boersma", name="Karin Boersma", role=Role.COORDINATOR, phone="0123 98 76 52", place=OEVERLAND,
        tries=_("Just began with a network of two. See what an almost empty network looks like."),
    ),
    Person(
        slug="els.mulder", name="Els Mulder", role=Role.ADMINISTRATOR, phone="0123 98 76 51", place=OEVERLAND,
        tries=_("Manages the smaller municipality beside Waterveen. Nothing of Waterveen is visible to her."),
    ),
)

# Who fills the network: they take part in the story and have no button of their own.
OTHERS = tuple(
    Person(slug=slug, name=name, role=role, phone=f"06 12 00 01 {number:02}", place=place)
    for number, (slug, name, role, place) in enumerate(
        (
            ("fleur", "Fleur Janssens", Role.KEY_FIGURE, WATERVEEN),
            ("omar", "Omar Bensalem", Role.KEY_FIGURE, WATERVEEN),
            ("gerda", "Gerda Wiersma", Role.KEY_FIGURE, WATERVEEN),
            ("tim", "Tim Vermeulen", Role.KEY_FIGURE, WATERVEEN),
            ("shanti", "Shanti Ramdin", Role.KEY_FIGURE, WATERVEEN),
            ("jurre", "Jurre Haitsma", Role.KEY_FIGURE, WATERVEEN),
            ("aisha", "Aisha Diallo", Role.KEY_FIGURE, WATERVEEN),
            ("peet", "Peet Snijders", Role.KEY_FIGURE, WATERVEEN),
            ("elena", "Elena Petrova", Role.KEY_FIGURE, WATERVEEN),
            ("joyce", "Joyce Martina", Role.KEY_FIGURE, WATERVEEN),
            ("dirk", "Dirk Blom", Role.KEY_FIGURE, WATERVEEN),
            ("nadia", "Nadia Cherif", Role.KEY_FIGURE, WATERVEEN),
            ("hugo", "Hugo Lammers", Role.KEY_FIGURE, WATERVEEN),
            ("wen", "Wen Li", Role.KEY_FIGURE, WATERVEEN),
            ("bas", "Bas Kuipers", Role.KEY_FIGURE, WATERVEEN),
            ("daan", "Daan Prins", Role.KEY_FIGURE, WATERVEEN),  # pauses
            ("carla", "Carla Silva", Role.KEY_FIGURE, WATERVEEN),  # moved
            ("henk", "Henk Bos", Role.KEY_FIGURE, WATERVEEN),  # found other work
            ("bram", "Bram Visser", Role.CANDIDATE, WATERVEEN),  # was invited, and had no talk yet
            ("ferry", "Ferry Tan", Role.CANDIDATE, WATERVEEN),  # left his name on the page
            ("esra", "Esra Demir", Role.CANDIDATE, WATERVEEN),  # heard of it from somebody who takes part
            ("greet", "Greet Tamminga", Role.CANDIDATE, OEVERLAND),
        ),
        start=1,
    )
)

PEOPLE = (*KEY_FIGURES, *OFFICIALS, *NEIGHBOURS)
EVERYBODY = (*PEOPLE, *OTHERS)
BY_SLUG = {person.slug: person for person in PEOPLE}
