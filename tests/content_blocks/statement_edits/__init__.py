"""Edits of the account statement that ships, each with the class its change must get."""

from __future__ import annotations

from tests.content_blocks.statement_edits.looks import LAYOUT, NONE, STYLE
from tests.content_blocks.statement_edits.means import Edits
from tests.content_blocks.statement_edits.rules import DATA_CONTRACT, RULES
from tests.content_blocks.statement_edits.wording import BUSINESS_WORDING, REGULATED_WORDING

EDITS: Edits = {**BUSINESS_WORDING, **REGULATED_WORDING, **RULES, **DATA_CONTRACT, **LAYOUT, **STYLE, **NONE}
