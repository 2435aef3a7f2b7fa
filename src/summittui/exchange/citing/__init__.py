"""Words with their proof: a quote, claim, act, declaration or any other record as a citation in several styles."""

from summittui.exchange.citing.citation import Citation
from summittui.exchange.citing.contents import Citable, cite
from summittui.exchange.citing.csl import csl_items, csl_json
from summittui.exchange.citing.styles import STYLES, Style, citations, short

__all__ = ["STYLES", "Citable", "Citation", "Style", "citations", "cite", "csl_items", "csl_json", "short"]
