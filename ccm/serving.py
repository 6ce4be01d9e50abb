"""The site of a store on an address of this machine, until somebody stops it."""

from __future__ import annotations

from importlib import import_module
from threading import Thread
from typing import Any

import uvicorn

from ccm.api.press import Press
from ccm.store.card_index import read_ahead
from ccm.store.courier import Courier
from ccm.store.home import Home

SITE = "web_editor.site"
"""By name: the pages stand on this room, so it cannot import them."""

LOG: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(message)s"}},
    "handlers": {"error": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {name: {"handlers": ["error"], "level": "INFO", "propagate": False} for name in ("ccm", "uvicorn")},
}
"""Lines on the error output: every request by id, method, route, status and time, and nothing of what was said."""

QUIET: dict[str, Any] = {
    **LOG,
    "loggers": {name: {"handlers": ["error"], "level": "WARNING", "propagate": False} for name in ("ccm", "uvicorn")},
}
"""Only what went wrong: for somebody who looks at the pages and not at the server."""


def serve_site(
    home: Home, host: str, port: int, *, children: int = 2, behind_proxy: bool = False, log: dict[str, Any] = LOG
) -> None:
    """Serve pages and API, render in `children` processes, and tell webhooks.

    Raises SystemExit where the server cannot start, which it has then said itself.
    """
    press = Press(children)
    Thread(target=read_ahead, args=(home,), daemon=True).start()
    try:
        site = import_module(SITE).make_site(home, press)
        with Courier(home):
            uvicorn.run(
                site,
                host=host,
                port=port,
                proxy_headers=behind_proxy,
                access_log=False,
                server_header=False,
                log_config=log,
            )
    finally:
        press.close()
