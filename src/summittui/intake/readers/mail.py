"""The reader of e-mail (RFC 5322 with MIME)."""

from collections.abc import Iterator
from email import policy
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime

from summittui.intake.readers.document import Format, ReadDocument, unix_lines
from summittui.intake.readers.encodings import decode
from summittui.intake.readers.html import read_html
from summittui.intake.readers.metadata import one_line
from summittui.model import InputError


def read_mail(content: bytes) -> ReadDocument:
    """Read the plain text of a message, else the text of its HTML.

    Raises:
        InputError: The message is broken or has no text.
    """
    try:
        message = BytesParser(policy=policy.default).parsebytes(content)
        assert isinstance(message, EmailMessage)
        body = message.get_body(("plain", "html"))
        text = _text_of(body) if body else ""
        title, sender, sent = message["subject"], message["from"], message["date"]
        left_out = tuple(_left_out(message, body))
    except (LookupError, ValueError, TypeError, AttributeError, RecursionError) as error:
        raise InputError(f"it is no e-mail that can be read ({type(error).__name__}); save it as text") from None
    if not text.strip():
        raise InputError("the message holds no text; give its attachment instead")
    return ReadDocument(
        format=Format.MAIL,
        text=text,
        title=one_line(title),
        author=one_line(parseaddr(str(sender or ""))[0]),
        published=_day(sent),
        left_out=left_out,
    )


def _text_of(body: MIMEPart) -> str:
    content = body.get_payload(decode=True)
    if not isinstance(content, bytes):
        return ""
    if body.get_content_subtype() == "html":
        return read_html(content).text
    return unix_lines(decode(content, body.get_content_charset())[0])


def _left_out(message: EmailMessage, body: MIMEPart | None) -> Iterator[str]:
    """Yield the attachments and alternative texts of a message."""
    for part in message.walk():
        if part is not body and not part.is_multipart():
            name = one_line(part.get_filename())
            yield f"{part.get_content_type()}: {name}" if name else part.get_content_type()


def _day(sent: str | None) -> str | None:
    """Return the day on which a message was sent, by the sender's clock."""
    try:
        return parsedate_to_datetime(str(sent)).date().isoformat() if sent else None
    except (ValueError, TypeError):
        return None
