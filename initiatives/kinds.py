"""The lists that an initiative chooses from. Forms of extremism are those of the network (keyfigures.catalogue.Theme)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class State(TextChoices):
    IDEA = "idea", pgettext_lazy("initiative", "Idea")
    PREPARED = "prepared", _("Being prepared")
    RUNNING = "running", pgettext_lazy("initiative", "Running")
    DONE = "done", pgettext_lazy("initiative", "Done")
    STOPPED = "stopped", pgettext_lazy("initiative", "Stopped")


class Answer(TextChoices):
    """What the municipality says to an idea. Each has a reason in plain words."""

    YES = "yes", pgettext_lazy("answer to an idea", "Yes")
    YES_IF = "yes_if", _("Yes, if")
    NOT_BY_US = "not_by_us", _("Not by us, because")


class Beginning(TextChoices):
    """Where it began. Lesson: what comes from the community works better than what is thought up above."""

    COMMUNITY = "community", _("The community")
    TOGETHER = "together", _("Community and municipality together")
    MUNICIPALITY = "municipality", _("The municipality")


class MunicipalRole(TextChoices):
    """Lesson: ideally the municipality only facilitates."""

    FACILITATES = "facilitates", _("Facilitates")
    SUPPORTS = "supports", _("Supports")
    LEADS = "leads", _("Leads")


class ShippedQuestion(TextChoices):
    """Questions of communities that an initiative answers (lesson: "aansluiten op de vraag van gemeenschappen"). Our proposal."""

    CHILDREN = "children", _("Our children and how they grow up")
    DISCRIMINATION = "discrimination", _("Discrimination")
    EACH_OTHER = "each_other", _("Getting to know each other")
    LONELINESS = "loneliness", _("Loneliness")
    ONLINE = "online", _("What happens online")
    SAFETY = "safety", _("Safety in the neighbourhood")
    WORK = "work", _("Work and income")
    OTHER = "other", _("Something else")
