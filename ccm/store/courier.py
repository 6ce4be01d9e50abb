"""The courier: what tells webhooks in the background while a server runs.

Several servers of one database have one each; who holds a webhook's place delivers to it (`ccm.store.delivering`).
"""

from __future__ import annotations

import logging
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace

from ccm.store.delivering import Deliverer, deliver, due
from ccm.store.founding import organisations
from ccm.store.home import Home
from content_blocks.problem import Refused
from templates_store.database import Broken

LOOK_SECONDS = 2.0
"""How often the log is looked at for what is new."""
HANDS = 4
"""To how many receivers at once; one that hangs holds up no other as long as there is a hand left."""
NOT_TOLD = {"event": "hook-not-told"}

log = logging.getLogger("ccm.hooks")


class Courier:
    """A thread that looks for what is to be told in every organisation of a database, and some that tell it."""

    def __init__(self, home: Home, deliverer: Deliverer | None = None, look_seconds: float = LOOK_SECONDS) -> None:
        self._home, self._look_seconds = home, look_seconds
        self._over = threading.Event()
        self._deliverer = replace(deliverer or Deliverer(), stopping=self._over.is_set)
        self._hands = ThreadPoolExecutor(HANDS, "courier")
        self._under_way: dict[str, Future[None]] = {}
        self._looking = threading.Thread(target=self._look, name="courier", daemon=True)

    def __enter__(self) -> Courier:
        self._looking.start()
        return self

    def __exit__(self, *_: object) -> None:
        """What is under way is told to its end, which takes no longer than one receiver may."""
        self._over.set()
        self._looking.join()
        self._hands.shutdown(cancel_futures=True)

    def _look(self) -> None:
        while not self._over.is_set():
            try:
                self._send_out()
            except (Refused, Broken, OSError) as error:
                log.warning("events were not looked for: %s", type(error).__name__, extra={"event": "hooks-not-looked"})
            self._over.wait(self._look_seconds)

    def _send_out(self) -> None:
        self._under_way = {name: it for name, it in self._under_way.items() if not it.done()}
        for organisation in organisations(self._home):
            home = replace(self._home, organisation=organisation)
            for webhook in due(home):
                if webhook not in self._under_way:
                    self._under_way[webhook] = self._hands.submit(self._tell, home, webhook)

    def _tell(self, home: Home, webhook: str) -> None:
        try:
            found = deliver(home, webhook, self._deliverer)
        except (Refused, Broken, OSError) as error:
            log.warning("%s was not told: %s", webhook, type(error).__name__, extra=NOT_TOLD)
            return
        if found and found.failed:
            log.warning("%s was not told: %s", webhook, found.outcome.fault or found.outcome.status, extra=NOT_TOLD)
