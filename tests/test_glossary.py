"""The glossary of the codebase guide has the words of the code, and each of them once."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from summittui.model import TABLES
from tests.test_house import modules

GUIDE = Path(__file__).parents[1] / "docs" / "codebase-guide.md"
DEFINING = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def terms() -> list[str]:
    """Return the words of the glossary; two that stand in one row are two."""
    section = GUIDE.read_text(encoding="utf-8").partition("\n## Glossary\n")[2].partition("\n## ")[0]
    rows = [line.split("|")[1].strip() for line in section.splitlines() if line.startswith("|")]
    return [term for row in rows[2:] for term in row.split(", ")]


def defined(tree: ast.Module) -> Iterator[str]:
    """Yield the names that a module defines: classes, functions, fields, constants and members of enumerations."""
    for node in ast.walk(tree):
        if isinstance(node, DEFINING):
            yield node.name
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from (each.id for each in targets if isinstance(each, ast.Name))


@cache
def names() -> frozenset[str]:
    """Return every name that the package defines, its words apart: `ListQuery` is ` list query `."""
    found = {module.rpartition(".")[2] for module in modules()}
    found.update(name for tree in modules().values() for name in defined(tree))
    spaced = (re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name).replace("_", " ").lower().strip() for name in found)
    return frozenset(f" {name} " for name in spaced)


def is_in_code(term: str) -> bool:
    """Tell whether the words of a term stand together in a name, the last one perhaps as several."""
    words = term.replace("-", " ").lower()
    return any(f" {form} " in name for name in names() for form in (words, f"{words}s"))


def test_every_word_of_the_glossary_is_a_name_in_the_code() -> None:
    assert [term for term in terms() if not is_in_code(term)] == []
    assert not is_in_code("normal form")


def test_no_word_stands_in_the_glossary_twice() -> None:
    assert sorted(set(terms())) == sorted(terms())


def test_every_kind_of_record_is_in_the_glossary() -> None:
    kinds = {re.sub(r"(?<=[a-z])(?=[A-Z])", " ", type_.__name__).lower() for type_ in TABLES.values()}
    assert kinds - set(terms()) == set()
