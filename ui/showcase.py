"""What `/ui/` shows: every component in every state, with invented words (Gemeente Waterveen, Tuesday 9 June 2026)."""

from datetime import UTC, date, datetime

from django import forms

from ui.components.charts import Column, Mark, Spark, Tick
from ui.components.figures import Bar, MixCell, MixRow
from ui.components.lists import Share
from ui.navigation import Account, NavItem

TODAY = date(2026, 6, 9)
MOMENT = datetime(2026, 6, 9, 15, 0, tzinfo=UTC)
LATER_YEAR = date(2027, 1, 4)


class SampleForm(forms.Form):
    """One field of each kind."""

    saw = forms.CharField(
        label="Dit zag of hoorde ik",
        help_text="Wat, waar en wanneer?",
        max_length=1500,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Schrijf op wat u zag of hoorde. Eén zin is genoeg."},
    )
    worries = forms.CharField(label="Dit maakt mij bezorgd", required=False, max_length=800, widget=forms.Textarea(attrs={"rows": 3}))
    where = forms.CharField(label="Waar was het?", required=False, help_text="Een wijk of een plek. Geen adres.", max_length=100)
    on = forms.DateField(label="Op welke dag?", widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}), error_messages={"required": "Kies een dag."})
    at = forms.TimeField(label="Hoe laat?", required=False, widget=forms.TimeInput(attrs={"type": "time"}))
    area = forms.ChoiceField(
        label="In welk deel van de gemeente?",
        choices=[("", "Kies een wijk"), ("v", "Veenpark"), ("n", "Noord")],
        error_messages={"required": "Kies een wijk."},
    )
    reach = forms.ChoiceField(
        label="Hoe bereiken wij u?",
        choices=[("call", "Bellen"), ("message", "Een bericht in deze app")],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies bellen of een bericht."},
    )
    about = forms.MultipleChoiceField(
        label="Waar gaat het over?",
        required=False,
        choices=[("tension", "Spanning in de buurt"), ("person", "Een persoon"), ("group", "Een groep"), ("online", "Iets op internet")],
        widget=forms.CheckboxSelectMultiple,
    )
    photo = forms.FileField(label="Logo van de gemeente", required=False, help_text="Een png, 36 bij 36 of groter.")
    agreed = forms.BooleanField(label="Ik heb dit nagelezen", error_messages={"required": "Zet een vinkje als u het hebt nagelezen."})

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed on
        self.fields["saw"].mark = "fact"  # type: ignore[attr-defined]  # read by the template of a field
        self.fields["worries"].mark = "view"  # type: ignore[attr-defined]


def showcase() -> dict[str, object]:
    wrong = SampleForm({"worries": "Hij is geboren op 04-03-2009.", "on": "gisteren"}, prefix="wrong")
    wrong.fields["worries"].warnings = [  # type: ignore[attr-defined]
        ("Staat er een geboortedatum in uw tekst?", "Die hebben wij niet nodig. U kunt ook gewoon doorgaan."),
    ]
    return {
        "form": SampleForm(),
        "wrong_form": wrong,
        "today": TODAY,
        "moment": MOMENT,
        "later_year": LATER_YEAR,
        "views": [NavItem(label="Open", url="#", current=True), NavItem(label="Wacht op de melder", url="#"), NavItem(label="Klaar", url="#")],
        "marks": [Mark(at=at, is_first=at != 70) for at in (3, 14, 25, 37, 51, 62, 70, 79, 96)],  # noqa: PLR2004  one of them an incident
        "ticks": [Tick(at=at, label=label) for at, label in ((5, "juli"), (30, "oktober"), (55, "januari"), (80, "april"))],
        "legend": [("first", "Rustig contact: 8 keer"), ("second", "Bij een incident: 1 keer")],
        "series": ["Rustig contact", "Bij een incident"],
        "columns": [Column(label=label, short=label, values=values) for label, values in (("maart", (12, 3)), ("april", (14, 6)), ("mei", (19, 2)))],
        "bars": [Bar(label="Meedenken", value="13 keer", number=13, whole=16), Bar(label="Uitleg geven", value="geen", number=0, whole=16, tone="middle")],
        "shares": [Share(kind=kind, number=number, label=label) for kind, number, label in (("course", 10, "op koers"), ("attention", 4, "aandacht nodig"))],
        "line": Spark.of([70, 75, None, 86]),
        "asked": Bar(label="Wij vroegen", value="7 keer", number=7, whole=8, more="4 bijeenkomsten en 3 keer meedenken. Robin schat 14 uur."),
        "given": Bar(label="Wij gaven", value="4 keer", number=4, whole=8, tone="given", more="2 keer hulp en 2 keer een bedankje."),
        "mix_columns": ["Noord", "Zuid", "Samen"],
        "mix_rows": [MixRow(label="Verbinder", cells=[_mix(7), _mix(None), _mix(10, total=True)]), MixRow(label="Doener", cells=[_mix(0), _mix(5), _mix(5)])],
        "good": ["“Hij riep twee keer dat iedereen van het bestuur weg moet.”"],
        "bad": ["“Hij wordt steeds extremer.”"],
    }


def _mix(number: int | None, *, total: bool = False) -> MixCell:
    if number is None:
        return MixCell(text="te weinig", spoken="te weinig om te tonen", kind="few", is_total=total)
    words = ("geen", "geen", "none") if number == 0 else (f"{number}+", f"{number} of meer", "")
    return MixCell(text=words[0], spoken=words[1], kind=words[2], is_total=total)


def frame(kind: str) -> dict[str, object]:
    """Menu and account around the sample, as a key figure ("one") or an official ("work") has them."""
    if kind == "work":
        labels = ["Vandaag", "Meldingen", "Mensen", "Hulp en uitleg"]
        items = [NavItem(label=label, url="#", current=label == "Meldingen", count=3 if label == "Vandaag" else 0) for label in labels]
        return {"shell": "work", "navigation": items, "account": Account(name="Ilse Bakker", roles="Meldpunt, vervanger", url="#")}
    items = [
        NavItem(label="Start", url="#", icon="home", current=True),
        NavItem(label="Zorg delen", url="#", icon="message-2", is_main=True),
        NavItem(label="Meldingen", url="#", icon="clock"),
        NavItem(label="Meer", url="#", icon="dots"),
    ]
    return {"shell": "one", "navigation": items, "account": Account(name="Noor", roles="Sleutelfiguur", url="#")}
