"""Tests of certificates of approval."""
