"""Whole numbers in digits, as texts and people write them: read whole or not at all, never as another number."""

import re

from summittui.model.text import fold

_BETWEEN_GROUPS = "[, \u00a0\u2009\u202f'’]"
"""A comma, a blank (also no-break, thin or narrow), or an apostrophe: one of them between all groups of three."""
NUMBER = rf"(?:0|[1-9][0-9]*|[1-9][0-9]{{0,2}}(?P<sign>{_BETWEEN_GROUPS})[0-9]{{3}}(?:(?P=sign)[0-9]{{3}})*)"
"""The pattern of a whole number in digits."""
_ENGLISH = (
    "hundred hundreds thousand thousands million millions billion billions trillion trillions dozen dozens score scores"
    " lakh lakhs crore crores k m mn mio bn tn"
)
_OTHERS = (
    "hundert tausend tsd dutzend millionen milliarde milliarden mrd"
    " mille milliers milliard milliards md mil millon millones milhao milhoes bilhao bilhoes"
    " mila milione milioni miliardo miliardi honderd duizend miljoen miljard"
    " тысяча тысячи тысяч тыс миллион миллиона миллионов млн миллиард миллиарда миллиардов млрд"
    " الف مئة مليون مليار"
)
_MULTIPLES = frozenset(fold(f"{_ENGLISH} {_OTHERS}").split())
"""Words that multiply the number before them, in the languages of the press."""
_IDEOGRAPHS = "[十百千万萬亿億兆]"
"""Multiples in Chinese and Japanese, which stand without a blank before what is counted."""
_RANGE = r"(?:to|or|and|till|until|bis|oder|und|a|ou|et|o|y|e|до|или|и)\s*\d|and a (?:half|third|quarter)\b"
_GOES_ON = r"[\d.,:;·*×/⁄÷+±=<>~^-]"
"""The beginning of the rest of a number, such as a fraction, or of another one that is set against it."""
_CHANGES = re.compile(f"{_IDEOGRAPHS}|{_RANGE}|{_GOES_ON}")


def whole_number(text: str) -> int | None:
    """Return the number that `text` is in digits, with one kind of sign between groups of three; None for any other."""
    return int(re.sub(_BETWEEN_GROUPS, "", text)) if re.fullmatch(NUMBER, text) else None


def changes_number(words: str) -> bool:
    """Tell whether words behind a number make another number of it: a multiple, a fraction, or the end of a range."""
    folded = fold(words.strip())
    first = re.match(r"\w*", folded)
    return bool(_CHANGES.match(folded)) or bool(first and first[0] in _MULTIPLES)
