"""Concerns of these weeks, one in every state: this is what a newcomer finds on her first page."""

from demo.people import OEVERLAND
from demo.story.script import Told, just_now, step

JOOST, ILSE, JOKE = "joost.verhagen", "ilse.bakker", "joke.smit"

WANTS_IT_OPEN_AGAIN = Told("wants it open again", steps=(
    step("write", "alex", 48, 20, 30,
        saw="In een groepsapp van de straat schreef iemand zes keer dat ‘we ze zelf wel pakken’ als de gemeente niets doet.",
        worries="De toon wordt elke week harder.",
        contradicts="De beheerder van de app heeft een keer ingegrepen.",
        since="weeks", how_often="weekly", where="Weteringbuurt",
        about="online", phenomenon=["anti_institutional"], spoke_with="Met de beheerder van de app.",
        hopes="Een gesprek met de straat.",
        name_may_be_mentioned=False, reach_how="phone", reach_phone="06 12 00 00 05", reach_when="Zaterdagochtend"),
    step("take_on", JOOST, 46, 9, 0),
    step("record_contact", JOOST, 46, 16, 0, how="phone"),
    step("give_feedback", JOOST, 38, 10, 0, sentences=["looked_together", "nothing_asked"]),
    step("decide", JOOST, 27, 9, 0, outcome="community_activity"),
    step("give_feedback", JOOST, 24, 10, 0, sentences=["community_activity", "thanks"]),
    step("rate", "alex", 23, 22, 0, helped="partly", in_time=True),
    step("close", JOOST, 22, 9, 0),
    step("ask_reopen", "alex", 1, 20, 15, reason="Deze week begon het in de app weer van voren af aan."),
))

HEARD_THE_END = Told("heard the end", steps=(
    step("write", "robin", 41, 8, 50,
        saw="Bij de sportclub vertelde iemand aan jongeren dat zij hun ouders niet meer moeten geloven, en alleen zijn filmpjes.",
        worries="Twee jongeren praten thuis bijna niet meer.",
        contradicts="Zij komen nog elke week trainen en maken grapjes.",
        since="months", how_often="weekly", where="Sportpark Zuid",
        about="person", phenomenon=["jihadism"], spoke_with="Met een ouder.",
        hopes="Steun voor de ouders.",
        name_may_be_mentioned=True, reach_how="phone", reach_phone="06 12 00 00 04", reach_when="Na 18.00 uur"),
    step("take_on", ILSE, 41, 11, 0),
    step("record_contact", ILSE, 40, 18, 10, how="phone"),
    step("give_feedback", ILSE, 32, 9, 30, sentences=["looked_together", "support_for_you"]),
    step("give_feedback", ILSE, 14, 9, 30, sentences=["still_working", "nothing_asked"]),
    step("decide", ILSE, 5, 9, 0, outcome="support_offered"),
    step("give_feedback", ILSE, 3, 10, 0, sentences=["support_offered", "thanks"]),
))

TEXT_IS_GONE = Told("text is gone", steps=(
    step("write", "kim", 30, 19, 0,
        saw="Op twee muren bij het station staat dezelfde leus tegen de rechter. Een jongen maakte er een foto van en juichte.",
        worries="Hij zei dat hij ook een muur weet.",
        contradicts="Hij was met vrienden en wilde stoer doen.",
        since="days", how_often="once", where="Station",
        about="person", phenomenon=["anti_institutional"], spoke_with="", hopes="Dat de leus weggaat.",
        name_may_be_mentioned=False, reach_how="phone", reach_phone="06 12 00 00 03", reach_when="Op maandag"),
    step("take_on", JOOST, 29, 9, 0),
    step("record_contact", JOOST, 28, 10, 0, how="phone"),
    step("give_feedback", JOOST, 19, 11, 0, sentences=["looked_together", "nothing_asked"]),
))

LATE = Told("late", steps=(
    step("write", "noor", 14, 19, 35,
        saw="Na de wedstrijd deelde iemand stickers uit met een leus tegen de gemeenteraad. Hij zei tegen twee jongeren dat ‘praten geen zin meer heeft’.",
        worries="De jongeren keken tegen hem op.",
        contradicts="De week erna was hij er niet bij.",
        since="days", how_often="once", where="Sportpark, Veenpark",
        about="person", phenomenon=["unknown"], spoke_with="Met de trainer.",
        hopes="Dat iemand met de jongeren praat.",
        name_may_be_mentioned=False, reach_how="phone", reach_phone="06 12 00 00 01", reach_when="Na 17.00 uur"),
    step("take_on", JOOST, 13, 10, 15),
    step("record_contact", JOOST, 12, 17, 10, how="phone"),
    step("pause", JOOST, 8, 16, 40, reason="question", days=5, question="Dank u voor het telefoongesprek. Ik heb nog één vraag. Was u er zelf bij?"),
    step("send_message", "noor", 7, 20, 12, text="Ja, ik stond bij de ingang."),
    step("open", ILSE, 1, 9, 40, reason="Ik vervang Joost."),
))

WAITS_FOR_REPORTER = Told("waits for the reporter", steps=(
    step("write", "sam", 11, 10, 5,
        saw="Op de markt hoorde ik twee mensen afspreken om een vergadering van de gemeente ‘plat te leggen’.",
        worries="Een van hen zei dat het deze keer niet bij woorden blijft.",
        contradicts="Boos zijn op de gemeente mag. Misschien bedoelden zij een protest met borden.",
        since="days", how_often="once", where="Markt",
        about="tension", phenomenon=["left_extremism", "anti_institutional"], spoke_with="", hopes="Een rustige avond.",
        name_may_be_mentioned=False, reach_how="message", reach_phone="", reach_when=""),
    step("take_on", ILSE, 10, 9, 30),
    step("record_contact", ILSE, 9, 13, 0, how="message"),
    step("pause", ILSE, 3, 16, 0, reason="question", days=8, question="Weet u nog op welke dag het was? Weet u het niet? Schrijf dan: ik weet het niet."),
))

WAITS_FOR_COLLEAGUE = Told("waits for a colleague", steps=(
    step("write", "ruud", 9, 14, 20,
        saw="In de buurt-app staat al drie weken elke dag een bericht dat vrouwen ‘hun plek moeten weten’. Een man reageert met namen van buurvrouwen.",
        worries="Twee buurvrouwen durven niet meer te reageren.",
        contradicts="Andere mannen spreken hem aan.",
        since="weeks", how_often="daily", where="Havenkwartier",
        about="online", phenomenon=["misogyny"], spoke_with="Met een van de buurvrouwen.",
        hopes="Steun voor de buurvrouwen.",
        name_may_be_mentioned=True, reach_how="phone", reach_phone="06 12 00 00 07", reach_when="Overdag"),
    step("take_on", ILSE, 8, 9, 15),
    step("record_contact", ILSE, 7, 11, 0, how="phone"),
    step("add_note", ILSE, 7, 11, 20, text="Buurvrouwen willen steun van het wijkteam. Vraag bij het wijkteam staat uit."),
    step("give_feedback", ILSE, 1, 15, 10, sentences=["looked_together", "support_for_you"], text="Het wijkteam belt de buurvrouwen als u dat goed vindt."),
))

HANDED_OUTSIDE = Told("handed over outside", steps=(
    step("write", "mila", 12, 12, 30,
        saw="Een jongen van de basketbalclub zei twee keer dat hij zich nergens meer welkom voelt en ‘mensen zoekt die hem wel begrijpen’.",
        worries="Hij slaapt bij vrienden en komt niet meer op school.",
        contradicts="Hij belt mij zelf op en wil graag praten.",
        since="weeks", how_often="weekly", where="",
        about="person", phenomenon=["unknown"], spoke_with="Met hem zelf.", hopes="Hulp bij thuis en school.",
        name_may_be_mentioned=True, reach_how="phone", reach_phone="06 12 00 00 06", reach_when="Tussen de middag"),
    step("take_on", ILSE, 12, 13, 30),
    step("record_contact", ILSE, 11, 12, 20, how="phone"),
    step("give_feedback", ILSE, 6, 10, 0, sentences=["looked_together", "support_for_you"]),
    step("hand_over_outside", ILSE, 2, 11, 0, handed_to="neighbourhood_team"),
))

CALL_DUE_TODAY = Told("call is due today", steps=(
    step("talk", "kim", 3, 19, 20, reach_how="phone", reach_phone="06 12 00 00 03", reach_when="Na 15.00 uur"),
    step("take_on", ILSE, 2, 9, 10),
))

BY_PHONE = Told("by phone", steps=(
    step("phone", "ruud", 5, 10, 30, official=ILSE,
        saw="Bij het bouwterrein stonden op dinsdag mensen met een spandoek. Twee van hen gooiden verf naar een graafmachine.",
        worries="Een buurjongen deed mee en was er trots op.",
        contradicts="Hij zei later dat hij de verf niet zelf gooide.",
        since="days", how_often="once", where="Bouwterrein Waterrand",
        about="group", phenomenon=["animals_climate"], spoke_with="Met de buurjongen.", hopes="Dat iemand met hem praat over wat wel mag.",
        name_may_be_mentioned=False, reach_how="phone", reach_phone="06 12 00 00 07", reach_when="Overdag"),
    step("record_contact", ILSE, 5, 10, 40, how="phone"),
    step("grant", ILSE, 4, 9, 0, member=JOKE, reason="Joke kent de bouwplaats en denkt mee.", days=10),
))

SMALL_TOWN_TALK = Told("small town talk", place=OEVERLAND, steps=(
    step("talk", "wim", 2, 16, 10, reach_how="visit", reach_phone="06 12 00 00 30", reach_when="Vrijdag"),
    step("take_on", ILSE, 1, 13, 0),
))

JUST_IN = Told("just in", steps=(
    just_now("write", "robin", 40,
        saw="Op de skatebaan liet een jongen een filmpje zien waarin iemand uitlegt hoe je een ruit ingooit ‘zonder gepakt te worden’.",
        worries="Drie jongere kinderen keken mee.",
        contradicts="De jongen zei dat hij het filmpje dom vond.",
        since="days", how_often="once", where="Skatebaan",
        about="online", phenomenon=["unknown"], spoke_with="Met de jongen zelf.", hopes="Tips om erover te praten.",
        name_may_be_mentioned=True, reach_how="phone", reach_phone="06 12 00 00 04", reach_when="Na 18.00 uur"),
))

RUNNING = (
    WANTS_IT_OPEN_AGAIN, HEARD_THE_END, TEXT_IS_GONE, LATE, WAITS_FOR_REPORTER, WAITS_FOR_COLLEAGUE,
    HANDED_OUTSIDE, CALL_DUE_TODAY, BY_PHONE, SMALL_TOWN_TALK, JUST_IN,
)
