"""An idea, the municipality's answer to it, and what became of it. Lesson: initiatives from the community work better."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership, Municipality
from initiatives.kinds import Answer, Beginning, MunicipalRole, State
from initiatives.querysets.initiative import InitiativeQuerySet, StepQuerySet, SupportQuerySet
from keyfigures.catalogue import Theme


class Initiative(models.Model):
    """Filed in three fields: `what`, `for_whom`, `needs`. `proposer` is None when the municipality began it, and for who left.

    The answer is a promise (terms) to the proposer; "not by us" ends it, with the reason. `question` is the code of the question of
    the community behind it; what the municipality begins always has one. Shown to everybody only as `public_text`, and of an idea of a
    key figure only while she agrees (`public_agreed_at`).
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    proposer = models.ForeignKey(Membership, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    beginning = models.CharField(_("who began"), max_length=12, choices=Beginning)
    what = models.CharField(_("what is the idea?"), max_length=200)
    for_whom = models.CharField(_("for whom is it?"), max_length=200)
    needs = models.TextField(_("what do you need from us?"), max_length=600, blank=True)
    question = models.CharField(_("which question of the community is behind it?"), max_length=30, blank=True)
    themes = ArrayField(models.CharField(max_length=20, choices=Theme), verbose_name=_("forms of extremism that it is about"), default=list, blank=True)
    filed_at = models.DateTimeField()
    submission = models.UUIDField(unique=True, editable=False)

    owner = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+", verbose_name=_("who answers"))
    answer = models.CharField(_("our answer"), max_length=9, choices=Answer, blank=True)
    reason = models.TextField(_("why, or on which condition"), max_length=1000, blank=True)
    answered_by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    state = models.CharField(max_length=8, choices=State, default=State.IDEA, editable=False)
    municipal_role = models.CharField(_("what the municipality does in it"), max_length=11, choices=MunicipalRole, blank=True)
    budget_asked = models.PositiveIntegerField(_("money that was asked, in euro"), null=True, blank=True)
    budget_granted = models.PositiveIntegerField(_("money that was granted, in euro"), null=True, blank=True)
    brought = models.TextField(_("what it brought"), max_length=1000, blank=True)
    people_reached = models.PositiveIntegerField(_("how many people it reached"), null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    public_title = models.CharField(_("title on the public page"), max_length=120, blank=True)
    public_text = models.TextField(_("text on the public page"), max_length=1500, blank=True)
    public_agreed_at = models.DateTimeField(null=True, blank=True)
    is_public = models.BooleanField(default=False, editable=False)
    edits = models.PositiveIntegerField(default=1, editable=False)

    objects = InitiativeQuerySet.as_manager()

    class Meta:
        verbose_name = _("initiative")
        verbose_name_plural = _("initiatives")
        # A later migration adds composite foreign keys: people and rows belong to `municipality`.
        constraints = (
            models.UniqueConstraint(fields=["id", "municipality"], name="initiative_with_municipality"),
            models.CheckConstraint(
                condition=Q(answer="", reason="", answered_at=None, answered_by=None)
                | ~Q(answer="") & ~Q(reason="") & Q(answered_at__isnull=False, answered_by__isnull=False),
                name="answer_to_an_initiative_has_a_reason",
            ),
            models.CheckConstraint(condition=~Q(beginning="municipality") | ~Q(question=""), name="what_we_begin_answers_a_question"),
            models.CheckConstraint(
                condition=Q(state__in=["idea", "stopped"]) | Q(answer__in=["yes", "yes_if"]), name="only_what_got_a_yes_goes_on",
            ),
            models.CheckConstraint(condition=Q(state__in=["done", "stopped"], ended_at__isnull=False) | Q(ended_at=None), name="ended_initiative_is_over"),
            models.CheckConstraint(condition=~Q(state="done") | ~Q(brought=""), name="done_initiative_says_what_it_brought"),
            models.CheckConstraint(condition=Q(is_public=False) | ~Q(public_text="") & ~Q(public_title=""), name="public_initiative_has_a_text"),
            models.CheckConstraint(
                condition=Q(is_public=False) | Q(beginning="municipality") | Q(public_agreed_at__isnull=False), name="public_only_with_consent",
            ),
        )
        indexes = (models.Index("municipality", "state", F("filed_at").desc(), F("id").desc(), name="initiative_list"),)

    def __str__(self) -> str:
        return f"initiative {self.uuid}"


class Support(models.Model):
    """Somebody of the network finds it a good idea. Nobody can read who: `token` is made from her and the initiative with our secret key.

    A table of who supports whose idea would be a map of the network. So she can support once and take it back, and no row leads to her.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="supports")
    token = models.CharField(max_length=64)

    objects = SupportQuerySet.as_manager()

    class Meta:
        verbose_name = _("support of an initiative")
        verbose_name_plural = _("support of initiatives")
        constraints = (models.UniqueConstraint(fields=["initiative", "token"], name="support_once"),)

    def __str__(self) -> str:
        return f"support of initiative {self.initiative_id}"


class Step(models.Model):
    """What happened: its state from then on, with a sentence for the network."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="steps")
    state = models.CharField(max_length=8, choices=State)
    text = models.TextField(_("what happens"), max_length=600, blank=True)
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = StepQuerySet.as_manager()

    class Meta:
        verbose_name = _("step of an initiative")
        verbose_name_plural = _("steps of initiatives")
        indexes = (models.Index(fields=["initiative", "at", "id"], name="step_of_initiative_list"),)

    def __str__(self) -> str:
        return f"{self.state} of initiative {self.initiative_id}"
