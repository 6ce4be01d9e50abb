"""Blocks side by side; on a narrow screen under each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from content_blocks import parts
from content_blocks.block import LEAVES, Block, labelled
from content_blocks.scope import Scope


class Columns(Block):
    """Two or three columns of equal width."""

    type_name: ClassVar = "columns"
    title: ClassVar = {"en": "Columns", "de": "Spalten"}
    place: ClassVar = "piece"
    nested: ClassVar = ("cells",)
    holds: ClassVar = LEAVES

    cells: tuple[tuple[Block, ...], ...] = labelled("Columns", "Spalten", min_length=2, max_length=3)

    def parts(self, scope: Scope) -> Sequence[parts.Part]:
        return [parts.Container("columns", tuple(scope.leaves(cell) for cell in self.cells))]

    specimen: ClassVar = {
        "type": "columns",
        "id": "columns",
        "cells": [
            [{"type": "text", "id": "left", "text": {"en": "Questions?", "de": "Fragen?"}}],
            [{"type": "text", "id": "right", "text": {"en": "Call {{ brand.phone }}.", "de": "{{ brand.phone }}"}}],
        ],
        "short": {"en": "Questions? Call {{ brand.phone }}.", "de": "Fragen? {{ brand.phone }}"},
    }
