"""Evaluations of the year: a round that was shared back, one that can be answered now, and a plan that is being read."""

from demo.story.network.coming import MARIEKE
from demo.story.script import Told, step

THIJS, ESTHER = "thijs.vanleeuwen", "esther.dejong"
BACK = "Wij bellen binnen vijf werkdagen terug, ook als er nog niets te vertellen is."
EVENING = "Elke maand is er een spreekuur in de avond."
WORDS = {
    "start": (
        "Sneller terugbellen.", "Vaker langskomen in de wijk.", "Uitleggen wat er met een zorg gebeurt.", "Afspraken in de avond.", "Jongeren vragen.",
        "Meer trainingen.", "Eén vast nummer.", "Terugbellen op de dag die is beloofd.", "Een spreekuur na het werk.", "Koffie in het buurthuis.",
        "Minder moeilijke woorden.",
    ),
    "keep": (
        "Dat Marieke zelf belt.", "De bijeenkomsten.", "De neutrale voorzitter.", "Dat ik nee mag zeggen.", "Het eten na afloop.", "De rust.",
        "Dat er ook contact is als er niets is.", "De training over online haat.", "De korte lijnen.", "Dat wij samen de agenda maken.",
    ),
}
LOW = ("heard_in_time", "kept", "mirrors")

ROUNDS = (
    Told("lists of questions", steps=(step("take_over_lists", MARIEKE, 150, 10, codes=("survey", "mirror", "plan")),)),
    Told("first round", steps=(
        step("plan_round", MARIEKE, 149, 10, title="Vragen aan het netwerk, eerste ronde", days=19, last=34),
        step("say_round_is_ready", MARIEKE, 140, 11),
        step("answer_round", MARIEKE, 128, 20, group="key_figures", low=LOW, most=9, words=WORDS),
        step("answer_round", MARIEKE, 120, 20, group="key_figures", low=("mirrors",), most=4, words={}),
        step("answer_round", MARIEKE, 119, 15, group="officials", low=("mirrors",), most=6, words={}),
        step("improve", MARIEKE, 108, 10, what=BACK, why="Afspraken worden vaak nagekomen, maar terugbellen duurt te lang.", code="kept", owner=MARIEKE, days=60),
        step("improve", MARIEKE, 108, 11, what=EVENING, why="Overdag bellen past niet bij wie werkt.", code="heard_in_time", owner="pim.aalders", days=140),
        step("share_back", MARIEKE, 105, 15,
            heard="U weet wat het netwerk wil bereiken en u mag nee zeggen. Maar u hoort te laat iets terug, en niet iedereen in de gemeente doet mee.",
            doing="Wij bellen sneller terug en beginnen een spreekuur in de avond. Nieuwe mensen zoeken wij in Zuid. Een vast nummer komt er niet: dat is te duur."),
        step("finish_improvement", MARIEKE, 58, 14, what=BACK, outcome="Sinds de zomer bellen wij elke vrijdag iedereen die wacht."),
    )),
    Told("second round", steps=(
        step("plan_round", MARIEKE, 25, 10, title="Vragen aan het netwerk, tweede ronde", days=17, last=34),
        step("say_round_is_ready", MARIEKE, 20, 9, 30),
        step("answer_round", MARIEKE, 6, 20, group="key_figures", low=("mirrors",), most=6, words={}),
    )),
    Told("reading the plan", steps=(
        step("read_plan", MARIEKE, 5, 10, title="Plan van aanpak, nieuwe versie", last=15, readers=(THIJS, ESTHER)),
        step("hand_in_reading", THIJS, 2, 15, scores=("4", "5", "3", "4"), remark="Het vraagstuk staat er helder in."),
    )),
)  # fmt: skip
