"""`make test`: servers of our own, every check, every test. `python -m tests.run lint` only reads the code."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from launcher.postgres import Server
from launcher.problems import CannotStart

ROOT = Path(__file__).resolve().parents[1]
BIN = ROOT / ".venv" / "bin"


@dataclass(frozen=True)
class Needed:
    """A program of the system: the names under which it may be found, and the Debian package that brings it."""

    names: tuple[str, ...]
    package: str


NEEDED = (
    Needed(("redis-server",), "redis-server"),
    Needed(("chromium", "chromium-browser", "google-chrome"), "chromium"),
    Needed(("pdftotext",), "poppler-utils"),
    Needed(("msgfmt",), "gettext"),
)
LINT: tuple[tuple[str, list[str]], ...] = (
    ("ruff", ["ruff", "check", "."]),
    ("mypy", ["mypy"]),
    ("import-linter", ["lint-imports"]),
    ("djlint", ["djlint", "--lint", "--quiet", "templates"]),
    ("migrations", ["python", "manage.py", "makemigrations", "--check", "--dry-run"]),
    ("system checks", ["python", "manage.py", "check"]),
)


def main(arguments: Sequence[str]) -> int:
    """0 when everything is green. All checks run, also after one that failed; pytest speaks last."""
    only_lint = list(arguments) == ["lint"]
    try:
        _find_or_install()
        with tempfile.TemporaryDirectory(prefix="sf-", ignore_cleanup_errors=True) as folder:
            Path(folder).chmod(0o711)
            server = Server(folder=Path(folder) / "pg", lasting=False)
            server.start()
            try:
                failed = _run_all(server.url, only_lint=only_lint)
            finally:
                server.discard()
    except CannotStart as problem:
        print(f"The tests cannot run. {problem}", file=sys.stderr)
        return 1
    if failed:
        print(f"\nFailed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def _run_all(database_url: str, *, only_lint: bool) -> list[str]:
    env = {**os.environ, "DATABASE_URL": database_url, "DJANGO_SETTINGS_MODULE": "sleutelfiguren.settings.test", "CHROMIUM": _found(NEEDED[1]) or ""}
    for name in ("REDIS_URL", "EMAIL_URL", "BASE_URL", "DEMO", "PORT"):
        env.pop(name, None)
    failed = [name for name, command in LINT if not _passes(name, command, env)]
    if only_lint:
        return failed
    tests = (
        ("tests without a browser", ["pytest", "-q", "-m", "not e2e", "-n", "2", "--dist", "loadfile"]),
        ("tests in a browser", ["pytest", "-q", "-m", "e2e"]),
    )
    return failed + [name for name, command in tests if not _passes(name, command, env)]


def _passes(name: str, command: list[str], env: dict[str, str]) -> bool:
    print(f"── {name}", flush=True)
    began = time.monotonic()
    done = subprocess.run([str(BIN / command[0]), *command[1:]], cwd=ROOT, env=env, check=False)
    print(f"   {time.monotonic() - began:.0f} s", flush=True)
    return done.returncode == 0


def _found(needed: Needed) -> str | None:
    return next((path for name in needed.names if (path := shutil.which(name))), None)


def _find_or_install() -> None:
    """By apt where we may, else a sentence that says exactly what to install. Never silently without."""
    missing = [each.package for each in NEEDED if _found(each) is None]
    if not missing:
        return
    install = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    may_install = shutil.which("apt-get") and (os.geteuid() == 0 or _has_sudo())
    if may_install:
        before = [] if os.geteuid() == 0 else ["sudo", "-n"]
        print(f"Installing {', '.join(missing)}…", flush=True)
        quiet = {"stdout": subprocess.DEVNULL, "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}}
        subprocess.run([*before, "apt-get", "update", "-q"], check=False, **quiet)  # type: ignore[call-overload]
        subprocess.run([*before, *install], check=False, **quiet)  # type: ignore[call-overload]
    still = [each.package for each in NEEDED if _found(each) is None]
    if still:
        message = f"These programs are missing: {', '.join(still)}. On Debian and Ubuntu: sudo apt-get install {' '.join(still)}"
        raise CannotStart(message)


def _has_sudo() -> bool:
    return shutil.which("sudo") is not None and subprocess.run(["sudo", "-n", "true"], check=False, capture_output=True).returncode == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
