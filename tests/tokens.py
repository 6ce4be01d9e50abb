"""A token for tests: SoftHSM2, which keeps keys in files and is spoken to as any hardware is, by PKCS #11."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from secrets import token_hex

from tests.folders import kept_folder
from tests.optional import missing

PIN, OTHER_PIN = "horse-4711", "horse-4712"
TOKEN, OTHER_TOKEN = "ccm log", "elsewhere"
MAKING = """
import sys
import pkcs11
from pkcs11 import Attribute, KeyType, Mechanism
module, token, pin, label, number, *without = sys.argv[1:]
with pkcs11.lib(module).get_token(token_label=token).open(rw=True, user_pin=pin) as session:
    if "rsa" in without:
        session.generate_keypair(KeyType.RSA, 2048, store=True, label=label, id=bytes.fromhex(number))
        sys.exit()
    curve = {Attribute.EC_PARAMS: bytes.fromhex("06032b6570")}  # the object identifier of Ed25519 (RFC 8410)
    parameters = session.create_domain_parameters(KeyType.EC_EDWARDS, curve, local=True)
    public, private = parameters.generate_keypair(
        mechanism=Mechanism.EC_EDWARDS_KEY_PAIR_GEN, store=True, label=label, id=bytes.fromhex(number)
    )
    for half in without:
        {"public": public, "private": private}[half].destroy()
"""
REMOVING = """
import sys
import pkcs11
module, token, pin, label = sys.argv[1:]
with pkcs11.lib(module).get_token(token_label=token).open(rw=True, user_pin=pin) as session:
    for found in list(session.get_objects({pkcs11.Attribute.LABEL: label})):
        found.destroy()
"""


@cache
def library() -> str:
    """The library that speaks to the tokens of this process; makes them first."""
    places = ("usr/lib/softhsm", "usr/lib/*/softhsm", "usr/lib64/softhsm", "usr/local/lib/softhsm")
    found = [str(path) for place in places for path in Path("/").glob(f"{place}/libsofthsm2.so")]
    if not found or shutil.which("softhsm2-util") is None:
        missing("tests of keys in a token need SoftHSM2: scripts/setup --dev")
    folder = kept_folder("token")
    (folder / "tokens").mkdir()
    (folder / "softhsm2.conf").write_text(f"directories.tokendir = {folder / 'tokens'}\nlog.level = ERROR\n")
    os.environ["SOFTHSM2_CONF"] = str(folder / "softhsm2.conf")  # looked at once, when the library is loaded
    for label in (TOKEN, OTHER_TOKEN):
        words = ["--init-token", "--free", "--label", label, "--so-pin", "12345678", "--pin", PIN]
        subprocess.run(["softhsm2-util", *words], check=True, capture_output=True)
    return found[0]


def address(label: str, token: str = TOKEN, number: str = "", more: str = "") -> str:
    """The address of a key."""
    found = f";id=%{number}" if number else ""
    object_ = f";object={label}" if label else ""
    return f"pkcs11:token={token.replace(' ', '%20')}{object_}{found}?module-path={library()}{more}"


def made(label: str = "", token: str = TOKEN, number: str = "01", without: str = "") -> str:
    """The address of a new Ed25519 key, as somebody who looks after the token makes one; of `without` not that half."""
    name = label or f"key-{token_hex(4)}"
    _outside(MAKING, token, PIN, name, number, *filter(None, [without]))
    return address(name, token)


def removed(label: str, token: str = TOKEN) -> None:
    """Somebody who looks after the token takes a key away."""
    _outside(REMOVING, token, PIN, label)


def label_of(uri: str) -> str:
    """What the key at an address is called."""
    return uri.partition("object=")[2].partition("?")[0].partition(";")[0]


def _outside(code: str, *words: str) -> None:
    subprocess.run([sys.executable, "-c", code, library(), *words], check=True, capture_output=True)
