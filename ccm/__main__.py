"""`python -m ccm`: the command line where no `ccm` command is on the path."""

from __future__ import annotations

from ccm.cli import main

main()
