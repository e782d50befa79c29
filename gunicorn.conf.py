"""The web server. Variables: WEB_CONCURRENCY (processes), WEB_THREADS (threads in each), else one process of eight threads."""

import gc
import os

worker_class = "gthread"
threads = int(os.environ.get("WEB_THREADS", "8"))
timeout = 60
graceful_timeout = 20
keepalive = 5
max_requests = 10_000
max_requests_jitter = 1_000
control_socket_disable = True
# Health pages answer for the machine itself; what forwards requests decides who else may reach us.
forwarded_allow_ips = "127.0.0.1"


def post_worker_init(_worker):  # type: ignore[no-untyped-def]  # gunicorn's hook
    """Garbage is looked for less often, and never among what was loaded at the start; most goes without it.

    Without a broker the jobs run inside the one web process (`make run`).
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 10, 10)
    if os.environ.get("WORK_INSIDE_WEB"):
        from sleutelfiguren import inside

        inside.start()
