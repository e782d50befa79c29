"""One sentence in two forms of address: u to a key figure, je to who works for the municipality."""

from dataclasses import dataclass

from django.utils.functional import Promise as LazyText

from accounts.models import Membership


@dataclass(frozen=True)
class Said:
    to_key_figure: str | LazyText
    to_official: str | LazyText

    def to(self, member: Membership) -> str:
        return str(self.to_official if member.needs_second_factor else self.to_key_figure)
