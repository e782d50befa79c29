"""The one reader of the environment: every variable, its kind, default and meaning.

A secret may also come from a file: `SECRET_KEY_FILE=/run/secrets/key` fills `SECRET_KEY`.
A missing or wrong variable stops the start with its name. `.env.example` lists the same variables (a test compares).
"""

import os
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import environ

BASE_DIR = Path(__file__).resolve().parents[2]
REQUIRED = object()
WEB = r"https?://\S+"


@dataclass(frozen=True)
class Variable:
    """`kind` is a method of django-environ's Env; `default` REQUIRED means: production does not start without.

    `form`: what the whole text must look like, where the kind lets too much through.
    """

    name: str
    kind: str
    default: object
    meaning: str
    form: str = ""


VARIABLES = (
    Variable("SECRET_KEY", "str", REQUIRED, "Signs sessions and links. At least 50 random characters."),
    Variable("SEALED_TEXT_KEYS", "list", REQUIRED, "Key ring for sealed text: id:base64 of 32 bytes, newest first.", form=r"([^:,]+:[\w+/-]{43}=,?)+"),
    Variable("DATABASE_URL", "db", REQUIRED, "Postgres, for instance postgresql://app:secret@db.local/sleutelfiguren."),
    Variable("REDIS_URL", "str", "", "Redis for Celery and the cache. Empty: one process that does it all by itself.", form=r"|(rediss?|redis\+socket|unix)://.+"),
    Variable("EMAIL_URL", "email_url", "smtp://localhost:25", "Mail server: smtp://, smtp+tls:// or smtp+ssl://."),
    Variable("DEFAULT_FROM_EMAIL", "str", "sleutelfiguren@localhost", "Sender of all mail.", form=r".+@.+"),
    Variable(
        "REPLY_MAILBOX_URL", "str", "", "Mailbox for replies of calendars: imaps://user:password@host/folder. Empty: none, people answer by the link.",
        form=r"|imaps?://[^:@/\s]+:[^@/\s]+@[^/\s]+(/\S*)?",
    ),
    Variable("REPLY_ADDRESS", "str", "", "Mail address of that mailbox.", form=r"|[^@,\s]+@[^@,\s]+"),
    Variable("ADMIN_EMAILS", "list", [], "Who gets the daily summary of messages that failed.", form=r"|([^@,\s]+@[^@,\s]+,?)+"),
    Variable("BASE_URL", "url", "http://localhost:8000", "Address of this installation, for links in mail."),
    Variable("ALLOWED_HOSTS", "list", ["localhost", "127.0.0.1", "[::1]"], "Host names that this installation answers to."),
    Variable("TRUSTED_PROXIES", "int", 1, "Proxies in front of this installation; limits per visitor use the address before them.", form=r"\d+"),
    Variable("QUICK_EXIT_URL", "str", "https://www.buienradar.nl/", "Where the button Snel weg leads.", form=WEB),
    Variable("DEMO", "bool", default=False, meaning="Demo people and demo mailbox. Never together with real data.", form=r"(?i)on|off|true|false|yes|no|1|0"),
    Variable("DATABASE_POOL_SIZE", "int", 8, "Connections to Postgres that each process keeps at most.", form=r"[1-9]\d*"),
    Variable("LOG_LEVEL", "str", "INFO", "DEBUG, INFO, WARNING, ERROR or CRITICAL.", form="DEBUG|INFO|WARNING|ERROR|CRITICAL"),
    Variable("OIDC_SERVER_URL", "str", "", "OpenID Connect for officials: address of the provider. Empty: off.", form=f"|{WEB}"),
    Variable("OIDC_CLIENT_ID", "str", "", "Client id at that provider."),
    Variable("OIDC_CLIENT_SECRET", "str", "", "Secret at that provider."),
    Variable("OIDC_NAME", "str", "Gemeente", "Name of that provider on the log-in button."),
)
BY_NAME = {variable.name: variable for variable in VARIABLES}

environ.Env.read_env(BASE_DIR / ".env")
_reader = environ.Env()


def stop(name: str, problem: str) -> NoReturn:
    """End the start, by the name of the variable and what it is for."""
    sys.exit(f"{name} {problem}\n  {BY_NAME[name].meaning}\n  All variables: .env.example")


def _load_from_file(name: str) -> None:
    path = os.environ.get(f"{name}_FILE")
    if not path or name in os.environ:
        return
    try:
        os.environ[name] = Path(path).read_text(encoding="utf-8").strip()
    except OSError:
        stop(name, f"cannot be read from the file in {name}_FILE.")


def _is_usable(variable: Variable, value: Any) -> bool:  # noqa: ANN401  the kinds differ
    """What the reader lets through and we cannot use: another database than Postgres, a mail scheme or address that is none."""
    kind, text = variable.kind, os.environ.get(variable.name)
    if variable.form and text is not None and not re.fullmatch(variable.form, text):
        return False
    if kind == "db":
        return "postgresql" in value.get("ENGINE", "")
    if kind == "email_url":
        return bool(value.get("EMAIL_BACKEND"))
    return kind != "url" or bool(value.scheme and value.netloc)


def read(name: str, fallback: Callable[[], str] | None = None) -> Any:  # noqa: ANN401  the kinds differ
    """The value of a declared variable; `fallback` supplies one for development where production demands it."""
    variable = BY_NAME[name]
    _load_from_file(name)
    if not os.environ.get(name) and variable.default is REQUIRED:
        if fallback is None:
            stop(name, "is missing.")
        os.environ[name] = fallback()
    default = environ.Env.NOTSET if variable.default is REQUIRED else variable.default
    try:
        value = getattr(_reader, variable.kind)(name, default=default)
    except (environ.ImproperlyConfigured, ValueError, TypeError, KeyError):
        value = None
    if value is None or not _is_usable(variable, value):
        stop(name, "has a value that cannot be used.")
    return value
