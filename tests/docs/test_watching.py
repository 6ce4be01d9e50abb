"""The page for those who watch over servers and runs names everything that they are told, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

from ccm.api.health import PROBES
from ccm.telemetry import listening, logs
from ccm.telemetry.site_numbers import SiteNumbers
from ccm.telemetry.textfile import RunFile
from ccm.telemetry.told import ATTRIBUTES
from tests.ccm.store.conftest import small
from tests.ccm.store.world import World
from tests.source import ROOT

__all__ = ["small"]

PAGE = (ROOT / "docs" / "watch-over-it.md").read_text()


def test_every_family_of_metrics_is_on_the_page(small: World, tmp_path: Path) -> None:
    collectors = (SiteNumbers(small.home), RunFile(tmp_path / "x.prom", "letter", lambda *_: None))
    families = {
        f"{family.name}_total" if family.type == "counter" else family.name
        for collector in collectors
        for family in collector.collect()
        if not family.name.startswith("process_")
    }
    assert set(re.findall(r"^\| `(ccm_\w+)`", PAGE, re.MULTILINE)) == families


def test_every_attribute_and_every_fact_is_on_the_page() -> None:
    said = PAGE.partition("All that a span may say:")[2].partition("A fault marks")[0]
    assert set(re.findall(r"`([\w.]+)`", said)) == ATTRIBUTES
    line = PAGE.partition("```json")[2].partition("```")[0]
    told = set(re.findall(r'"(\w+)": ', line)) - {"time", "level", "logger", "event", "request_id", "user", "message"}
    assert told <= set(logs.FACTS)


def test_every_setting_and_probe_is_on_the_page() -> None:
    settings = set(re.findall(r"^\| `(CCM_\w+)`", PAGE, re.MULTILINE))
    assert settings == {listening.ADDRESS, listening.TOKEN, logs.SETTING}
    assert set(re.findall(r"^\| `(/\w+)`", PAGE, re.MULTILINE)) == PROBES
