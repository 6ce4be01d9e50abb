"""Tests of webhooks as the network sees them."""
