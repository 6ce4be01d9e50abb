"""Progress as a terminal and as a log see it."""

from __future__ import annotations

import io

from ccm.batch.progress import rate_in_words, shown


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Yes."""
        return True


def test_a_log_gets_a_plain_line_every_tenth() -> None:
    stream = io.StringIO()
    with shown(stream) as progress:
        for done in range(0, 1001, 20):
            progress(done, 1000, done // 500)
    text = stream.getvalue().splitlines()
    assert len(text) == 10
    assert text[0].startswith("100/about 1,000 rows, 0 quarantined, ")
    assert text[-1].startswith("1,000/about 1,000 rows, 2 quarantined, ")
    assert "\x1b" not in stream.getvalue()


def test_a_terminal_gets_a_bar() -> None:
    stream = Terminal()
    with shown(stream, "de_DE") as progress:
        progress(500, 1000, 1)
        progress(1000, 1000, 3)
    assert "1000/1000" in stream.getvalue()
    assert "zurückgehalten" in stream.getvalue()


def test_a_slow_rate_is_not_called_none() -> None:
    assert [rate_in_words(rate) for rate in (0.44, 1.26, 15.6, 1234.5)] == ["0.4", "1.3", "16", "1,234"]


def test_more_rows_than_expected_are_no_fault() -> None:
    for stream in (io.StringIO(), Terminal()):
        with shown(stream) as progress:
            progress(15, 10, 0)
            progress(20, None, 0)
        assert stream.getvalue()
