"""`ccm serve`: the pages and the HTTP API."""

from __future__ import annotations

import sys

import click

from ccm.commands.frame import Command, example, paragraphs
from ccm.commands.options import Count
from ccm.serving import serve_site
from ccm.store.home import open_home
from ccm.telemetry.logs import in_json
from ccm.terminal import Exit
from ccm.words import _


@click.command(
    "serve",
    cls=Command,
    help=paragraphs(
        _("Serve the web editor and the HTTP API of the store."),
        _(
            "It listens on this machine only. Others reach it through a proxy that speaks TLS; say --behind-proxy "
            "then, so that addresses are those of the callers."
        ),
        _("It also tells webhooks what happens; `ccm hooks` says whom, and of what."),
        _("Probes ask /healthz and /readyz. CCM_METRICS_LISTEN and CCM_LOG open metrics and a log for programs."),
        _("Exit codes: 0 stopped, 1 there is no store or the port is taken."),
    ),
    epilog=example("ccm serve", "ccm serve --port 8080 --behind-proxy"),
)
@click.option("--port", type=Count(1, 65535), default=8700, show_default=True, help=_("The port to listen on."))
@click.option("--host", metavar=_("HOST"), default="127.0.0.1", show_default=True, help=_("The address to listen on."))
@click.option("--behind-proxy", is_flag=True, help=_("Believe the forwarding headers of a proxy on this machine."))
@click.option("--children", type=Count(1, 64), default=2, show_default=True, help=_("How many processes render."))
def serve(port: int, host: str, behind_proxy: bool, children: int) -> None:
    """Until it is stopped."""
    home = open_home()
    if not in_json():
        click.echo(_("Serving {address}").format(address=f"http://{host}:{port}/"), err=True)
    try:
        serve_site(home, host, port, children=children, behind_proxy=behind_proxy)
    except SystemExit as stopped:  # the server has said why, such as a port that is taken
        sys.exit(Exit.FAILED if stopped.code else Exit.DONE)
