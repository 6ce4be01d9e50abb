"""Tests of the source: expressions, formats, the data dictionary, blocks and composing."""
