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
    """Times in seconds of one journey, and of the page after it; what failed. `busy`: seconds that the visitors themselves computed."""

    times: list[float] = field(default_factory=list)
    after: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    whole: float = 0.0
    busy: float = 0.0

    def __iadd__(self, other: Self) -> Self:
        for name in ("times", "after", "failures"):
            getattr(self, name).extend(getattr(other, name))
        self.whole, self.busy = self.whole + other.whole, self.busy + other.busy
        return self

    @property
    def median(self) -> float:
        return _milliseconds(self.times)

    @property
    def median_after(self) -> float:
        return _milliseconds(self.after)

    @property
    def per_second(self) -> float:
        return len(self.times) / self.whole


def _milliseconds(seconds: list[float]) -> float:
    return statistics.median(seconds) * 1000 if seconds else float("nan")


class Visitor:
    """One browser. `began`: when the journey that counts begins, `arrived`: when it is over; what a job does before and after is not counted."""

    began = arrived = 0.0

    def __init__(self, port: int) -> None:
        self.port, self.connection, self.cookies = port, http.client.HTTPConnection("127.0.0.1", port, timeout=60), {}

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

    def come_from(self, path: str) -> None:
        """The page before the journey: who fills in a form did not appear from nowhere."""
        status, _page, _location = self.ask("GET", path)
        if status != 200:
            raise ValueError(f"before {status}")
        self.began = time.perf_counter()

    def form(self, path: str, fields: str) -> None:
        """A page with a form, the form sent until the redirect: the journey; then the page after it. Raises what went wrong."""
        status, page, _location = self.ask("GET", path)
        token = TOKEN.search(page)
        if status != 200 or token is None:
            raise ValueError(f"form {status}")
        status, _page, location = self.ask("POST", path, f"csrfmiddlewaretoken={token[1].decode()}&{fields}")
        if status != 302:
            raise ValueError(f"post {status}")
        self.arrived = time.perf_counter()
        status, _page, _location = self.ask("GET", location)
        if status != 200:
            raise ValueError(f"after {status}")


def measure(port: int, jobs: Iterable[Callable[[Visitor], None]], *, at_once: int) -> Measured:  # noqa: C901  a loop in a thread
    """Do all jobs with so many visitors at the same time."""
    queue: SimpleQueue[Callable[[Visitor], None]] = SimpleQueue()
    for job in jobs:
        queue.put(job)
    measured, lock = Measured(), threading.Lock()

    def work() -> None:
        visitor = Visitor(port)
        while True:
            try:
                job = queue.get_nowait()
            except Empty:
                return
            visitor.began, visitor.arrived = time.perf_counter(), 0.0
            try:
                job(visitor)
            except (ValueError, OSError, http.client.HTTPException) as problem:
                visitor = Visitor(port)
                with lock:
                    measured.failures.append(f"{type(problem).__name__} {problem}")
            else:
                ended = time.perf_counter()
                with lock:
                    measured.times.append((visitor.arrived or ended) - visitor.began)
                    if visitor.arrived:
                        measured.after.append(ended - visitor.arrived)

    began, busy = time.perf_counter(), time.process_time()
    threads = [threading.Thread(target=work) for _each in range(at_once)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    measured.whole, measured.busy = time.perf_counter() - began, time.process_time() - busy
    return measured
