"""What every form about a draft carries: which draft somebody saw, and of which list it is; and words in several languages."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django import forms
from django.forms import BoundField

from evaluations.languages import DUTCH, LANGUAGES
from evaluations.models.questionnaire import Version
from keyfigures.forms.asking import WRITE
from keyfigures.forms.versions import VersionField
from ui.inputs import LineField, LinesField


class DraftForm(forms.Form):
    """`edits` says which draft she saw; `list_of` finds the list back when the draft itself is gone."""

    edits = VersionField()
    list_of = forms.CharField(required=False, widget=forms.HiddenInput, max_length=36)

    def __init__(self, *args: Any, version: Version, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        kwargs["initial"] = {"edits": version.edits, "list_of": str(version.questionnaire.uuid), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)

    def bring_up_to(self, edits: int) -> None:
        """She saw what changed: what she sends now is her choice."""
        data: Any = self.data.copy()  # type: ignore[attr-defined]  # posted fields are a QueryDict
        data["edits"] = edits
        self.data = data

    def answers(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "list_of"}


class WordsForm(DraftForm):
    """Words in Dutch and in each language of the version: a field per language, `<name>_<code>`."""

    def __init__(self, *args: Any, version: Version, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        self.languages: Sequence[str] = [DUTCH, *version.languages]
        super().__init__(*args, version=version, **kwargs)

    def ask(self, name: str, *, label: str, now: Mapping[str, str], length: int, lines: int = 1, required: bool = False, help_text: str = "") -> None:
        """A field for each language. Only Dutch may be required: what is not translated stays Dutch."""
        for language in self.languages:
            is_dutch = language == DUTCH
            said: dict[str, Any] = {
                "label": label if is_dutch else f"{label} ({LANGUAGES[language].name})",
                "required": required and is_dutch, "initial": now.get(language, ""), "help_text": help_text if is_dutch else "",
                "error_messages": dict(WRITE),
            }
            field: Any = LineField(length=length, **said) if lines == 1 else LinesField(length=length, rows=lines, **said)
            if not is_dutch:
                field.widget.attrs |= {"lang": language, **({"dir": "rtl"} if LANGUAGES[language].is_from_right else {})}
                field.may_stay_empty = False  # one sentence on the page says it
            self.fields[f"{name}_{language}"] = field

    def words(self, name: str, before: Mapping[str, str]) -> dict[str, str]:
        """As typed; what stands in a language that is not asked now stays."""
        kept = {language: text for language, text in before.items() if language not in self.languages}
        typed = {language: self.cleaned_data[f"{name}_{language}"] for language in self.languages}
        return {language: text for language, text in {**kept, **typed}.items() if text}

    def in_dutch(self) -> Iterator[BoundField]:
        """What is asked always, and the words in Dutch."""
        further = tuple(f"_{language}" for language in self.languages if language != DUTCH)
        return (bound for bound in self if not bound.is_hidden and not (further and bound.name.endswith(further)))

    def further(self) -> list[tuple[str, list[BoundField]]]:
        """Per language its name and its fields."""
        codes = [language for language in self.languages if language != DUTCH]
        return [(LANGUAGES[code].name, [bound for bound in self if bound.name.endswith(f"_{code}")]) for code in codes]
