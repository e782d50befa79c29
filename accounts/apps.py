from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = _("People and municipalities")


class SecondFactorAdminConfig(admin_apps.AdminConfig):
    """The administration with our own door: see accounts.administration."""

    default = False
    default_site = "accounts.administration.AdminSite"
