"""Where webhooks may be sent: nowhere into the network of the server, in whatever way that is written."""

from __future__ import annotations

import pytest

from ccm.hooks.addresses import ALLOWED, networks, reachable, target_of
from ccm.hooks.posting import post
from tests.ccm.store.entering import refusal
from tests.ccm.store.receivers import receiver

UNFIT = (
    "",
    "example.com",
    "http://example.com/",
    "http://127.0.0.2/",
    "http://127.1/",
    "http://localhost.example.com/",
    "ftp://example.com/",
    "file:///etc/passwd",
    "https://",
    "https:///path",
    "https://user@example.com/",
    "https://user:password@example.com/",
    "https://example.com/#there",
    "https://example.com:0/",
    "https://example.com:99999/",
    "https://example.com:x/",
    "https://exa mple.com/",
    "https://example.com/a\r\nX-A: b",
    "https://example.com/\x00",
    "https://bücher.example/",
    "https://[::1/",
    "https://example.com/" + "a" * 2000,
)


@pytest.mark.parametrize("address", UNFIT)
def test_an_address_that_is_none_is_refused(address: str) -> None:
    assert refusal(target_of, address) == "hook-address-unfit"


def test_an_address_is_taken_apart() -> None:
    target = target_of("https://Hooks.Example.com:8443/in?key=1")
    assert (target.secure, target.host, target.port, target.path) == (True, "hooks.example.com", 8443, "/in?key=1")
    assert target.named == "hooks.example.com:8443"
    assert target_of("https://example.com").named == "example.com"
    assert target_of("http://[::1]:8080").named == "[::1]:8080"


CLOSED = (
    "0.0.0.0",
    "10.1.2.3",
    "100.64.0.1",
    "127.0.0.1",
    "127.8.8.8",
    "169.254.169.254",
    "172.16.0.1",
    "192.0.0.1",
    "192.0.2.1",
    "192.168.1.1",
    "198.18.0.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::127.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:169.254.169.254",
    "64:ff9b::10.0.0.1",
    "64:ff9b::169.254.169.254",
    "64:ff9b:1::1",
    "2001::1",
    "2001:db8::1",
    "2002:0a00:0001::1",
    "3fff::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
)


@pytest.mark.parametrize("address", CLOSED)
def test_a_name_that_stands_for_the_inside_is_not_reached(address: str) -> None:
    """Neither alone nor beside an address of the outside."""
    target = target_of("https://hooks.example.com/")
    for found in ([address], ["93.184.215.14", address], [address, "93.184.215.14"]):
        assert refusal(reachable, target, lambda *_, found=found: found, {}) == "hook-address-closed"


@pytest.mark.parametrize("address", [it for it in CLOSED if "%" not in it])
def test_nor_is_it_where_it_is_written_as_it_is(address: str) -> None:
    host = f"[{address}]" if ":" in address else address
    assert refusal(reachable, target_of(f"https://{host}/"), settings={}) == "hook-address-closed"


@pytest.mark.parametrize("host", ["0x7f.1", "2130706433", "0177.0.0.1", "127.1", "0"])
def test_nor_in_a_spelling_that_only_the_system_understands(host: str) -> None:
    assert refusal(reachable, target_of(f"https://{host}/"), settings={}) in (
        "hook-address-closed",
        "hook-unknown-host",
    )


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::ffff:93.184.215.14"])
def test_the_outside_is_reached(address: str) -> None:
    assert reachable(target_of("https://hooks.example.com/"), lambda *_: [address], {})


def test_this_very_machine_is_reached_only_if_the_operator_opened_it() -> None:
    """Whoever administers an organisation could otherwise have the server knock at each of its own ports."""
    target = target_of("http://127.0.0.1/")
    assert refusal(reachable, target, settings={}) == "hook-address-closed"
    assert reachable(target, settings={ALLOWED: "127.0.0.0/8"}) == ["127.0.0.1"]


def test_the_operator_opens_networks() -> None:
    target, settings = target_of("https://hooks.bank.example/"), {ALLOWED: "10.20.0.0/16, fd00:20::/32"}
    for address in ("10.20.3.4", "fd00:20::1"):
        assert reachable(target, lambda *_, address=address: [address], settings) == [address]
    for address in ("10.21.3.4", "fd00:21::1", "127.0.0.1"):
        assert refusal(reachable, target, lambda *_, address=address: [address], settings) == "hook-address-closed"
    assert refusal(networks, {ALLOWED: "everything"}) == "hook-networks-unfit"


def test_a_name_that_stands_for_nothing() -> None:
    def nothing(*_: object) -> list[str]:
        raise OSError

    assert refusal(reachable, target_of("https://hooks.example.com/"), nothing, {}) == "hook-unknown-host"
    assert refusal(reachable, target_of("https://hooks.example.com/"), lambda *_: [], {}) == "hook-address-closed"


def test_what_is_looked_at_is_what_is_connected_to() -> None:
    """A name server that says something else the second time is not asked a second time."""
    answers = [["127.0.0.1"], ["10.0.0.1"]]
    with receiver() as to:
        address = f"http://localhost:{to.port}/"
        assert post(address, {}, b"{}", lambda *_: answers.pop(0)).status == 204
        assert post(address, {}, b"{}", lambda *_: answers.pop(0)).fault == "hook-address-closed"
        assert to.came[0][0]["host"] == f"localhost:{to.port}"
        assert len(to.came) == 1
