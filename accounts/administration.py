"""The door of the administration: our own log-in with its second factor, and nobody who may not administer."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db.models.base import ModelBase
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from accounts import second_factor

LIBRARIES = frozenset({"account", "auth", "mfa", "pghistory", "sessions", "socialaccount", "usersessions"})


class AdminSite(admin.AdminSite):
    """`is_staff` is the entrance; it follows from the roles (accounts.actions). What is inside follows from them too."""

    site_header = site_title = _("Administration")
    index_title = _("What do you want to keep?")
    enable_nav_sidebar = False

    def register(self, model_or_iterable: Any, admin_class: Any = None, **options: Any) -> None:  # noqa: ANN401  Django's signature
        """Libraries register their tables as well; those hold secrets and addresses of everybody and stay outside."""
        models = [model_or_iterable] if isinstance(model_or_iterable, ModelBase) else list(model_or_iterable)
        ours = [model for model in models if model._meta.app_label not in LIBRARIES]  # type: ignore[union-attr]  # noqa: SLF001
        super().register(ours, admin_class, **options)

    def has_permission(self, request: HttpRequest) -> bool:
        person = request.user
        return person.is_active and (person.is_staff or person.is_superuser) and second_factor.is_satisfied(request)  # type: ignore[arg-type]

    @method_decorator([never_cache, login_not_required])
    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:  # noqa: ARG002  Django's signature
        """Django's own form would ask for one factor only; who is logged in and may not enter must not be asked again."""
        if request.user.is_authenticated:
            raise PermissionDenied
        return redirect_to_login(request.GET.get("next", request.get_full_path()))

    def password_change(self, request: HttpRequest, extra_context: Any = None) -> Any:  # noqa: ANN401, ARG002  Django's signature
        return redirect("account_change_password")

    def logout(self, request: HttpRequest, extra_context: Any = None) -> Any:  # noqa: ANN401, ARG002  Django's signature
        return redirect("account_logout")
