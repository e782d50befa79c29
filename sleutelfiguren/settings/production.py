"""Behind a proxy with HTTPS. What is missing in the environment stops the start by name."""

from sleutelfiguren.settings.base import *  # noqa: F403
from sleutelfiguren.settings.env import read, stop

if DEMO:  # noqa: F405
    stop("DEMO", "is on. Demo mode logs anybody in; it may never run in production.")

SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^health/"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
LANGUAGE_COOKIE_SECURE = True
# Without it all visitors seem to come from the proxy, and its limit on log-ins would be that of all together.
ALLAUTH_TRUSTED_PROXY_COUNT = read("TRUSTED_PROXIES")
