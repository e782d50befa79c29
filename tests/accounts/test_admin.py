"""The administration: a functional administrator sees her own municipality, and nobody sees more than that."""

from datetime import date
from io import BytesIO

import pytest
from allauth.mfa.models import Authenticator
from django.contrib import admin
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from accounts.models import Absence, Invitation, Logo, Membership, Municipality, User
from tests.factories.accounts import AbsenceFactory, InvitationFactory, MembershipFactory, UserFactory, log_in

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.accounts.urls")]
CHANGEABLE = ["municipality", "membership", "invitation", "absence", "user"]


@pytest.fixture
def inside(client, administrator):
    return log_in(client, administrator)


@pytest.fixture
def technical(client):
    person = UserFactory(is_staff=True, is_superuser=True)
    client.force_login(person)
    session = client.session
    session["second_factor_of"] = person.pk
    session.save()
    return client


def stranger(name):
    """A row of each kind in another municipality, which could leak."""
    absence = AbsenceFactory(member__user__name="Vreemdeling", member__user__email="vreemd@elders.example")
    absence.municipality.name = "Elders"
    absence.municipality.save()
    invitation = InvitationFactory(municipality=absence.municipality, email="vreemd@elders.example")
    return {
        "municipality": absence.municipality,
        "membership": absence.member,
        "invitation": invitation,
        "absence": absence,
        "user": absence.member.user,
    }[name]


def change(name, row):
    return reverse(f"admin:accounts_{name}_change", args=[row.pk])


def picture(size=(900, 400), kind="PNG"):
    file = BytesIO()
    Image.new("RGB", size, "teal").save(file, kind)
    return SimpleUploadedFile("logo.png", file.getvalue(), content_type="image/png")


def posted(municipality, **changed):
    """What the form of a municipality posts when nothing else is changed."""
    names = [
        "name",
        "key_figure_label",
        "key_figure_label_plural",
        "emergency_number",
        "police_number",
        "anonymous_number",
        "contact_phone",
        "contact_email",
        "opens_at",
        "closes_at",
        "fg_advice",
        "sealed_text_days",
        "reports_per_hour",
        "reports_per_day",
        "brand",
        "brand_dark",
        "mist",
        "mist_strong",
        "honey",
    ]
    return {**{name: getattr(municipality, name) for name in names}, "second_reader": "on", **changed}


class TestDoor:
    def test_a_stranger_goes_to_our_log_in(self, client):
        response = client.get("/beheer/accounts/", follow=True)

        assert response.redirect_chain[-1] == ("/inloggen/?next=/beheer/accounts/", 302)

    @pytest.mark.parametrize("who", ["official", "coordinator", "key_figure"])
    def test_who_is_no_administrator_is_refused(self, client, who, request):
        assert log_in(client, request.getfixturevalue(who)).get("/beheer/", follow=True).status_code == 403

    def test_an_administrator_without_second_factor_sets_one_up_first(self, client, administrator):
        client.force_login(administrator.user)

        assert client.get("/beheer/").url.startswith("/account/tweede-stap/")

    def test_an_administrator_enters(self, inside):
        page = inside.get("/beheer/")

        assert page.status_code == 200
        assert 'rel="icon"' in page.content.decode()

    def test_who_is_administrator_elsewhere_sees_nothing_while_she_works_here(self, client, administrator):
        here = MembershipFactory(user=administrator.user, official=True)

        assert log_in(client, here).get(reverse("admin:accounts_membership_changelist")).status_code == 403

    def test_nothing_of_a_concern_report_is_registered(self):
        registered = {model._meta.label for model in admin.site._registry}

        assert not {label for label in registered if label.startswith("signals.") and "Sentence" not in label}
        assert not {
            label for label in registered if label.startswith(("mfa.", "account.", "socialaccount.", "usersessions.", "auth."))
        }


@pytest.mark.parametrize("name", CHANGEABLE)
class TestOtherMunicipality:
    def test_its_rows_are_not_in_the_list(self, inside, name):
        stranger(name)

        page = inside.get(reverse(f"admin:accounts_{name}_changelist"))

        assert page.status_code == 200
        assert not any(word in page.content.decode() for word in ("Elders", "Vreemdeling", "vreemd@elders.example"))

    def test_its_rows_are_not_opened_by_guessing(self, inside, name):
        row = stranger(name)
        paths = [
            change(name, row),
            reverse(f"admin:accounts_{name}_history", args=[row.pk]),
            reverse(f"admin:accounts_{name}_delete", args=[row.pk]),
        ]

        pages = [inside.get(path, follow=True) for path in paths] + [inside.post(change(name, row), {"name": "x"}, follow=True)]

        assert not any(
            word in page.content.decode() for page in pages for word in ("Elders", "Vreemdeling", "vreemd@elders.example")
        )

    def test_the_technical_administrator_sees_them(self, technical, name):
        assert technical.get(change(name, stranger(name))).status_code == 200


class TestMunicipality:
    def test_an_administrator_keeps_her_own(self, inside, administrator):
        municipality = administrator.municipality

        response = inside.post(
            change("municipality", municipality), posted(municipality, label_coordinator="Netwerkregisseur", brand="#0D5C69")
        )

        assert response.status_code == 302
        municipality.refresh_from_db()
        assert municipality.role_labels == {"coordinator": "Netwerkregisseur"}
        assert municipality.brand == "#0d5c69"
        changed = municipality.history.order_by("pgh_id").last()
        assert changed.pgh_context["member"] == administrator.pk

    def test_makes_and_deletes_none(self, inside, administrator):
        assert inside.get(reverse("admin:accounts_municipality_add")).status_code == 403
        assert (
            inside.post(
                reverse("admin:accounts_municipality_delete", args=[administrator.municipality_id]), {"post": "yes"}
            ).status_code
            == 403
        )
        assert Municipality.objects.count() == 1

    @pytest.mark.parametrize(
        ("field", "value"), [("brand", "#ffff00"), ("brand", "rood"), ("honey", "#333333"), ("mist", "#555555")]
    )
    def test_a_colour_in_which_nobody_can_read_is_refused(self, inside, administrator, field, value):
        page = inside.post(
            change("municipality", administrator.municipality), posted(administrator.municipality, **{field: value})
        )

        assert page.status_code == 200
        assert field in page.context["adminform"].form.errors

    def test_a_logo_is_made_anew_and_shown_to_everybody(self, inside, client, administrator):
        municipality = administrator.municipality
        inside.post(change("municipality", municipality), posted(municipality, new_logo=picture()))
        municipality.refresh_from_db()
        client.logout()

        page = client.get(municipality.logo_url)

        assert page["Content-Type"] == "image/png"
        assert page["Cache-Control"] == "public, max-age=31536000, immutable"
        assert Image.open(BytesIO(page.content)).size == (450, 200)
        assert client.get(municipality.logo_url.replace(municipality.logo_digest, "0" * 16)).status_code == 404

    def test_metadata_of_a_logo_is_not_kept(self, inside, administrator):
        from PIL.PngImagePlugin import PngInfo

        info, file = PngInfo(), BytesIO()
        info.add_text("Author", "Geheime naam")
        Image.new("RGB", (10, 10)).save(file, "PNG", pnginfo=info)
        upload = SimpleUploadedFile("logo.png", file.getvalue())
        assert b"Geheime naam" in file.getvalue()

        inside.post(change("municipality", administrator.municipality), posted(administrator.municipality, new_logo=upload))

        assert b"Geheime naam" not in bytes(Logo.objects.get().png)

    @pytest.mark.parametrize(
        "upload",
        [
            picture(kind="GIF"),
            picture(size=(4001, 10)),
            SimpleUploadedFile("logo.png", b"<svg onload=alert(1)>"),
            SimpleUploadedFile("logo.png", b"x" * 600_000),
        ],
        ids=["gif", "huge", "svg", "heavy"],
    )
    def test_what_is_no_small_png_is_refused(self, inside, administrator, upload):
        page = inside.post(
            change("municipality", administrator.municipality), posted(administrator.municipality, new_logo=upload)
        )

        assert "new_logo" in page.context["adminform"].form.errors
        assert not Logo.objects.exists()

    def test_a_logo_is_taken_away(self, inside, administrator):
        municipality = administrator.municipality
        inside.post(change("municipality", municipality), posted(municipality, new_logo=picture()))
        inside.post(change("municipality", municipality), posted(municipality, remove_logo="on"))

        municipality.refresh_from_db()
        assert municipality.logo_url == ""
        assert not Logo.objects.exists()


class TestMembers:
    def test_roles_are_changed_with_who_did_it(self, inside, administrator, key_figure):
        response = inside.post(
            change("membership", key_figure), {"roles": ["coordinator"], "exception_reason": "", "end_date": ""}
        )

        assert response.status_code == 302
        key_figure.refresh_from_db()
        assert key_figure.roles == ["coordinator"]
        assert key_figure.history.order_by("pgh_id").last().pgh_context["member"] == administrator.pk

    def test_excluding_roles_ask_for_a_reason(self, inside, key_figure):
        both = ["coordinator", "report_official"]

        page = inside.post(change("membership", key_figure), {"roles": both, "exception_reason": "", "end_date": ""})
        assert page.context["adminform"].form.errors.keys() == {"exception_reason"}

        inside.post(change("membership", key_figure), {"roles": both, "exception_reason": "Klein team", "end_date": ""})
        assert Membership.objects.get(pk=key_figure.pk).exception_reason == "Klein team"

    def test_nobody_is_made_a_key_figure(self, inside, administrator):
        adviser = MembershipFactory(policy_adviser=True, municipality=administrator.municipality)

        page = inside.post(change("membership", adviser), {"roles": ["key_figure"], "exception_reason": "", "end_date": ""}, follow=True)

        assert "Niemand wordt sleutelfiguur zonder zelf ja te zeggen." in page.content.decode()
        assert Membership.objects.get(pk=adviser.pk).roles == ["policy_adviser"]

    def test_her_own_roles_she_only_reads(self, inside, administrator):
        assert inside.get(change("membership", administrator)).status_code == 200
        assert inside.post(change("membership", administrator), {"roles": ["report_official"]}).status_code == 403

    def test_a_membership_that_is_over_begins_again_by_invitation_only(self, inside, administrator):
        gone = MembershipFactory(municipality=administrator.municipality, end_date=date(2025, 6, 1))

        page = inside.post(change("membership", gone), {"roles": ["key_figure"], "exception_reason": "", "end_date": ""})

        assert page.context["adminform"].form.errors.keys() == {"end_date"}

    def test_nobody_is_added_or_deleted_here(self, inside, key_figure):
        assert inside.get(reverse("admin:accounts_membership_add")).status_code == 403
        assert inside.post(reverse("admin:accounts_membership_delete", args=[key_figure.pk]), {"post": "yes"}).status_code == 403
        assert Membership.objects.filter(pk=key_figure.pk).exists()

    @pytest.mark.parametrize("rows", [1, 3])
    def test_the_list_costs_the_same_for_one_and_three(self, inside, administrator, rows, django_assert_num_queries):
        for _row in range(rows - 1):
            MembershipFactory(municipality=administrator.municipality)
        inside.get("/beheer/")

        with django_assert_num_queries(5):
            inside.get(reverse("admin:accounts_membership_changelist"))


class TestPeople:
    def test_a_functional_administrator_only_reads(self, inside, key_figure):
        assert inside.get(change("user", key_figure.user)).status_code == 200
        assert (
            inside.post(change("user", key_figure.user), {"name": "x", "email": "x@x.example", "is_superuser": "on"}).status_code
            == 403
        )

    def test_the_technical_administrator_corrects_an_address(self, technical, key_figure):
        fields = {"name": "Robin", "email": "Nieuw@voorbeeld.example", "language": "nl", "is_active": "on"}

        assert technical.post(change("user", key_figure.user), fields).status_code == 302

        assert User.objects.get(pk=key_figure.user_id).email == "nieuw@voorbeeld.example"

    def test_an_address_of_somebody_else_is_refused(self, technical, key_figure, official):
        page = technical.post(
            change("user", key_figure.user), {"name": "Robin", "email": official.user.email.upper(), "language": "nl"}
        )

        assert "email" in page.context["adminform"].form.errors

    def test_a_lost_telephone_is_forgotten(self, technical, official):
        Authenticator.objects.create(user=official.user, type=Authenticator.Type.TOTP, data={})

        technical.post(
            reverse("admin:accounts_user_changelist"), {"action": "forget_second_factors", "_selected_action": [official.user_id]}
        )

        assert not Authenticator.objects.exists()


class TestInvitations:
    def test_withdrawing_is_deleting(self, inside, administrator):
        invitation = InvitationFactory(municipality=administrator.municipality, invited_by=administrator)

        inside.post(reverse("admin:accounts_invitation_delete", args=[invitation.pk]), {"post": "yes"})

        assert not Invitation.objects.exists()


class TestAbsences:
    def test_an_administrator_writes_down_that_somebody_is_ill(self, inside, official):
        colleague = MembershipFactory(official=True, municipality=official.municipality)

        inside.post(
            reverse("admin:accounts_absence_add"),
            {"member": official.pk, "first_date": "2026-06-09", "last_date": "2026-06-12", "deputy": colleague.pk},
        )

        assert Absence.objects.get().municipality == official.municipality

    @pytest.mark.parametrize(("last", "wrong"), [("2026-06-08", "last_date"), ("2026-06-12", "deputy")])
    def test_days_and_deputy_must_fit(self, inside, official, key_figure, last, wrong):
        page = inside.post(
            reverse("admin:accounts_absence_add"),
            {"member": official.pk, "first_date": "2026-06-09", "last_date": last, "deputy": key_figure.pk},
        )

        assert page.context["adminform"].form.errors.keys() == {wrong}
        assert not Absence.objects.exists()

    def test_somebody_of_another_municipality_is_no_choice(self, inside, official):
        other = MembershipFactory(official=True)

        page = inside.post(
            reverse("admin:accounts_absence_add"),
            {"member": other.pk, "first_date": "2026-06-09", "last_date": "2026-06-12", "deputy": official.pk},
        )

        assert "member" in page.context["adminform"].form.errors
