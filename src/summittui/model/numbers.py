"""Whole numbers in digits, as texts and people write them: read whole or not at all, never as another number."""

import re

from summittui.model.text import fold

_BETWEEN_GROUPS = "[, \u00a0\u2009\u202f'’]"
"""A comma, a blank (also no-break, thin or narrow), or an apostrophe: one of them between all groups of three."""
NUMBER = rf"(?:0|[1-9][0-9]*|[1-9][0-9]{{0,2}}(?P<sign>{_BETWEEN_GROUPS})[0-9]{{3}}(?:(?P=sign)[0-9]{{3}})*)"
"""The pattern of a whole number in digits."""
_ENGLISH = (
    "hundred hundreds thousand thousands grand million millions billion billions trillion trillions dozen dozens score"
    " scores quadrillion quadrillions lakh lakhs crore crores k m mn mio mln bn bln tn trn"
)
_OTHERS = (
    "hundert tausend tsd dutzend millionen milliarde milliarden mrd"
    " mille milliers milliard milliards md mil millon millones milhao milhoes bilhao bilhoes"
    " mila milione milioni miliardo miliardi mld mln honderd duizend miljoen miljard"
    " tusen tusind tuhat tuhatta miljon miljoner millioner miljard miljarder milliard milliarder miljoona miljoonaa"
    " tys tysiac tysiace tysiecy milion miliony milionow miliard miliardy miliardow tisic tisice milionu miliardu"
    " mii milioane miliarde bin milyon milyar ribu juta miliar nghin trieu elfu"
    " тысяча тысячи тысяч тыс миллион миллиона миллионов млн миллиард миллиарда миллиардов млрд"
    " тисяча тисячі тисяч мільйон мільйони мільйонів мільярд мільярди мільярдів χιλιαδες εκατομμυρια"
    " الف مئة مليون مليار हज़ार लाख करोड़"
)
_MULTIPLES = frozenset(fold(f"{_ENGLISH} {_OTHERS}").split())
"""Words that multiply the number before them, in the languages of the press."""
_IDEOGRAPHS = "|".join(map(fold, "十百千万萬亿億兆천만억"))
"""Multiples in Chinese, Japanese and Korean, which stand without a blank before what is counted."""
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
    first = {*re.findall(r"^\w+", folded), *folded.split(maxsplit=1)[:1]}  # \w ends at a vowel sign, as of Hindi
    return bool(_CHANGES.match(folded)) or not first.isdisjoint(_MULTIPLES)
