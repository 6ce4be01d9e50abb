"""Whether a text is Windows-1252, which has Latin-1 in it, with certainty.

It has neighbours that use the same bytes for other letters.  A line is certain if none of its words looks as if it came
from DOS or an old Macintosh, and if each letter that Windows-1250, the Central European code page, has another one for
stands where only Western European words have it: Polish ń never comes before a vowel, Spanish ñ always does.
"""

from __future__ import annotations

import re

_LETTER = "A-Za-zÀ-ÖØ-öø-ÿŒœŠšŽž"
_CAPITAL = "À-ÖØ-ÞŒŠŽ"
_START, _END = f"(?<![{_LETTER}])", f"(?![{_LETTER}])"

_IMPLAUSIBLE = re.compile(
    rf"[A-Za-z][{_CAPITAL}][a-z]|[a-z][{_CAPITAL}]"  # BŠcker, JosŽ: Macintosh
    rf"|[{_LETTER}][„‚§¦¨¬µ¶]|[€…†‡‰™¦¨¬®°±¶¸”][{_LETTER}]"  # Gro§, K”ln, …sterreich: Macintosh, DOS
    rf"|[{_LETTER}]›[{_LETTER}]|aá|eiá|roá{_END}|¤|\0"  # S›rensen, Straáe: DOS; 5 ¤: Latin-9
    "|[À-ÖØ-öø-ÿŒœŠšŽž]{3}"  # no Western word has three such letters in a row, Greek and Cyrillic words have
)

_WESTERN = re.compile(
    "|".join(
        (
            rf"à{_END}",  # voilà, città; Slovak ŕ comes before a consonant
            "ã(?=[oe])",  # João, Guimarães; not Păun
            "å",  # Håkan; Slovak ĺ is in no name
            rf"(?<=[bdfghjklmnprstv])æ(?=[bdfgjklnrstv])|{_START}æ(?=[bdgnrs])",  # Kjær, Ærø; not Petrović, Ćwik
            rf"(?<=[bcdfghjlmnprstvz])è(?=[bcdfghlmnpqrstvz]{{1,2}}[eiu]|s{_END})",  # Genève, Agnès; not Kubečka
            rf"(?<=[iy])è(?=[rcvtgm][lnr]?e)|{_START}è(?=ve{_END})|{_START}è{_END}",  # Rivière, siècle, Ève
            rf"ê(?=[mnv]|tre|tes?{_END}|ches?{_END}|cheur|ché|que)|(?<=[ro]r)êt?(?={_END}|t)|(?<=n)ê(?=s{_END})",
            # même, crête, forêt, Inês; not Dębski, Pęcherski, pręt
            rf"(?<=[lrs])ì{_END}",  # Forlì; Czech ě never comes after l, r, s
            "(?<=[aouéAOUÉ])ï(?=[cdflmrsv])",  # Loïc, Anaïs; not Naďa
            "ñ(?=[aeiouáéíóúü])",  # Muñoz; not Kamiński
            rf"(?<=[lt])ò{_END}",  # Nicolò; Czech ň comes after a vowel
            rf"õ(?=es?{_END})",  # Simões; not Győr
            "(?<=[djlmnprsvfg])ø(?=[bdfgjklmnprstv])|(?<=h)ø(?=[dfgjklnrstv])|(?<=b)ø(?=[dfgjklmnprst])",
            f"(?<=[kt])ø(?=[bdfgjklnrsv])|{_START}ø(?=[rs])|ø(?=y)|(?<=[lmnrs])ø{_END}",
            # Jørgensen, Høj, København, Ørsted, Tromsø; not Dvořák, Hřbitovní, Křtiny, vepř
            rf"(?<=o)ù{_END}|(?<=pi)ù{_END}",  # où, più
            "(?<=o)û|(?<=br)û|(?<=fl)û",  # août, Brûlé; not Szűcs
            "œ(?=u|il)",  # Lecœur; Polish ś never comes before a vowel
            rf"²|(?<=m)³{_END}|(?<=\d)[ªº]|{_START}[£¼½¾]{_END}",  # m², 1º, £ 5
        )
    ),
    re.IGNORECASE,
)


NO_CHARACTER = "\ufffd"
"""What decoding puts for a byte that a code page does not use."""


def _read_otherwise() -> str:
    """The characters of Windows-1252 whose bytes are others in Windows-1250 or, for Turkish, in Windows-1254."""
    pages = [bytes(range(128, 256)).decode(page, "replace") for page in ("cp1252", "cp1250", "cp1254")]
    return "".join(western for western, *others in zip(*pages, strict=True) if set(others) - {western, NO_CHARACTER})


_READ_OTHERWISE = re.compile(f"[{_read_otherwise()}]")


def is_western(text: str) -> bool:
    """Whether a text that was read as Windows-1252 is certain to be it."""
    if text.isascii():
        return "\0" not in text
    return not _IMPLAUSIBLE.search(text) and not _READ_OTHERWISE.search(_WESTERN.sub("", text))
