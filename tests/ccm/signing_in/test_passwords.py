"""Passwords are kept so that nobody reads them, and those that are tried first are not taken."""

from __future__ import annotations

from unicodedata import normalize

import argon2
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from ccm.signing_in.guessing import choices
from ccm.signing_in.passwords import (
    LONGEST,
    NOBODY,
    SHORTEST,
    hashed,
    needs_new_hash,
    password_problems,
    verify,
)

GOOD = "korrekt Pferd Batterie Heftklammer"


def codes(password: str, login: str = "nadja", name: str = "Nadja Öztürk") -> list[str]:
    return [problem.code for problem in password_problems(password, login, name)]


def test_only_the_password_itself_is_right() -> None:
    kept = hashed(GOOD)
    assert GOOD not in kept
    assert kept.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert kept != hashed(GOOD)
    assert verify(kept, GOOD)
    assert not verify(kept, f"{GOOD} ")
    assert not verify(kept, GOOD.upper())
    assert not verify(kept, "")


@pytest.mark.parametrize(
    ("chosen", "typed"),
    [
        ("Pferd Öl Batterie Möhre", normalize("NFD", "Pferd Öl Batterie Möhre")),
        ("Pferd Batterie Heftklammer", "Pferd\u00a0Batterie\u3000Heftklammer"),
        ("Pferd Batterie 2026 Klammer", "Pferd Batterie ２０２６ Klammer"),
        ("Aﬀe mit 한국어 Tastatur", normalize("NFD", "Affe mit 한국어 Tastatur")),
    ],
    ids=["two code points", "other blanks", "wide digits", "ligature"],
)
def test_it_does_not_matter_how_a_keyboard_writes_a_letter(chosen: str, typed: str) -> None:
    assert chosen != typed
    assert verify(hashed(chosen), typed)


@pytest.mark.parametrize("kept", [None, "", "no hash", "$argon2id$v=19$m=65536,t=3,p=4$c2FsdA$", NOBODY])
@pytest.mark.parametrize(
    "password", [GOOD, "", "x" * 10_000, "\ud800", "\0"], ids=["good", "no", "long", "half", "nul"]
)
def test_where_nothing_is_kept_every_password_is_wrong(kept: str | None, password: str) -> None:
    assert not verify(kept, password)


@pytest.mark.parametrize("kept", [None, "kept"])
@pytest.mark.parametrize("password", [GOOD, "", "x" * 10_000])
def test_one_hash_is_computed_whether_somebody_exists_or_not(
    kept: str | None, password: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The work is counted where it is done, at the library's own door."""
    stored = hashed("some other words altogether") if kept else None
    seen: list[str] = []
    true_verify = argon2.PasswordHasher.verify

    def counted(self: argon2.PasswordHasher, hash: str, password: bytes) -> bool:
        seen.append(hash.rpartition("$")[0].rpartition("$")[0])
        return bool(true_verify(self, hash, password))

    monkeypatch.setattr(argon2.PasswordHasher, "verify", counted)
    assert not verify(stored, password)
    assert seen == ["$argon2id$v=19$m=65536,t=3,p=4"]


def test_a_hash_of_other_parameters_is_made_anew() -> None:
    weak = argon2.PasswordHasher(time_cost=1, memory_cost=8192, parallelism=1).hash(GOOD.encode())
    assert verify(weak, GOOD)
    assert needs_new_hash(weak)
    assert not needs_new_hash(hashed(GOOD))
    assert not needs_new_hash(NOBODY)


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("", "password-too-short"),
        ("Pferd Batterie", "password-too-short"),
        ("ﬀ" * 7, "password-too-short"),
        (GOOD * 6, "password-too-long"),
        ("x" * 1_000_000, "password-too-long"),
        ("\ufdfa" * 15, "password-too-long"),
        (f"{GOOD}\n", "password-unwritable"),
        (f"{GOOD}\0", "password-unwritable"),
        (f"{GOOD}\ud800", "password-unwritable"),
        (f"{GOOD}\U000e0fff", "password-unwritable"),
        ("aaaaaaaaaaaaaaaa", "password-guessable"),
        ("abcabcabcabcabcabc", "password-guessable"),
        ("Xk7Xk7Xk7Xk7Xk7Xk7X", "password-guessable"),
        ("123456789012345", "password-guessable"),
        ("qwertzuiopü+asdf", "password-guessable"),
        ("abcdefghijklmnop", "password-guessable"),
        ("zyxwvutsrqponml", "password-guessable"),
        ("Password12345678", "password-guessable"),
        ("PasswortPasswort1!", "password-guessable"),
        ("Willkommen2026!", "password-guessable"),
        ("Sommer2026Winter", "password-guessable"),
        ("nadjanadja12345!", "password-personal"),
        ("Nadja Öztürk 84!", "password-personal"),
        ("öztürk.nadja-1984", "password-personal"),
    ],
)
def test_a_password_that_is_not_good_enough_is_refused(password: str, code: str) -> None:
    assert codes(password) == [code]


@pytest.mark.parametrize("login", ["nadja.oeztuerk@example.com", "nadja.oeztuerk"])
def test_a_login_is_no_password(login: str) -> None:
    assert codes("nadja.oeztuerk@example.com", "nadja.oeztuerk@example.com") == ["password-personal"]
    assert codes(normalize("NFD", "öztürk öztürk 84"), name=normalize("NFD", "Öztürk")) == ["password-personal"]
    assert codes("nadja.oeztuerk42", login) == ["password-personal"]


@pytest.mark.parametrize(
    "password",
    [
        GOOD,
        "correct horse battery staple",
        "Nadja mag Heftklammern aus Batterien",
        "x7$Kq!29vTz#mW4p",
        "wo ist der blaue elefant",
        "私は毎朝七時に起きて珈琲を飲む",
        "пароль лошадь скрепка",
        "🐴🔋📎✅🐴 pferd batterie",
        "fpzqhvbtxdkwmjr",
    ],
)
def test_whatever_else_people_choose_is_taken(password: str) -> None:
    assert codes(password) == []


@settings(max_examples=300)
@given(st.text(max_size=LONGEST + 10), st.text(max_size=20), st.text(max_size=20))
@example("\u1100" * 20, "", "")
def test_every_text_is_judged_and_judged_alike_in_every_form(password: str, login: str, name: str) -> None:
    found = codes(password, login, name)
    assert len(found) <= 1
    assume(len(normalize("NFD", password)) <= LONGEST)
    assert codes(normalize("NFC", password), login, name) == codes(normalize("NFD", password), login, name)
    if not found:
        assert SHORTEST <= len(normalize("NFKC", password)) <= LONGEST


@given(st.text(alphabet="abcdefghij $7ü", max_size=30), st.integers(2, 5))
def test_saying_it_again_makes_nothing_harder_to_guess(word: str, times: int) -> None:
    assert choices(word * times) <= choices(word) + 1


@given(st.text(min_size=3, max_size=20).filter(str.isalnum))
def test_ones_own_name_is_no_choice_at_all(name: str) -> None:
    assert choices(name, (name,)) <= 1
