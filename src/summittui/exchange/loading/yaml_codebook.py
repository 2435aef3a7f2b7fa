"""The codebook of qualitative-coding (qc): a YAML list of codes, one with codes below it as a mapping of its name."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from summittui.exchange.loading.loaded import Code, Codebook, Tick, check_number, decoded
from summittui.model import InputError
from summittui.model.text import clip, safe, shows

DEEPEST = 200
"""The most lists and codes that lie in each other."""
_NOTHING = frozenset({"", "null", "~"})


def read_codebook_yaml(content: bytes, tick: Tick) -> Codebook:
    """Return the codes of a YAML list, each behind the one above it; one that stands twice is one code.

    Raises:
        InputError: It is no such list, is broken or nested too deeply, has references, or the library for it is not
            installed.
    """
    try:
        import yaml
    except ImportError:
        raise InputError("YAML needs one more library: pip install 'summittui[import]'") from None

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    codes: dict[str, Code] = {}
    try:
        for number, code in enumerate(_codes(yaml.parse(decoded(content), Loader=loader)), 1):
            check_number(number)
            tick(number)
            codes.setdefault(code.name, code)
    except yaml.YAMLError as error:
        at = getattr(error, "problem_mark", None)
        where = f"line {at.line + 1:,}, " if at else ""
        why = safe(str(getattr(error, "problem", None) or error))
        raise InputError(f"it is no YAML, or broken off ({clip(where + why, 60)}); give the whole file") from None
    return Codebook(codes=tuple(codes.values()))


def _codes(events: Iterator[Any]) -> Iterator[Code]:
    """Yield the codes that a parser comes by."""
    tree = _Tree()
    for event in events:
        line = event.start_mark.line + 1
        if type(event).__name__ == "AliasEvent" or getattr(event, "anchor", None):
            raise InputError(f"line {line:,} refers to another place (& or *), which no codebook needs; write it out")
        try:
            code = tree.take(event)
        except ValueError:
            why = f"line {line:,} is no code of a codebook"
            raise InputError(f"{why}; give a list of names, each with a list of those below it") from None
        if code is not None:
            yield code


class _Tree:
    """The place in a codebook that a parser has come to."""

    def __init__(self) -> None:
        self._above: list[str | None] = []
        """None for each open list, the name of its code for each open mapping, empty before it was read."""
        self._by_kind: Mapping[str, Callable[[Any], Code | None]] = {
            "SequenceStartEvent": self._open_list,
            "MappingStartEvent": self._open_code,
            "SequenceEndEvent": self._close,
            "MappingEndEvent": self._close,
            "ScalarEvent": self._name,
        }

    def take(self, event: Any) -> Code | None:
        """Return the code that an event names; None where it names none.

        Raises:
            ValueError: It does not belong there.
        """
        handle = self._by_kind.get(type(event).__name__)
        return handle(event) if handle else None

    def _open_list(self, _: Any) -> None:
        self._require(not self._above or bool(self._above[-1]))
        self._above.append(None)

    def _open_code(self, _: Any) -> None:
        self._require(bool(self._above) and self._above[-1] is None and len(self._above) < DEEPEST)
        self._above.append("")

    def _close(self, _: Any) -> None:
        self._above.pop()

    def _name(self, event: Any) -> Code | None:
        if self._above and self._above[-1]:
            self._require(event.value in _NOTHING)  # a name with a colon, and nothing below it
            return None
        self._require(bool(self._above) and shows(event.value))
        parent = next((name for name in reversed(self._above) if name), "")
        if self._above[-1] == "":
            self._above[-1] = event.value
        return Code(name=event.value, parent=parent)

    @staticmethod
    def _require(fits: bool) -> None:
        if not fits:
            raise ValueError
