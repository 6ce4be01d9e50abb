"""The cookie of a session: only over TLS, only to this host, not for scripts, not from other sites."""

from __future__ import annotations

from starlette.responses import Response

COOKIE = "__Host-ccm"
FORM_TOKEN = "X-CSRF-Token"  # noqa: S105 - the name of a header


def begin_session(answer: Response, organisation: str, token: str) -> None:
    """Give a browser the secret of its session."""
    answer.headers.append("set-cookie", session_cookie(organisation, token))


def end_session(answer: Response) -> None:
    """Take it away again."""
    answer.delete_cookie(COOKIE, secure=True, httponly=True, samesite="strict", path="/")


def session_cookie(organisation: str, token: str) -> str:
    """The cookie as a header says it (RFC 6265bis); names of organisations and secrets need no quoting."""
    return f"{COOKIE}={organisation}:{token}; Path=/; Secure; HttpOnly; SameSite=strict"
