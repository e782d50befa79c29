"""The server under measurement, and how a row of a table is told."""

import os
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from launcher import processes

ROOT = Path(__file__).resolve().parents[2]
PORT, BARE_PORT = 8190, 8191


def say(*cells: object) -> None:
    print("| " + " | ".join(str(cell) for cell in cells) + " |", flush=True)


@contextmanager
def web(application: str, *, workers: int = 1, port: int = PORT) -> Iterator[None]:
    """The same server for all: gunicorn as the application runs it. No worker is replaced while we measure."""
    env = {**os.environ, "WEB_CONCURRENCY": str(workers)}
    command = [sys.executable, "-m", "gunicorn", application, "--bind", f"127.0.0.1:{port}", "--log-level", "error", "--max-requests", "0"]
    process = processes.start(command, env=env, cwd=ROOT)
    try:
        for _attempt in range(200):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/health/live/", timeout=2).close()
                break
            except urllib.error.HTTPError:
                break
            except OSError:
                time.sleep(0.1)
        yield
    finally:
        processes.stop(process)
