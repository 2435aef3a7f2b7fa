"""`summittui add`: new records; the id of each is all that goes to standard output."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from summittui.cli.completing import PARTIES, ids_of
from summittui.cli.entering import (
    at_option,
    choice,
    complaints_about,
    from_toml_option,
    reading_options,
    toml_in,
)
from summittui.cli.examples import examples
from summittui.cli.form import Form, form
from summittui.cli.groups import NearestGroup
from summittui.cli.options import json_option, opened_session, store_option
from summittui.cli.output import say, write
from summittui.exchange import to_json
from summittui.exchange.as_toml import record_from_toml
from summittui.library import Library
from summittui.library.answers.notices import entry_notices
from summittui.model import (
    Actor,
    ActorKind,
    Declaration,
    Issue,
    IssueId,
    Quote,
    QuoteKind,
    Record,
    Source,
    SourceKind,
    Stance,
)
from summittui.session.coding import remark
from summittui.session.entry.parts import entered_act, entered_stance_on, entered_stances
from summittui.session.entry.records import finalised, new_record
from summittui.session.entry.texts import list_of
from summittui.session.naming import NO_ID

F = TypeVar("F", bound=Callable[..., Any])
Draft = Callable[[Library], Record]
Given = dict[str, Any]
_STANCES = frozenset({"stances", "level", "certainty", "by"})
_QUOTE = _STANCES | {"at"}
_DECLARATION = frozenset({"acts"})
"""The options that enter parts, not fields."""


@click.group(
    "add",
    cls=NearestGroup,
    short_help="Add a record and write its id.",
    help="Add a record; its new id is all that is written to standard output.",
)
@store_option
def command() -> None:
    pass


def _entry_options(command: F) -> F:
    return from_toml_option(store_option(json_option(command)))


@command.command(
    "quote",
    epilog=examples('add quote --speaker "JD Vance" --source stdaily --kind direct --text "..."'),
    short_help="Add a quote.",
    help="Add a quote; its words are marked in the text of the source where that is attached and has them once.\n\n"
    "Marks, dashes, blanks and accents may be typed otherwise than they are printed. Words with an ellipsis between "
    "them are marked piece by piece. Where the text has the words more than once, or nowhere, that is said.",
)
@click.option(
    "--speaker",
    metavar="NAME",
    shell_complete=ids_of(*PARTIES),
    help="Who says it; empty where the source names nobody.",
)
@click.option(
    "--joint-speaker",
    "joint_speakers",
    multiple=True,
    metavar="NAME",
    shell_complete=ids_of(*PARTIES),
    help="Who says it together with the speaker; may be repeated.",
)
@click.option("--source", metavar="NAME", shell_complete=ids_of("sources"), help="The document in which it stands.")
@click.option("--kind", type=choice(QuoteKind), help="Whose wording it is.")
@click.option("--text", help="The quoted words; of an indirect quote what it says, in your own words.")
@click.option("--gist", help="What it says, in your own words; a mixed quote needs it.")
@click.option("--via", metavar="NAME", shell_complete=ids_of("actors"), help="Whom the source has it from.")
@click.option("--role", help="The speaker's role as worded.")
@click.option("--occasion", help="Where it was said.")
@click.option("--date", help="When it was said: YYYY, YYYY-MM or YYYY-MM-DD.")
@click.option("--stance", "stances", multiple=True, metavar="ISSUE=SIDE", help="A side it takes; may be repeated.")
@at_option
@reading_options
@_entry_options
def quote(from_toml: str | None, **given: Any) -> None:
    def draft(library: Library) -> Record:
        stances = entered_stances(library, given["stances"], level=given["level"], certainty=given["certainty"])
        return new_record(library, Quote, _entered(given, _QUOTE), at=given["at"], stances=stances)

    _add(Quote, from_toml, given, ("speaker", "source", "kind", "text"), draft)


@command.command(
    "actor", epilog=examples('add actor --name "Ada Example" --kind person --speaks-for France'), help="Add an actor."
)
@click.option("--name", help="What it is called.")
@click.option("--kind", type=choice(ActorKind), help="What kind of actor it is.")
@click.option("--alias", "aliases", multiple=True, metavar="NAME", help="Another name of it; may be repeated.")
@click.option(
    "--speaks-for", metavar="NAME", shell_complete=ids_of("actors"), help="The state or body that it speaks for."
)
@click.option("--affiliation", metavar="NAME", shell_complete=ids_of("actors"), help="What it belongs to.")
@_entry_options
def actor(from_toml: str | None, **given: Any) -> None:
    _add(Actor, from_toml, given, ("name", "kind"), lambda library: new_record(library, Actor, _entered(given)))


@command.command(
    "issue",
    epilog=examples(
        'add issue --label "Open models" --question "Open them?" --for Yes --against No',
        'add issue --label "Speed" --question "Faster?" --for Yes --against No --stance vance-kill-industry=for',
    ),
    short_help="Add an issue with both its poles spelled out.",
    help="Add an issue with both its poles spelled out, and the sides that quotes or claims take on it, in one edit.",
)
@click.option("--label", help="A few words for it.")
@click.option("--question", help="The question that one can be for or against.")
@click.option("--for", "pole_for", metavar="TEXT", help="What being for it means.")
@click.option("--against", "pole_against", metavar="TEXT", help="What being against it means.")
@click.option(
    "--stance",
    "stances",
    multiple=True,
    metavar="ID=SIDE",
    shell_complete=ids_of("quotes", "claims"),
    help="The side that a quote or claim takes on it; may be repeated.",
)
@click.option("--by", metavar="CODER", help="The coder whose reading the stances are.")
@reading_options
@_entry_options
def issue(from_toml: str | None, **given: Any) -> None:
    needed = ("label", "question", "pole_for", "pole_against")
    read = {name: given[name] for name in ("level", "certainty", "by")}

    def draft(library: Library) -> Record:
        return new_record(library, Issue, _entered(given, _STANCES))

    def stances(library: Library, id_: str) -> dict[str, Stance]:
        return dict(entered_stance_on(library, IssueId(id_), text, **read) for text in given["stances"])

    _add(Issue, from_toml, given, needed, draft, stances)


@command.command(
    "declaration",
    epilog=examples('add declaration --title "The Example Charter" --act "France=signed@stdaily"'),
    help="Add a declaration with its acts.",
)
@click.option("--title", help="Its full title.")
@click.option("--label", help="A few words for it; else its title.")
@click.option("--kind", help="What kind of text it is; else declaration.")
@click.option("--forum", help="Where it was put forward.")
@click.option("--date", help="Its date: YYYY, YYYY-MM or YYYY-MM-DD.")
@click.option(
    "--act",
    "acts",
    multiple=True,
    metavar="ACTOR=ACT@SOURCE",
    help="Who did what with it, as which source states; may be repeated.",
)
@_entry_options
def declaration(from_toml: str | None, **given: Any) -> None:
    def draft(library: Library) -> Record:
        acts = [entered_act(library, text) for text in given["acts"]]
        return new_record(library, Declaration, _entered(given, _DECLARATION), acts=tuple(acts))

    _add(Declaration, from_toml, given, ("title",), draft)


@command.command("source", epilog=examples('add source --outlet "The Example" --kind article'), help="Add a source.")
@click.option("--outlet", help="Who publishes it.")
@click.option("--kind", type=choice(SourceKind), help="What kind of document it is.")
@click.option("--title", help="Its title.")
@click.option("--published", metavar="DATE", help="When it was published: YYYY, YYYY-MM or YYYY-MM-DD.")
@click.option("--url", help="Where it can be read.")
@click.option("--language", metavar="TAG", help="Its language, as en or zh-Hans.")
@_entry_options
def source(from_toml: str | None, **given: Any) -> None:
    _add(Source, from_toml, given, ("outlet", "kind"), lambda library: new_record(library, Source, _entered(given)))


def _add(
    type_: type[Record],
    from_toml: str | None,
    given: Given,
    needed: tuple[str, ...],
    draft: Draft,
    stances: Callable[[Library, str], dict[str, Stance]] = lambda _, __: {},
) -> None:
    """Add what the options or the TOML file give, with stances on it by their records, and write the new id."""
    if from_toml is not None:
        if any(value not in (None, ()) for value in given.values()):
            raise click.UsageError("--from-toml stands alone; leave out the other options or the file.")
        text = toml_in(from_toml)
        with complaints_about(from_toml):
            entered = record_from_toml(type_, text, id_=NO_ID)
        given = {"text": getattr(entered, "words", None)}

        def draft(library: Library) -> Record:
            return finalised(library, entered)

    elif missing := [name for name in needed if given[name] is None]:
        options = ", ".join(f"--{name.removeprefix('pole_')}" for name in missing)
        raise click.UsageError(f"missing {options}; give them, or --from-toml FILE.")
    with opened_session() as session:
        id_ = session.add_drafted(draft, stances)
        record = session.library.get(id_)
        notices = entry_notices(session.library, record)
        said = remark(session.library, record, given.get("text")) if isinstance(record, Quote) else ""
    write(to_json(record) if form() is Form.JSON else f"{id_}\n")
    for notice in notices:
        say(notice)
    if said:
        say(f"{said}{_choosing(record)}")


def _entered(given: Given, apart: frozenset[str] = frozenset()) -> dict[str, str]:
    """Return the options that were given as texts by the fields that they enter, without those of `apart`."""
    fields = {name: value for name, value in given.items() if value is not None and name not in apart}
    return {name: list_of(value) if isinstance(value, tuple) else value for name, value in fields.items()}


def _choosing(record: Record) -> str:
    """Return how a place is chosen, where a quote has none."""
    has_place = isinstance(record, Quote) and record.quoted
    return "" if has_place else f" Write: summittui edit {record.id} --at OFFSET, or --set words=…"
