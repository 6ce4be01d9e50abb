"""Tests of the editor's document."""
