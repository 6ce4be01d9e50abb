"""The snapshot: what a run pins before its first row, as `run.json`.

It holds nothing that two runs of the same thing could differ in: no clock, host or worker count.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from ccm.batch.folder import RunFolder, read_json, write_json
from ccm.batch.job import Job
from ccm.batch.lanes import Limits
from ccm.batch.records import Input
from content_blocks.canonical import canonical_hash
from content_blocks.problem import Problem, Refused, refuse

FORMAT = 1


@dataclass(frozen=True)
class Options:
    """What decides the outcomes besides job and input.  `limit` renders the first rows only.

    `bundle`: so many rows share a shard in each channel; none means a file for each message.
    """

    id_field: str = "id"
    limit: int | None = None
    limits: Limits = field(default_factory=Limits)
    bundle: int | None = None

    def data(self) -> dict[str, Any]:
        """As `run.json` holds them; runs with a file for each message say nothing about shards."""
        told = asdict(self)
        return told if self.bundle else {name: value for name, value in told.items() if name != "bundle"}


DEFAULTS = Options()


@dataclass(frozen=True)
class Snapshot:
    """Job, input and options of one run, and for a supplement the certificate of the run it adds to."""

    job: Job
    input: Input
    options: Options
    supplement_to: str | None = None

    def as_json(self) -> dict[str, Any]:
        """What `run.json` says."""
        return {
            "format": FORMAT,
            "input": self.input.data(),
            "job": {
                "opener": self.job.opener,
                "settings": dict(self.job.settings),
                "places": dict(self.job.places),
            },
            "bundles": dict(self.job.bundles),
            "fingerprint": dict(self.job.fingerprint),
            "as_of": self.job.as_of,
            "options": self.options.data(),
            "supplement_to": self.supplement_to,
            "approval": self.job.approval,
        }

    def identity(self) -> dict[str, Any]:
        """What makes it this run and no other: where the input and the library lie is no part of it."""
        return without_places(self.as_json())

    def facts(self) -> dict[str, Any]:
        """What a witness is told when the run begins."""
        template = self.job.settings.get("template")
        return {
            "run": self.hash(),
            "template": template,
            "bundles": dict(self.job.bundles),
            "input": self.input.sha256,
            "as_of": self.job.as_of,
        }

    def hash(self) -> str:
        """The hash that certificates name the run by."""
        return canonical_hash(self.identity())


def without_places(content: Mapping[str, Any]) -> dict[str, Any]:
    """A `run.json` as it would be wherever the input and the library lay."""
    return {**content, "input": {**content["input"], "path": ""}, "job": {**content["job"], "places": {}}}


def pin(folder: RunFolder, snapshot: Snapshot) -> None:
    """Write the snapshot of a new run, or make sure that the run in the folder is this very one."""
    if folder.run.exists():
        refuse_differences(without_places(read_json(folder.run)), snapshot.identity())
    else:
        write_json(folder.run, snapshot.as_json())


def pinned(folder: RunFolder) -> Snapshot:
    """The snapshot of the run in a folder."""
    content = read_json(folder.run)
    if content.get("format") != FORMAT:
        raise refuse(folder.run.name, "run-format-unknown", format=str(content.get("format")))
    try:
        snapshot = _read(content)
        whole = canonical_hash(snapshot.as_json()) == canonical_hash(content)
    except (KeyError, TypeError, ValueError):
        raise refuse(folder.run.name, "run-file-damaged", file=folder.run.name) from None
    if not whole:
        raise refuse(folder.run.name, "run-file-damaged", file=folder.run.name)
    return snapshot


def template_of(out: Path) -> str:
    """The template of the run in a folder, nothing where there is no run: then it is refused later, and better."""
    folder = RunFolder(out)
    return pinned(folder).job.template if folder.run.exists() else ""


def _read(content: Mapping[str, Any]) -> Snapshot:
    job = Job(**content["job"], **{name: content[name] for name in ("bundles", "fingerprint", "as_of", "approval")})
    if not all(isinstance(place, str) for place in dict(job.places).values()):
        raise TypeError("a place is a path")
    options = dict(content["options"])
    options["limits"] = Limits(**options["limits"])
    if "bundle" in options and not (type(options["bundle"]) is int and options["bundle"] > 0):
        raise ValueError("a shard is for some rows")
    source = Input(**{**content["input"], "path": str(content["input"]["path"])})
    return Snapshot(job, source, Options(**options), content["supplement_to"])


def refuse_differences(before: Mapping[str, Any], now: Mapping[str, Any]) -> None:
    """Refuse with everything in which a run differs from what its folder pinned."""
    problems = [Problem("run.json", "run-differs", {"what": what}) for what in differences(before, now)]
    if problems:
        raise Refused(problems)


def differences(before: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[str]:
    """The places that differ, such as `bundles.de` or `input.sha256`; never what stands there."""
    for name in sorted({*before, *now}):
        one, other = before.get(name), now.get(name)
        if isinstance(one, Mapping) and isinstance(other, Mapping):
            yield from (f"{name}.{place}" for place in differences(one, other))
        elif one != other:
            yield name
