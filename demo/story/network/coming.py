"""How everybody came, paused and left. Dates are working days before today."""

from demo.people import OEVERLAND
from demo.story.script import HER_COORDINATOR, Step, Told, step

MARIEKE, PIM, KARIN = "marieke.dewit", "pim.aalders", "karin.boersma"

# Who came when: the first ones together, then some each quarter.
FIRST, SPRING, SUMMER, AUTUMN = 255, 200, 140, 95
CAME = {
    **dict.fromkeys(("noor", "sam", "kim", "robin", "alex", "mila", "ruud", "carla", "henk"), FIRST),
    **dict.fromkeys(("fleur", "omar", "gerda", "tim", "shanti", "daan"), SPRING),
    **dict.fromkeys(("jurre", "aisha", "peet", "elena", "joyce"), SUMMER),
    **dict.fromkeys(("dirk", "nadia", "hugo", "wen", "bas"), AUTUMN),
    "lina": 15,
}
ACTIVE_AFTER = 7  # working days from her yes to the second signature under the agreement

HERS = (
    "Ik wil graag weten wat er met mijn ideeën gebeurt.",
    "Bel mij gerust, ook als er niets aan de hand is.",
    "Ik doe mee zolang het naast mijn werk past.",
    "Ik wil nee kunnen zeggen als iets niet bij mij past.",
    "Ik wil graag leren hoe ik een lastig gesprek voer.",
)
OURS = (
    "Wij bellen u om de acht weken en antwoorden binnen vijf werkdagen.",
    "Wij vragen u op tijd, en zeggen wat wij met uw hulp deden.",
    "Wij zorgen voor een plek en een vast gezicht.",
)


def _on_the_way(who: str, came: int) -> list[Step]:
    """Invited, her yes, a talk, and the agreement begins."""
    number = len(who) + came
    return [
        step("invite", MARIEKE, came + 1, 12),
        step("accept", who, came, 12),
        step("tell_profile", who, came - 1, 19),
        step("log_contact", HER_COORDINATOR, came - 3, 16, how="visit", topic="cooperation"),
        step("begin_agreement", HER_COORDINATOR, came - 4, 10),
        step("write_agreement", HER_COORDINATOR, came - 4, 10, 10, words=OURS[number % len(OURS)]),
    ]


def comes(who: str, came: int) -> Told:
    number = len(who) + came
    signed = [
        step("write_agreement", who, came - 5, 19, words=HERS[number % len(HERS)]),
        step("confirm_agreement", who, came - 6, 20),
        step("confirm_agreement", HER_COORDINATOR, came - ACTIVE_AFTER, 9, 30),
    ]
    return Told(f"{who} comes", (*_on_the_way(who, came), *signed), who=who)


def _at_the_small_town() -> list[Told]:
    """Karin took over a network of one. Wim came by the administrator, when nobody worked on it yet."""
    wim = Told("wim comes", place=OEVERLAND, who="wim", steps=(
        step("invite", "els.mulder", 256, 12),
        step("accept", "wim", 255, 12),
        step("begin_agreement", KARIN, 103, 10),
        step("write_agreement", KARIN, 103, 10, 10, words=OURS[0]),
        step("confirm_agreement", KARIN, 103, 10, 20),
        step("confirm_agreement", "wim", 102, 14),
        step("tell_profile", "wim", 101, 14),
        step("log_contact", KARIN, 72, 11, how="visit", topic="neighbourhood"),
        step("thank", KARIN, 72, 11, 15, text="Dank u wel voor de rondleiding door het dorp. Zo leerde ik iedereen snel kennen."),
        step("log_contact", KARIN, 38, 11, how="call", topic="catching_up"),
        step("log_contact", KARIN, 6, 11, how="visit", topic="neighbourhood"),
    ))
    greet = Told("greet comes", place=OEVERLAND, who="greet", steps=(step("invite", KARIN, 5, 12), step("accept", "greet", 3, 12)))
    return [wim, greet]


YARA = Told("yara comes", who="yara", steps=(*_on_the_way("yara", 8), step("confirm_agreement", HER_COORDINATOR, 3, 15)))
BRAM = Told("bram comes", who="bram", steps=(step("invite", MARIEKE, 7, 12), step("accept", "bram", 4, 12)))
FERRY = Told("ferry comes", who="ferry", steps=(step("leave_interest", "ferry", 5, 20), step("confirm_interest", "ferry", 5, 20, 15)))
ESRA = Told("esra comes", who="esra", steps=(
    step("leave_interest", "esra", 2, 19, was_proposed=True), step("confirm_interest", "esra", 2, 19, 30),
))
NOT_CONFIRMED = Told("not confirmed", steps=(step("leave_interest", "", 3, 21, email="mo@waterveen.example", name="Mo van Dam"),))

DAAN_PAUSES = Told("daan pauses", who="daan", steps=(step("pause_cooperation", "daan", 30, 20, days=42),))
CARLA_LEAVES = Told("carla leaves", who="carla", steps=(
    step("expect_end", "carla", 108, 11, days=53),
    step("seek_successor", MARIEKE, 104, 10),
    step("log_contact", MARIEKE, 56, 16, how="visit", topic="cooperation"),
    step("end_cooperation", MARIEKE, 55, 16, 30, reason="moved", had_exit_talk=True),
))
HENK_LEAVES = Told("henk leaves", who="henk", steps=(step("end_cooperation", "henk", 118, 20, reason="other_work", had_exit_talk=False),))
GERDA_WILL_STOP = Told("gerda will stop", who="gerda", steps=(step("expect_end", "gerda", 18, 10, days=63),))

NEW_TEXT = Told("new text", steps=(
    step("publish_text", MARIEKE, 62, 15, part="concerns", addition="Wilt u liever eerst overleggen? Bel dan gerust, ook zonder namen te noemen."),
    step("ask_everybody", MARIEKE, 62, 15, 30),
))
NOT_ASKED = {"lina", "carla", "henk"}  # came later, or left
SIGNS_LATER = "noor"


def _confirms_again(number: int, who: str) -> Told:
    """The new text, signed by both; Noor still has to."""
    day = 59 - number % 14
    steps = [step("confirm_agreement", who, day, 20)] if who != SIGNS_LATER else []
    return Told(f"{who} confirms again", (*steps, step("confirm_agreement", HER_COORDINATOR, day - 1, 11)), who=who)


COMING = (
    *(comes(who, came) for who, came in CAME.items()),
    *_at_the_small_town(),
    YARA, BRAM, FERRY, ESRA, NOT_CONFIRMED, DAAN_PAUSES, CARLA_LEAVES, HENK_LEAVES, GERDA_WILL_STOP, NEW_TEXT,
    *(_confirms_again(number, who) for number, who in enumerate(CAME) if who not in NOT_ASKED),
)
