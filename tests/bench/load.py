"""Visitors at a server: threads that each keep one connection and measure what they wait for."""

import http.client
import re
import statistics
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue

TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="([^"]+)"')


@dataclass
class Measured:
    """Times in seconds of one journey; what failed."""

    times: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    whole: float = 0.0

    @property
    def median(self) -> float:
        return statistics.median(self.times) * 1000  # milliseconds

    @property
    def per_second(self) -> float:
        return len(self.times) / self.whole


class Visitor:
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

    def form(self, path: str, fields: str) -> None:
        """A page with a form, the form sent, and the page after it. Raises what went wrong."""
        status, page, _location = self.ask("GET", path)
        token = TOKEN.search(page)
        if status != 200 or token is None:
            raise ValueError(f"form {status}")
        status, _page, location = self.ask("POST", path, f"csrfmiddlewaretoken={token[1].decode()}&{fields}")
        if status != 302:
            raise ValueError(f"post {status}")
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
            began = time.perf_counter()
            try:
                job(visitor)
            except (ValueError, OSError, http.client.HTTPException) as problem:
                visitor = Visitor(port)
                with lock:
                    measured.failures.append(f"{type(problem).__name__} {problem}")
            else:
                with lock:
                    measured.times.append(time.perf_counter() - began)

    began = time.perf_counter()
    threads = [threading.Thread(target=work) for _each in range(at_once)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    measured.whole = time.perf_counter() - began
    return measured
