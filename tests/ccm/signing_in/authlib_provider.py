"""A real provider on loopback: Authlib's, which checks PKCE, codes, clients and redirects by itself."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Thread
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import httpx2
from authlib.integrations.flask_oauth2 import AuthorizationServer, ResourceProtector
from authlib.oauth2.rfc6749 import AuthorizationCodeMixin, ClientMixin, TokenMixin
from authlib.oauth2.rfc6749.grants import AuthorizationCodeGrant
from authlib.oauth2.rfc6750 import BearerTokenValidator
from authlib.oauth2.rfc7636 import CodeChallenge
from authlib.oauth2.rfc9207 import IssuerParameter
from authlib.oidc.core import OpenIDCode, UserInfo
from flask import Flask, Response, jsonify, request
from joserfc import jwk
from werkzeug.serving import WSGIRequestHandler, make_server

from ccm.signing_in.provider import Provider

REDIRECT = "https://ccm.example/signed-in"
PERSON = {"sub": "nadja", "name": "Nadja Öztürk", "email": "nadja@example.com", "email_verified": True}


@dataclass(frozen=True)
class Client(ClientMixin):  # type: ignore[misc]
    """Us, as the provider has us on its list."""

    id: str
    secret: str | None
    algorithm: str

    @property
    def id_token_signed_response_alg(self) -> str:
        return self.algorithm

    def get_client_id(self) -> str:
        return self.id

    def get_allowed_scope(self, scope: str) -> str:
        return scope

    def check_redirect_uri(self, redirect_uri: str) -> bool:
        return redirect_uri == REDIRECT

    def check_client_secret(self, client_secret: str) -> bool:
        return self.secret is not None and client_secret == self.secret

    def check_endpoint_auth_method(self, method: str, endpoint: str) -> bool:
        return method == ("none" if self.secret is None else "client_secret_basic")

    def check_response_type(self, response_type: str) -> bool:
        return bool(response_type == "code")

    def check_grant_type(self, grant_type: str) -> bool:
        return bool(grant_type == "authorization_code")


@dataclass(frozen=True)
class Code(AuthorizationCodeMixin):  # type: ignore[misc]
    """A code that was given out and not come back yet."""

    client: str
    scope: str
    nonce: str
    code_challenge: str
    code_challenge_method: str

    def get_redirect_uri(self) -> str:
        return REDIRECT

    def get_scope(self) -> str:
        return self.scope

    def get_nonce(self) -> str:
        return self.nonce

    def get_auth_time(self) -> int:
        return int(time.time())

    def get_acr(self) -> None:
        return None

    def get_amr(self) -> None:
        return None


@dataclass(frozen=True)
class Access(TokenMixin):  # type: ignore[misc]
    """An access token; here it never ends."""

    scope: str

    def get_scope(self) -> str:
        return self.scope

    def is_expired(self) -> bool:
        return False

    def is_revoked(self) -> bool:
        return False


class CodeGrant(AuthorizationCodeGrant):  # type: ignore[misc]
    TOKEN_ENDPOINT_AUTH_METHODS = ["client_secret_basic", "none"]
    codes: dict[str, Code]

    def save_authorization_code(self, code: str, request: Any) -> None:
        said = request.payload.data
        self.codes[code] = Code(
            request.client.id, said["scope"], said["nonce"], said["code_challenge"], said["code_challenge_method"]
        )

    def query_authorization_code(self, code: str, client: Client) -> Code | None:
        found = self.codes.get(code)
        self.code = code
        return found if found and found.client == client.id else None

    def delete_authorization_code(self, authorization_code: Code) -> None:
        del self.codes[self.code]

    def authenticate_user(self, authorization_code: Code) -> dict[str, Any]:
        return PERSON


@contextmanager
def authlib_provider(
    algorithm: str = "RS256", secret: str | None = "s3cret:+ü", thin: bool = False
) -> Iterator[Provider]:
    """A provider on a free port of this machine until the block ends, and how we know it."""
    server = make_server("127.0.0.1", 0, Flask(__name__), threaded=True, request_handler=_Quiet)
    address = f"http://127.0.0.1:{server.server_port}"
    client = Client("ccm", secret, algorithm)
    server.app = provider_app(address, client, _key(algorithm), thin)
    thread = Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield Provider(address, client.id, secret, ("openid", "email", "profile"), REDIRECT)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _key(algorithm: str) -> jwk.Key:
    if algorithm == "RS256":
        return jwk.generate_key("RSA", 2048)
    return jwk.generate_key("EC", "P-256") if algorithm == "ES256" else jwk.generate_key("OKP", "Ed25519")


def went_there(url: str) -> list[tuple[str, str]]:
    """What a browser brings back: the parameters of the address it is sent to after signing in."""
    answer = httpx2.get(url, trust_env=False)
    assert answer.status_code == 302, answer.text
    assert answer.headers["Location"].startswith(REDIRECT)
    return parse_qsl(urlsplit(answer.headers["Location"]).query)


class _Quiet(WSGIRequestHandler):
    def log(self, type: str, message: str, *args: object) -> None:
        """Say nothing."""


class Identified(OpenIDCode):  # type: ignore[misc]
    """ID tokens; `thin` ones leave names and addresses to the userinfo endpoint."""

    def __init__(self, address: str, key: jwk.Key, thin: bool) -> None:
        super().__init__(require_nonce=True)
        self.address, self.key, self.thin = address, key, thin
        self.seen: set[str] = set()

    def exists_nonce(self, nonce: str, request: Any) -> bool:
        return nonce in self.seen

    def resolve_client_private_key(self, client: Client) -> jwk.Key:
        return self.key

    def get_encode_header(self, client: Client) -> dict[str, str]:
        return {"alg": client.algorithm, "kid": "k1"}

    def get_client_claims(self, client: Client) -> dict[str, Any]:
        return {"iss": self.address, "aud": [client.id]}

    def generate_user_info(self, user: dict[str, Any], scope: str) -> UserInfo:
        return UserInfo(sub=user["sub"]) if self.thin else UserInfo(user)


class Named(IssuerParameter):  # type: ignore[misc]
    """Answers that name who gives them (RFC 9207)."""

    def __init__(self, address: str) -> None:
        self.address = address

    def get_issuer(self) -> str:
        return self.address


class Bearer(BearerTokenValidator):  # type: ignore[misc]
    """Access tokens as the userinfo endpoint takes them."""

    def __init__(self, tokens: dict[str, Access]) -> None:
        super().__init__()
        self.tokens = tokens

    def authenticate_token(self, token_string: str) -> Access | None:
        return self.tokens.get(token_string)


def provider_app(address: str, client: Client, key: jwk.Key, thin: bool) -> Flask:
    """The provider as a program for the web."""
    app = Flask(__name__)
    tokens: dict[str, Access] = {}
    server = AuthorizationServer(
        app,
        query_client=lambda id: client if id == client.id else None,
        save_token=lambda token, request: tokens.update({token["access_token"]: Access(token["scope"])}),
    )
    grant = type("Grant", (CodeGrant,), {"codes": {}})
    server.register_grant(grant, [CodeChallenge(required=True), Identified(address, key, thin)])
    server.register_extension(Named(address))
    app.get("/.well-known/openid-configuration", endpoint="configuration")(
        lambda: _configuration(address, client.algorithm)
    )
    app.get("/keys", endpoint="keys")(lambda: jsonify(keys=[key.as_dict(private=False, kid="k1", use="sig")]))
    _add_endpoints(app, server, Bearer(tokens))
    return app


def _configuration(address: str, algorithm: str) -> Response:
    return jsonify(
        issuer=address,
        authorization_endpoint=f"{address}/authorize",
        token_endpoint=f"{address}/token",
        userinfo_endpoint=f"{address}/userinfo",
        jwks_uri=f"{address}/keys",
        id_token_signing_alg_values_supported=[algorithm],
        code_challenge_methods_supported=["S256"],
        authorization_response_iss_parameter_supported=True,
    )


def _add_endpoints(app: Flask, server: AuthorizationServer, bearer: Bearer) -> None:
    guarded = ResourceProtector()
    guarded.register_token_validator(bearer)

    @app.get("/authorize")
    def authorize() -> Any:
        user = None if request.args.get("prompt") == "decline" else PERSON
        return server.create_authorization_response(grant_user=user, grant=server.get_consent_grant(end_user=user))

    @app.post("/token")
    def token() -> Any:
        return server.create_token_response()

    @app.get("/userinfo")
    @guarded("openid")  # type: ignore[untyped-decorator]
    def userinfo() -> Response:
        return jsonify(PERSON)
