"""Lines of the log: for people, or with `CCM_LOG=json` one JSON object a line for programs.

Neither holds a stack trace, the message of an exception, or what a library we do not know says: those quote what they
failed with.
"""

from __future__ import annotations

import json
import logging
import os
import traceback
from collections.abc import Mapping
from datetime import UTC, datetime
from logging.config import dictConfig
from pathlib import Path
from types import TracebackType
from typing import Any

from ccm.telemetry.asked import ASKED
from content_blocks.problem import refuse

SETTING = "CCM_LOG"
KNOWN = ("ccm", "uvicorn", "opentelemetry")
"""Whose messages are shown; of all others only that there was one."""
FACTS = ("method", "route", "status", "milliseconds", "template", "rows", "expected", "quarantined", "code")
"""What a line may say besides, in JSON: counts, and words from closed sets."""


def in_json(settings: Mapping[str, str] = os.environ) -> bool:
    """Whether programs read the log; raises Refused for a form that there is not."""
    form = settings.get(SETTING) or "text"
    if form not in ("text", "json"):
        raise refuse(SETTING, "log-form-unknown", form=form)
    return form == "json"


def log_settings(level: str = "INFO", settings: Mapping[str, str] = os.environ) -> dict[str, Any]:
    """The settings of the standard library's logging: lines on the error output, from a level on."""
    form = f"{__name__}.{'JsonLine' if in_json(settings) else 'TextLine'}"
    ours = {"handlers": ["error"], "level": level, "propagate": False}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"()": form}},
        "handlers": {"error": {"class": "logging.StreamHandler", "formatter": "line"}},
        "loggers": dict.fromkeys(("ccm", "uvicorn"), ours),
        "root": {"handlers": ["error"], "level": "WARNING"},
    }


def log_for_programs(settings: Mapping[str, str] = os.environ) -> bool:
    """Have a command write its log as JSON, if that is wanted; returns whether it is."""
    if wanted := in_json(settings):
        dictConfig(log_settings("INFO", settings))
    return wanted


def place_of(trace: TracebackType | None) -> str:
    """Where something failed: file and line of the last calls, the innermost first."""
    frames = traceback.extract_tb(trace)[-6:]
    return " < ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(frames))


class TextLine(logging.Formatter):
    """Time, level, the id of the request, and a sentence."""

    def format(self, record: logging.LogRecord) -> str:
        """The line; after a fault, its kind and place."""
        asked, message = ASKED.get(), _message(record)
        if asked and not message.startswith(asked.id):
            message = f"{asked.id} {message}"
        line = f"{self.formatTime(record)} {record.levelname} {message}"
        return f"{line}: {_failure(record.exc_info)}" if record.exc_info and record.exc_info[0] else line


class JsonLine(logging.Formatter):
    """An object: time, level, logger, event, the ids of request and user or null, facts, and a sentence."""

    def format(self, record: logging.LogRecord) -> str:
        """The line; one line whatever is in it."""
        asked = ASKED.get()
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "event": getattr(record, "event", "said"),
            "request_id": asked.id if asked else None,
            "user": (asked.user or None) if asked else None,
            **{name: getattr(record, name) for name in FACTS if hasattr(record, name)},
            "message": _message(record),
        }
        if record.exc_info and record.exc_info[0]:
            line["failure"] = _failure(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def _message(record: logging.LogRecord) -> str:
    known = record.name.partition(".")[0] in KNOWN
    return record.getMessage() if known else f"{record.name} said something that is not repeated here"


def _failure(failure: Any) -> str:
    kind, _, trace = failure
    return f"{kind.__name__} at {place_of(trace)}"
