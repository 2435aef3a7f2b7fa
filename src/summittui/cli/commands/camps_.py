"""`summittui camps`: named sets of actors that can be compared as one."""

import click

from summittui.cli.completing import ids_of
from summittui.cli.entering import choice
from summittui.cli.examples import examples
from summittui.cli.form import Form, form
from summittui.cli.groups import NearestGroup
from summittui.cli.options import json_option, opened_session, store_option
from summittui.cli.output import say, write
from summittui.exchange import to_json
from summittui.library import Library
from summittui.library.answers.camps import members_of, rule_of
from summittui.library.answers.notices import entry_notices
from summittui.model import ActKind, ActorId, Camp, DeclarationId, IssueId, StanceValue
from summittui.session.naming import new_id


@click.group(
    "camps",
    cls=NearestGroup,
    short_help="Add a camp, a named set of actors that is compared as one.",
    help="Camps: named sets of actors that can be compared as one.",
)
@store_option
def command() -> None:
    pass


@command.command(
    "add",
    epilog=examples(
        'camps add "Declined it" --act declined --declaration paris-statement',
        'camps add "Europe and China" --member "European Commission" --member China',
    ),
    help="""Add a camp of members, of those who did one act, or of those who take one side.

    Its id is written to standard output. Doubtful acts and what only others tell make nobody a member.
    """,
)
@click.argument("name")
@click.option(
    "--member",
    "members",
    multiple=True,
    metavar="NAME",
    shell_complete=ids_of("actors"),
    help="A member; may be repeated.",
)
@click.option("--act", type=choice(ActKind), help="With --declaration: whoever did this with it is a member.")
@click.option(
    "--declaration", metavar="NAME", shell_complete=ids_of("declarations"), help="With --act: the declaration."
)
@click.option("--issue", metavar="NAME", shell_complete=ids_of("issues"), help="With --stance: the issue.")
@click.option("--stance", type=choice(StanceValue), help="With --issue: whoever takes this side itself is a member.")
@click.option("--note", help="What is to be known about it.")
@store_option
@json_option
def add_camp(
    name: str,
    *,
    members: tuple[str, ...],
    act: str | None,
    declaration: str | None,
    issue: str | None,
    stance: str | None,
    note: str | None,
) -> None:
    _require_rule(members, act, declaration, issue, stance)

    def draft(library: Library) -> Camp:
        return Camp(
            id=new_id(library, "camp", name),
            name=name.strip(),
            members=tuple(dict.fromkeys(ActorId(library.resolve(words, ("actors",))) for words in members)),
            act=None if act is None else ActKind(act),
            declaration=None if declaration is None else DeclarationId(library.resolve(declaration, ("declarations",))),
            issue=None if issue is None else IssueId(library.resolve(issue, ("issues",))),
            stance=None if stance is None else StanceValue(stance),
            note=note,
        )

    with opened_session() as session:
        id_ = session.add_drafted(draft)
        camp = session.library.get_as(Camp, id_)
        found = ", ".join(map(session.library.name, members_of(session.library, camp))) or "nobody so far"
        say(f"{camp.name}: {rule_of(session.library, camp)}; members: {found}.")
        for notice in entry_notices(session.library, camp):
            say(notice)
        write(to_json(camp) if form() is Form.JSON else f"{id_}\n")


def _require_rule(
    members: tuple[str, ...], act: str | None, declaration: str | None, issue: str | None, stance: str | None
) -> None:
    for one, other, names in ((act, declaration, "--act and --declaration"), (issue, stance, "--issue and --stance")):
        if (one is None) is not (other is None):
            raise click.UsageError(f"{names} belong together; give both or neither.")
    if not members and act is None and issue is None:
        raise click.UsageError("a camp needs members; give --member, --act and --declaration, or --issue and --stance.")
