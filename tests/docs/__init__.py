"""The pages under docs/: what they show is executed, and what they list is compared with the code."""
