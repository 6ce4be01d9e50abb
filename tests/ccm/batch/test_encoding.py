"""Encodings that are certain, that are refused, and that somebody has to state."""

from __future__ import annotations

from pathlib import Path

import pytest

from ccm.batch.records import open_file
from ccm.batch.records.opening import reopen
from content_blocks.problem import Refused
from tests.ccm.batch.reading import HEADER, read, read_text, refusal

UMLAUTS = [{"id": "1", "name": "Jürgen Groß-Öztürk"}, {"id": "2", "name": "José – 5 €"}]
UMLAUTS_TEXT = HEADER + "1;Jürgen Groß-Öztürk\n2;José – 5 €\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_encodings_that_are_certain(encoding: str, tmp_path: Path) -> None:
    assert read_text(tmp_path, UMLAUTS_TEXT, encoding=encoding) == UMLAUTS


WESTERN = """
    Genève Hélène Thérèse Michèle Adèle Rivière Molière Lumière Agnès Liège Gruyère Ève Crête Forêt Lévêque Chêne
    Compiègne Corrèze Évêché Inês João Guimarães Simões Håkan Åsa Åkesson Måns Kjær Bæk Næss Ærø Forlì Loïc Anaïs
    Moïse Muñoz Peña Núñez Cañizares Nicolò Jørgensen Sørensen Nørgaard Møller Bjørn Høj København Østergaard Tromsø
    Øyvind Tønder Brûlé Lecœur L’Hôpital José Noël Benoît Château François Gonçalves Müller-Lüdenscheidt Öztürk Žižek
    """
CENTRAL = """
    Wałęsa Paweł Łukasz Żółć Kamiński Wiśniewski Dąbrowski Woźniak Święty Dębski Pęcherski Piętek Pręt Maćkowiak Ćwik
    Kościuszko Gdańsk Bąk Dvořák Jiří Řehák Růžička Nováček Kučera Krejčí Němec Kubečka Čapek Čech Kolář Hřbitovní
    Křtiny Břeclav Ďurica Plzeň Vaněk Petrović Kovačević Kovač Ćosić Čačić Kočevar Đokić Erdős Győr Szőke Szűcs Brăila
    Păun Ţiriac Şerban Ionuţ Ľubica Kráľ Vŕba
    """


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("1;Hauptstraße\n", "cp850"),
        ("1;Sørensen\n", "cp850"),
        ("1;5 €\n", "iso8859_15"),
        ("1;Jürgen\n", "cp850"),
        ("1;Bäcker\n", "cp850"),
        ("1;Köln\n", "cp850"),
        ("1;Österreich\n", "cp850"),
        ("1;Jürgen\n", "mac_roman"),
        ("1;Bäcker\n", "mac_roman"),
        ("1;Groß\n", "mac_roman"),
        ("1;Österreich\n", "mac_roman"),
        ("1;Paweł\n", "cp1250"),
        ("1;Şişli\n", "cp1254"),
        ("1;Yıldız\n", "cp1254"),
        ("1;Kraków, Wałęsa\n", "cp1250"),
        ("1;Łukasz Żółć\n", "iso8859_2"),
        ("1;Иван Петров\n", "cp1251"),
        ("1;Αθήνα\n", "cp1253"),
        ("1;Jürgen\n", "utf-16-le"),
        ("1;Jürgen\n", "utf-32-le"),
        ("1;a\0b\n", "utf-8"),
    ],
)
def test_encodings_that_are_not_are_refused(text: str, encoding: str, tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_bytes((HEADER + text).encode(encoding))
    assert refusal(tmp_path / "people.csv") == ["encoding-unknown"]


@pytest.mark.parametrize("name", WESTERN.split())
def test_western_names_are_windows_1252(name: str, tmp_path: Path) -> None:
    for spelled in (name, name.upper()):
        records = read_text(tmp_path, f"{HEADER}1;{spelled}\n", encoding="cp1252")
        assert records == [{"id": "1", "name": spelled}]


@pytest.mark.parametrize("name", CENTRAL.split())
def test_central_european_names_are_not(name: str, tmp_path: Path) -> None:
    for spelled in (name, name.upper()):
        (tmp_path / "people.csv").write_bytes(f"{HEADER}1;Müller\n2;{spelled}\n".encode("cp1250"))
        with pytest.raises(Refused) as refused:
            read(tmp_path / "people.csv")
        assert {problem.code for problem in refused.value.problems} == {"encoding-unknown"}


def test_a_stated_encoding_is_taken_where_none_is_certain(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes((HEADER + "1;Jiří Łukasz\n").encode("cp1250"))
    source = open_file(path, "cp1250")
    assert [record for _, record in source] == [{"id": "1", "name": "Jiří Łukasz"}]
    assert reopen(source.input, tmp_path).input.encoding == "cp1250"
    path.write_text(HEADER + "1;Jiří\n", encoding="utf-8")
    assert [record for _, record in open_file(path, "cp1250")] == [{"id": "1", "name": "Jiří"}]


def test_a_stated_encoding_that_cannot_be_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes((HEADER + "1;Jürgen\n").encode("cp850"))
    with pytest.raises(Refused) as refused:
        open_file(path, "cp1252")
    assert [problem.code for problem in refused.value.problems] == ["encoding-wrong"]


def test_unicode_with_one_line_of_something_else_is_refused_at_any_length(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes((HEADER + "1;Jürgen Groß\n" * 200_000).encode() + "2;Köln\n".encode("cp1252"))
    assert refusal(path) == ["encoding-unknown"]


def test_an_odd_byte_anywhere_in_the_file_counts(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(HEADER.encode() + "1;Jürgen Groß\n".encode("cp1252") * 200_000)
    assert open_file(path).expected == 200_000
    path.write_bytes(path.read_bytes() + "1;Łukasz\n".encode("cp1250"))
    assert refusal(path) == ["encoding-unknown"]
