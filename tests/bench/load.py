"""Visitors at a server: threads that each keep one connection and measure what they wait for."""

import http.client
import re
import statistics
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from typing import Self

TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="([^"]+)"')


@dataclass
class Measured:
    """Times in seconds of the journeys; what failed. `busy`: seconds that the visitors themselves computed."""

    times: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    whole: float = 0.0
    busy: float = 0.0

    def __iadd__(self, other: Self) -> Self:
        for name in ("times", "failures"):
            getattr(self, name).extend(getattr(other, name))
        self.whole, self.busy = self.whole + other.whole, self.busy + other.busy
        return self

    @property
    def median(self) -> float:
        return statistics.median(self.times) * 1000 if self.times else float("nan")

    @property
    def per_second(self) -> float:
        return len(self.times) / self.whole


class Visitor:
    """One browser with its cookies, on the connection of the thread that drives it."""

    def __init__(self, port: int) -> None:
        self.port, self.connection, self.cookies = port, _connection(port), {}

    def ask(self, method: str, path: str, body: str = "") -> tuple[int, bytes, str]:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()), "Host": f"localhost:{self.port}"}
        if method == "POST":
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Origin": f"http://localhost:{self.port}"}
        self.connection.request(method, path, body.encode(), headers)
        answer = self.connection.getresponse()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _sign, rest = value.partition("=")
                self.cookies[key] = rest.split(";")[0]
        return answer.status, answer.read(), answer.headers.get("Location", "")

    def see(self, path: str) -> None:
        status, _page, _location = self.ask("GET", path)
        if status != 200:
            raise ValueError(f"{path} {status}")

    def form(self, path: str, fields: str) -> None:
        """A page with a form, and the form sent until the redirect. Raises what went wrong."""
        status, page, _location = self.ask("GET", path)
        token = TOKEN.search(page)
        if status != 200 or token is None:
            raise ValueError(f"form {status}")
        status, _page, _location = self.ask("POST", path, f"csrfmiddlewaretoken={token[1].decode()}&{fields}")
        if status != 302:
            raise ValueError(f"post {status}")


Act = Callable[[Visitor], None]


def _nothing(_visitor: Visitor) -> None: ...


@dataclass(frozen=True, kw_only=True)
class Job:
    """What one visitor does. `before`: how she came there, who fills in a form did not appear from nowhere. Only the `journey` counts."""

    journey: Act
    before: Act = _nothing


def measure(port: int, jobs: Iterable[Job], *, at_once: int) -> Measured:
    """Everybody comes to where she begins; then all journeys with so many at the same time, and nothing else on the server."""
    measured = Measured()
    visits = [(job, Visitor(port)) for job in jobs]
    there = _all([(job.before, visitor) for job, visitor in visits], Measured(), measured.failures, at_once=at_once)
    began, busy = time.perf_counter(), time.process_time()
    _all([(job.journey, visitor) for job, visitor in visits if visitor in there], measured, measured.failures, at_once=at_once)
    measured.whole, measured.busy = time.perf_counter() - began, time.process_time() - busy
    return measured


def _all(acts: Iterable[tuple[Act, Visitor]], measured: Measured, failures: list[str], *, at_once: int) -> set[Visitor]:
    """Who did it. A thread keeps its connection."""
    queue: SimpleQueue[tuple[Act, Visitor]] = SimpleQueue()
    for each in acts:
        queue.put(each)
    did: set[Visitor] = set()
    threads = [threading.Thread(target=_work, args=(queue, did, measured, failures)) for _each in range(at_once)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return did


def _work(queue: "SimpleQueue[tuple[Act, Visitor]]", did: set[Visitor], measured: Measured, failures: list[str]) -> None:
    """List and set take from several threads at once."""
    connection: http.client.HTTPConnection | None = None
    while True:
        try:
            act, visitor = queue.get_nowait()
        except Empty:
            return
        visitor.connection = connection = connection or _connection(visitor.port)
        began = time.perf_counter()
        try:
            act(visitor)
        except (ValueError, OSError, http.client.HTTPException) as problem:
            connection = None
            failures.append(f"{type(problem).__name__} {problem}")
        else:
            measured.times.append(time.perf_counter() - began)
            did.add(visitor)


def _connection(port: int) -> http.client.HTTPConnection:
    return http.client.HTTPConnection("127.0.0.1", port, timeout=60)
