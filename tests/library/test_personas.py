"""The personas that ship come out as they expect, under every brand: what `ccm template test` says of each template."""

from __future__ import annotations

import pytest

from ccm.persona_tests import try_personas
from templates_store.file_library import SHIPPED, Library

LIBRARY = Library(SHIPPED)


@pytest.mark.parametrize("template", LIBRARY.template_names())
def test_every_persona_comes_out_as_it_expects(template: str) -> None:
    verdicts = list(try_personas(LIBRARY, template))
    assert verdicts
    assert [verdict for verdict in verdicts if not verdict.passed] == []
