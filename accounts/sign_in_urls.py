"""django-allauth's pages that we use, under Dutch addresses and allauth's own names. The others do not exist."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from allauth.socialaccount import views as social
from allauth.socialaccount.providers.openid_connect import views as openid_connect
from allauth.usersessions import views as usersessions
from django.contrib.auth.decorators import login_not_required
from django.urls import path, re_path

from accounts.views.second_factor import sets_up_second_factor

urlpatterns = [
    path("inloggen/", account.login, name="account_login"),
    path("inloggen/code/", account.request_login_code, name="account_request_login_code"),
    path("inloggen/code/invullen/", account.confirm_login_code, name="account_confirm_login_code"),
    path("inloggen/passkey/", webauthn.login_webauthn, name="mfa_login_webauthn"),
    path("inloggen/tweede-stap/", mfa.authenticate, name="mfa_authenticate"),
    path("inloggen/niet-actief/", account.account_inactive, name="account_inactive"),
    path("inloggen/zonder-uitnodiging/", account.signup, name="account_signup"),
    path("inloggen/via/afgebroken/", social.login_cancelled, name="socialaccount_login_cancelled"),
    path("inloggen/via/mislukt/", login_not_required(social.login_error), name="socialaccount_login_error"),
    path("inloggen/via/<slug:provider_id>/", openid_connect.login, name="openid_connect_login"),
    path("inloggen/via/<slug:provider_id>/terug/", openid_connect.callback, name="openid_connect_callback"),
    path("uitloggen/", account.logout, name="account_logout"),
    path("wachtwoord-vergeten/", account.password_reset, name="account_reset_password"),
    path("wachtwoord-vergeten/verstuurd/", account.password_reset_done, name="account_reset_password_done"),
    path("wachtwoord-vergeten/klaar/", account.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    re_path(
        r"^wachtwoord-vergeten/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("account/bevestigen/", account.reauthenticate, name="account_reauthenticate"),
    path("account/bevestigen/code/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("account/bevestigen/passkey/", webauthn.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("account/wachtwoord/", account.password_change, name="account_change_password"),
    path("account/wachtwoord/instellen/", account.password_set, name="account_set_password"),
    path("account/beveiliging/", mfa.index, name="mfa_index"),
    path("account/beveiliging/app/", sets_up_second_factor(totp.activate_totp), name="mfa_activate_totp"),
    path("account/beveiliging/app/uitzetten/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("account/beveiliging/herstelcodes/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("account/beveiliging/herstelcodes/nieuw/", recovery_codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("account/beveiliging/herstelcodes/bestand/", recovery_codes.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("account/beveiliging/passkeys/", webauthn.list_webauthn, name="mfa_list_webauthn"),
    path("account/beveiliging/passkeys/nieuw/", sets_up_second_factor(webauthn.add_webauthn), name="mfa_add_webauthn"),
    path("account/beveiliging/passkeys/<int:pk>/naam/", webauthn.edit_webauthn, name="mfa_edit_webauthn"),
    path("account/beveiliging/passkeys/<int:pk>/verwijderen/", webauthn.remove_webauthn, name="mfa_remove_webauthn"),
    path("account/apparaten/", usersessions.list_usersessions, name="usersessions_list"),
]
