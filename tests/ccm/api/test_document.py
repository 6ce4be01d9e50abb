"""The OpenAPI document: good enough to make a client from, and the API keeps to it whatever it is sent."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator, MutableMapping
from typing import Any

import httpx2
import jsonschema
import pytest
import schemathesis
import uvicorn
from fastapi import FastAPI
from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import booleans
from schemathesis.specs.openapi.checks import positive_data_acceptance

from ccm.api.cookies import COOKIE, FORM_TOKEN
from ccm.hooks.events import NAMES
from ccm.signing_in.tokens import csrf_token
from ccm.store.actor import Given, Role
from ccm.store.hooks import add_hook
from ccm.store.inviting import invite
from ccm.store.passwords import set_password
from ccm.store.people import grant
from ccm.store.signing_in import sign_in
from tests.ccm.api.conftest import HTTPS, signed_in, talked_about
from tests.ccm.store.world import World
from tests.scale import scaled

schemathesis.serializer.alias("application/zip", "application/octet-stream")
PASSWORD = "seven green bottles stand here"


NOT_SENT = ["sign_in", "sign_out", "shut_out", "take_role", "start_batch_run", "recheck_everything"]
"""What would end the session that everything else is sent with, and what would start a process each time."""


ROLES: tuple[Role, ...] = ("author", "operator", "auditor", "publisher")
KNOWN = {
    "kind": "template",
    "name": "letter",
    "version": "1.0",
    "template": "letter",
    "login": "bob",
    "persona": "plain",
}
"""What half of the requests are about."""


NOBODY = "http://127.0.0.1:9/"
"""An address at which nobody answers, on this very machine."""


def operations(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for ways in document["paths"].values():
        yield from ways.values()


def test_every_operation_says_what_it_is_for(app: FastAPI) -> None:
    found = list(operations(app.openapi()))
    names = [it["operationId"] for it in found]
    assert len(names) == len(set(names))
    assert [it["operationId"] for it in found if not it.get("summary") or not it.get("description")] == []
    always = {"400", "401", "403", "413", "422", "500"}
    assert [it["operationId"] for it in found if not always <= it["responses"].keys()] == []
    assert [it["operationId"] for it in found if not {"200", "201", "202", "204", "303"} & it["responses"].keys()] == []


def test_every_error_has_the_one_form(app: FastAPI) -> None:
    for operation in operations(app.openapi()):
        for status, response in operation["responses"].items():
            if status >= "400":
                content = response["content"]["application/problem+json"]
                assert content == {"schema": {"$ref": "#/components/schemas/ProblemDetails"}}


def test_every_answer_has_a_form_and_every_header_counts(app: FastAPI) -> None:
    ignored = {"accept", "authorization", "content-type"}  # OpenAPI 3.1, parameter objects: these say nothing there
    for operation in operations(app.openapi()):
        headers = {it["name"].lower() for it in operation.get("parameters", []) if it["in"] == "header"}
        assert not headers & ignored, operation["operationId"]
        for response in operation["responses"].values():
            assert all("schema" in it for it in response.get("content", {}).values()), operation["operationId"]


@pytest.mark.parametrize("name", ["preview", "render"])
def test_a_message_alone_is_among_the_answers(app: FastAPI, name: str) -> None:
    [operation] = [it for it in operations(app.openapi()) if it["operationId"] == name]
    assert {"application/json", "application/pdf", "message/rfc822"} == operation["responses"]["200"]["content"].keys()


def test_every_example_is_what_it_is_an_example_of(app: FastAPI) -> None:
    document = app.openapi()
    found = list(examples(document))
    assert len(found) > 20
    for schema, example in found:
        jsonschema.Draft202012Validator({**schema, "components": document["components"]}).validate(example)


def examples(found: Any) -> Iterator[tuple[dict[str, Any], Any]]:
    """Every schema of a document that has examples, with each of them."""
    if isinstance(found, dict):
        if isinstance(found.get("examples"), list):
            yield from ((found, example) for example in found["examples"])
        yield from (it for inner in found.values() for it in examples(inner))
    elif isinstance(found, list):
        yield from (it for inner in found for it in examples(inner))


def test_a_client_can_tell_how_to_sign_in(app: FastAPI) -> None:
    document = app.openapi()
    assert document["components"]["securitySchemes"].keys() == {"session", "key"}
    assert document["security"] == [{"session": []}, {"key": []}]
    open_to_all = {it["operationId"] for it in operations(document) if it.get("security") == []}
    assert open_to_all == {
        "sign_in",
        "begin_at_provider",
        "come_back",
        "show_to_guest",
        "give_opinion",
        "open_share",
        "open_shared_channel",
    }
    making = [it for ways in document["paths"].values() if (it := ways.get("post")) and "201" in it["responses"]]
    named = [{parameter["name"] for parameter in it.get("parameters", [])} for it in making]
    assert all("Idempotency-Key" in names for names, it in zip(named, making, strict=True) if "security" not in it)


def test_errors_are_in_the_language_that_was_asked_for(app: FastAPI) -> None:
    from fastapi.testclient import TestClient

    with TestClient(app, HTTPS) as client:
        english = client.get("/api/v1/session").json()["title"]
        german = client.get("/api/v1/session", headers={"Accept-Language": "de-AT,en;q=0.5"}).json()["title"]
    assert (english, german) == ("Nobody is signed in.", "Niemand ist angemeldet.")


def test_whatever_is_sent_is_answered_as_the_document_says(small: World, app: FastAPI) -> None:
    """Nothing that can be generated from the document ends in a fault of the program, or in an undocumented answer."""
    for role in (*map(Given, ROLES), Given("reviewer", step="content")):
        grant(small.home, small.who("ada"), "ada", role, now=small.clock())
    schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app)
    with signed_in(app, small.home, "ada") as client:
        cookie, form = client.cookies[COOKIE], client.headers[FORM_TOKEN]

    small.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")
    review = small.submit("bob", ("template", "letter"))
    link = invite(small.home, small.who("bob"), review, "Zoë", 7)
    webhook, _ = add_hook(small.home, small.who("ada"), NOBODY, NAMES, small.clock())
    known = {**KNOWN, "review": review, **talked_about(small, review), "CCM-Link": link, "webhook": webhook}
    headers = {"Authorization": "", FORM_TOKEN: form}
    for result in schema.exclude(operation_id=NOT_SENT).get_all_operations():
        checked(result.ok(), known, headers, {COOKIE: cookie})  # type: ignore[union-attr]


def checked(operation: Any, known: dict[str, Any], headers: dict[str, str], cookies: dict[str, str]) -> None:
    """Send what can be generated for one operation; half of it about things that are there."""

    @settings(max_examples=scaled(15, 300), deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy(), real=booleans())
    def answered(case: Any, real: bool) -> None:
        for sent in (case.path_parameters, case.query, case.headers, case.body) if real else ():
            if isinstance(sent, MutableMapping):
                sent.update({name: value for name, value in known.items() if name in sent})
        response = case.call(headers=headers, cookies=cookies)
        assert response.status_code != 401 or case.operation.label.endswith("/callback"), "nobody is shown anything"
        case.validate_response(response, excluded_checks=[positive_data_acceptance])

    answered()


@pytest.fixture
def server(app: FastAPI) -> Iterator[str]:
    """The API on a real socket."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    running = uvicorn.Server(uvicorn.Config(app, port=port, log_config=None, access_log=False))
    thread = threading.Thread(target=running.run)
    thread.start()
    while not running.started:
        thread.join(0.01)
    yield f"http://127.0.0.1:{port}/api/v1"
    running.should_exit = True
    thread.join()


def test_somebody_signs_in_over_a_real_socket(small: World, server: str) -> None:
    set_password(small.home, small.who("ada"), "olga", PASSWORD, small.clock())
    with httpx2.Client() as client:
        wrong = client.post(f"{server}/session", json={"login": "olga", "password": "not it at all, no"})
        nobody = client.post(f"{server}/session", json={"login": "nobody", "password": "not it at all, no"})
        assert (wrong.status_code, wrong.json()["type"]) == (nobody.status_code, nobody.json()["type"])
        signed = client.post(f"{server}/session", json={"login": "olga", "password": PASSWORD})
        assert signed.status_code == 201
        cookie = signed.headers["set-cookie"]
        assert all(part in cookie for part in ("__Host-ccm=", "HttpOnly", "Secure", "SameSite=strict", "Path=/"))
        assert PASSWORD not in signed.text
        token = cookie.partition("=")[2].partition(";")[0].strip('"')
        form = {"Cookie": f"{COOKIE}={token}", FORM_TOKEN: signed.json()["form_token"]}
        assert client.get(f"{server}/session", headers=form).json()["login"] == "olga"
        assert client.delete(f"{server}/session", headers=form).status_code == 204
        assert client.get(f"{server}/session", headers=form).status_code == 401


def test_every_answer_has_an_id_and_says_little(small: World, app: FastAPI) -> None:
    with signed_in(app, small.home, "nora") as client:
        given = client.get("/api/v1/session", headers={"X-Request-Id": "my-request-1"})
        own = client.get("/api/v1/nowhere", headers={"X-Request-Id": "<script>"})
    assert given.headers["X-Request-Id"] == "my-request-1"
    assert own.headers["X-Request-Id"] == own.json()["request_id"] != "<script>"
    assert own.status_code == 404
    assert {"cache-control", "content-security-policy", "x-content-type-options"} <= own.headers.keys()
    assert "server" not in own.headers


def test_the_token_of_a_form_is_of_one_session(small: World) -> None:
    set_password(small.home, small.who("ada"), "olga", PASSWORD, small.clock())
    opened = sign_in(small.home, "olga", PASSWORD)
    assert csrf_token(opened.token) != csrf_token(opened.token)
