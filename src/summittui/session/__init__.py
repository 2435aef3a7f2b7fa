"""The session: the use-cases that both front ends call, over one store and one library."""

from summittui.session.attaching import Attachment
from summittui.session.session import Session

__all__ = ["Attachment", "Session"]
