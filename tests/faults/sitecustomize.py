"""Kills a run from inside, at a named point, without the product knowing of it.

Python imports a module of this name when it starts, in a run and in each of its children, if the folder is on
PYTHONPATH.  `CCM_FAULT` is `point:count:target:file`: at the count-th time that any process of the run comes to the
point, the `target` is killed: that process itself, or its whole group.  The file counts the times.
"""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import os
import signal
import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any

Function = Callable[..., Any]


def before(die: Callable[[], None], original: Function) -> Function:
    """Die before the call."""

    def call(*arguments: Any, **named: Any) -> Any:
        die()
        return original(*arguments, **named)

    return call


def half_way(die: Callable[[], None], original: Function) -> Function:
    """Die after the call has been made with half of its last argument."""

    def call(*arguments: Any) -> Any:
        *first, last = arguments
        original(*first, last[: len(last) // 2])
        die()
        return original(*first, last[len(last) // 2 :]) if isinstance(last, list) else original(*arguments)

    return call


def after(die: Callable[[], None], original: Function) -> Function:
    """Die after the call."""

    def call(*arguments: Any, **named: Any) -> Any:
        result = original(*arguments, **named)
        die()
        return result

    return call


Way = Callable[[Callable[[], None], Function], Function]
POINTS: dict[str, tuple[str, str, Way]] = {
    "read": ("ccm.batch.intake", "take_in", before),
    "render": ("ccm.batch.worker", "_result", before),
    "write": ("ccm.batch.worker", "write_part", half_way),
    "spool": ("ccm.batch.spool", "write_spooled", half_way),
    "sync": ("ccm.batch.run", "sync_all", before),
    "journal": ("ccm.batch.journal", "write_all", half_way),
    "journalled": ("ccm.batch.journal", "write_all", after),
    "place": ("ccm.batch.run", "place", half_way),
    "pack": ("ccm.batch.run", "pack", half_way),
    "member": ("ccm.batch.packing", "write_member", before),
    "shard": ("ccm.batch.packing", "put_in_place", before),
    "packed": ("ccm.batch.packing", "sync_all", after),
    "last shard": ("ccm.batch.run", "pack_rest", after),
    "manifest": ("ccm.batch.certificate", "write_lists", after),
    "certificate": ("ccm.batch.certificate", "write_json", before),
    "certified": ("ccm.batch.run", "certify", after),
}


def dies(count: int, target: str, path: str) -> Callable[[], None]:
    """A function that kills at its count-th call, counted over all processes."""

    def die() -> None:
        file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        os.write(file, b".")
        calls = os.fstat(file).st_size
        os.close(file)
        if calls == count:
            os.killpg(0, signal.SIGKILL) if target == "group" else os.kill(os.getpid(), signal.SIGKILL)

    return die


class Faulty(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Loads one module as usual and then puts the fault into it."""

    def __init__(self, module: str, change: Callable[[ModuleType], None]) -> None:
        self.module, self.change = module, change

    def find_spec(self, name: str, path: Any, target: Any = None) -> importlib.machinery.ModuleSpec | None:
        """Only the one module is found here."""
        if name != self.module:
            return None
        spec = importlib.machinery.PathFinder.find_spec(name, path)
        assert spec is not None
        assert spec.loader is not None
        self.loader, spec.loader = spec.loader, self
        return spec

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType | None:
        """As usual."""
        return None

    def exec_module(self, module: ModuleType) -> None:
        """As usual, and then the fault."""
        self.loader.exec_module(module)
        self.change(module)


if "CCM_FAULT" in os.environ:
    point, count, target, path = os.environ["CCM_FAULT"].split(":", 3)
    name, function, way = POINTS[point]
    die = dies(int(count), target, path)
    sys.meta_path.insert(0, Faulty(name, lambda module: setattr(module, function, way(die, getattr(module, function)))))
