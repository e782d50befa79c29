"""The lists that a meeting chooses from: its kind, why it is held, how somebody answers, what she needs."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(TextChoices):
    """Lesson "structureel contact": most meetings are held when nothing is the matter."""

    NETWORK = "network", _("Network meeting")
    BILATERAL = "bilateral", _("Talk with one key figure")
    TRAINING = "training", pgettext_lazy("meeting", "Training")
    TENSION = "tension", _("Meeting at a tension")
    THANKS = "thanks", _("To say thank you")


class Answer(TextChoices):
    """To an invitation. Empty: not answered yet."""

    YES = "yes", _("I come")
    MAYBE = "maybe", _("Maybe")
    NO = "no", _("I do not come")


# An answer as it is told about somebody else; on her own buttons she says it herself.
ABOUT_HER = {Answer.YES: _("Comes"), Answer.MAYBE: _("Maybe"), Answer.NO: _("Does not come")}


class Availability(TextChoices):
    """To one date of a poll. Three answers; the order is from best to worst."""

    YES = "yes", pgettext_lazy("poll", "Yes")
    IF_NEEDED = "if_needed", pgettext_lazy("poll", "If it must be")
    NO = "no", pgettext_lazy("poll", "No")


class AnsweredBy(TextChoices):
    """Which way an answer came."""

    LINK = "link", _("by the link in the mail")
    SITE = "site", _("on this site")
    PHONE = "phone", _("by phone, written down by the organiser")
    CALENDAR = "calendar", _("by the calendar program")


class Need(TextChoices):
    """What somebody needs to be able to come. Erased the day after the meeting."""

    ACCESS = "access", _("A place without steps")
    TRAVEL = "travel", _("Help with the journey")
    INTERPRETER = "interpreter", _("An interpreter")
    CHILD_CARE = "child_care", _("Child care")


class BroughtBy(TextChoices):
    """From whom a point of the agenda comes. Indicator I8: share of points from key figures."""

    KEY_FIGURE = "key_figure", _("Key figure")
    MUNICIPALITY = "municipality", _("Municipality")
    CHAIR = "chair", _("Chair")


class Aim(TextChoices):
    INFORM = "inform", _("To tell something")
    ASK = "ask", _("To ask something")
    THINK_ALONG = "think_along", _("To think along")
    DECIDE = "decide", _("To decide")


class Phase(TextChoices):
    """Of a tension (domain part 2: before, during and after)."""

    SIGNS = "signs", _("There are signs")
    ACUTE = "acute", _("It happens now")
    AFTERCARE = "aftercare", _("It is calmer again")
    OVER = "over", _("It is over")
