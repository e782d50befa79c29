"""One run of a job in a process of its own, and the line that tells it."""

import json
import subprocess
import sys

from tests.bench.web import ROOT, say


def run_job(name: str, total: int) -> None:
    """`total`: rows in the table of which the job looks for some."""
    done = subprocess.run([sys.executable, "-m", "tests.bench.job", name], cwd=ROOT, capture_output=True, text=True, check=True)
    told = json.loads(done.stdout.strip().splitlines()[-1])
    say(name, total, told["count"], f"{told['seconds']:.1f}", f"{told['memory']:.0f}")
