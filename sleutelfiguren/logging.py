"""Structured logs without content.

An exception's message can hold what somebody typed (Postgres repeats whole rows in it), so only its type and the
places in the code are written; of a request only method, path and status.
"""

import logging
import traceback
from typing import Any

from django.http import HttpRequest
from django.views.debug import SafeExceptionReporterFilter
from pythonjsonlogger.json import JsonFormatter

EXTRA = ("event", "status_code", "count", "kind", "subject", "seconds")


class EventFormatter(JsonFormatter):
    """One JSON object a line: time, level, logger, message, and known extras only."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    def formatException(self, ei: Any) -> str:  # noqa: ANN401, N802  signature of the standard library
        kind, _error, trace = ei
        frames = " > ".join(f"{f.filename.rsplit('/', 2)[-1]}:{f.lineno} {f.name}" for f in traceback.extract_tb(trace))
        return f"{kind.__name__} at {frames}"

    def process_log_record(self, log_data: dict[str, Any]) -> dict[str, Any]:
        known = {"asctime", "levelname", "name", "message", "exc_info", *EXTRA}
        return {key: value for key, value in log_data.items() if key in known}

    def format(self, record: logging.LogRecord) -> str:
        if record.exc_info and record.exc_info[1] is not None and str(record.exc_info[1]) in record.getMessage():
            record = logging.makeLogRecord({**record.__dict__, "msg": "error", "args": ()})
        record.exc_text = None
        return super().format(record)


class SilentReporterFilter(SafeExceptionReporterFilter):
    """Error reports never show what was posted nor the value of any local variable."""

    def is_active(self, request: HttpRequest | None) -> bool:  # noqa: ARG002
        return True

    def get_post_parameters(self, request: HttpRequest | None) -> dict[str, Any]:
        return dict.fromkeys(request.POST, self.cleansed_substitute) if request is not None else {}

    def get_traceback_frame_variables(self, request: HttpRequest | None, tb_frame: Any) -> Any:  # noqa: ANN401, ARG002
        return ()
