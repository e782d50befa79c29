"""The lists from which a key figure chooses. What comes with the application stands here; a municipality adds its own roles."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ShippedRole(TextChoices):
    """Roles of the lessons ("rollen/functies"). Sharing concerns is one of four, off by default, and can be declined."""

    THINK_ALONG = "think_along", _("Think along about policy")
    MEDIATE = "mediate", _("Mediate when tension rises")
    PREVENT = "prevent", _("Activities that prevent radicalisation")
    SHARE_CONCERNS = "share_concerns", _("Share and discuss concerns")


class ProfileType(TextChoices):
    """The mix of the lessons: connectors, representatives, doers and critical thinkers."""

    CONNECTOR = "connector", _("Connector")
    REPRESENTATIVE = "representative", _("Representative")
    DOER = "doer", _("Doer")
    CRITICAL_THINKER = "critical_thinker", _("Critical thinker")


class Formality(TextChoices):
    FORMAL = "formal", _("With a function, such as a board")
    INFORMAL = "informal", _("Without a function")
    BOTH = "both", _("Both")


class KnownBefore(TextChoices):
    """Lesson: known as well as (still) unknown people."""

    KNOWN = "known", _("Known to the municipality before")
    NEW = "new", _("New to the municipality")


class AgeBand(TextChoices):
    UNDER_27 = "under_27", _("Younger than 27")
    TO_44 = "27_44", _("27 to 44")
    TO_64 = "45_64", _("45 to 64")
    FROM_65 = "65_up", _("65 or older")


class Channel(TextChoices):
    CALL = "call", _("Call")
    TEXT = "text", _("Text message")
    MAIL = "mail", _("Mail")
    VISIT = "visit", _("Meet in person")


class Theme(TextChoices):
    """What the network works on: all forms of extremism side by side, on the alphabet of the screen, none first."""

    ANTI_GOVERNMENT = "anti_government", _("Anti-government extremism")
    DISCRIMINATION = "discrimination", _("Discrimination")
    JIHADISM = "jihadism", _("Jihadism")
    LEFT = "left", _("Left-wing extremism")
    NEIGHBOURHOOD = "neighbourhood", _("Tension in the neighbourhood")
    ONLINE = "online", _("Hatred online")
    RIGHT = "right", _("Right-wing extremism")
    NONE = "none", _("No particular theme")
