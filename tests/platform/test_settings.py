"""The environment, the settings of production, and what must never run there."""

import base64
import getpass
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sleutelfiguren.checks import demo_never_in_production
from sleutelfiguren.settings.env import REQUIRED, VARIABLES

ROOT = Path(__file__).resolve().parents[2]
COMPLETE = {
    "SECRET_KEY": "abcdefghij" * 6,
    "SEALED_TEXT_KEYS": "1:" + base64.b64encode(b"s" * 32).decode(),
    "DATABASE_URL": "postgresql://app@localhost/app",
    "REDIS_URL": "redis://localhost:6379/0",
    "BASE_URL": "https://sleutelfiguren.waterveen.example",
    "ALLOWED_HOSTS": "sleutelfiguren.waterveen.example",
}


def manage(*command, without=(), **env):
    whole = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "sleutelfiguren.settings.production", **COMPLETE, **env}
    for name in without:
        del whole[name]
    return subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=whole, capture_output=True, text=True, check=False)


def test_the_example_names_every_variable_with_meaning_and_default():
    example = (ROOT / ".env.example").read_text(encoding="utf-8")

    assert re.findall(r"^(?:# )?([A-Z_]+)=", example, re.MULTILINE) == [variable.name for variable in VARIABLES]
    for variable in VARIABLES:
        assert f"# {variable.meaning}\n" in example
        assert (f"\n{variable.name}=\n" in example) is (variable.default is REQUIRED)


def test_production_passes_the_checks_for_deployment():
    done = manage("check", "--deploy", "--fail-level", "WARNING")

    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout


@pytest.mark.parametrize("name", [variable.name for variable in VARIABLES if variable.default is REQUIRED])
def test_what_is_missing_or_empty_stops_the_start_with_its_name(name):
    for done in (manage("check", without=[name]), manage("check", **{name: ""})):
        assert done.returncode != 0
        assert f"{name} is missing." in done.stderr
        assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ADMIN_EMAILS", "els"),
        ("BASE_URL", "waterveen"),
        ("DATABASE_POOL_SIZE", "many"),
        ("DATABASE_POOL_SIZE", "-1"),
        ("DATABASE_URL", "waterveen"),
        ("DATABASE_URL", "mysql://app@localhost/app"),
        ("DEMO", "maybe"),
        ("EMAIL_URL", "post://x"),
        ("LOG_LEVEL", "LOUD"),
        ("OIDC_SERVER_URL", "waterveen"),
        ("QUICK_EXIT_URL", "weather"),
        ("REDIS_URL", "localhost"),
        ("SEALED_TEXT_KEYS", "1:short"),
        ("TRUSTED_PROXIES", "one"),
    ],
)
def test_what_is_wrong_stops_the_start_with_its_name(name, value):
    done = manage("check", **{name: value})

    assert done.returncode != 0
    assert name in done.stderr
    assert "Traceback" not in done.stderr


def test_a_secret_can_come_from_a_file(tmp_path):
    (tmp_path / "key").write_text("f" * 60 + "\n")

    assert manage("check", without=["SECRET_KEY"], SECRET_KEY_FILE=str(tmp_path / "key")).returncode == 0
    assert "SECRET_KEY cannot be read" in manage("check", without=["SECRET_KEY"], SECRET_KEY_FILE=str(tmp_path / "gone")).stderr


def test_demo_mode_never_runs_in_production():
    done = manage("check", "--deploy", DEMO="on")

    assert done.returncode != 0
    assert "DEMO is on" in done.stderr
    assert manage("runserver", DEMO="on").returncode != 0


def test_the_system_check_refuses_it_too(settings):
    settings.DEMO = True
    assert [problem.id for problem in demo_never_in_production()] == ["sleutelfiguren.E001"]
    settings.DEMO = False
    assert demo_never_in_production() == []


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="only where systemd is; the units are the same")
@pytest.mark.parametrize("unit", sorted((ROOT / "deploy").glob("*.service")), ids=lambda path: path.name)
def test_systemd_takes_the_units(unit, tmp_path):
    """With the programs where they are here; systemd refuses a unit whose program is not there."""
    copy = tmp_path / unit.name
    program = shutil.which("true")
    copy.write_text(re.sub(r"/opt/sleutelfiguren/\.venv/bin/\w+", program, unit.read_text(encoding="utf-8")), encoding="utf-8")
    done = subprocess.run(["systemd-analyze", "verify", str(copy)], capture_output=True, text=True, check=False)

    assert [line for line in (done.stdout + done.stderr).splitlines() if unit.name in line] == []


def test_the_command_line_of_an_installation_reads_its_file_of_variables(tmp_path):
    """As docs/operations.md says it; the values as systemd takes them, without quotes."""
    known = {"SECRET_KEY": "a&b $c;" * 10, "SEALED_TEXT_KEYS": COMPLETE["SEALED_TEXT_KEYS"], "DATABASE_URL": "postgresql://app@db.local/app"}
    path = tmp_path / "env"
    path.write_text("# a comment\n\n" + "".join(f"{name}={value}\n" for name, value in known.items()), encoding="utf-8")
    code = "from django.conf import settings; print(settings.SECRET_KEY, settings.DATABASES['default']['HOST'], settings.SETTINGS_MODULE)"
    around = {"PATH": os.environ["PATH"], "ENV_FILE": str(path), "RUN_AS": getpass.getuser()}
    done = subprocess.run([ROOT / "deploy" / "manage", "shell", "--no-imports", "-c", code], env=around, capture_output=True, text=True, check=False)

    assert done.stdout.strip() == f"{known['SECRET_KEY']} db.local sleutelfiguren.settings.production", done.stderr


def test_every_task_of_beat_exists():
    import importlib

    from sleutelfiguren.celery import app

    for entry in app.conf.beat_schedule.values():
        module, _dot, name = entry["task"].rpartition(".")
        assert hasattr(importlib.import_module(module), name), entry["task"]
