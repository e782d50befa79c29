"""Lists of questions that come with the application. Pure.

They are our proposal, derived from the lessons (domain 3.4); the toolkit has no list for key figures (domain 3.1), and pages say so.
A question has the same identity wherever it stands: in the list for key figures, in its mirror, and in every municipality's copy.
"""

from collections.abc import Mapping

from evaluations.shipped.guide import GUIDE
from evaluations.shipped.parts import NAMESPACE, ShippedList, ShippedQuestion, ShippedSection
from evaluations.shipped.plan import PLAN
from evaluations.shipped.surveys import MIRROR, SURVEY

LISTS = (SURVEY, MIRROR, PLAN, GUIDE)
BY_CODE: Mapping[str, ShippedList] = {each.code: each for each in LISTS}

__all__ = ["BY_CODE", "GUIDE", "LISTS", "MIRROR", "NAMESPACE", "PLAN", "SURVEY", "ShippedList", "ShippedQuestion", "ShippedSection"]
