"""What the municipality tells about a point."""

from django.utils.translation import gettext_lazy as _

from keyfigures.forms.asking import WRITE
from ui.hints import HintsForm
from ui.inputs import LinesField


class PointAnswerForm(HintsForm):
    hinted_fields = ("text",)
    text = LinesField(
        length=1500, rows=6, label=_("What did you do with it?"), error_messages=WRITE,
        help_text=_("Also when you did nothing with it: say why. Everybody who was invited reads this."),
    )
