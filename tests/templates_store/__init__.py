"""Tests of the store of templates and of the library that ships."""
