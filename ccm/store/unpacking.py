"""Unpacking: a library that came as an archive becomes a folder again, bounded and nowhere but in its place."""

from __future__ import annotations

import errno
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import BadZipFile, ZipFile, ZipInfo

from content_blocks.problem import refuse

MOST_FILES = 20_000
MOST_BYTES = 200 << 20
UNREADABLE = (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)
"""What the archive library raises for what is no ZIP, is damaged, encrypted, or packed in a way it does not know."""
UNFIT_NAMES = frozenset({errno.ENAMETOOLONG, errno.EISDIR, errno.ENOTDIR, errno.EEXIST, errno.EINVAL})
"""What the system says of names that no file can have, or that are in each other's way."""


@contextmanager
def unpacked(content: bytes) -> Iterator[Path]:
    """The folder that an archive holds, as long as it is looked at; raises Refused for one that cannot be taken apart.

    A member is written inside the folder whatever its name says, and never as a link.
    """
    with TemporaryDirectory() as folder:
        try:
            with ZipFile(BytesIO(content)) as archive:
                _refuse_too_much(archive.infolist())
                archive.extractall(folder)
        except UNREADABLE:
            raise refuse("", "archive-unreadable") from None
        except OSError as error:
            if error.errno not in UNFIT_NAMES:
                raise
            raise refuse("", "archive-unreadable") from None
        yield Path(folder)


def _refuse_too_much(members: list[ZipInfo]) -> None:
    """No member unpacks to more than it announces: the archive library stops reading there."""
    if len(members) > MOST_FILES or sum(member.file_size for member in members) > MOST_BYTES:
        raise refuse("", "archive-too-large", files=MOST_FILES, megabytes=MOST_BYTES >> 20)
