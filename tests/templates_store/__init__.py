"""Tests of the store and of the library that ships."""
