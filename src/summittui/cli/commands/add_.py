"""`summittui add`: new records; the id of each is all that goes to standard output."""

from typing import Any

import click

from summittui.cli.adding import add_record, entry_options, fields_entered
from summittui.cli.completing import PARTIES, ids_of
from summittui.cli.entering import choice, reading_options, stance_options
from summittui.cli.examples import examples
from summittui.cli.groups import NearestGroup
from summittui.cli.options import store_option
from summittui.library import Library
from summittui.model import (
    Actor,
    ActorKind,
    Claim,
    ClaimKind,
    Declaration,
    Disagreement,
    DisagreementKind,
    Event,
    Issue,
    IssueId,
    Quote,
    QuoteKind,
    Record,
    Severity,
    Source,
    SourceKind,
    Stance,
)
from summittui.session.coding import claim_at
from summittui.session.entry.disagreements import disagreement_of, entered_sides
from summittui.session.entry.parts import entered_act, entered_stance_on, entered_stances
from summittui.session.entry.records import new_record

_STANCES = frozenset({"stances", "level", "certainty", "by"})
_QUOTE = _STANCES | {"at"}
_CLAIM = _QUOTE | {"words"}
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


@command.command(
    "quote",
    epilog=examples('add quote --speaker "JD Vance" --source stdaily --kind direct --text "words as printed"'),
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
@stance_options
@entry_options
def quote(from_toml: str | None, **given: Any) -> None:
    def draft(library: Library) -> Record:
        stances = _stances(library, given)
        return new_record(library, Quote, fields_entered(given, _QUOTE), at=given["at"], stances=stances)

    add_record(Quote, from_toml, given, ("speaker", "source", "kind", "text"), draft)


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
@entry_options
def actor(from_toml: str | None, **given: Any) -> None:
    add_record(
        Actor, from_toml, given, ("name", "kind"), lambda library: new_record(library, Actor, fields_entered(given))
    )


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
@entry_options
def issue(from_toml: str | None, **given: Any) -> None:
    needed = ("label", "question", "pole_for", "pole_against")
    read = {name: given[name] for name in ("level", "certainty", "by")}

    def draft(library: Library) -> Record:
        return new_record(library, Issue, fields_entered(given, _STANCES))

    def stances(library: Library, id_: str) -> dict[str, Stance]:
        return dict(entered_stance_on(library, IssueId(id_), text, **read) for text in given["stances"])

    add_record(Issue, from_toml, given, needed, draft, stances)


@command.command(
    "declaration",
    epilog=examples('add declaration --title "The Example Charter" --act "China=signed@stdaily"'),
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
@entry_options
def declaration(from_toml: str | None, **given: Any) -> None:
    def draft(library: Library) -> Record:
        acts = [entered_act(library, text) for text in given["acts"]]
        return new_record(library, Declaration, fields_entered(given, _DECLARATION), acts=tuple(acts))

    add_record(Declaration, from_toml, given, ("title",), draft)


@command.command("source", epilog=examples('add source --outlet "The Example" --kind article'), help="Add a source.")
@click.option("--outlet", help="Who publishes it.")
@click.option("--kind", type=choice(SourceKind), help="What kind of document it is.")
@click.option("--title", help="Its title.")
@click.option("--published", metavar="DATE", help="When it was published: YYYY, YYYY-MM or YYYY-MM-DD.")
@click.option("--url", help="Where it can be read.")
@click.option("--language", metavar="TAG", help="Its language, as en or zh-Hans.")
@entry_options
def source(from_toml: str | None, **given: Any) -> None:
    add_record(
        Source, from_toml, given, ("outlet", "kind"), lambda library: new_record(library, Source, fields_entered(given))
    )


@command.command(
    "claim",
    epilog=examples('add claim --source stdaily --author author-stdaily --kind fact --gist "It met."'),
    short_help="Add a claim of a source.",
    help="Add what a source asserts in its own voice; it stays its claim. Its words, where they are given, are "
    "marked in the attached text, which must have them once.",
)
@click.option("--source", metavar="NAME", shell_complete=ids_of("sources"), help="The document that asserts it.")
@click.option("--author", metavar="NAME", shell_complete=ids_of("actors"), help="Who asserts it.")
@click.option("--kind", type=choice(ClaimKind), help="Whether it can be checked, or weighs what happened.")
@click.option("--gist", help="What it asserts, in your own words.")
@click.option("--words", help="The words of the source that assert it.")
@click.option(
    "--about",
    multiple=True,
    metavar="NAME",
    shell_complete=ids_of(*PARTIES),
    help="Of whom; may be repeated.",
)
@click.option("--doubt", help="Why it is doubtful.")
@stance_options
@entry_options
def claim(from_toml: str | None, **given: Any) -> None:
    def draft(library: Library) -> Record:
        stances = _stances(library, given)
        made = new_record(library, Claim, fields_entered(given, _CLAIM), stances=stances)
        return claim_at(library, made, given["words"], at=given["at"]) if given["words"] else made

    add_record(Claim, from_toml, given, ("source", "author", "kind", "gist"), draft)


@command.command(
    "event", epilog=examples('add event --name "Example Summit" --place Paris --date 2025-02-11'), help="Add an event."
)
@click.option("--name", help="What it is called.")
@click.option("--alias", "aliases", multiple=True, metavar="NAME", help="Another name of it; may be repeated.")
@click.option("--place", help="Where it was.")
@click.option("--date", help="When it ended: YYYY, YYYY-MM or YYYY-MM-DD.")
@click.option("--part-of", metavar="NAME", shell_complete=ids_of("events"), help="The event that it belongs to.")
@entry_options
def event(from_toml: str | None, **given: Any) -> None:
    add_record(Event, from_toml, given, ("name",), lambda library: new_record(library, Event, fields_entered(given)))


@command.command(
    "disagreement",
    epilog=examples(
        'add disagreement --title "How many signed" --kind detail --severity low --side "stdaily=About 60." '
        '--side "nigeriapulse=Over 60." --explanation "They count differently."'
    ),
    short_help="Add how sources differ on a matter.",
    help="Add how two sources or more differ on one matter, each with what it has on it.",
)
@click.option("--title", help="The matter, in a few words.")
@click.option("--kind", type=choice(DisagreementKind), help="In what way they differ.")
@click.option("--severity", type=choice(Severity), help="How much it matters for who said or did what.")
@click.option(
    "--side", "sides", multiple=True, metavar="SOURCE=GIST", help="What one source has on it; once for each source."
)
@click.option("--explanation", help="How they differ, in your own words.")
@entry_options
def disagreement(from_toml: str | None, **given: Any) -> None:
    def draft(library: Library) -> Record:
        return disagreement_of(library, given, entered_sides(library, given["sides"]))

    add_record(Disagreement, from_toml, given, ("title", "kind", "severity", "explanation"), draft)


def _stances(library: Library, given: dict[str, Any]) -> tuple[Stance, ...]:
    """Return the stances of a quote or a claim that the options of `stance_options` give."""
    return entered_stances(library, given["stances"], level=given["level"], certainty=given["certainty"])
