"""One file per noun; imported by full path (`from approach.models.vision import Vision`). Here only so that Django finds them."""

from approach.models import lesson, page, report, support, vision

__all__ = ["lesson", "page", "report", "support", "vision"]
