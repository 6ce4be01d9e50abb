"""Expressions as something people click: forms, sentences, fields to pick, decision tables, chips.

All of it is a view of what `content_blocks.expressions` reads; the source of an expression stays the truth.
"""
