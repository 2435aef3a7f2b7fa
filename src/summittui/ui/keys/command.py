"""A command of the one table, and the scopes in which commands are in force."""

from enum import Flag, auto

from msgspec import Struct


class Scope(Flag):
    """The screens on which a command is in force; a command that means the same on several belongs to each of them."""

    APP = auto()
    LIST = auto()
    BROWSE = auto()
    COMPARE = auto()
    READER = auto()
    DIALOG = auto()
    FORM = auto()
    MATRIX = auto()
    PAIRS = auto()
    EVIDENCE = auto()
    TIMELINE = auto()
    DOCUMENTS = auto()
    ACCOUNTS = auto()
    VARIANTS = auto()
    DECLARATIONS = auto()
    SEARCH = auto()
    TOGGLES = auto()
    VIEWS = auto()
    LEDGER = auto()
    REVIEW = auto()
    VERIFY = auto()
    CODING = auto()


SCOPE_TITLES = {
    Scope.BROWSE: "Browse",
    Scope.COMPARE: "Compare",
    Scope.MATRIX: "Matrix",
    Scope.PAIRS: "Who stands with whom",
    Scope.LEDGER: "Ledger",
    Scope.EVIDENCE: "The words behind a cell",
    Scope.TIMELINE: "Timeline",
    Scope.DOCUMENTS: "Documents",
    Scope.ACCOUNTS: "Two documents side by side",
    Scope.DECLARATIONS: "Declarations side by side",
    Scope.VARIANTS: "Variants",
    Scope.SEARCH: "Search everything",
    Scope.TOGGLES: "A dialog in which things are chosen",
    Scope.VIEWS: "Saved views",
    Scope.VERIFY: "Against the record",
    Scope.REVIEW: "Review",
    Scope.READER: "Reader",
    Scope.CODING: "Select a passage and code it",
    Scope.DIALOG: "This dialog",
    Scope.FORM: "A form",
    Scope.LIST: "Move in a list or a text",
    Scope.APP: "Everywhere",
}
"""The heading of each scope in the help, in the order in which the help shows them."""


class Command(Struct, frozen=True):
    """Something that a key does."""

    id: str
    """The name of the command in the configuration, and of its action."""
    keys: tuple[str, ...]
    """Textual's names of its keys; the first one is shown. Without any it is run from the palette."""
    label: str
    """A word or two for the footer and the palette."""
    help: str
    """The effect of the command, as a sentence."""
    scope: Scope
    """The screens that know it."""
    hint: int = 0
    """The rank of the command in the footer, 1 first; 0 keeps the command out."""
