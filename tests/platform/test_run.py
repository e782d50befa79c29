"""`make run` as somebody types it: in a copy of the project of its own, with real processes."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from launcher import processes

ROOT = Path(__file__).resolve().parents[2]
APPS = sorted({path.parent.name for path in ROOT.glob("*/__init__.py")} - {"tests"} | {"locale", "static", "templates"})
SECONDS = 600  # the longest that we wait; on a busy machine a first start is slow
# What the tests themselves run with must not reach the copy.
OURS = {"DATABASE_URL", "REDIS_URL", "DJANGO_SETTINGS_MODULE", "DEMO", "SECRET_KEY", "SEALED_TEXT_KEYS"}


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def read(port, path):
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=5) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as answer:
        return answer.code, answer.read().decode()
    except OSError:
        return 0, ""


class Copy:
    """The project in another folder, so that its data is not ours."""

    def __init__(self, folder):
        self.folder, self.port, self.running = folder, free_port(), []
        for name in APPS:
            (folder / name).symlink_to(ROOT / name)
        for name in ("manage.py", "gunicorn.conf.py"):
            shutil.copy(ROOT / name, folder / name)
        # What is found beside a file must be found here: real copies of what looks at its own place.
        for name in ("launcher", "sleutelfiguren"):
            (folder / name).unlink()
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))

    def start(self, **env):
        log = (self.folder / "out.log").open("wb")
        clean = {name: value for name, value in os.environ.items() if name not in OURS}
        self.running.append(
            processes.start([sys.executable, "-m", "launcher.run"], cwd=self.folder, env={**clean, "PORT": str(self.port), **env}, output=log),
        )
        return self.running[-1]

    def said(self):
        return (self.folder / "out.log").read_text()

    def is_ready(self):
        deadline = time.monotonic() + SECONDS
        while time.monotonic() < deadline and self.running[-1].poll() is None:
            if "Ctrl-C" in self.said():
                return True
            time.sleep(0.1)
        return False

    def processes_of_it(self):
        """Everything on this machine that works in this folder."""
        found = []
        for entry in Path("/proc").glob("[0-9]*"):
            try:
                words = (entry / "cmdline").read_bytes().decode(errors="replace") + " " + str((entry / "cwd").readlink())
            except OSError:
                continue
            if str(self.folder) in words and int(entry.name) != os.getpid():
                found.append(words)
        return found


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    folder = tmp_path_factory.mktemp("run")
    made = Copy(folder)
    yield made
    for process in made.running:
        processes.stop(process, with_signal=signal.SIGINT, seconds=30)


@pytest.fixture(scope="module")
def started(copy):
    """The first start: an empty folder."""
    copy.start()
    assert copy.is_ready(), copy.said()
    return copy


def test_the_first_start_tells_where_and_who(started):
    said = started.said()

    assert f"http://localhost:{started.port}/" in said
    assert "Ilse Bakker" in said
    assert "/demo/postbus/" in said
    assert "Traceback" not in said


def test_everything_works_and_the_jobs_run(started):
    deadline = time.monotonic() + 30
    while read(started.port, "/health/ready/")[0] != 200 and time.monotonic() < deadline:
        time.sleep(0.5)
    status, body = read(started.port, "/health/ready/")

    assert status == 200, body
    assert json.loads(body)["checks"]["beat"]["ok"]
    assert "Log in als Ilse Bakker" in read(started.port, "/inloggen/")[1]
    assert read(started.port, "/static/css/base.css")[0] == 200


def test_a_second_copy_beside_it_says_so_and_breaks_nothing(started):
    second = subprocess.run(
        [sys.executable, "-m", "launcher.run"], cwd=started.folder, env={**os.environ, "PORT": str(free_port())}, capture_output=True, text=True, check=False,
    )

    assert second.returncode == 1
    assert "It runs already from this folder" in second.stderr
    assert "Traceback" not in second.stderr
    assert read(started.port, "/health/live/")[0] == 200


def test_ctrl_c_ends_everything_and_a_second_start_is_quick_and_keeps_the_data(started):
    secret = (started.folder / "var" / "secrets" / "secret_key").read_text()
    started.running[-1].send_signal(signal.SIGINT)
    assert started.running[-1].wait(30) == 0
    assert started.said().rstrip().endswith("Stopped.")
    assert started.processes_of_it() == []

    began = time.monotonic()
    started.start()
    assert started.is_ready(), started.said()
    assert "was there already" in started.said()
    assert (started.folder / "var" / "secrets" / "secret_key").read_text() == secret
    print(f"second start: {time.monotonic() - began:.1f} s")


def test_killed_it_leaves_no_orphan_and_starts_again(started):
    started.running[-1].send_signal(signal.SIGKILL)
    started.running[-1].wait()
    deadline = time.monotonic() + 20
    while started.processes_of_it() and time.monotonic() < deadline:
        time.sleep(0.2)
    assert started.processes_of_it() == []

    started.start()
    assert started.is_ready(), started.said()


class TestRefused:
    """Before anything was started: one sentence, no trace of a program."""

    def run(self, folder, **env):
        made = Copy(folder)
        clean = {name: value for name, value in os.environ.items() if name not in OURS}
        done = subprocess.run(
            [sys.executable, "-m", "launcher.run"], cwd=folder, env={**clean, "PORT": str(made.port), **env}, capture_output=True, text=True, check=False,
        )
        assert done.returncode == 1
        assert "Traceback" not in done.stderr + done.stdout
        assert made.processes_of_it() == []
        return done.stderr

    def test_a_taken_port(self, tmp_path):
        with socket.socket() as other:
            other.bind(("127.0.0.1", 0))
            other.listen()
            port = other.getsockname()[1]

            assert f"Port {port} is taken" in self.run(tmp_path, PORT=str(port))

    @pytest.mark.parametrize("port", ["lots", "0", "70000", "-1"])
    def test_no_port(self, tmp_path, port):
        assert f"PORT={port} is no port" in self.run(tmp_path, PORT=port)

    def test_a_database_that_does_not_answer(self, tmp_path):
        said = self.run(tmp_path, DATABASE_URL=f"postgresql://app@127.0.0.1:{free_port()}/app")

        assert "no database answers there. Look at DATABASE_URL" in said

    def test_a_variable_that_cannot_be_used(self, tmp_path):
        assert "DATABASE_POOL_SIZE" in self.run(tmp_path, DATABASE_POOL_SIZE="many")

    def test_a_folder_that_cannot_be_written(self, tmp_path):
        made = tmp_path / "copy"
        made.mkdir()
        (made / "var").write_text("no folder")

        assert "Cannot start." in self.run(made)
