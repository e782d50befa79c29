"""The Postgres of our own: half-finished, cut off, of another version."""

import os
import signal
import subprocess
import time

import psycopg
import pytest
from django.db import connection

from launcher.postgres import Server, binaries
from launcher.problems import CannotStart
from signals import reading
from signals.models import ConcernReport
from tests.factories.accounts import MembershipFactory, MunicipalityFactory
from tests.factories.signals import SECRET, file_one


@pytest.fixture
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("pg")
    for each in (place, place.parent, place.parent.parent):
        each.chmod(0o711 if os.geteuid() == 0 else 0o700)
    return place / "server"


def rows(server):
    with psycopg.connect(server.url) as asked:
        return asked.execute("SELECT count(*) FROM pg_tables WHERE tablename = 'kept'").fetchone()[0]


def test_a_half_finished_first_start_is_thrown_away(folder):
    server = Server(folder=folder, lasting=False)
    (server.folder / "data.unfinished" / "base").mkdir(parents=True)
    (server.folder / "data").mkdir()
    try:
        server.start()
        assert rows(server) == 0
    finally:
        server.discard()


def test_after_a_crash_the_data_is_there(folder):
    server = Server(folder=folder)
    server.start()
    with psycopg.connect(server.url, autocommit=True) as asked:
        asked.execute("CREATE TABLE kept ()")
    os.kill(server.process.pid, signal.SIGKILL)
    server.process.wait()
    time.sleep(1)
    again = Server(folder=folder)
    try:
        again.start()
        assert rows(again) == 1
    finally:
        again.discard()


def test_a_server_that_outlived_its_launcher_is_stopped_first(folder):
    orphan, server = Server(folder=folder, lasting=False), Server(folder=folder, lasting=False)
    orphan.start()
    try:
        server.start()
        assert orphan.process.wait(10) == 0
        assert rows(server) == 0
    finally:
        server.discard()
        orphan.stop()


def test_data_of_another_version_is_left_alone_with_a_sentence(folder):
    server = Server(folder=folder)
    server.start()
    server.stop()
    (server.data / "PG_VERSION").write_text("9\n")

    with pytest.raises(CannotStart, match="was made with Postgres 9"):
        Server(folder=folder).start()
    server.discard()


def test_nobody_else_can_reach_it(folder):
    server = Server(folder=folder, lasting=False)
    server.start()
    try:
        assert oct(server.sockets.stat().st_mode & 0o777) == "0o700"
        with psycopg.connect(server.url) as asked:
            assert asked.execute("SHOW listen_addresses").fetchone()[0] == ""
    finally:
        server.discard()


@pytest.mark.django_db(transaction=True)
def test_a_backup_can_be_restored_with_its_text_and_its_triggers(tmp_path):
    """The commands of docs/operations.md."""
    municipality = MunicipalityFactory(may_store=True)
    ilse = MembershipFactory(official=True, municipality=municipality)
    report = file_one(MembershipFactory(key_figure=True, municipality=municipality))
    base = connection.settings_dict
    host = base["OPTIONS"].get("host") or base["HOST"]
    where = ["-h", host, "-U", base["USER"], *(["-p", str(base["PORT"])] if base["PORT"] else [])]
    dump = tmp_path / "backup.dump"

    def run(*command):
        done = subprocess.run([binaries() / command[0], *command[1:]], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr

    run("pg_dump", *where, "--format=custom", f"--file={dump}", base["NAME"])
    assert SECRET.encode() not in dump.read_bytes()
    restored = f"{base['NAME']}_restored"
    run("createdb", *where, restored)
    try:
        run("pg_restore", *where, f"--dbname={restored}", "--no-owner", "--exit-on-error", str(dump))
        port = {"port": base["PORT"]} if base["PORT"] else {}
        with psycopg.connect(host=host, user=base["USER"], dbname=restored, **port) as other:
            [(sealed, key)] = other.execute("SELECT sealed, key_id FROM signals_sealedtext WHERE name = 'saw'").fetchall()
            with pytest.raises(psycopg.errors.RaiseException, match="Cannot update or delete"):
                other.execute("DELETE FROM signals_reportevent")
        row = report.texts.get(name="saw")
        row.sealed, row.key_id = sealed, key
        assert reading.opened(row) == SECRET
        assert reading.readable(ConcernReport.objects.for_detail().get(pk=report.pk), ilse).answers["saw"] == SECRET
    finally:
        run("dropdb", *where, restored)
