"""People in a browser: the same words of a story, done with a finger, with the keyboard alone, or without JavaScript."""

from pathlib import Path

from django.test import Client
from playwright.sync_api import expect

from tests.e2e.accessibility import violations
from tests.factories.accounts import log_in

PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 800}
IDS_USED_TWICE = "[...document.querySelectorAll('[id]')].map(each => each.id).filter((id, place, all) => all.indexOf(id) !== place)"
LONGEST_WALK = 150  # times Tab before we give up


class Visitor:
    """Somebody at a page. Every page she comes to is checked by axe, and must fit in the width of her screen."""

    def __init__(self, page, base):
        self.page, self.base, self.problems = page, base, []
        page.on("console", lambda message: self.problems.append(message.text) if self._counts(message) else None)
        page.on("pageerror", lambda error: self.problems.append(str(error)))

    @staticmethod
    def _counts(message):
        """A refused form answers 400 or 409 and the browser says so; that is no problem of the page."""
        return message.type == "error" and "the server responded with a status of 4" not in message.text

    def go(self, path):
        self.page.goto(self.base + path)
        self.look()

    def look(self):
        """What must be true of each page."""
        assert not (found := self.faults()), "\n".join([self.page.url, *found])

    def faults(self):
        """What is wrong with the page, at the width it has now."""
        wide = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        twice = self.page.evaluate(IDS_USED_TWICE)
        return [
            *([f"{wide} pixels too wide"] if wide > 0 else []),
            *(f"more than one #{each}: a label then names another field" for each in twice),
            *violations(self._for_axe()),
        ]

    def _for_axe(self):
        return self.page

    def leave(self):
        self.page.context.close()

    def link(self, name):
        self.press(self.page.get_by_role("link", name=name).first)

    def link_in(self, section, name):
        self.press(self.page.get_by_role("region", name=section).get_by_role("link", name=name).first)

    def button(self, name):
        self.press(self.page.get_by_role("button", name=name).first)

    def open(self, name):
        """Unfold what stands folded, when it is not open yet."""
        details = self.page.locator("details", has=self.page.locator("summary", has_text=name)).first
        expect(details, self.page.locator("main").inner_text()[:1500]).to_be_attached(timeout=5000)
        if details.get_attribute("open") is None:
            self._open(details.locator("summary").first)

    def fill(self, label, text):
        self._fill(self.page.get_by_label(label).first, text)

    def choose(self, label):
        whole = self.page.get_by_label(label, exact=True)
        self._choose(whole.first if whole.count() else self.page.get_by_label(label).first)

    def select(self, label, option):
        """One of a list that unfolds."""
        self._select(self.page.get_by_label(label).first, option)

    def choose_in(self, question, label):
        """One of the answers of a question that has the same answers as another."""
        group = self.page.get_by_role("group", name=question)
        self._choose(group.get_by_label(label, exact=True).first)

    def reads(self, *texts):
        for text in texts:
            expect(self.page.locator("main")).to_contain_text(text)

    def does_not_read(self, text):
        expect(self.page.locator("main")).not_to_contain_text(text)

    def download(self, name):
        """The bytes of the file behind a link."""
        with self.page.expect_download() as waiting:
            self._press(self.page.get_by_role("link", name=name).first)
        return Path(waiting.value.path()).read_bytes()

    def press(self, target):
        with self.page.expect_navigation():
            self._press(target)
        self.look()

    def _press(self, target):
        target.click()

    def _open(self, summary):
        summary.click()

    def _fill(self, field, text):
        field.fill(text)

    def _choose(self, option):
        option.check()

    def _select(self, field, option):
        field.select_option(option)


class KeyboardVisitor(Visitor):
    """No mouse, no finger: Tab, Enter, space and arrows."""

    def _walk_to(self, target):
        target.wait_for(state="attached")
        for _step in range(LONGEST_WALK):
            if target.evaluate("element => element === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        message = f"the keyboard does not reach {target}"
        raise AssertionError(message)

    def _press(self, target):
        self._walk_to(target)
        self.page.keyboard.press("Enter")

    def _open(self, summary):
        self._walk_to(summary)
        self.page.keyboard.press("Enter")

    def _fill(self, field, text):
        self._walk_to(field)
        if field.evaluate("element => element.type") in {"date", "time"}:
            field.fill(text)  # what a date picker of the browser does differs; the field itself was reached
            return
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.type(text)

    def _select(self, field, option):
        self._walk_to(field)
        self.page.keyboard.type(option)
        expect(field.locator("option:checked")).to_have_text(option)

    def _choose(self, option):
        if option.evaluate("element => element.type") == "checkbox":
            self._walk_to(option)
            if not option.is_checked():
                self.page.keyboard.press("Space")
            return
        self._walk_to_group(option)
        for _step in range(20):
            if option.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        self.page.keyboard.press("Space")
        expect(option).to_be_checked()

    def _walk_to_group(self, option):
        name = option.get_attribute("name")
        for _step in range(LONGEST_WALK):
            if self.page.evaluate("name => document.activeElement.name === name", name):
                if not option.is_checked():
                    self.page.keyboard.press("Space")
                return
            self.page.keyboard.press("Tab")
        message = f"the keyboard does not reach {name}"
        raise AssertionError(message)


class ScriptlessVisitor(Visitor):
    """JavaScript is off. axe cannot do without: it reads a copy of the page in a window beside it, in which no script of ours runs."""

    def __init__(self, page, base):
        super().__init__(page, base)
        self._beside = page.context.browser.new_context(viewport=page.viewport_size, locale="nl-NL").new_page()
        self._beside.route("**/*", self._answer)

    def look(self):
        expect(self.page.locator("h1").first).to_be_visible()
        super().look()

    def leave(self):
        self._beside.context.close()
        super().leave()

    def _for_axe(self):
        self._beside.goto(self.page.url)
        return self._beside

    def _answer(self, route):
        if route.request.is_navigation_request():
            html = self.page.content().replace("<noscript>", "<div>").replace("</noscript>", "</div>")
            route.fulfill(body=html, content_type="text/html; charset=utf-8")
        elif route.request.resource_type == "script":
            route.abort()
        else:
            route.continue_()


def arrive(chromium, live_server, *, kind=Visitor, screen=PHONE):
    """Somebody whom nobody knows, at a screen of her own."""
    context = chromium.new_context(viewport=screen, locale="nl-NL", java_script_enabled=kind is not ScriptlessVisitor)
    return kind(context.new_page(), live_server.url)


def visit(chromium, live_server, member, *, kind=Visitor, screen=PHONE):
    """Somebody who is logged in."""
    she = arrive(chromium, live_server, kind=kind, screen=screen)
    session = log_in(Client(), member).cookies["sessionid"].value
    she.page.context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    return she
