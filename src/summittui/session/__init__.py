"""The session: the use-cases that both front ends call, over one store and one library."""

from summittui.session.documents import Document, Match
from summittui.session.session import Attachment, Session

__all__ = ["Attachment", "Document", "Match", "Session"]
