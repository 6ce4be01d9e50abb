"""`ccm serve`, as it is started: a process on a socket, with its log."""

from __future__ import annotations

import json
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
    assert "my-request-1 POST /api/v1/render 200" in told
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


def test_who_watches_over_it_reads_its_log_and_its_numbers(small: World) -> None:
    knows(small, "olga")
    ports = []
    for _ in range(2):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            ports.append(free.getsockname()[1])
    environment = {**os.environ, "CCM_HOME": str(small.home.place), "CCM_LOG": "json"}
    environment |= {"CCM_DATABASE_URL": str(small.home.database.engine.url)}
    environment |= {"CCM_METRICS_LISTEN": f"127.0.0.1:{ports[1]}", "CCM_METRICS_TOKEN": "t" * 40}
    command = [sys.executable, "-m", "ccm", "serve", "--port", str(ports[0]), "--children", "1"]
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr
        lines = [next(server.stderr)]
        while "running on" not in lines[-1]:
            lines.append(next(server.stderr))
        try:
            used(f"http://127.0.0.1:{ports[0]}/api/v1")
            numbers = httpx2.get(
                f"http://127.0.0.1:{ports[1]}/metrics", headers={"Authorization": f"Bearer {'t' * 40}"}, trust_env=False
            ).text
            assert "ccm_" not in httpx2.get(f"http://127.0.0.1:{ports[0]}/metrics", trust_env=False).text
        finally:
            server.send_signal(signal.SIGINT)
            lines += server.stderr.readlines()
    told = [json.loads(line) for line in lines]
    (rendered,) = [line for line in told if line.get("route") == "/api/v1/render"]
    assert (rendered["request_id"], rendered["status"], bool(rendered["user"])) == ("my-request-1", 200, True)
    assert 'ccm_http_requests_total{method="POST",route="/api/v1/render",status="200"} 1.0' in numbers
    assert 'ccm_render_seconds_count{channel="email",engine="mrml",outcome="done"} 1.0' in numbers
    assert not any(value in numbers + "".join(lines) for value in ("erika", "+49151", "olga", PASSWORD))
