"""Two real threads, each with a connection of its own, held back until both are ready."""

import threading

from django.db import connection


def at_once(*acts):
    """What each returned or raised, in the order of the acts."""
    start, results = threading.Barrier(len(acts)), [None] * len(acts)

    def run(place, act):
        try:
            start.wait(timeout=10)
            results[place] = act()
        except Exception as problem:  # noqa: BLE001  handed to the test
            results[place] = problem
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    return results
