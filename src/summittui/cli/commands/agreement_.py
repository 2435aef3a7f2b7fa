"""`summittui agreement`: how far coders who coded apart agree."""

import click

from summittui.cli.examples import examples
from summittui.cli.form import Form, form
from summittui.cli.groups import StrictCommand
from summittui.cli.options import form_options, opened_session, store_option
from summittui.cli.output import say, write, write_table
from summittui.exchange import to_json
from summittui.library.answers.agreement import coder_agreement
from summittui.present.agreement import agreement_table, plain_agreement


@click.command(
    "agreement",
    cls=StrictCommand,
    short_help="Show how far coders agree.",
    epilog=examples("agreement", "agreement --json"),
    help="""Show how far coders who coded the same quotes, acts or claims apart agree, by issue and over all.

    Agreement is the share of equal pairs of codings, alpha that of Krippendorff for nominal data. Stances without a
    coder count for nothing. It needs the extra: pip install 'summittui[agreement]'.
    """,
)
@store_option
@form_options
def command() -> None:
    with opened_session() as session:
        found = coder_agreement(session.library)
        table = agreement_table(session.library, found)
    if not found:
        say("No record was coded by two coders; set stances with `summittui stance` and --by.")
    if form() is Form.JSON:
        write(to_json(plain_agreement(found)))
    elif found:
        write_table(table)
