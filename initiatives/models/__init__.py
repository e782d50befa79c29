"""One file per noun; imported by full path (`from initiatives.models.initiative import Initiative`). Here only so that Django finds them."""

from initiatives.models import initiative, question, task

__all__ = ["initiative", "question", "task"]
