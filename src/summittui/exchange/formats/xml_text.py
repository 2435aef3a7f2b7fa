"""Text that XML 1.0 can hold."""

_UNPRINTABLE = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)), "\ufffd")


def xml_text(text: str) -> str:
    """Return a text with one replacement character for each that XML cannot hold, so that no offset moves."""
    return text.translate(_UNPRINTABLE)
