"""What stands around a message in a tar archive, in the pax interchange format of POSIX.1-2001.

A shard has to come out the same byte for byte wherever and whenever it is made, and is checked byte for byte years
later.  So these few fields are ours, and no library's newer version changes one: every member belongs to nobody, and is
as old as the oldest day that archives of all kinds can say.
"""

from __future__ import annotations

BLOCK = 512
END = bytes(2 * BLOCK)
"""Two empty blocks close an archive."""

LONGEST_NAME = 100
"""A name that is longer comes before its member, in a record of its own."""

_FROM = 315_532_800
"""1980-01-01: later than any tool finds implausible, and never in the future."""

_CHECKSUM = slice(148, 156)


def head(name: str, size: int) -> bytes:
    """What comes before the content of a file: one block, or three where its name is long."""
    raw = name.encode("ascii", "backslashreplace")
    if len(raw) <= LONGEST_NAME:
        return _block(raw, size, b"0")
    record = _record(b"path", raw)
    return _block(raw, len(record), b"x") + record + padding(len(record)) + _block(raw, size, b"0")


def padding(size: int) -> bytes:
    """What comes after a content of this size, up to the next full block."""
    return bytes(-size % BLOCK)


def _block(name: bytes, size: int, kind: bytes) -> bytes:
    """A header of one block: numbers in octal, and a sum over all bytes that takes itself for blanks."""
    start = name[:LONGEST_NAME].ljust(100, b"\0") + b"0000644\0" + b"0000000\0" * 2
    times = b"%011o\0%011o\0" % (size, _FROM)
    block = bytearray((start + times + b" " * 8 + kind + bytes(100) + b"ustar\x0000").ljust(BLOCK, b"\0"))
    block[_CHECKSUM] = b"%06o\0 " % sum(block)
    return bytes(block)


def _record(name: bytes, value: bytes) -> bytes:
    """A pax record says first how long it is, counting what says so."""
    rest = b" %s=%s\n" % (name, value)
    length = len(rest) + len(str(len(rest)))
    length = len(rest) + len(str(length))
    return str(length).encode() + rest
