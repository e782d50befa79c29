"""Postgres is restarted while people are at work: some of them must try again, nobody is stuck, nothing is half."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import psycopg

from launcher import processes
from launcher.postgres import Server
from tests.bench.load import Visitor
from tests.platform.test_run import ROOT, free_port

AT_WORK = 4


def test_requests_go_on_after_a_restart(tmp_path_factory):
    folder = tmp_path_factory.mktemp("restart")
    for each in (folder, folder.parent, folder.parent.parent):
        each.chmod(0o711 if os.geteuid() == 0 else 0o700)
    server, port = Server(folder=Path(folder) / "pg", lasting=False), free_port()
    server.start()
    env = {**os.environ, "DATABASE_URL": server.url, "DJANGO_SETTINGS_MODULE": "sleutelfiguren.settings.demo", "DEMO": "on", "LOG_LEVEL": "CRITICAL"}
    web = None
    try:
        for command in (["migrate", "--verbosity", "0"], ["load_demo"]):
            subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=env, check=True, capture_output=True)
        web = processes.start([sys.executable, "-m", "gunicorn", "sleutelfiguren.wsgi", "--bind", f"127.0.0.1:{port}"], env=env, cwd=ROOT)
        seen, back_at = work_while_it_restarts(server, port)
        with psycopg.connect(server.url) as asked:
            [(reports, first_events)] = asked.execute(
                "SELECT (SELECT count(*) FROM signals_concernreport), (SELECT count(*) FROM signals_reportevent WHERE step = 'file')",
            ).fetchall()
    finally:
        if web is not None:
            processes.stop(web)
        server.discard()

    assert [status for at, status in seen if at > back_at] == [200] * sum(at > back_at for at, _status in seen)
    assert sum(at > back_at for at, _status in seen) > 2 * AT_WORK
    assert reports == first_events


def work_while_it_restarts(server, port):
    """When each request began and what it answered; and the moment from which everything must work."""
    seen, done = [], threading.Event()

    def work():
        visitor = Visitor(port)
        while not done.is_set():
            began = time.monotonic()
            try:
                status = visitor.ask("GET", "/demo/postbus/")[0]
            except OSError:
                visitor, status = Visitor(port), 0
            seen.append((began, status))

    threads = [threading.Thread(target=work) for _each in range(AT_WORK)]
    wait_until_it_answers(port)
    for thread in threads:
        thread.start()
    time.sleep(1.5)
    server.stop()
    server.start()
    back_at = time.monotonic() + 2  # a pool that found nobody waits that long before it asks again
    time.sleep(7)
    done.set()
    for thread in threads:
        thread.join(30)
    return seen, back_at


def wait_until_it_answers(port):
    for _attempt in range(100):
        try:
            if Visitor(port).ask("GET", "/health/live/")[0] == 200:
                return
        except OSError:
            time.sleep(0.2)
