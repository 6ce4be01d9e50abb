"""Tests of the PDF channel."""
