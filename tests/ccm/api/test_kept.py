"""What was costly is made once for all who ask at a time, and forgotten when others are asked for more."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from ccm.api.kept import Kept


def test_two_who_ask_at_once_wait_for_one_making() -> None:
    kept, made, together = Kept[int](4), list[int](), Barrier(8)

    def ask(_number: int) -> int:
        together.wait()
        return kept.get("same", lambda: made.append(1) or len(made))  # type: ignore[func-returns-value]

    with ThreadPoolExecutor(8) as people:
        assert set(people.map(ask, range(8))) == {1}


def test_the_oldest_goes_first() -> None:
    kept, made = Kept[str](2), list[str]()
    for key in ("a", "b", "a", "c", "a", "b"):
        kept.get(key, lambda key=key: made.append(key) or key)  # type: ignore[misc,func-returns-value]
    assert made == ["a", "b", "c", "b"]


def test_what_fails_is_asked_for_again() -> None:
    kept = Kept[int](2)
    with pytest.raises(ZeroDivisionError):
        kept.get("key", lambda: 1 // 0)
    assert kept.get("key", lambda: 2) == 2
