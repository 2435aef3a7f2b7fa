"""The views of a store: of documents in memory, or in a file."""

from summittui.store.decoded_tables import DecodedTables
from summittui.store.file_view import FileView

AnyView = DecodedTables | FileView
"""The decoded documents of a store, in memory or in a file."""
