"""Every field about a person, and every place for free text, has a reason; and some words are no field names at all."""

import importlib
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models

from accounts.justification import Justification

ROOT = Path(settings.BASE_DIR)
PEOPLE = {"accounts.User", "accounts.Membership"}
FREE = (models.TextField, models.BinaryField, models.JSONField, models.EmailField, models.FileField, models.GenericIPAddressField)
ABOUT_A_PERSON = {"accounts.User", "accounts.Membership", "accounts.Absence", "accounts.Invitation"}

# What the law calls special, what the fined reports held, and what this version has decided not to have (domain 4.5).
_NAMES = (
    "religion|faith|belief|denomination|mosque|church|geloof|godsdienst|religie|moskee|kerk|"
    "ethnicity|ethnic|race|origin|etniciteit|afkomst|herkomst|ras|"
    "nationality|nationaliteit|citizenship|country_of_birth|geboorteland|"
    "political|politics|party|politiek|politieke|partij|"
    "health|illness|disability|diagnosis|gezondheid|ziekte|beperking|"
    "sexual|orientation|seksueel|geaardheid|gender|geslacht|"
    "bsn|citizen_number|burgerservicenummer|passport|paspoort|"
    "birth_date|birthdate|date_of_birth|geboortedatum|"
    "photo|picture|avatar|foto|portret|"
    "latitude|longitude|coordinates|coordinaten|"
    "risk_score|risicoscore|suspect|verdachte|informant|dossier|"
    "knows_whom|knows_person|known_by|acquainted|kent_wie|friend|friends|vriend|vrienden|relative|family_member|familielid"
)
FORBIDDEN = re.compile(rf"(^|_)({_NAMES})(_|$)")
# The same as words on a screen.
WORDS_FORBIDDEN = re.compile(rf"\b({_NAMES.replace('_', ' ')}|wie kent wie|who knows whom)\b", re.IGNORECASE)


def our_apps():
    return [config for config in apps.get_app_configs() if Path(config.path).is_relative_to(ROOT) and ".venv" not in config.path]


def our_models():
    return [model for config in our_apps() for model in config.get_models()]


def is_personal(field):
    """A key to a person, a place for free text, or a moment in the life of a row about a person."""
    if field.is_relation:
        return field.related_model._meta.label in PEOPLE or field.many_to_many
    if isinstance(field, FREE):
        return True
    if isinstance(field, (models.CharField, models.TextField)):
        return not field.choices
    if hasattr(field, "base_field"):
        return is_personal(field.base_field) or field.model._meta.label in ABOUT_A_PERSON
    if isinstance(field, (models.DateField, models.DateTimeField)):
        return field.model._meta.label in ABOUT_A_PERSON
    return False


def own_fields(model):
    return [field for field in model._meta.get_fields() if field.concrete and not field.auto_created]


def reasons_of(config):
    try:
        return importlib.import_module(f"{config.name}.privacy").FIELDS
    except ModuleNotFoundError:
        return {}


def test_every_personal_field_has_a_reason():
    missing = [
        f"{model._meta.label}.{field.name}"
        for config in our_apps()
        for model in config.get_models()
        for field in own_fields(model)
        if is_personal(field) and not {f"{model.__name__}.{field.name}", f"{model.__name__}.*"} & reasons_of(config).keys()
    ]

    assert missing == []


def test_every_reason_belongs_to_a_field_that_exists_and_says_all_three_things():
    wrong = []
    for config in our_apps():
        known = {f"{model.__name__}.{field.name}" for model in config.get_models() for field in own_fields(model)}
        known |= {f"{model.__name__}.*" for model in config.get_models()}
        for name, reason in reasons_of(config).items():
            if (
                name not in known
                or not isinstance(reason, Justification)
                or not (reason.purpose and reason.basis and reason.keep)
            ):
                wrong.append(f"{config.label}: {name}")

    assert wrong == []


def test_no_model_has_a_field_that_must_not_exist():
    wrong = [
        f"{model._meta.label}.{field.name}"
        for model in our_models()
        for field in own_fields(model)
        if FORBIDDEN.search(field.name)
    ]

    assert wrong == []


def test_no_form_has_a_field_that_must_not_exist():
    """Read from the source, so that a form nobody imports is found as well."""
    assigned = re.compile(r"^\s+(\w+)(?::[^=]+)? = (?:forms\.)?\w*Field\(|fields\[\"(\w+)\"\]", re.MULTILINE)
    wrong = [
        f"{path.relative_to(ROOT)}: {name}"
        for config in our_apps()
        for path in Path(config.path).rglob("*forms*.py")
        for match in assigned.finditer(path.read_text(encoding="utf-8"))
        for name in match.groups()
        if name and FORBIDDEN.search(name)
    ]

    assert wrong == []


@pytest.mark.parametrize(
    "name", ["geloof", "religion_of_parents", "date_of_birth", "bsn", "photo", "political_view", "race", "risk_score"]
)
def test_the_list_of_forbidden_names_bites(name):
    assert FORBIDDEN.search(name)


@pytest.mark.parametrize("name", ["reason", "embrace", "original", "participants", "traces", "trace_id", "support"])
def test_the_list_of_forbidden_names_lets_ordinary_names_through(name):
    assert not FORBIDDEN.search(name)


def test_what_is_personal_is_recognised():
    """The measure itself, on fields of which we know the answer."""
    from accounts.models import Invitation, Membership, Municipality, User

    def verdict(model, name):
        return is_personal(model._meta.get_field(name))

    assert verdict(User, "email")
    assert verdict(User, "name")
    assert verdict(Membership, "user")
    assert verdict(Membership, "start_date")
    assert verdict(Invitation, "invited_by")
    assert not verdict(User, "language")
    assert not verdict(Municipality, "fg_advice")
    assert not verdict(Municipality, "opens_at")
