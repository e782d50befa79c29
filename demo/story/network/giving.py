"""What key figures got back: thanks."""

from demo.story.network.coming import CAME
from demo.story.script import HER_COORDINATOR, Told, step

WORDS = (
    "Dank u wel voor uw hulp in de buurt. Veel mensen noemden u.",
    "Dank u wel dat u er altijd even bij komt zitten. Dat maakt het gesprek makkelijker.",
    "Dank u wel voor uw eerlijke kritiek op ons plan. Het werd er beter van.",
    "Dank u wel voor de middag op school. De leerlingen praatten er nog weken over.",
    "Dank u wel voor het meedenken. Wij gebruiken uw voorbeelden.",
)

# In working days ago: at least once in half a year. Half a year is over today for Ruud.
THANKED = {
    "noor": (180, 70), "sam": (175, 66), "kim": (168, 58), "robin": (170, 62), "alex": (164, 55), "mila": (160, 48), "ruud": (125,), "carla": (150, 55),
    "henk": (140,), "fleur": (80,), "omar": (77,), "gerda": (74,), "tim": (83,), "shanti": (86,), "daan": (79,), "jurre": (28,), "aisha": (25,), "peet": (33,),
    "elena": (36,), "joyce": (22,),
}  # fmt: skip

THANKS = tuple(
    Told(
        f"thanks for {who}",
        tuple(step("thank", HER_COORDINATOR, day, 14, number % 60, text=WORDS[(number + index) % len(WORDS)]) for index, day in enumerate(days)),
        who=who,
    )
    for number, (who, days) in enumerate(THANKED.items())
    if who in CAME
)
