"""Hands that only have a keyboard: Tab until something is reached, and see each time where one is."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Locator, Page

FAR = 150
"""So many keys are more than anybody should have to press to get somewhere on one page."""
SHOWS = """(element) => {
    const style = getComputedStyle(element);
    return element.matches(":focus-visible") && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
}"""
"""WCAG 2.2, 2.4.7 (focus visible): a ring of two pixels at least; what one writes in shows its caret instead."""
WRITES = """(element) => element.isContentEditable || ["INPUT", "TEXTAREA"].includes(element.tagName)"""
IN_SIGHT = """(element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight;
}"""
"""WCAG 2.2, 2.4.11 (focus not obscured): at least a part of it is on the screen."""

HERE = """() => (document.activeElement?.outerHTML ?? "").slice(0, 60)"""


@dataclass(frozen=True)
class Hands:
    """Somebody at a page who has no mouse."""

    page: Page

    def to(self, aim: Locator, key: str = "Tab") -> Hands:
        """Press a key until the aim has the focus; fails if it never has, or one cannot see that it has."""
        passed = []
        for _ in range(FAR):
            if aim.count() and aim.first.evaluate("(element) => element === document.activeElement"):
                return self._sees(aim.first)
            passed.append(self.page.evaluate(HERE))
            self.page.keyboard.press(key)
        raise AssertionError(f"{aim} is not reached by {key}, only {passed}")

    def presses(self, *keys: str) -> Hands:
        """Press keys one after the other."""
        for key in keys:
            self.page.keyboard.press(key)
        return self

    def types(self, words: str) -> Hands:
        """Write where one is."""
        self.page.keyboard.type(words)
        return self

    def opens(self, aim: Locator) -> Hands:
        """Go there and press Enter."""
        return self.to(aim).presses("Enter")

    def _sees(self, aim: Locator) -> Hands:
        assert aim.evaluate(IN_SIGHT), f"{aim} has the focus out of sight"
        assert aim.evaluate(WRITES) or aim.evaluate(SHOWS), f"one cannot see that {aim} has the focus"
        return self
