"""Concerns that are over. Plain examples of good reports: what somebody saw, what she thinks of it, what speaks against it."""

from demo.people import OEVERLAND
from demo.story.script import Told, step

JOOST, ILSE, JOKE = "joost.verhagen", "ilse.bakker", "joke.smit"

GAME_CHAT = Told("game chat", steps=(
    step("write", "robin", 240, 20, 10,
        saw="Twee jongens van 15 lieten mij een chat bij een spel zien. Daarin riep iemand drie keer op om ‘de school een les te leren’.",
        worries="De jongens lachten erom, maar ze kijken elke avond.",
        contradicts="Ze lieten het mij zelf zien. Een van hen vond het ook te ver gaan.",
        since="weeks", how_often="weekly", where="Jongerencentrum De Haven",
        about="online", phenomenon=["unknown"], spoke_with="Met de jongerenwerker.",
        hopes="Dat iemand met de jongens praat over wat ze online zien.",
        name_may_be_mentioned=True, reach_how="phone", reach_phone="06 12 00 00 04", reach_when="Na 18.00 uur"),
    step("take_on", JOOST, 239, 9, 20),
    step("record_contact", JOOST, 238, 15, 30, how="phone"),
    step("give_feedback", JOOST, 230, 11, 0, sentences=["looked_together", "nothing_asked"]),
    step("decide", JOOST, 221, 14, 0, outcome="support_offered"),
    step("give_feedback", JOOST, 219, 10, 15, sentences=["support_offered", "thanks"]),
    step("rate", "robin", 219, 20, 40, helped="yes", in_time=True),
    step("close", JOOST, 218, 9, 5),
))

NEIGHBOURS_TALK = Told("neighbours", steps=(
    step("talk", "mila", 226, 13, 0, reach_how="phone", reach_phone="06 12 00 00 06", reach_when="Tussen de middag"),
    step("take_on", ILSE, 226, 13, 40),
    step("record_contact", ILSE, 225, 12, 10, how="phone"),
    step("give_feedback", ILSE, 218, 16, 0, sentences=["looked_together", "support_for_you"]),
    step("decide", ILSE, 214, 10, 0, outcome="advice_given"),
    step("give_feedback", ILSE, 213, 11, 30, sentences=["advice_given", "thanks"]),
    step("rate", "mila", 212, 19, 15, helped="yes", in_time=True),
    step("close", ILSE, 211, 9, 0),
))

LEAFLETS_BY_PHONE = Told("leaflets", steps=(
    step("phone", "ruud", 204, 10, 20, official=ILSE,
        saw="In drie straten lagen briefjes in de bus. Daarop stond dat bewoners geen belasting meer hoeven te betalen en de wijkagent moeten weigeren.",
        worries="Twee buren willen het echt gaan doen.",
        contradicts="De meeste mensen gooiden het briefje weg.",
        since="days", how_often="once", where="Weteringbuurt",
        about="tension", phenomenon=["anti_institutional"], spoke_with="Met een buurvrouw.",
        hopes="Uitleg in de buurt over hoe het wel zit.",
        name_may_be_mentioned=False, reach_how="phone", reach_phone="06 12 00 00 07", reach_when="Overdag"),
    step("record_contact", ILSE, 204, 10, 25, how="phone"),
    step("give_feedback", ILSE, 197, 14, 0, sentences=["looked_together", "nothing_asked"]),
    step("decide", ILSE, 190, 9, 30, outcome="no_further_step"),
    step("give_feedback", ILSE, 188, 15, 0, sentences=["no_further_step", "thanks"]),
    step("close", ILSE, 187, 9, 0),
))

MISUNDERSTANDING = Told("misunderstanding", steps=(
    step("write", "kim", 192, 21, 5,
        saw="Een man riep op het plein tegen een groepje: ‘Jullie zullen nog wat beleven.’",
        worries="Ik wist niet wat hij bedoelde.", contradicts="Niemand reageerde.",
        since="days", how_often="once", where="Marktplein",
        about="person", phenomenon=["unknown"], spoke_with="", hopes="",
        name_may_be_mentioned=False, reach_how="message", reach_phone="", reach_when=""),
    step("take_on", JOOST, 190, 9, 0),
    step("withdraw", "kim", 190, 12, 20),
))

STICKERS = Told("stickers", steps=(
    step("write", "sam", 171, 19, 30,
        saw="Op het fietspad langs de school hingen op maandag en donderdag stickers met een leus tegen nieuwkomers en een teken dat ik niet kende.",
        worries="Leerlingen van de brugklas namen er een paar mee naar huis.",
        contradicts="De leerlingen kenden het teken niet. Zij vonden het gewoon mooi.",
        since="weeks", how_often="weekly", where="Schoolpad",
        about="group", phenomenon=["right_extremism"], spoke_with="Met de conciërge.",
        hopes="Dat de school weet wat het teken betekent.",
        name_may_be_mentioned=True, reach_how="phone", reach_phone="06 12 00 00 02", reach_when="Op woensdag"),
    step("take_on", ILSE, 170, 10, 0),
    step("record_contact", ILSE, 169, 14, 20, how="phone"),
    step("pause", ILSE, 165, 11, 0, reason="question", days=5, question="Weet u nog op welke dag u de eerste sticker zag?"),
    step("send_message", "sam", 163, 20, 0, text="Dat was op de maandag na de vakantie."),
    step("give_feedback", ILSE, 158, 9, 45, sentences=["looked_together", "support_for_you"]),
    step("decide", ILSE, 149, 13, 0, outcome="community_activity"),
    step("give_feedback", ILSE, 146, 15, 30, sentences=["community_activity", "thanks"]),
    step("rate", "sam", 145, 18, 0, helped="partly", in_time=True),
    step("close", ILSE, 144, 9, 0),
))

ANSWERED_LATE = Told("answered late", steps=(
    step("write", "alex", 152, 22, 0,
        saw="Een jongere zei vier keer tijdens de training dat geweld tegen bedrijven ‘de enige taal is die ze snappen’.",
        worries="Hij zocht anderen die mee wilden doen.",
        contradicts="Na een gesprek zei hij dat hij boos was en het niet meende.",
        since="weeks", how_often="weekly", where="Sporthal Noord",
        about="person", phenomenon=["left_extremism"], spoke_with="Met hem zelf en met de trainer.",
        hopes="Een gesprek met iemand die tijd heeft.",
        name_may_be_mentioned=False, reach_how="visit", reach_phone="06 12 00 00 05", reach_when="Zaterdagochtend"),
    step("take_on", JOOST, 150, 16, 0),
    step("record_contact", JOOST, 149, 10, 0, how="phone"),
    step("give_feedback", JOOST, 137, 14, 0, sentences=["sorry_late", "looked_together"]),
    step("decide", JOOST, 128, 10, 0, outcome="may_not_be_told"),
    step("give_feedback", JOOST, 125, 11, 0, sentences=["may_not_be_told", "thanks"]),
    step("rate", "alex", 124, 21, 0, helped="no", in_time=False),
    step("close", JOOST, 123, 9, 0),
))

HANDED_TO_COLLEAGUE = Told("handed to a colleague", steps=(
    step("write", "noor", 131, 9, 40,
        saw="Op een buurtavond vertelde iemand dat er een groep is die boeren wil ‘wegjagen’. Er ging een lijst rond met stallen.",
        worries="Twee mensen schreven een naam op de lijst.",
        contradicts="De meeste mensen liepen weg of zeiden er iets van.",
        since="days", how_often="once", where="Buurthuis De Sluis",
        about="tension", phenomenon=["animals_climate"], spoke_with="Met de beheerder van het buurthuis.",
        hopes="Rust op de volgende buurtavond.",
        name_may_be_mentioned=True, reach_how="phone", reach_phone="06 12 00 00 01", reach_when="Na 17.00 uur"),
    step("take_on", JOOST, 131, 11, 0),
    step("record_contact", JOOST, 130, 17, 30, how="phone"),
    step("hand_over", JOOST, 126, 16, 0, to=ILSE, reason="Ik ben drie weken met verlof."),
    step("open", ILSE, 125, 9, 10, reason="Ik neem dit over van Joost."),
    step("give_feedback", ILSE, 122, 10, 0, sentences=["looked_together", "support_for_you"]),
    step("decide", ILSE, 112, 9, 0, outcome="support_offered"),
    step("give_feedback", ILSE, 110, 10, 30, sentences=["support_offered", "thanks"]),
    step("rate", "noor", 109, 19, 0, helped="yes", in_time=True),
    step("close", ILSE, 108, 9, 0),
))

OPENED_AGAIN = Told("opened again", steps=(
    step("write", "mila", 90, 18, 30,
        saw="Bij de bushalte staan elke vrijdag twee mannen die jongeren vragen of zij ‘iets voor de goede zaak’ willen doen.",
        worries="Zij vragen ook naar telefoonnummers.",
        contradicts="Ik heb niet gehoord wat die goede zaak is.",
        since="weeks", how_often="weekly", where="Busstation",
        about="group", phenomenon=["foreign_conflict"], spoke_with="Met een buschauffeur.",
        hopes="Dat iemand er een keer gaat kijken.",
        name_may_be_mentioned=False, reach_how="phone", reach_phone="06 12 00 00 06", reach_when="Tussen de middag"),
    step("take_on", ILSE, 88, 9, 0),
    step("record_contact", ILSE, 87, 12, 15, how="phone"),
    step("give_feedback", ILSE, 80, 10, 0, sentences=["looked_together", "nothing_asked"]),
    step("decide", ILSE, 74, 9, 0, outcome="no_further_step"),
    step("give_feedback", ILSE, 72, 10, 0, sentences=["no_further_step", "thanks"]),
    step("close", ILSE, 71, 9, 0),
    step("ask_reopen", "mila", 67, 19, 30, reason="Zij staan er weer, nu ook op dinsdag."),
    step("reopen", ILSE, 66, 9, 30, reason="Er is iets nieuws."),
    step("record_contact", ILSE, 66, 12, 5, how="phone"),
    step("give_feedback", ILSE, 58, 15, 0, sentences=["looked_together", "support_for_you"]),
    step("decide", ILSE, 51, 9, 0, outcome="advice_given"),
    step("give_feedback", ILSE, 48, 11, 0, sentences=["advice_given", "thanks"]),
    step("rate", "mila", 47, 20, 0, helped="yes", in_time=True),
    step("close", ILSE, 46, 9, 0),
))

NOT_OPENED_AGAIN = Told("not opened again", steps=(
    step("talk", "kim", 76, 20, 0, reach_how="visit", reach_phone="06 12 00 00 03", reach_when="Op maandag"),
    step("take_on", JOOST, 75, 9, 0),
    step("record_contact", JOOST, 74, 14, 0, how="visit"),
    step("give_feedback", JOOST, 66, 9, 0, sentences=["looked_together", "support_for_you"]),
    step("decide", JOOST, 62, 9, 0, outcome="advice_given"),
    step("give_feedback", JOOST, 60, 9, 0, sentences=["advice_given", "thanks"]),
    step("close", JOOST, 59, 9, 0),
    step("ask_reopen", "kim", 56, 21, 0, reason="Ik wil graag weten hoe het afliep."),
    step("decline_reopen", JOOST, 55, 10, 0, sentence="Er is niets nieuws bij gekomen. Ik bel u om te vertellen hoe het afliep."),
))

SMALL_TOWN = Told("small town", place=OEVERLAND, steps=(
    step("talk", "wim", 61, 11, 0, reach_how="phone", reach_phone="06 12 00 00 30", reach_when="Altijd"),
    step("take_on", ILSE, 61, 13, 0),
    step("record_contact", ILSE, 60, 10, 0, how="phone"),
    step("give_feedback", ILSE, 54, 10, 0, sentences=["looked_together", "nothing_asked"]),
    step("decide", ILSE, 52, 10, 0, outcome="no_further_step"),
    step("give_feedback", ILSE, 51, 10, 0, sentences=["no_further_step", "thanks"]),
    step("close", ILSE, 50, 9, 0),
))

FINISHED = (
    GAME_CHAT, NEIGHBOURS_TALK, LEAFLETS_BY_PHONE, MISUNDERSTANDING, STICKERS, ANSWERED_LATE,
    HANDED_TO_COLLEAGUE, OPENED_AGAIN, NOT_OPENED_AGAIN, SMALL_TOWN,
)
