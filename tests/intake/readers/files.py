"""Small files of every format that has a reader, made by the tests themselves."""

import io
import zipfile
from email.message import EmailMessage

SAID = "“We can’t wait,” said Ada."


def docx_file(*paragraphs: str, has_table: bool = True) -> bytes:
    import docx

    document = docx.Document()
    for words in paragraphs:
        document.add_paragraph(words)
    if has_table:
        table = document.add_table(1, 2)
        table.cell(0, 0).text, table.cell(0, 1).text = "left", "right"
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def pdf_file(words: str = "Ada said it.", *, password: str | None = None) -> bytes:
    """Return a PDF of one page with lines in Windows-1252; without words the page has no text."""
    from pypdf import PdfReader, PdfWriter

    shown = b" T* ".join(b"<%s> Tj" % line.encode("cp1252").hex().encode() for line in words.split("\n"))
    stream = b"BT /F1 12 Tf 14 TL 72 700 Td %s ET" % shown if words else b""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    file, offsets = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        offsets.append(len(file))
        file += b"%d 0 obj%sendobj\n" % (number, body)
    start = len(file)
    file += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % at for at in offsets)
    file += b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % start
    if password is None:
        return bytes(file)
    writer, encrypted = PdfWriter(clone_from=PdfReader(io.BytesIO(bytes(file)))), io.BytesIO()
    writer.encrypt(password, algorithm="RC4-128")
    writer.write(encrypted)
    return encrypted.getvalue()


def mail_file(text: str, *, attachment: str | None = None, charset: str = "iso-8859-1") -> bytes:
    message = EmailMessage()
    message["From"] = "Ada Example <ada@example.org>"
    message["To"] = "desk@example.org"
    message["Subject"] = "Café talks"
    message["Date"] = "Tue, 11 Feb 2025 23:30:00 +0100"
    message.set_content(text, charset=charset, cte="quoted-printable")
    if attachment:
        message.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename=attachment)
    return message.as_bytes()


def html_file(*paragraphs: str) -> bytes:
    words = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"""<!DOCTYPE html><html lang="en-GB"><head><title>Talks &amp; rules</title>
<meta property="og:site_name" content="The Example Post">
<meta property="article:published_time" content="2025-02-11T10:00:00Z"></head>
<body><nav><a href="/">All our news</a></nav><article><h1>Talks and rules</h1>{words}</article>
<footer>Copyright 2019</footer></body></html>""".encode()


def zip_file(entries: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return file.getvalue()
