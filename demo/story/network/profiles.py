"""What the key figures of the story tell about themselves: what each wants to, and some of them little."""

from dataclasses import dataclass, field
from typing import Any

NOORD, MIDDEN, ZUID = "Noord", "Midden", "Zuid"
AREAS = (NOORD, MIDDEN, ZUID)
OWN_ROLE = ("gastgesprek", "Gastgesprekken op scholen")  # beside the four that come with the application

THINK, MEDIATE, PREVENT, SHARE, TALK = "think_along", "mediate", "prevent", "share_concerns", OWN_ROLE[0]
CONNECTOR, REPRESENTATIVE, DOER, CRITIC = "connector", "representative", "doer", "critical_thinker"


@dataclass(frozen=True)
class Profile:
    areas: tuple[str, ...]
    answers: dict[str, Any] = field(default_factory=dict)


def _told(
    *areas: str,
    types: tuple[str, ...] = (),
    roles: tuple[str, ...] = (),
    age: str = "",
    known: bool | None = None,
    formality: str = "",
    channel: str = "",
    good: str = "",
    bad: str = "",
    languages: tuple[str, ...] = (),
    words: str = "",
) -> Profile:
    answers = {
        "channel": channel, "good_times": good, "not_times": bad, "network_roles": list(roles), "profile_types": list(types), "formality": formality,
        "known_before": known, "offered_languages": list(languages), "age_band": age, "own_words": words,
    }
    return Profile(areas, answers)


PROFILES = {
    "lina": _told(ZUID, types=(DOER,), roles=(PREVENT, SHARE), age="27_44", known=False, formality="informal", channel="text", good="na schooltijd"),
    "noor": _told(
        NOORD, MIDDEN, types=(CONNECTOR, REPRESENTATIVE), roles=(THINK, MEDIATE, SHARE), age="45_64", known=True, formality="both", channel="call",
        good="na 17.00 uur", bad="op vrijdag", words="Ik ken veel gezinnen rond de school en het buurthuis De Sluis. Ik help bij de buurttafel.",
    ),
    "sam": _told(
        MIDDEN, types=(DOER,), roles=(PREVENT, SHARE), age="27_44", known=False, formality="informal", channel="call", good="op woensdag", languages=("Engels",),
        words="Ik organiseer elk jaar het buurtfeest en loop mee met de huiswerkklas.",
    ),
    "kim": _told(MIDDEN, types=(CRITIC,), roles=(THINK, SHARE), age="under_27", known=False, formality="informal", channel="text", good="na 15.00 uur"),
    "robin": _told(
        ZUID, types=(DOER, CONNECTOR), roles=(PREVENT, SHARE, TALK), age="27_44", known=True, formality="formal", channel="call", good="na 18.00 uur",
        words="Ik werk met jongeren in De Haven en ken de trainers van Sportpark Zuid.",
    ),
    "alex": _told(
        NOORD, types=(CONNECTOR,), roles=(MEDIATE, SHARE), age="27_44", known=False, formality="informal", channel="call", good="zaterdagochtend",
        bad="tussen 12.00 en 14.00 uur",
    ),
    "mila": _told(
        ZUID, MIDDEN, types=(CONNECTOR, DOER), roles=(PREVENT, SHARE, TALK), age="45_64", known=True, formality="both", channel="call", good="tussen de middag",
        languages=("Engels", "Duits"), words="Ik geef gymles en kom bij twee sportclubs. Daar spreek ik veel ouders.",
    ),
    "ruud": _told(NOORD, types=(REPRESENTATIVE,), roles=(THINK, SHARE), age="65_up", known=True, formality="formal", channel="visit", good="overdag"),
    "yara": _told(MIDDEN, types=(CRITIC, CONNECTOR), roles=(THINK, TALK), age="under_27", known=False, formality="informal", channel="text", good="in het weekend"),
    "fleur": _told(ZUID, types=(DOER,), roles=(PREVENT,), age="27_44", known=False, formality="informal", channel="mail"),
    "omar": _told(NOORD, MIDDEN, types=(CONNECTOR, REPRESENTATIVE), roles=(MEDIATE, PREVENT), age="45_64", known=True, formality="formal", channel="call"),
    "gerda": _told(NOORD, types=(REPRESENTATIVE, CONNECTOR), roles=(THINK, PREVENT), age="65_up", known=True, formality="both", channel="visit", good="in de ochtend"),
    "tim": _told(ZUID, types=(DOER, CONNECTOR), roles=(PREVENT, SHARE), age="27_44", known=False, formality="informal", channel="text"),
    "shanti": _told(MIDDEN, types=(CONNECTOR, CRITIC), roles=(THINK, MEDIATE), age="45_64", known=False, formality="informal", channel="call"),
    "jurre": _told(ZUID, types=(CRITIC,), roles=(THINK,), age="under_27", known=False, formality="informal", channel="text"),
    "aisha": _told(NOORD, MIDDEN, types=(CONNECTOR, REPRESENTATIVE), roles=(MEDIATE, PREVENT, SHARE), age="27_44", known=False, formality="formal", channel="call"),
    "peet": _told(NOORD, MIDDEN, types=(CONNECTOR, REPRESENTATIVE), roles=(PREVENT,), age="45_64", known=True, formality="formal", channel="call", good="op maandag"),
    "elena": _told(ZUID, types=(CONNECTOR, DOER), roles=(PREVENT, SHARE), age="45_64", known=False, formality="informal", channel="mail"),
    "joyce": _told(MIDDEN, types=(CONNECTOR, DOER), roles=(MEDIATE, PREVENT), age="27_44", known=True, formality="formal", channel="call"),
    "dirk": _told(NOORD, types=(REPRESENTATIVE,), roles=(THINK,), age="65_up", known=True, formality="formal", channel="visit"),
    "nadia": _told(ZUID, types=(CONNECTOR, DOER), roles=(PREVENT, SHARE), age="27_44", known=False, formality="informal", channel="text"),
    "hugo": _told(MIDDEN, types=(CRITIC,), roles=(THINK, MEDIATE), age="45_64", known=False, formality="both", channel="mail"),
    "wen": _told(MIDDEN, types=(CONNECTOR,), roles=(PREVENT,), age="under_27", known=False, formality="informal", channel="text"),
    "bas": _told(ZUID, types=(DOER, CONNECTOR), roles=(PREVENT, SHARE), age="27_44", known=True, formality="informal", channel="call"),
    "daan": _told(ZUID, types=(DOER,), roles=(PREVENT,), age="27_44", known=False, formality="informal", channel="text"),
    "carla": _told(MIDDEN, types=(CONNECTOR,), roles=(THINK, PREVENT), age="45_64", known=True, formality="both", channel="call"),
    "henk": _told(NOORD, types=(REPRESENTATIVE,), roles=(THINK,), age="45_64", known=True, formality="formal", channel="call"),
    "wim": _told("Dorp", types=(REPRESENTATIVE,), roles=(THINK, SHARE), age="65_up", known=True, formality="formal", channel="visit"),
}
