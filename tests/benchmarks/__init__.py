"""Tests of how speed is measured."""
