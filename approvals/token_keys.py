"""Signing keys that never leave a token: a smart card or a hardware security module, spoken to by PKCS #11.

The key is an Edwards key over Ed25519 (CKK_EC_EDWARDS, mechanism CKM_EDDSA without parameters, PKCS #11 3.0), so what
it signs is checked like what any other signs.  It is made on the token by whoever keeps it; here it is only used.

One session with a token stays open as long as the process, since signing in may take a second.  A PIN that a token
has refused is not tried again in this process: tokens count, and lock themselves.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from approvals.key_uri import KeyUri
from approvals.keys import OTHERS, Signature, key_id, verifies
from approvals.record import record_bytes
from approvals.refusal import NotAllowed

if TYPE_CHECKING:  # the library is an extra: who keeps keys in files does without
    import pkcs11

T = TypeVar("T")

ED25519_BYTES = 32
_one_at_a_time = threading.RLock()
_sessions: dict[tuple[str, str, str], tuple[str, pkcs11.Session]] = {}
_refused: set[tuple[str, str, str, str]] = set()


@dataclass(frozen=True)
class TokenKey:
    """A key in a token; `public` is its public half in hexadecimal."""

    uri: KeyUri
    public: str
    pin: str = field(repr=False)

    def sign(self, record: Mapping[str, Any]) -> Signature:
        """A signature over the canonical JSON of a record; raises NotAllowed where the token makes none."""
        made = _with_session(self.uri, self.pin, lambda session: _signed(session, self.uri, record_bytes(record)))
        signature = Signature(key_id(self.public), made.hex())
        if not verifies(record, signature, self.public):  # the private half is another key's
            raise NotAllowed("key-token-failed", key=str(self.uri), error="signature")
        return signature


def token_key(uri: KeyUri, pin: str = "") -> TokenKey:
    """The key in a token; raises NotAllowed where the token, the key or the library is not there, or the PIN is wrong.

    The PIN is that in the file which the URI names, or else `pin`.
    """
    secret = _pin(uri, pin)
    return TokenKey(uri, _with_session(uri, secret, lambda session: _public(session, uri)), secret)


def _pin(uri: KeyUri, given: str) -> str:
    if not uri.pin_source:
        if not given:
            raise NotAllowed("key-pin-missing", key=str(uri))
        return given
    path = Path(uri.pin_source)
    try:
        if path.stat().st_mode & OTHERS:
            raise NotAllowed("key-file-open", file=path.name)
        return path.read_text(encoding="utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError):
        raise NotAllowed("key-pin-unreadable", file=path.name) from None


def _with_session(uri: KeyUri, pin: str, work: Callable[[pkcs11.Session], T]) -> T:
    """Do something with a token; once more if the session that was open is over, as after the token was taken out."""
    try:
        from pkcs11 import exceptions
    except ImportError:
        raise NotAllowed("key-token-unsupported") from None
    if "/" in uri.module and not Path(uri.module).is_file():
        raise NotAllowed("key-module-missing", file=uri.module)
    try:
        with _one_at_a_time:
            was_open = _where(uri) in _sessions
            try:
                return work(_session(uri, pin))
            except exceptions.PKCS11Error as error:
                if not was_open or isinstance(error, _final()):
                    raise
                _forget(uri)
                return work(_session(uri, pin))
    except exceptions.PKCS11Error as error:
        _forget(uri)
        raise _told(uri, error) from None


def _session(uri: KeyUri, pin: str) -> pkcs11.Session:
    import pkcs11
    from pkcs11 import exceptions

    where, digest = _where(uri), sha256(pin.encode()).hexdigest()
    if (*where, digest) in _refused:
        raise exceptions.PinIncorrect
    known = _sessions.get(where)
    if known and known[0] == digest and _is_open(known[1]):
        return known[1]
    if known:
        _forget(uri)
    try:
        library, serial = pkcs11.lib(uri.module), uri.serial.encode() or None
        token = library.get_token(token_label=uri.token or None, token_serial=serial)
        session = _opened(token, pin)
    except (exceptions.PinIncorrect, exceptions.PinLenRange, exceptions.PinInvalid, exceptions.PinLocked):
        _refused.add((*where, digest))
        raise
    _sessions[where] = (digest, session)
    return session


def _is_open(session: pkcs11.Session) -> bool:
    """Whether a session still is one, asked in a way that leaves nothing behind in the library if it is not."""
    from pkcs11 import exceptions as of

    try:
        session.generate_random(64)
    except (of.SessionHandleInvalid, of.SessionClosed, of.DeviceRemoved, of.DeviceError, of.TokenNotPresent):
        return False
    except of.PKCS11Error:  # such as a token that makes no random numbers
        return True
    return True


def _opened(token: pkcs11.Token, pin: str) -> pkcs11.Session:
    from pkcs11 import exceptions

    try:
        return token.open(user_pin=pin)
    except exceptions.UserAlreadyLoggedIn:  # by another name of the same token: whoever is in is in for all sessions
        return token.open()


def _where(uri: KeyUri) -> tuple[str, str, str]:
    return uri.module, uri.token, uri.serial


def _forget(uri: KeyUri) -> None:
    from pkcs11 import exceptions

    with _one_at_a_time:
        _digest, session = _sessions.pop(_where(uri), ("", None))
        if session is not None:
            try:
                session.close()
            except exceptions.PKCS11Error:  # it is gone, which is what was wanted
                return


def _public(session: pkcs11.Session, uri: KeyUri) -> str:
    import pkcs11

    found = _half(session, uri, pkcs11.ObjectClass.PUBLIC_KEY)
    point = bytes(found[pkcs11.Attribute.EC_POINT])[-ED25519_BYTES:]  # bare, or in the DER of an octet string
    if len(point) != ED25519_BYTES:
        raise NotAllowed("key-token-missing", key=str(uri))
    _half(session, uri, pkcs11.ObjectClass.PRIVATE_KEY)
    return point.hex()


def _half(session: pkcs11.Session, uri: KeyUri, kind: pkcs11.ObjectClass) -> Any:
    """One half of the key; raises NotAllowed where there is none, or where nobody can tell which."""
    import pkcs11

    wanted: dict[pkcs11.Attribute, Any] = {
        pkcs11.Attribute.CLASS: kind,
        pkcs11.Attribute.KEY_TYPE: pkcs11.KeyType.EC_EDWARDS,
    }
    if uri.object:
        wanted[pkcs11.Attribute.LABEL] = uri.object
    if uri.id:
        wanted[pkcs11.Attribute.ID] = uri.id
    found = list(session.get_objects(wanted))  # to the end: a search that is left open disturbs the next
    if len(found) != 1:
        raise NotAllowed("key-token-ambiguous" if found else "key-token-missing", key=str(uri))
    return found[0]


def _signed(session: pkcs11.Session, uri: KeyUri, content: bytes) -> bytes:
    import pkcs11

    private = _half(session, uri, pkcs11.ObjectClass.PRIVATE_KEY)
    return bytes(private.sign(content, mechanism=pkcs11.Mechanism.EDDSA))


def _final() -> tuple[type[Exception], ...]:
    """What would be the same if it was tried again."""
    from pkcs11 import exceptions as of

    return of.PinIncorrect, of.PinInvalid, of.PinLenRange, of.PinLocked


def _told(uri: KeyUri, error: Exception) -> NotAllowed:
    from pkcs11 import exceptions as of

    codes: tuple[tuple[tuple[type[Exception], ...], str], ...] = (
        ((of.PinIncorrect, of.PinInvalid, of.PinLenRange), "key-pin-wrong"),
        ((of.PinLocked,), "key-pin-locked"),
        ((of.MultipleTokensReturned,), "key-token-ambiguous"),
        ((of.NoSuchToken, of.TokenNotPresent, of.DeviceRemoved), "key-token-gone"),
    )
    for kinds, code in codes:
        if isinstance(error, kinds):
            return NotAllowed(code, key=str(uri))
    return NotAllowed("key-token-failed", key=str(uri), error=type(error).__name__)
