"""axe in the page, with the rules of WCAG 2.0 to 2.2, level A and AA."""

from axe_playwright_python.sync_playwright import Axe

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],  # of all that is right, one element each: much less to describe
}


def violations(page):
    """What axe objects to, as "rule: element", and nothing when the page is right."""
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{each['id']}: {node['html'][:160]}" for each in found for node in each["nodes"]]
