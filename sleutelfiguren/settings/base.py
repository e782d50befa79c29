"""Everything, with safe defaults. The overlays dev, test and production only differ."""

import base64
import os
from typing import Any
from urllib.parse import urlsplit

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from sleutelfiguren.settings.env import BASE_DIR, read

VAR_DIR = BASE_DIR / "var"
DEBUG = False
DEMO: bool = read("DEMO")


def _development_secret(name: str, value: str) -> str:
    """A secret made once for this machine; production never comes here, its overlay reads without fallback."""
    path = VAR_DIR / "secrets" / name
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.write_text(value, encoding="utf-8")
        path.chmod(0o600)
    return path.read_text(encoding="utf-8").strip()


STRICT = os.environ.get("DJANGO_SETTINGS_MODULE", "").endswith("production")
SECRET_KEY: str = read(
    "SECRET_KEY", None if STRICT else lambda: _development_secret("secret_key", base64.b64encode(os.urandom(48)).decode()),
)
SEALED_TEXT_KEYS: list[str] = read(
    "SEALED_TEXT_KEYS",
    None if STRICT else lambda: _development_secret("sealed_text_keys", "1:" + base64.b64encode(os.urandom(32)).decode()),
)

# ── applications ────────────────────────────────────────────────────────────
INSTALLED_APPS = [
    "sleutelfiguren.apps.ProjectConfig",
    *(["demo"] if DEMO else []),
    "signals",
    "keyfigures",
    "meetings",
    "initiatives",
    "evaluations",
    "approach",
    "notifications",
    "terms",
    "audit",
    "accounts",
    "ui",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "django.forms",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "accounts.apps.SecondFactorAdminConfig",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.mfa",
    "allauth.usersessions",
    "crispy_forms",
    "pgtrigger",
    "pghistory",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "accounts.middleware.MemberMiddleware",
    "accounts.middleware.IdleMiddleware",  # before the next: it keeps what was posted by somebody whose session is over
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "accounts.middleware.SecondFactorMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
]

ROOT_URLCONF = "sleutelfiguren.urls"
WSGI_APPLICATION = "sleutelfiguren.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "sleutelfiguren.navigation.page",
            ],
            "builtins": ["django.templatetags.i18n", "ui.templatetags.ui", "ui.templatetags.words"],
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    ["django.template.loaders.filesystem.Loader", "django.template.loaders.app_directories.Loader"],
                ),
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_TEMPLATE_PACK = "nlds"
CRISPY_ALLOWED_TEMPLATE_PACKS = ("nlds",)

# ── data ────────────────────────────────────────────────────────────────────
# A pool per process: a new connection for each request costs a factor four on a simple page.
DATABASES = {"default": read("DATABASE_URL", None if STRICT else lambda: f"postgresql://app@/app?host={VAR_DIR / 'postgres' / 'run'}")}
# A connection that died with a restart of Postgres is noticed before it is used.
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DATABASES["default"]["OPTIONS"] = {
    **DATABASES["default"].get("OPTIONS", {}),
    "pool": {"min_size": 0, "max_size": read("DATABASE_POOL_SIZE"), "timeout": 10},
    "prepare_threshold": 5,  # of statements that come at every request (accounts.prepared) Postgres keeps the plan
}
REDIS_URL: str = read("REDIS_URL")
CACHES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}
    if REDIS_URL
    else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
}

# ── people ──────────────────────────────────────────────────────────────────
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["accounts.backends.Backend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "account_login"

ACCOUNT_ADAPTER = "accounts.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # the invitation proved the address
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60  # seconds; a mail may take a while on a phone
ACCOUNT_LOGIN_BY_CODE_FORMAT = {"numeric": True, "length": 8}
ACCOUNT_FORMS = {
    "login": "accounts.sign_in_forms.LoginForm",
    "request_login_code": "accounts.sign_in_forms.RequestLoginCodeForm",
    "confirm_login_code": "accounts.sign_in_forms.ConfirmLoginCodeForm",
    "reset_password": "accounts.sign_in_forms.ResetPasswordForm",
    "reset_password_from_key": "accounts.sign_in_forms.ResetPasswordKeyForm",
    "change_password": "accounts.sign_in_forms.ChangePasswordForm",
    "set_password": "accounts.sign_in_forms.SetPasswordForm",
    "reauthenticate": "accounts.sign_in_forms.ReauthenticateForm",
}
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip", "login_failed": "10/m/ip,5/5m/key", "request_login_code": "20/m/ip,3/m/key", "join": "10/h/ip", "answer_code": "30/h/ip",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_FORMS = {
    "authenticate": "accounts.sign_in_forms.SecondStepForm",
    "reauthenticate": "accounts.sign_in_forms.SecondStepAgainForm",
    "activate_totp": "accounts.sign_in_forms.ActivateAppForm",
    "add_webauthn": "accounts.sign_in_forms.AddPasskeyForm",
    "edit_webauthn": "accounts.sign_in_forms.RenamePasskeyForm",
}
MFA_TOTP_TOLERANCE = 1  # a telephone whose clock is half a minute off
MFA_TOTP_ISSUER = "Sleutelfiguren"
MFA_ADAPTER = "accounts.adapters.SecondFactorAdapter"
USERSESSIONS_TRACK_ACTIVITY = False
SOCIALACCOUNT_ADAPTER = "accounts.adapters.OfficialSignOnAdapter"
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_STORE_TOKENS = False
OIDC_SERVER_URL: str = read("OIDC_SERVER_URL")
SOCIALACCOUNT_PROVIDERS: dict[str, Any] = {}
if OIDC_SERVER_URL:
    SOCIALACCOUNT_PROVIDERS["openid_connect"] = {
        "APPS": [
            {
                "provider_id": "municipality",
                "name": read("OIDC_NAME"),
                "client_id": read("OIDC_CLIENT_ID"),
                "secret": read("OIDC_CLIENT_SECRET"),
                "settings": {"server_url": OIDC_SERVER_URL},
            },
        ],
    }

SESSION_ENGINE = "accounts.sessions"
SESSION_COOKIE_AGE = 60 * 60 * 12
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
# What officials may open before they have shown, or set up, a second factor.
WITHOUT_SECOND_FACTOR_VIEWS = {
    "accounts:second_factor",
    "accounts:logo",
    "accounts:theme",
    "account_logout",
    "account_reauthenticate",
    "account_set_password",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
    "set_language",
}
CONCERN_PATHS = ("/meldingen/", "/mijn-gegevens/")
CONCERN_IDLE_SECONDS = 15 * 60
DRAFT_MINUTES = 30

# ── words and time ──────────────────────────────────────────────────────────
LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", _("Dutch")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
LANGUAGE_COOKIE_SAMESITE = "Lax"
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

# ── files ───────────────────────────────────────────────────────────────────
STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000  # an organiser ticks some hundreds of people

# ── mail ────────────────────────────────────────────────────────────────────
_mail = read("EMAIL_URL")
EMAIL_BACKEND = "demo.mailbox.DemoMailbox" if DEMO else _mail["EMAIL_BACKEND"]
EMAIL_HOST, EMAIL_PORT = _mail["EMAIL_HOST"], _mail["EMAIL_PORT"]
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _mail["EMAIL_HOST_USER"], _mail["EMAIL_HOST_PASSWORD"]
EMAIL_USE_TLS, EMAIL_USE_SSL = _mail.get("EMAIL_USE_TLS", False), _mail.get("EMAIL_USE_SSL", False)
EMAIL_TIMEOUT = 15
DEFAULT_FROM_EMAIL: str = read("DEFAULT_FROM_EMAIL")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
REPLY_MAILBOX_URL: str = read("REPLY_MAILBOX_URL")
REPLY_ADDRESS: str = read("REPLY_ADDRESS")
ADMIN_EMAILS: list[str] = read("ADMIN_EMAILS")
BASE_URL: str = read("BASE_URL").geturl().rstrip("/")
QUICK_EXIT_URL: str = read("QUICK_EXIT_URL")

def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


# ── safety ──────────────────────────────────────────────────────────────────
ALLOWED_HOSTS: list[str] = read("ALLOWED_HOSTS")
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
CSRF_FAILURE_VIEW = "ui.errors.csrf_failure"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF],
        "connect-src": [SELF],
        # Browsers check the address after a form as well: of quick exit, and of the sign-on of officials.
        "form-action": [SELF, *(_origin(url) for url in (QUICK_EXIT_URL, OIDC_SERVER_URL) if url)],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    },
}
DEFAULT_EXCEPTION_REPORTER_FILTER = "sleutelfiguren.logging.SilentReporterFilter"

# ── work in the background ──────────────────────────────────────────────────
CELERY_BROKER_URL = REDIS_URL or "memory://localhost/"
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {"socket_connect_timeout": 2, "socket_timeout": 5} if REDIS_URL else {"polling_interval": 0.2}
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_PUBLISH_RETRY = False  # delivery is found again by the next beat; a request never waits for the broker
CELERY_TIMEZONE = "UTC"
CELERY_WORKER_HIJACK_ROOT_LOGGER = False

LOG_LEVEL: str = read("LOG_LEVEL")
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"events": {"()": "sleutelfiguren.logging.EventFormatter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "events"}},
    "root": {"handlers": ["console"], "level": LOG_LEVEL},
    "loggers": {"django": {"handlers": [], "propagate": True}, "django.server": {"handlers": [], "propagate": False}},
}
