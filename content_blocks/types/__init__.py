"""The block types, one file each; a new file here is a new block type."""
