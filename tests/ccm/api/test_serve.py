"""`ccm serve`, as it is started: a process on a socket, with its log."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys

import httpx2

from tests.ccm.store.entering import PASSWORD, knows
from tests.ccm.store.world import World

RECORD = {"id": "1", "language": "en", "email": "erika@example.com", "phone": "+4915112345678", "days": 14}


def test_it_serves_renders_and_stops(small: World) -> None:
    knows(small, "olga")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "CCM_HOME": str(small.home.place), "LANGUAGE": "en"}
    environment |= {"CCM_DATABASE_URL": str(small.home.database.engine.url)}
    command = [sys.executable, "-m", "ccm", "serve", "--port", str(port), "--children", "1"]
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr
        lines = []
        for line in server.stderr:
            lines.append(line)
            if "running on" in line:
                break
        try:
            used(f"http://127.0.0.1:{port}/api/v1")
        finally:
            server.send_signal(signal.SIGINT)
            lines += server.stderr.readlines()
    told = "".join(lines)
    assert server.returncode in (0, -signal.SIGINT), told
    assert f"http://127.0.0.1:{port}/" in lines[0]
    assert "my-request-1 POST /render 200" in told
    assert "Traceback" not in told
    assert not any(value in told for value in ("erika", "+49151", "olga", PASSWORD))


def used(address: str) -> None:
    with httpx2.Client(trust_env=False) as client:
        signed = client.post(f"{address}/session", json={"login": "olga", "password": PASSWORD})
        assert signed.status_code == 201, signed.text
        token = signed.headers["set-cookie"].partition(";")[0]
        headers = {"Cookie": token, "X-CSRF-Token": signed.json()["form_token"], "X-Request-Id": "my-request-1"}
        letter = {"template": "letter", "record": RECORD, "channels": ["email"]}
        mail = client.post(
            f"{address}/render", json=letter, headers={**headers, "Accept": "message/rfc822"}, timeout=120
        )
        assert (mail.status_code, mail.headers["content-type"]) == (200, "message/rfc822")
        assert b"erika@example.com" in mail.content


def test_a_port_that_is_taken_is_a_failure(small: World) -> None:
    environment = {**os.environ, "CCM_HOME": str(small.home.place)}
    environment |= {"CCM_DATABASE_URL": str(small.home.database.engine.url)}
    with socket.create_server(("127.0.0.1", 0)) as taken:
        command = [sys.executable, "-m", "ccm", "serve", "--port", str(taken.getsockname()[1]), "--children", "1"]
        told = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)
    assert told.returncode == 1
    assert "address already in use" in told.stderr
    assert "Traceback" not in told.stderr
