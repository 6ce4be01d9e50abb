"""Folders: the beginnings of names that several items share.

Names have no folders of their own; people give what belongs together the same beginning, up to a dash, and rights are
given for it (`template/card-*`).  So what names begin with is the tree, and nothing has to be kept in order beside it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Folder:
    """The beginning of some names, without the dash after it, and how many of them there are."""

    name: str
    count: int


def in_folder(name: str, folder: str) -> bool:
    """Whether a name lies in a folder; the empty one holds everything."""
    return not folder or name == folder or name.startswith(f"{folder}-")


def folders(names: Iterable[str], folder: str = "") -> list[Folder]:
    """The folders that lie in another, or at the top, each with the longest beginning that all of it shares."""
    inside = sorted(it for it in names if in_folder(it, folder))
    groups: dict[str, list[str]] = defaultdict(list)
    for name in inside:
        rest = name[len(folder) + 1 :] if folder else name
        if rest:
            groups[rest.partition("-")[0]].append(name)
    found = [Folder(_shared(group), len(group)) for group in groups.values() if len(group) > 1]
    return [it for it in found if it.count < len(inside) or not folder]


def path_to(names: Iterable[str], folder: str) -> list[str]:
    """The folders that one goes through to a folder, itself as the last one."""
    held, path, here = list(names), list[str](), ""
    while here != folder:
        inner = next((it.name for it in folders(held, here) if it.name != here and in_folder(folder, it.name)), folder)
        path.append(inner)
        here = inner
    return path


def _shared(names: list[str]) -> str:
    """The longest beginning, up to a dash or an end, that some names have in common."""
    first, last = names[0].split("-"), names[-1].split("-")
    shared = 0
    while shared < min(len(first), len(last)) and first[shared] == last[shared]:
        shared += 1
    return "-".join(first[:shared])
