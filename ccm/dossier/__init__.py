"""The certificate of a finished review: a PDF/A-3 that says everything its reviewers were shown and what they decided.

    carrying.carried(rendition)            a proof for it, of what a channel carries
    writing.write_dossier(dossier, "de")   the file, with decisions, signatures, keys and proofs attached
    reading.read_dossier(content)          what is attached, taken out again
    checking.check_dossier(content, key)   everything that is wrong with it; needs no database and no trust in anybody

For a regulator or a court, so it speaks for itself: what the pages say can be compared with the files attached to
them, and those be verified by other programs than this one.
"""
