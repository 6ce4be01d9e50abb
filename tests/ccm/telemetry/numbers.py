"""Numbers as Prometheus reads them."""

from __future__ import annotations

from prometheus_client import generate_latest
from prometheus_client.parser import text_string_to_metric_families
from prometheus_client.registry import Collector

Numbers = dict[tuple[str, frozenset[tuple[str, str]]], float]


def numbers_in(text: str) -> Numbers:
    """Every sample by name and labels; none comes twice, and none says when."""
    found: Numbers = {}
    for family in text_string_to_metric_families(text):
        for sample in family.samples:
            key = (sample.name, frozenset(sample.labels.items()))
            assert key not in found, key
            assert sample.timestamp is None
            found[key] = sample.value
    return found


def numbers_of(collector: Collector) -> Numbers:
    """What a collector tells."""
    return numbers_in(generate_latest(collector).decode())


def number(found: Numbers, name: str, **labels: str) -> float:
    """One of them; what was not counted yet is none."""
    return found.get((name, frozenset(labels.items())), 0.0)


def labels_of(found: Numbers) -> set[str]:
    """All values of labels."""
    return {value for _, labels in found for _, value in labels}
