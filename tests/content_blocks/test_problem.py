"""Problems as exceptions: what they say survives the way from a child process to its parent."""

from __future__ import annotations

import pickle

from content_blocks.problem import Problem, Refused, refuse


def test_a_refusal_comes_over_from_another_process_with_all_its_problems() -> None:
    refused = Refused([Problem("customer.email", "value-required"), Problem("", "text-too-long", {"limit": 80})])
    again = pickle.loads(pickle.dumps(refused))
    assert again.problems == refused.problems
    assert again.problems[1].params == {"limit": 80}
    assert str(again) == str(refuse("customer.email", "value-required")) + "; : text-too-long"
