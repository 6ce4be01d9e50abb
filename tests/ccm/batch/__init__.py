"""Batches: records in, sealed folders out."""
