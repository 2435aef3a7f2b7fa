"""The one table of commands: keys, footer, palette and help are all read from it."""

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


_LISTINGS = Scope.PAIRS | Scope.EVIDENCE | Scope.TIMELINE | Scope.VARIANTS | Scope.SEARCH | Scope.VERIFY
_NARROWED = Scope.BROWSE | Scope.DIALOG | Scope.SEARCH
_GRIDS = Scope.MATRIX | Scope.LEDGER
_LISTED = _LISTINGS | Scope.REVIEW
_PANED = Scope.BROWSE | Scope.COMPARE | _GRIDS | Scope.DOCUMENTS | Scope.ACCOUNTS | Scope.DECLARATIONS | _LISTED
_SCREENS = _PANED | Scope.READER
_HANDING = _SCREENS & ~(Scope.COMPARE | Scope.DECLARATIONS | Scope.REVIEW)
_CITING = _HANDING & ~Scope.ACCOUNTS
_EXPORTED = _SCREENS & ~(Scope.EVIDENCE | Scope.REVIEW)
_QUOTING = _SCREENS & ~(Scope.MATRIX | Scope.PAIRS | Scope.DOCUMENTS | Scope.LEDGER)
_MARKING = Scope.BROWSE | Scope.MATRIX | Scope.DOCUMENTS
_SIDES = Scope.COMPARE | Scope.DECLARATIONS
_DIFFERING = _SIDES | Scope.ACCOUNTS
_UNDOING = Scope.BROWSE | Scope.REVIEW | Scope.DOCUMENTS | Scope.CODING
_TEXTS = Scope.READER | Scope.DOCUMENTS
_SPANS = _TEXTS | Scope.CODING
_EDGES = Scope.REVIEW | Scope.CODING
_TOLD = Scope.BROWSE | Scope.DOCUMENTS | Scope.READER | Scope.EVIDENCE | Scope.TIMELINE | Scope.VARIANTS | Scope.SEARCH
_ONE_QUOTE = Scope.BROWSE | Scope.EVIDENCE | Scope.TIMELINE | Scope.DOCUMENTS | Scope.SEARCH

COMMANDS: tuple[Command, ...] = (
    Command("help", ("question_mark", "f1"), "help", "List the keys of this screen and the signs.", Scope.APP, 1),
    Command("palette", ("colon", "ctrl+p"), "more", "Find a command by its name and run it.", Scope.APP, 99),
    Command("browse", ("b",), "browse", "Go back to the actors, quotes and declarations.", Scope.APP),
    Command("matrix", ("M",), "matrix", "Show actors against issues, one sign for each position.", Scope.APP),
    Command("ledger", ("R",), "ledger", "Show what each actor did with each declaration.", Scope.APP),
    Command("timeline", ("L",), "timeline", "Show what was said, was done and happened, by date.", Scope.APP),
    Command("documents", ("D",), "documents", "Show the documents with everything that is marked in them.", Scope.APP),
    Command("review", ("I",), "review", "Decide on what was proposed for the documents.", Scope.APP),
    Command("search", ("asterisk",), "search", "Search everything, or go back to what was found.", Scope.APP),
    Command("scope", ("O",), "only…", "Show only a collection, an event or a period, on every screen.", Scope.APP),
    Command(
        "collections",
        (),
        "add a collection…",
        "Bring a collection that comes with the program in, or take one out.",
        Scope.APP,
    ),
    Command("save-view", ("F",), "save view", "Save what is shown, as it stands, under a name.", Scope.APP),
    Command("views", ("f",), "views", "Open a saved view, or any view by its line.", Scope.APP),
    Command("copy-view", (), "copy the line", "Copy the line of this view; it opens the same place again.", Scope.APP),
    Command("theme", ("T",), "theme", "Change to the next theme.", Scope.APP),
    Command("choose-theme", (), "theme…", "Choose a theme from the list of all.", Scope.APP),
    Command("back", ("escape",), "back", "Undo one step: the filter, the marks, the zoom, then leave.", Scope.APP),
    Command("quit", ("q",), "back or quit", "Go back; on the first screen, quit.", Scope.APP),
    Command("quit-now", ("Q",), "quit", "Quit at once, from any screen.", Scope.APP),
    Command("interrupt", ("ctrl+c",), "interrupt", "Say how to quit; pressed again, quit at once.", Scope.APP),
    Command("redraw", ("ctrl+l",), "redraw", "Draw the whole screen again.", Scope.APP),
    Command("down", ("j", "down"), "down", "Move one row down.", Scope.LIST),
    Command("up", ("k", "up"), "up", "Move one row up.", Scope.LIST),
    Command("start", ("g", "home"), "start", "Go to the first row.", Scope.LIST),
    Command("end", ("G", "end"), "end", "Go to the last row.", Scope.LIST),
    Command("half-down", ("ctrl+d",), "half a page down", "Move half a page down.", Scope.LIST),
    Command("half-up", ("ctrl+u",), "half a page up", "Move half a page up.", Scope.LIST),
    Command("page-down", ("pagedown",), "page down", "Move a page down.", Scope.LIST),
    Command("page-up", ("pageup",), "page up", "Move a page up.", Scope.LIST),
    Command("open", ("enter",), "open", "Open what the cursor is on.", _PANED),
    Command("source", ("o",), "source", "Show the passage in its source; from the source, go back.", _QUOTING, 5),
    Command("copy", ("y",), "copy", "Copy it, or all that is marked, with who said it, where and when.", _HANDING),
    Command("copy-cited", ("Y",), "copy cited", "Copy it with its full citation; asks for the style.", _CITING),
    Command("export", ("E",), "export", "Write what is shown into a file: JSON, CSV, Markdown, CSL-JSON.", _EXPORTED),
    Command("page", ("P",), "pager", "Show the text, or the record, in $PAGER.", _HANDING),
    Command(
        "address", (), "open the address", "Open the source in $BROWSER, else show and copy its address.", _HANDING
    ),
    Command("left", ("h", "left"), "left", "Go to the pane or column on the left.", _PANED),
    Command("right", ("l", "right"), "right", "Go to the pane or column on the right.", _PANED),
    Command(
        "next-pane",
        ("tab",),
        "next pane",
        "Go to the next pane or column, then to the menu in the last line.",
        _SCREENS,
    ),
    Command("previous-pane", ("shift+tab",), "previous pane", "Go to the previous pane or column.", _SCREENS),
    Command("filter", ("slash",), "filter", "Keep the rows that hold what you type.", _NARROWED, 2),
    Command("shorten-filter", ("backspace",), "shorten filter", "Take the last part of the filter off.", Scope.BROWSE),
    Command("facets", ("p",), "facets", "Choose among the values that the rows have, with counts.", Scope.BROWSE),
    Command("sort", ("s",), "sort", "Choose what the list is sorted by.", Scope.BROWSE),
    Command("reverse", ("S",), "reverse", "Reverse the order of the list, or turn it back.", Scope.BROWSE),
    Command("look", ("vertical_line",), "columns", "Choose what the rows show, in one line or two.", Scope.BROWSE),
    Command("next-match", ("n",), "next match", "Go to the next place with the words of the filter.", Scope.BROWSE),
    Command("previous-match", ("N",), "previous match", "Go to the place before with these words.", Scope.BROWSE),
    Command("find-name", ("apostrophe",), "go to a name", "Go to the next row whose name begins so.", Scope.BROWSE),
    Command("pane-1", ("1",), "pane 1", "Go to the first pane.", Scope.BROWSE),
    Command("pane-2", ("2",), "pane 2", "Go to the second pane.", Scope.BROWSE),
    Command("pane-3", ("3",), "pane 3", "Go to the third pane.", Scope.BROWSE),
    Command("pane-4", ("4",), "pane 4", "Go to the detail pane.", Scope.BROWSE),
    Command("mark", ("space",), "mark", "Mark the row for comparing, or unmark it, and move on.", _MARKING, 3),
    Command("range", ("v",), "range", "Begin a range at the cursor; again, or space, marks it.", Scope.BROWSE),
    Command("marked-only", ("m",), "marked only", "Show the marked rows only, or all again.", Scope.BROWSE),
    Command(
        "zoom", ("z",), "zoom", "Give the whole screen to this pane, or take it back.", Scope.BROWSE | Scope.DOCUMENTS
    ),
    Command("compare", ("c",), "compare", "Compare the marked rows, or pin this one as side A.", _MARKING, 4),
    Command("reload", ("r",), "reload", "Read the store again.", _PANED),
    Command("add", ("a",), "add", "Add an actor, a quote or a declaration, as the pane is.", Scope.BROWSE, 6),
    Command("add-issue", (), "add an issue", "Add a question that one can be for or against.", Scope.BROWSE),
    Command("add-source", (), "add a source", "Add a document without its text.", Scope.BROWSE),
    Command("add-claim", (), "add a claim", "Add what a source asserts in its own voice.", Scope.BROWSE),
    Command("add-event", (), "add an event", "Add a meeting or an occasion.", Scope.BROWSE),
    Command("add-disagreement", (), "add a disagreement", "Add how two sources differ.", Scope.BROWSE),
    Command("add-act", (), "add an act", "Add what an actor did with the declaration.", Scope.BROWSE),
    Command("add-tally", (), "add a number", "Add a number that a source states with the declaration.", Scope.BROWSE),
    Command("change", ("i",), "change", "Change the record in a form.", Scope.BROWSE),
    Command("change-issue", (), "change an issue", "Find an issue and change it in a form.", Scope.BROWSE),
    Command("change-source", (), "change a source", "Find a source and change it in a form.", Scope.BROWSE),
    Command("delete-issue", (), "delete an issue", "Find an issue and delete it; asks first.", Scope.BROWSE),
    Command("delete-source", (), "delete a source", "Find a source and delete it; asks first.", Scope.BROWSE),
    Command("change-claim", (), "change a claim", "Find a claim and change it in a form.", Scope.BROWSE),
    Command("change-event", (), "change an event", "Find an event and change it in a form.", Scope.BROWSE),
    Command("change-disagreement", (), "change a disagreement", "Find one and change it in a form.", Scope.BROWSE),
    Command("delete-claim", (), "delete a claim", "Find a claim and delete it; asks first.", Scope.BROWSE),
    Command("delete-event", (), "delete an event", "Find an event and delete it; asks first.", Scope.BROWSE),
    Command("delete-disagreement", (), "delete a disagreement", "Find one and delete it; asks first.", Scope.BROWSE),
    Command("edit", ("e",), "edit", "Open the record as TOML in $VISUAL or $EDITOR.", Scope.BROWSE),
    Command("stance", ("t",), "stance", "Say which side it takes on an issue.", Scope.BROWSE | _SPANS),
    Command("memo", ("comma",), "memo", "Write a memo of yours on the record.", Scope.BROWSE),
    Command("star", ("exclamation_mark",), "star", "Give the record a star, or take it.", Scope.BROWSE),
    Command("delete", ("X", "delete"), "delete", "Delete the record, if nothing names it.", Scope.BROWSE),
    Command("merge", (), "merge", "Make one record of two; what named the first names the second.", Scope.BROWSE),
    Command("rename", (), "rename", "Give a record another id; what names it follows.", Scope.BROWSE),
    Command("undo", ("u",), "undo", "Take back your last edit.", _UNDOING),
    Command("redo", ("U",), "redo", "Make the edit again that was taken back last.", _UNDOING),
    Command("history", ("H",), "history", "Show who changed the record, when, before and after.", Scope.BROWSE),
    Command("next-difference", ("n",), "next difference", "Go to the next row where they differ.", _DIFFERING, 2),
    Command("previous-difference", ("N",), "previous", "Go to the previous row where they differ.", _DIFFERING),
    Command("differences-only", ("d",), "differences", "Show the differences only, or all again.", Scope.COMPARE, 3),
    Command("collapse", ("Z",), "one line", "Show one line for each row and column, or all again.", Scope.COMPARE, 5),
    Command("swap", ("x",), "swap", "Swap this column with the one beside it.", _DIFFERING, 4),
    Command(
        "fold",
        ("w",),
        "fold",
        "Take in those who speak for the actor of this column, or leave them out.",
        Scope.COMPARE,
    ),
    Command(
        "see-also",
        ("i",),
        "merge close",
        "Take in the states and bodies recorded apart from this column, or leave them out.",
        Scope.COMPARE,
    ),
    Command("add-column", ("plus",), "add", "Add a column: find an actor, camp, declaration or source.", _SIDES, 6),
    Command("drop-column", ("minus",), "drop", "Take the column under the cursor out.", _SIDES),
    Command("pick-first", ("A",), "other A", "Put something else in the first column.", _SIDES),
    Command("pick-second", ("B",), "other B", "Put something else in this column, or in the second.", _SIDES),
    Command(
        "align", ("t",), "align", "Make the rows issues, dates, sources, declarations, or whole records.", _DIFFERING, 7
    ),
    Command("scroll-apart", ("equals_sign",), "scroll apart", "Let each column scroll by itself, or together.", _SIDES),
    Command("wrap", ("W",), "wrap", "Show the words on as many lines as they need, or cut to one.", _SIDES),
    Command("direct-only", ("1",), "quoted only", "Count only their own quoted words, or all.", Scope.COMPARE),
    Command("no-doubtful", ("2",), "no doubtful", "Leave out what is doubtful, or count it again.", Scope.COMPARE),
    Command("copy-row", ("y",), "copy row", "Copy the row as Markdown, each word with its source.", _SIDES),
    Command("copy-table", ("Y",), "copy table", "Copy the table as Markdown, each word with its source.", _DIFFERING),
    Command("rows", ("t",), "camps", "Make the rows actors, camps, or both, in turn.", Scope.MATRIX, 6),
    Command(
        "take-in",
        ("i",),
        "take in",
        "Take in those who speak for an actor, or leave them out.",
        Scope.MATRIX,
    ),
    Command("verify", ("C",), "on record", "Hold what the source says against the public record.", _TOLD),
    Command("variants", ("V",), "variants", "Show how several quotes word the same utterance.", _ONE_QUOTE),
    Command(
        "pairs",
        ("w",),
        "who with whom",
        "Show who stands with whom, or the matrix again.",
        Scope.MATRIX | Scope.PAIRS,
        2,
    ),
    Command(
        "voices",
        ("a",),
        "authors",
        "Add newspapers and authors with their own voice, or leave them out.",
        Scope.MATRIX | Scope.PAIRS,
        4,
    ),
    Command(
        "ledger-group", ("t",), "group", "Take all actors, or the members of the next bloc or camp.", Scope.LEDGER, 2
    ),
    Command(
        "ledger-standing",
        ("p",),
        "signed, declined",
        "Take only actors that signed, joined, declined or stayed out, in turn, or all.",
        Scope.LEDGER,
        3,
    ),
    Command(
        "ledger-order",
        ("s",),
        "order",
        "Sort by name, by number of declarations or by last act, in turn.",
        Scope.LEDGER,
        4,
    ),
    Command("pair-order", ("s",), "order", "Order the pairs by names, same, opposed or n, in turn.", Scope.PAIRS, 3),
    Command("sort-by-issue", ("s",), "sort", "Sort the actors by this issue; back restores.", Scope.MATRIX, 5),
    Command("sort-by-actor", ("S",), "sort issues", "Sort the issues by this actor; back restores.", Scope.MATRIX),
    Command("widen", ("plus",), "widen", "Show more lines around each mark, at last the whole text.", Scope.DOCUMENTS),
    Command("narrow", ("minus",), "narrow", "Show fewer lines around each mark.", Scope.DOCUMENTS, 5),
    Command("find-text", ("slash",), "find", "Find words in the text; they are lit, and counted.", _SPANS, 6),
    Command("next-span", ("n",), "next passage", "Go to the next marked passage, or place of the words.", _TEXTS, 2),
    Command("previous-span", ("N",), "previous", "Go to the marked passage, or place, before.", _TEXTS, 3),
    Command("import", ("a",), "import", "Bring in a file, a folder or an address, with proposals.", Scope.DOCUMENTS, 7),
    Command(
        "load",
        (),
        "load a file…",
        "Load a library, quotes, annotations, a project or a codebook, all of the file or nothing.",
        Scope.BROWSE | Scope.DOCUMENTS,
    ),
    Command("accept-proposal", ("a",), "accept", "Make a record of the proposal.", Scope.REVIEW, 2),
    Command("reject-proposal", ("x",), "reject", "Reject the proposal; it is not proposed again.", Scope.REVIEW, 3),
    Command("speaker", ("s",), "speaker", "Find who speaks, or make somebody new.", Scope.REVIEW, 4),
    Command("declaration", ("d",), "declaration", "Find the declaration of an act, or make a new one.", Scope.REVIEW),
    Command("next-kind", ("w",), "kind", "Make it the next kind: direct, mixed, indirect, text.", Scope.REVIEW, 6),
    Command("code-stance", ("t",), "stance", "Choose a side, both poles in view, and accept it so.", Scope.REVIEW, 7),
    Command("accept-above", ("A",), "accept all", "Accept all from a confidence that you choose.", Scope.REVIEW, 8),
    Command("start-back", ("comma",), "begin earlier", "Let the passage begin a word earlier.", _EDGES),
    Command("start-on", ("full_stop",), "begin later", "Let the passage begin a word later.", _EDGES),
    Command("end-back", ("less_than_sign",), "end earlier", "Let the passage end a word earlier.", _EDGES),
    Command("end-on", ("greater_than_sign",), "end later", "Let the passage end a word later.", _EDGES),
    Command("start-back-far", ("minus",), "a sentence before", "Take in the sentence before.", _EDGES),
    Command("end-on-far", ("plus",), "a sentence more", "Take in the sentence behind.", _EDGES),
    Command("join", ("J",), "join", "Make one of this proposal and the next.", Scope.REVIEW),
    Command("split", ("S",), "split", "Make two of it: its first piece or sentence, and the rest.", Scope.REVIEW),
    Command("select", ("v",), "select", "Select a passage in the text, to code it.", _TEXTS, 4),
    Command("word-on", ("l", "right", "w"), "next word", "Select the next word.", Scope.CODING),
    Command("word-back", ("h", "left"), "word before", "Select the word before.", Scope.CODING),
    Command("sentence-on", ("s",), "sentence", "Select the sentence, then the next one.", Scope.CODING, 5),
    Command("sentence-back", ("S",), "sentence before", "Select the sentence, then the one before.", Scope.CODING),
    Command("paragraph-on", ("p",), "paragraph", "Select the paragraph, then the next one.", Scope.CODING),
    Command("paragraph-back", ("P",), "paragraph before", "Select the paragraph, then the one before.", Scope.CODING),
    Command(
        "quotation-on",
        ("quotation_mark",),
        "in marks",
        "Select the words between quotation marks; while extending, up to the next mark.",
        Scope.CODING,
        4,
    ),
    Command("quotation-back", ("apostrophe",), "marks before", "Select those between the marks before.", Scope.CODING),
    Command("extend", ("v", "space"), "extend", "Let the motions extend the selection, or no longer.", Scope.CODING, 6),
    Command("next-place", ("n",), "next place", "Go to the next place of the words, or passage.", Scope.CODING),
    Command("previous-place", ("N",), "place before", "Go to the place, or passage, before.", Scope.CODING),
    Command("code", ("enter",), "code", "Choose what the passage is.", Scope.CODING, 2),
    Command("code-quote", ("a",), "quote", "Make the passage a quote.", Scope.CODING, 3),
    Command("code-claim", ("c",), "claim", "Make it a claim of the source itself.", Scope.CODING),
    Command("code-act", ("d",), "act", "Make it the evidence of what somebody did.", Scope.CODING),
    Command("code-tally", ("m",), "number", "Make it a number of a declaration.", Scope.CODING),
    Command("code-side", ("x",), "side", "Make it one side of a disagreement.", Scope.CODING),
    Command("code-place", ("o",), "place of", "Give the passage to a record that has no place.", Scope.CODING),
    Command("drop-view", ("X", "delete"), "remove", "Remove the saved view; asks first.", Scope.VIEWS, 3),
    Command("switch", ("space",), "switch", "Choose what the cursor is on, or no longer.", Scope.TOGGLES, 3),
    Command("leave-out", ("minus", "x"), "leave out", "Leave the value out, or no longer.", Scope.TOGGLES, 4),
    Command("close", ("escape", "q", "question_mark", "f1"), "close", "Close this dialog.", Scope.DIALOG, 1),
    Command("accept", ("enter",), "run", "Take what the cursor is on.", Scope.DIALOG, 2),
    Command("next-field", ("down", "tab"), "next", "Go to the next field, or to another completion.", Scope.FORM, 2),
    Command("previous-field", ("up", "shift+tab"), "previous", "Go to the field before.", Scope.FORM),
    Command("cancel", ("escape",), "leave", "Leave the form; what was typed is asked about.", Scope.FORM, 1),
    Command("save", ("ctrl+s",), "save", "Save; so does Enter in the last field, or here in the menu.", Scope.FORM, 99),
)
