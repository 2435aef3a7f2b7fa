"""Rules of the house: sizes of classes with their bases, cycles of imports, who imports what."""

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import summittui

PACKAGE = Path(summittui.__file__).parent
Class = tuple[str, str]
"""The module and the name of a class."""


def name_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def modules() -> Mapping[str, ast.Module]:
    """All modules of the package, parsed."""
    return {name_of(path): ast.parse(path.read_text(encoding="utf-8")) for path in sorted(PACKAGE.rglob("*.py"))}


def imported(module: str) -> Iterator[tuple[str, str, str]]:
    """The module, the name in it and the name here of all that a module imports, inside functions too."""
    for node in ast.walk(modules()[module]):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node.module, each.name, each.asname or each.name) for each in node.names)
        elif isinstance(node, ast.Import):
            yield from ((each.name, "", each.asname or each.name) for each in node.names)


@cache
def imports() -> Mapping[str, frozenset[str]]:
    """Which modules of the package each one imports, function-level and type-checking imports included."""
    graph = {}
    for module in modules():
        found = {
            f"{source}.{name}" if f"{source}.{name}" in modules() else source for source, name, _ in imported(module)
        }
        graph[module] = frozenset(found & modules().keys())
    return graph


@cache
def classes() -> Mapping[Class, ast.ClassDef]:
    """All classes at the top of a module."""
    return {
        (module, node.name): node
        for module, tree in modules().items()
        for node in tree.body
        if isinstance(node, ast.ClassDef)
    }


def ancestors(of: Class) -> list[Class]:
    """A class of ours and those of ours that it comes from, the class first."""
    found = [of]
    for base in bases(of):
        found += [each for each in ancestors(base) if each not in found]
    return found


def bases(of: Class) -> Iterator[Class]:
    """The classes of ours that a class names as its bases."""
    here = {own: (source, name) for source, name, own in imported(of[0])}
    for node in classes()[of].bases:
        name = ast.unparse(node.value if isinstance(node, ast.Subscript) else node)
        base = here.get(name, (of[0], name))
        if base in classes():
            yield base


def depth(of: Class) -> int:
    """How many classes of ours stand one above the other over a class."""
    return max((1 + depth(base) for base in bases(of)), default=0)


def lines(of: Class) -> int:
    """The lines of a class with its bases of ours."""
    return sum((classes()[each].end_lineno or 0) - classes()[each].lineno + 1 for each in ancestors(of))


def methods(of: Class) -> int:
    """The functions in a class and in its bases of ours."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return sum(isinstance(node, kinds) for each in ancestors(of) for node in classes()[each].body)


def cycles(graph: Mapping[str, frozenset[str]]) -> list[set[str]]:
    """The sets of nodes in which each is reached from each, of more than one node."""
    reached = {node: reachable(graph, node) for node in graph}
    found = [
        {each for each in reached[node] if node in reached.get(each, ())} for node in graph if node in reached[node]
    ]
    return [each for at, each in enumerate(found) if each not in found[:at]]


def reachable(graph: Mapping[str, frozenset[str]], start: str) -> set[str]:
    """The nodes to which a way leads from a node."""
    found: set[str] = set()
    ahead = [*graph.get(start, ())]
    while ahead:
        node = ahead.pop()
        if node not in found:
            found.add(node)
            ahead += graph.get(node, ())
    return found


# --- the screens -----------------------------------------------------------------------------------------------------

DEEPEST = 2
"""How many classes of ours a class may inherit through."""
APP_LINES, SCREEN_LINES, SCREEN_METHODS = 300, 350, 40
SCREENS = "summittui.ui.command_screen", "CommandScreen"
APP = "summittui.ui.app", "SummitApp"


def screens() -> list[Class]:
    return [each for each in classes() if SCREENS in ancestors(each)]


def test_no_class_inherits_through_more_than_two_classes_of_ours() -> None:
    assert {name for module, name in classes() if depth((module, name)) > DEEPEST} == set()


def test_the_app_and_every_screen_are_small_with_their_bases() -> None:
    large = {each[1] for each in screens() if lines(each) > SCREEN_LINES or methods(each) > SCREEN_METHODS}
    assert large == set()
    assert lines(APP) <= APP_LINES


def test_modules_import_each_other_in_no_cycle() -> None:
    assert cycles(imports()) == []


def folders_in(package: str) -> dict[str, frozenset[str]]:
    """Which folders and modules of a package each of them imports."""
    level, inside = package.count(".") + 1, f"{package}."
    found: dict[str, set[str]] = {}
    for module, after in imports().items():
        if module.startswith(inside):
            here = module.split(".")[level]
            there = {each.split(".")[level] for each in after if each.startswith(inside)}
            found[here] = found.get(here, set()) | there - {here}
    return {here: frozenset(there) for here, there in found.items()}


def test_folders_import_each_other_in_no_cycle() -> None:
    packages = {module.rpartition(".")[0] for module in modules() if "." in module}
    assert {package: cycles(folders_in(package)) for package in packages if cycles(folders_in(package))} == {}


def test_the_guide_names_every_folder_and_module_of_the_screens() -> None:
    guide = (PACKAGE.parents[1] / "docs" / "codebase-guide.md").read_text(encoding="utf-8")
    inside = [each for each in (PACKAGE / "ui").iterdir() if not each.name.startswith("__")]
    named = {each: f"`{each.name}/`" if each.is_dir() else f"`{each.name}`" for each in inside}
    assert {each.name for each, name in named.items() if name not in guide} == set()


# --- the library -----------------------------------------------------------------------------------------------------

FRONT = ("summittui.ui", "summittui.cli", "summittui.present", "summittui.exchange", "summittui.intake")
"""The packages that ask a library and know none: another one must be able to answer them."""
MAKERS = {"summittui.session.session", "summittui.session.replica", "summittui.session.proposing"}
"""The modules outside `library.memory` that make a library in memory."""
MEMORY = "summittui.library.memory"
SQLITE = "summittui.library.sqlite"
"""The library over SQLite, which reads a record by the functions of the one in memory, so that both mean the same."""
WHOLE = {"records", "texts", "ordinals", "derived_values", "adopt", "brought_by"}
"""What a library in memory has beyond the protocol: whole tables, texts as a mapping, ordinals, derived values."""


def test_only_the_session_makes_a_library_in_memory_and_nobody_else_imports_it() -> None:
    importing = {module for module, after in imports().items() if any(each.startswith(MEMORY) for each in after)}
    assert {each for each in importing if not each.startswith((MEMORY, SQLITE))} == MAKERS
    assert not [each for each in importing if each.startswith(FRONT)]


def test_answers_stand_on_the_protocol_and_the_protocol_on_no_answer() -> None:
    answering = ("summittui.library.answers", "summittui.library.changes")
    below = {module: after for module, after in imports().items() if module.startswith(answering)}
    assert not [module for module, after in below.items() if any(each.startswith((MEMORY, SQLITE)) for each in after)]
    asked = reachable(imports(), "summittui.library.protocol")
    assert not [each for each in asked if each.startswith((*answering, MEMORY))]


def test_nobody_outside_memory_takes_a_whole_table_an_index_or_an_ordinal_from_a_library() -> None:
    taken = {
        (module, ast.unparse(node))
        for module, tree in modules().items()
        if module.startswith((*FRONT, "summittui.library.answers", "summittui.library.changes", "summittui.session"))
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in WHOLE and "library" in ast.unparse(node.value).lower()
    }
    assert taken == set()


GROWING = frozenset({"Quote", "Claim", "Source", "Actor", "Proposal"})
"""The tables that grow with a store; of the others there are few."""
GOING_THROUGH = {
    "summittui.exchange.formats.library_json": "writes the whole library",
    "summittui.intake.known": "a proposer knows all names",
    "summittui.library.answers.agreement": "agreement of coders is over everything that several coded",
    "summittui.library.answers.check": "a check looks at everything; it holds only what is wrong",
    "summittui.library.answers.equal_quotes": "a part of a check, source by source",
    "summittui.library.answers.shared_names": "a part of a check",
    "summittui.library.answers.proposals": "the review of all documents",
    "summittui.library.answers.scope": "the few tables that a scope leaves whole",
    "summittui.library.answers.timeline": "the timeline of everybody; a screen refuses one that is too long",
    "summittui.present.verification": "whether there is a record to verify against, asked once for each library",
    "summittui.session.annotations": "annotations without a document are sought in all texts, one by one",
    "summittui.session.bulk.batch_writer": "files are known by the digests of all sources",
    "summittui.session.documents": "files are known by the digests of all sources, else by their quoted words",
    "summittui.session.import_planner": "files are known by the digests of all sources",
    "summittui.session.proposing": "proposals are made against a library of their own",
    "summittui.session.recoding": "texts and cases of other programs are known by digests and names",
    "summittui.ui.commands.documents": "the only two sources are a pair",
    "summittui.ui.render.sources": "rows of the list, each read when it comes into sight",
    "summittui.ui.screens.documents": "what is exported, read when the file is made",
    "summittui.ui.screens.ledger": "the blocs to choose from",
    "summittui.ui.screens.review": "the numbers of proposals by state",
}
"""The modules that go through a table that grows with a store, or take it as a list, and why nothing less will do."""


def test_only_what_needs_all_goes_through_a_table_that_grows() -> None:
    going = {
        module
        for module, tree in modules().items()
        if module.startswith((*FRONT, "summittui.library.answers", "summittui.library.changes", "summittui.session"))
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "every"
        if not isinstance(node.args[0], ast.Name) or node.args[0].id in GROWING or node.args[0].id.islower()
    }
    assert going == GOING_THROUGH.keys()


def test_nobody_tells_libraries_apart_by_their_identity() -> None:
    compared = {
        (module, ast.unparse(node))
        for module, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Compare) and all(isinstance(each, ast.Is | ast.IsNot) for each in node.ops)
        if all(ast.unparse(each).lower().endswith("library") for each in (node.left, *node.comparators))
    }
    assert compared == set()


# --- the wording -----------------------------------------------------------------------------------------------------

TOOLKITS = frozenset({"textual", "rich", "click"})
WORDED_ONCE = {
    "at no known date": {"summittui.present.source"},
    "not a second witness": {"summittui.present.source"},
    "inside another quote": {"summittui.present.quote"},
    "no statement found": {"summittui.present.position"},
    "an unstated number of": {"summittui.present.declaration"},
    "wording not the speaker's": {"summittui.present.attribution"},
}
"""Words of records and answers, and the one module that says them; others take them from there."""
OTHER_SAYINGS = {
    "summittui.exchange.reports.brief": {"no statement found"},
    "summittui.library.answers.alignment": {"at no known date", "not a second witness"},
    "summittui.library.answers.verdict": {"no statement found"},
    "summittui.present.matrix": {"no statement found"},
    "summittui.present.signs": {"no statement found"},
    "summittui.queries.language.states": {"inside another quote"},
    "summittui.ui.legend": {"no statement found"},
}
"""Modules that say some of them too: answers of the library, signs with their legends, and filters."""


@cache
def strings(module: str) -> tuple[str, ...]:
    """The text of every string in a module that is no docstring."""
    nodes = list(ast.walk(modules()[module]))
    docs = {id(each.value) for node in nodes for each in docstrings(node)}
    constants = (node for node in nodes if isinstance(node, ast.Constant) and id(node) not in docs)
    return tuple(node.value for node in constants if isinstance(node.value, str))


def docstrings(node: ast.AST) -> list[ast.Expr]:
    """The docstring of a module, class or function, and those below the assignments in it."""
    body = getattr(node, "body", None)
    return [
        each
        for each in (body if isinstance(body, list) else [])
        if isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant) and isinstance(each.value.value, str)
    ]


def test_what_is_presented_knows_no_toolkit_and_no_key() -> None:
    for module in modules():
        if module.startswith("summittui.present"):
            names = {f"{origin}.{name}" for origin, name, _ in imported(module)}
            assert not {name for name in names if name.split(".")[0] in TOOLKITS}, module
            assert not {name for name in names if name.startswith("summittui.ui") or name.endswith(".key_of")}, module


def test_what_is_presented_can_be_taken_by_exchange() -> None:
    above = ("summittui.exchange", "summittui.session", "summittui.intake", "summittui.cli", "summittui.ui")
    for module in modules():
        if module.startswith("summittui.present"):
            assert not [origin for origin, _, _ in imported(module) if origin.startswith(above)], module


def test_words_of_records_stand_in_one_module() -> None:
    for words, homes in WORDED_ONCE.items():
        saying = {module for module in modules() if any(words in each for each in strings(module))}
        others = {module for module, said in OTHER_SAYINGS.items() if words in said}
        assert homes <= saying
        assert saying - homes - others == set(), words


def test_no_front_end_has_a_package_of_wordings_of_its_own() -> None:
    assert not [module for module in modules() if module.startswith("summittui.cli.render")]
