"""What people of Waterveen want to do themselves: an idea that became something, one that waits for her yes, one that got a no, and one that waits."""

from demo.story.network.coming import MARIEKE
from demo.story.script import HER_COORDINATOR, Told, step

IDEAS = (
    Told("eating together", who="noor", steps=(
        step("file_idea", "noor", 138, 20, 10, what="Elke maand samen eten op het plein", for_whom="Iedereen uit de buurt",
             needs="Een vergunning, tafels en een plek voor als het regent."),
        step("support_idea", "sam", 137, 19),
        step("support_idea", "mila", 136, 9, 40),
        step("answer_idea", HER_COORDINATOR, 133, 10, 30, answer="yes_if",
             reason="Ja, als het plein om tien uur weer leeg is. Wij regelen de vergunning en de tafels."),
        step("know_of_idea", HER_COORDINATOR, 133, 11, question="each_other", themes=[], role="facilitates", asked=450, granted=450),
        step("promise_task", HER_COORDINATOR, 133, 11, 20, what="De vergunning voor het plein aanvragen", days=15),
        step("idea_goes_on", HER_COORDINATOR, 128, 9, state="prepared", text="De vergunning is aangevraagd. Wie wil helpen met koken?"),
        step("do_task", HER_COORDINATOR, 121, 14),
        step("idea_goes_on", HER_COORDINATOR, 115, 10, state="running", text="De eerste keer is vrijdag om zes uur. Neem iets mee."),
        step("write_for_everybody", HER_COORDINATOR, 100, 10, title="Samen aan tafel",
             text="Elke eerste vrijdag van de maand eten mensen uit de buurt samen op het plein. Iedereen neemt iets mee. Kom gerust langs."),
        step("agree_to_text", "noor", 99, 20),
        step("finish_idea", HER_COORDINATOR, 26, 15, people=85,
             brought="Buren die elkaar nooit spraken, kennen elkaar nu. Een groep koks gaat zelf door. Bij regen kwam bijna niemand."),
    )),
    Told("sports after school", who="robin", steps=(
        step("file_idea", "robin", 64, 21, what="Sporten na school, met jongeren die zelf trainer worden", for_whom="Jongeren van 12 tot 18 jaar",
             needs="De sporthal op woensdag, en iemand die meedenkt over de opleiding tot trainer."),
        step("support_idea", "alex", 63, 20),
        step("support_idea", "noor", 62, 19),
        step("support_idea", "sam", 61, 21),
        step("answer_idea", HER_COORDINATOR, 55, 9, 30, answer="yes", reason="Ja. Dit is precies wat jongeren ons vroegen. De hal is vrij op woensdag."),
        step("know_of_idea", HER_COORDINATOR, 55, 10, question="children", themes=["neighbourhood"], role="supports", asked=1_200, granted=1_000),
        step("idea_goes_on", HER_COORDINATOR, 40, 9, state="running", text="Elke woensdag van vier tot zes. Twee jongeren beginnen aan de opleiding."),
        step("promise_task", HER_COORDINATOR, 12, 10, what="Uitzoeken of de hal ook in de vakantie open kan", days=20),
        step("write_for_everybody", HER_COORDINATOR, 2, 10, title="Sporten na school",
             text="Elke woensdag van vier tot zes is de sporthal open voor jongeren. Zij leren er ook hoe je zelf trainer wordt. Aanmelden hoeft niet."),
    )),
    Told("evening about fake news", who="aisha", steps=(
        step("file_idea", "aisha", 33, 12, what="Een avond over nepnieuws en boze filmpjes", for_whom="Ouders en oudere kinderen", needs="Iemand die er veel van weet."),
        step("support_idea", "mila", 32, 20),
        step("answer_idea", HER_COORDINATOR, 27, 10, answer="yes", reason="Ja. Wij kennen een spreker en betalen haar."),
        step("know_of_idea", HER_COORDINATOR, 27, 10, 20, question="online", themes=["online", "right", "jihadism"], role="supports", asked=300, granted=300),
        step("idea_goes_on", HER_COORDINATOR, 20, 11, state="prepared", text="De spreker kan in de tweede week van de volgende maand."),
    )),
    Told("free bus", who="mila", steps=(
        step("file_idea", "mila", 58, 15, what="Gratis met de bus voor jongeren op vrijdagavond", for_whom="Jongeren uit de dorpen", needs="Geld voor kaartjes."),
        step("answer_idea", HER_COORDINATOR, 50, 16, answer="not_by_us",
             reason="De bus is van de provincie. Wij geven uw idee door, en u hoort van ons wat zij zeggen."),
    )),
    Told("room in the library", steps=(
        step("begin_initiative", MARIEKE, 44, 10, question="safety", what="Een spreekuur in de bibliotheek na een onrustige week", for_whom="Bewoners van het centrum",
             role="leads", reason="Op de bijeenkomst vroegen mensen waar zij heen kunnen als het onrustig is op straat."),
    )),
    Told("repair cafe", who="sam", steps=(
        step("file_idea", "sam", 12, 20, 30, what="Een middag waarop buren elkaars spullen repareren", for_whom="Iedereen, jong en oud",
             needs="Een zaal met stopcontacten, één keer per maand."),
        step("support_idea", "noor", 11, 20),
        step("support_idea", "alex", 10, 9),
    )),
)  # fmt: skip
