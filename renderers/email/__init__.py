"""HTML mail as a complete message, made from parts by way of MJML.

`open_email(brand, assets)` gives a function from documents to renditions.  The stages: `carried` picks what a mail
shows, `layout` and `leaves` write it as a tree of tokens, `compile` turns the tree into HTML once per structure,
`text` writes the text part, `mime` the message, and `readback` checks the finished bytes.
"""

from renderers.email.mime import Attachment
from renderers.email.readback import check
from renderers.email.render import RenderEmail, open_email

__all__ = ["Attachment", "RenderEmail", "check", "open_email"]
