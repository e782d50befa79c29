"""Real Redis, real Celery worker and beat, real SMTP: messages arrive once, whatever is killed or away meanwhile."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from email import message_from_bytes

import pytest
from aiosmtpd.controller import Controller
from django.conf import settings
from django.db import connection, connections

from launcher import processes
from notifications import delivery
from notifications.models import Heartbeat, Message, State
from notifications.outbox import Notice, enqueue
from tests.factories.accounts import MembershipFactory, MunicipalityFactory

pytestmark = pytest.mark.django_db(transaction=True)
RECEIPT = "signals.receipt"
SECONDS = 25


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def eventually(condition, *, seconds=SECONDS):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.1)
    return condition()


class Redis:
    def __init__(self, folder):
        self.port, self.folder, self.process = free_port(), folder, None
        self.url = f"redis://127.0.0.1:{self.port}/0"

    def start(self):
        command = ["redis-server", "--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--dir", str(self.folder)]
        self.process = processes.start(command, output=subprocess.DEVNULL)
        assert eventually(self._answers)

    def _answers(self):
        try:
            socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
        except OSError:
            return False
        return True

    def stop(self):
        processes.stop(self.process)


class Mailbox:
    """An SMTP server that keeps what it gets. `slow`: seconds before it answers."""

    def __init__(self):
        self.mails, self.slow = [], 0.0

    async def handle_DATA(self, _server, _session, envelope):
        await asyncio.sleep(self.slow)
        self.mails.append(message_from_bytes(envelope.content))
        return "250 OK"


@pytest.fixture
def redis(tmp_path):
    server = Redis(tmp_path)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def mailbox():
    box = Mailbox()
    controller = Controller(box, hostname="127.0.0.1", port=free_port())
    controller.start()
    box.port = controller.port
    yield box
    controller.stop()


@pytest.fixture
def env(redis, mailbox):
    base = settings.DATABASES["default"]
    host = base["OPTIONS"].get("host") or base["HOST"]
    url = f"postgresql://{base['USER']}@/{connection.settings_dict['NAME']}?host={host}"
    if base["PORT"]:
        url = f"postgresql://{base['USER']}@{host}:{base['PORT']}/{connection.settings_dict['NAME']}"
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "sleutelfiguren.settings.base",
        "DATABASE_URL": url,
        "REDIS_URL": redis.url,
        "EMAIL_URL": f"smtp://127.0.0.1:{mailbox.port}",
        "DEMO": "off",
        "LOG_LEVEL": "WARNING",
    }


@pytest.fixture
def celery(env, tmp_path):
    """Starts workers and beats, and stops them at the end."""
    running = []

    def run(*arguments):
        log = (tmp_path / f"{arguments[0]}-{len(running)}.log").open("wb")
        running.append(processes.start([sys.executable, "-m", "celery", "-A", "sleutelfiguren", *arguments, "--loglevel", "warning"], env=env, output=log))
        return running[-1]

    yield run
    for process in running:
        processes.stop(process, seconds=5)


@pytest.fixture
def noor():
    return MembershipFactory(key_figure=True, municipality=MunicipalityFactory(), user__email="noor@waterveen.example")


def tell(noor, number=1, first=0):
    at = datetime.now(UTC) - timedelta(seconds=1)
    for key in range(first, first + number):
        enqueue(Notice(key=str(key), kind=RECEIPT, recipient=noor, path="/meldingen/", subject=None), at=at)


def test_worker_and_beat_deliver_and_show_that_they_live(noor, celery, mailbox, tmp_path):
    tell(noor, 5)
    celery("worker", "--concurrency", "2")
    celery("beat", "--schedule", str(tmp_path / "beat"))

    assert eventually(lambda: len(mailbox.mails) == 5, seconds=50)
    assert len({mail["Message-ID"] for mail in mailbox.mails}) == 5
    # The mail server has it a moment before the table says so.
    assert eventually(lambda: set(Message.objects.values_list("state", flat=True)) == {State.SENT})


def test_two_workers_at_once_send_each_message_once(noor, env, mailbox):
    tell(noor, 60)
    code = "import django; django.setup()\nfrom datetime import UTC, datetime\nfrom notifications import delivery\ndelivery.deliver_waiting(at=datetime.now(UTC))"
    both = [processes.start([sys.executable, "-c", code], env=env) for _each in range(2)]
    for process in both:
        assert process.wait(60) == 0

    assert len(mailbox.mails) == 60
    assert len({mail["Message-ID"] for mail in mailbox.mails}) == 60


def test_killed_between_claim_and_send_it_is_sent_by_the_next(noor, env, mailbox):
    tell(noor)
    mailbox.slow = 30
    code = "import django; django.setup()\nfrom datetime import UTC, datetime\nfrom notifications import delivery\ndelivery.deliver_waiting(at=datetime.now(UTC))"
    doomed = processes.start([sys.executable, "-c", code], env=env)
    assert eventually(lambda: Message.objects.get().state == State.CLAIMED)
    os.kill(doomed.pid, signal.SIGKILL)
    doomed.wait()
    mailbox.slow = 0

    assert Message.objects.get().state == State.CLAIMED
    Message.objects.update(claimed_at=datetime.now(UTC) - delivery.CLAIM_LASTS - timedelta(seconds=1))
    process = processes.start([sys.executable, "-c", code], env=env)
    assert process.wait(60) == 0
    assert Message.objects.get().state == State.SENT
    assert len(mailbox.mails) >= 1


def test_redis_away_the_request_goes_on_and_the_message_is_found_later(noor, env, redis, mailbox):
    redis.stop()
    code = (
        "import django; django.setup()\nfrom datetime import UTC, datetime\nfrom accounts.models import Membership\n"
        "from notifications.outbox import Notice, enqueue\n"
        "enqueue(Notice(key='away', kind='signals.receipt', recipient=Membership.objects.get(), path='/', subject=None), at=datetime.now(UTC))\n"
        "print('went on')"
    )
    began = time.monotonic()
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=False)
    assert "went on" in done.stdout, done.stderr[-2000:]
    assert time.monotonic() - began < 15
    assert Message.objects.get().state == State.WAITING

    redis.start()
    deliver = "import django; django.setup()\nfrom notifications.tasks import deliver_waiting\ndeliver_waiting()"
    assert processes.start([sys.executable, "-c", deliver], env=env).wait(60) == 0
    assert len(mailbox.mails) == 1


def test_beat_writes_its_heartbeat_through_a_worker(celery, env):
    celery("worker", "--concurrency", "1")
    ask = "import django; django.setup()\nfrom notifications.tasks import record_heartbeat\nrecord_heartbeat.delay()"
    assert processes.start([sys.executable, "-c", ask], env=env).wait(60) == 0

    assert eventually(lambda: Heartbeat.objects.filter(name="beat").exists())
    connections.close_all()
