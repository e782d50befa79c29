"""Which questions of the community an initiative can answer, as a municipality names them."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Municipality
from initiatives.kinds import ShippedQuestion
from initiatives.querysets.question import CommunityQuestionQuerySet, InitiativeSettingsQuerySet


class InitiativeSettings(models.Model):
    """One row per municipality; without a row nothing is hidden."""

    municipality = models.OneToOneField(Municipality, on_delete=models.CASCADE, primary_key=True, related_name="+")
    hidden_questions = models.JSONField(_("questions of ours that are not used here"), default=list, blank=True)

    objects = InitiativeSettingsQuerySet.as_manager()

    class Meta:
        verbose_name = _("settings of initiatives")
        verbose_name_plural = _("settings of initiatives")

    def __str__(self) -> str:
        return f"initiative settings of municipality {self.pk}"


class CommunityQuestion(models.Model):
    """A question of the municipality's own, beside those that come with the application (initiatives.kinds)."""

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="+")
    code = models.SlugField(_("short name"), max_length=30)
    name = models.CharField(_("name"), max_length=80)
    is_active = models.BooleanField(_("in use"), default=True)

    objects = CommunityQuestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("question of the community")
        verbose_name_plural = _("questions of the community")
        constraints = (
            models.UniqueConstraint(fields=["municipality", "code"], name="community_question_once"),
            models.CheckConstraint(condition=~Q(code__in=ShippedQuestion.values), name="own_question_is_not_one_of_ours"),
        )

    def __str__(self) -> str:
        return self.name
