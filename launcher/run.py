"""`make run`: the whole application on this machine, with demo people. Ctrl-C ends everything it started."""

import base64
import fcntl
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import ExitStack
from pathlib import Path
from types import FrameType
from typing import IO

from launcher import processes
from launcher.postgres import Server
from launcher.problems import CannotStart

ROOT = Path(__file__).resolve().parents[1]
VAR = ROOT / "var"
NEEDED_SPACE = 300 * 1024 * 1024  # bytes: an empty database with its log files, and room to work
SECONDS_TO_ANSWER = 60


class Ended(Exception):
    """Somebody asked us to stop."""


def main() -> int:
    """0 when it was stopped by hand; 1 with one sentence when it could not start or something it needs stopped."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _end)
    try:
        with ExitStack() as stack:
            _run(stack)
    except Ended:
        print("\nStopped.")
        return 0
    except CannotStart as problem:
        print(f"\nCannot start. {problem}", file=sys.stderr)
    except OSError as problem:
        print(f"\nCannot start. {_sentence(problem)}", file=sys.stderr)
    return 1


def _end(_number: int, _frame: FrameType | None) -> None:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)  # stopping is not stopped
    raise Ended


def _sentence(problem: OSError) -> str:
    no_space = 28
    return "The disk is full." if problem.errno == no_space else f"{problem.strerror}: {problem.filename or ''}"


def _run(stack: ExitStack) -> None:
    port = _port()
    VAR.mkdir(exist_ok=True)
    stack.enter_context(_only_one())
    _check_port(port)
    _check_space()
    env = _environment(port)
    if not env.get("DATABASE_URL"):
        server = Server(folder=VAR / "postgres")
        if server.is_moved:
            print(f"Nobody but root may enter this folder, and Postgres does not run as root: its data goes to {server.folder}")
        stack.callback(server.stop)
        server.start()
        env["DATABASE_URL"] = server.url
    _prepare(env)
    children = _start_children(stack, env, port)
    _wait_for_answer(port, children)
    _manage(env, "demo_accounts")
    print("\nCtrl-C stops it.", flush=True)
    _watch(children)


def _port() -> int:
    wanted = os.environ.get("PORT") or "8000"
    highest = 65535
    if not wanted.isdecimal() or not 0 < int(wanted) <= highest:
        message = f"PORT={wanted} is no port. Choose a number, for example: PORT=8123 make run"
        raise CannotStart(message)
    return int(wanted)


def _only_one() -> IO[str]:
    """Held until we end, however that comes: two copies in one folder would share a database."""
    note = (VAR / "run.lock").open("w")
    try:
        fcntl.flock(note, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        note.close()
        raise CannotStart("It runs already from this folder. Stop that one first, or use another folder.") from None
    return note


def _check_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            message = f"Port {port} is taken by something else, or not ours to use. Choose another, for example: PORT={port + 123} make run"
            raise CannotStart(message) from None


def _check_space() -> None:
    if shutil.disk_usage(VAR).free < NEEDED_SPACE:
        message = f"The disk is nearly full: {NEEDED_SPACE // 1024 // 1024} MB are needed in {VAR}."
        raise CannotStart(message)


def _environment(port: int) -> dict[str, str]:
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "sleutelfiguren.settings.demo", "DEMO": "on", "PYTHONUNBUFFERED": "1"}
    env.setdefault("BASE_URL", f"http://localhost:{port}")
    env.setdefault("LOG_LEVEL", "WARNING")
    for name, made in (("SECRET_KEY", _random()), ("SEALED_TEXT_KEYS", f"1:{_random()}")):
        if not env.get(name):
            env[name] = _kept_secret(name.lower(), made)
    return env


def _random() -> str:
    return base64.b64encode(os.urandom(32)).decode()


def _kept_secret(name: str, made: str) -> str:
    """Made at the first start, so that sessions and sealed text outlive a restart."""
    path = VAR / "secrets" / name
    if not path.exists():
        path.parent.mkdir(mode=0o700, exist_ok=True)
        fresh = path.with_suffix(".new")
        fresh.write_text(made, encoding="utf-8")
        fresh.chmod(0o600)
        fresh.rename(path)
    return path.read_text(encoding="utf-8").strip()


def _prepare(env: dict[str, str]) -> None:
    """Each is complete or not done at all, so a start that was cut off is simply done again."""
    _manage(env, "migrate", "--no-input", "--verbosity", "0")
    _manage(env, "load_demo")


def _manage(env: dict[str, str], *command: str) -> None:
    done = subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=env, check=False, stderr=subprocess.PIPE, text=True)
    if done.returncode != 0:
        raise CannotStart(f"manage.py {command[0]} failed: {_why(done.stderr)}")


def _why(errors: str) -> str:
    """What a command said at the end, without the trace of a program."""
    lines = [line for line in errors.strip().splitlines() if line and not line.startswith((" ", "{", "Traceback"))]
    if "OperationalError" in "".join(lines[-1:]):
        return "no database answers there. Look at DATABASE_URL, and whether that Postgres runs."
    return lines[-1].removeprefix("CommandError: ") if lines else "it said nothing."


def _start_children(stack: ExitStack, env: dict[str, str], port: int) -> dict[str, subprocess.Popen[bytes]]:
    """The web server; with a Redis also a worker and beat, else these run inside the web server."""
    python = [sys.executable, "-m"]
    commands = {"web": [*python, "gunicorn", "sleutelfiguren.wsgi", "--bind", f"127.0.0.1:{port}", "--log-level", "warning"]}
    if env.get("REDIS_URL"):
        commands["worker"] = [*python, "celery", "-A", "sleutelfiguren", "worker", "--loglevel", "warning", "--concurrency", "2"]
        commands["beat"] = [*python, "celery", "-A", "sleutelfiguren", "beat", "--loglevel", "warning", "--schedule", str(VAR / "beat")]
    else:
        env = {**env, "WEB_CONCURRENCY": "1", "WORK_INSIDE_WEB": "1"}
    children = {}
    for name, command in commands.items():
        children[name] = processes.start(command, env=env, cwd=ROOT)
        stack.callback(processes.stop, children[name])
    return children


def _wait_for_answer(port: int, children: dict[str, subprocess.Popen[bytes]]) -> None:
    deadline = time.monotonic() + SECONDS_TO_ANSWER
    while time.monotonic() < deadline:
        _check_alive(children)
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/health/live/", timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise CannotStart(f"The web server did not answer within {SECONDS_TO_ANSWER} seconds.")


def _check_alive(children: dict[str, subprocess.Popen[bytes]]) -> None:
    for name, child in children.items():
        if child.poll() is not None:
            raise CannotStart(f"The {name} process stopped (exit code {child.returncode}).")


def _watch(children: dict[str, subprocess.Popen[bytes]]) -> None:
    while True:
        _check_alive(children)
        time.sleep(0.5)


if __name__ == "__main__":
    sys.exit(main())
