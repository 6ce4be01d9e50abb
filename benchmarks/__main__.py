"""What is measured: `python -m benchmarks` everything about rendering and batches, as tables.

`python -m benchmarks profile CHANNEL`: where the time goes.  `python -m benchmarks store`: the store at size.
`python -m benchmarks editor`: from a key press to the preview of all channels.
`python -m benchmarks writing`: the same, and what each key costs, in a real browser.
"""

from __future__ import annotations

import argparse
import sys


def main() -> None:
    """Measure, print and write down; or profile."""
    options = arguments()
    # Child processes read this file again: they need none of what follows.
    from benchmarks import batch, machine, messages, pdf, report, volume
    from benchmarks.profile import profile
    from benchmarks.size import FULL, size

    if options.command == "profile":
        profile(options.channel, options.rows, options.records, options.shown)
        return
    if options.command == "store":
        from benchmarks import store

        print(store.table(store.store(options.templates, options.blocks)), end="")
        return
    if options.command == "editor":
        from benchmarks import editor

        print(editor.editor(options.keys), end="")
        return
    if options.command == "writing":
        from benchmarks import writing

        print(writing.writing(options.keys), end="")
        return
    asked, circumstances = size(), machine.circumstances()
    say("letters by the volume engine, pipeline, script, browser and the engine itself in turn")
    printed = volume.volume(asked)
    say("letters, pipeline and plain script in turn")
    letters = pdf.letters(asked)
    say("email, SMS and push, pipeline and plain script in turn")
    compared = messages.compared(asked)
    say(f"a batch run of {asked.records:,} records")
    results = report.Results(circumstances, printed, letters, compared, batch.batch(asked))
    print(report.write(results, "latest" if asked is FULL else "quick"), end="")
    sys.exit(1 if results.batch.problems else 0)


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description="Measure ccm against a plain script; QUICK=1 takes under a minute."
    )
    commands = parser.add_subparsers(dest="command")
    profile = commands.add_parser("profile", help="show the functions of one channel that take most time")
    profile.add_argument("channel", choices=("pdf", "email", "sms", "push"))
    profile.add_argument("--rows", type=int, default=8, help="bookings in each statement (default: 8)")
    profile.add_argument("--records", type=int, default=50, help="how many records (default: 50)")
    profile.add_argument("--shown", type=int, default=25, help="how many functions (default: 25)")
    store = commands.add_parser("store", help="show how a store of many templates behaves, on both databases")
    store.add_argument("--templates", type=int, default=10_000, help="how many templates (default: 10000)")
    store.add_argument("--blocks", type=int, default=2_000, help="how many content blocks (default: 2000)")
    editor = commands.add_parser("editor", help="show how long a preview takes from a key press to all channels")
    editor.add_argument("--keys", type=int, default=200, help="how many keys are pressed (default: 200)")
    writing = commands.add_parser("writing", help="show in a browser what a key costs and when all channels show it")
    writing.add_argument("--keys", type=int, default=200, help="how many keys are pressed (default: 200)")
    return parser.parse_args()


def say(what: str) -> None:
    """Tell somebody who waits; the figures alone go to standard output."""
    print(f"benchmarks: {what} …", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
