"""The site of a store on an address of this machine, until somebody stops it."""

from __future__ import annotations

from importlib import import_module
from logging.config import dictConfig
from threading import Thread

import uvicorn

from ccm.api.press import Press
from ccm.store.card_index import read_ahead
from ccm.store.courier import Courier
from ccm.store.home import Home
from ccm.telemetry.listening import listening, listening_of
from ccm.telemetry.logs import log_settings
from ccm.telemetry.site_numbers import SiteNumbers
from ccm.telemetry.steps import ask_for_steps
from ccm.telemetry.traces import traced

SITE = "web_editor.site"
"""By name: the pages stand on this room, so it cannot import them."""


def serve_site(
    home: Home, host: str, port: int, *, children: int = 2, behind_proxy: bool = False, level: str = "INFO"
) -> None:
    """Serve pages and API, render in `children` processes, and tell webhooks.

    The log has lines from a level on: every request by id, method, route, status and time, and nothing of what was
    said.  Raises SystemExit where the server cannot start, which it has then said itself, and Refused for settings that
    do not make sense.
    """
    where, log = listening_of(), log_settings(level)
    dictConfig(log)
    press = Press(children)
    if where:
        ask_for_steps()
    Thread(target=read_ahead, args=(home,), daemon=True).start()
    try:
        site = import_module(SITE).make_site(home, press)
        with traced(), listening(where, SiteNumbers(home)), Courier(home):
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
