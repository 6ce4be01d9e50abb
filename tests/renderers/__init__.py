"""Renderers at the waist: documents made by hand, and the outputs as their readers get them."""
