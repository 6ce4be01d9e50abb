"""The pages business users and compliance teams work in; empty until the editor is built."""
