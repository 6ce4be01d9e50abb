"""Forms made from what data may hold: a schema becomes fields, fields and content become what is drawn, and what was
posted becomes content again.

Pure: no database, no clock, no page.  Content that a form does not touch stays exactly as it was.
"""
