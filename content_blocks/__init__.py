"""The source: block types, templates, themes, the data dictionary, and composing a document from them."""
