"""How fast ccm is, as ratios against a plain script that writes the same letter.  `python -m benchmarks` runs it.

Competitors take turns in one run, each in a process of its own, and the clock is processor time: what else the machine
does at the time changes the seconds a little and the ratios hardly.
"""
