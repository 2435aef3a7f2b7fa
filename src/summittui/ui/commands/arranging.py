"""The commands that choose how a list is sorted and what its rows show; both are kept for the next run."""

from collections.abc import Sequence

from summittui.queries.orders import ORDERS, Order
from summittui.ui.actions import Action, Actions
from summittui.ui.commands.list_host import ListHost, why_reading
from summittui.ui.list_preferences import with_columns, with_order
from summittui.ui.render.line import line
from summittui.ui.row_columns import SHOWN, RowColumns


class ArrangeCommands:
    """The commands that arrange the list that had the focus last."""

    def __init__(self, host: ListHost) -> None:
        """Create the commands for a screen."""
        self._host = host

    @property
    def actions(self) -> Actions:
        """The actions of the commands, by their ids."""
        reading = lambda: why_reading(self._host)  # noqa: E731
        return {
            "sort": Action(self.choose_order, reading),
            "reverse": Action(self.reverse, reading),
            "look": Action(self.choose_columns, reading),
        }

    def choose_order(self) -> None:
        """Ask for the order of the list, and sort it."""
        from summittui.ui.dialogs.question import QuestionScreen

        host, state = self._host, self._host.browsing
        if state is None:
            return
        table, now = host.filtered, state.order(host.filtered)
        fields = ORDERS[table]
        answers = [(field, words + " (now)" * (field == now.field)) for field, words in fields.items()]

        def chosen(field: str | None) -> None:
            if field is not None and host.browsing:
                self._sort(table, Order(field, host.browsing.order(table).reversed))

        way = "reversed; S turns it back" if now.reversed else "S reverses"
        text = [line(f"Now {fields[now.field]}, {way}.")]
        host.app.push_screen(QuestionScreen(f"Sort the {table}", text, answers), chosen)

    def reverse(self) -> None:
        """Reverse the order of the list, or restore it."""
        host = self._host
        if host.browsing:
            now = host.browsing.order(host.filtered)
            self._sort(host.filtered, Order(now.field, not now.reversed))

    def _sort(self, table: str, order: Order) -> None:
        host = self._host
        if host.browsing:
            host.browsing = host.browsing.sorted_by(table, order)
            host.app.remembered = with_order(host.app.remembered, table, order)

    def choose_columns(self) -> None:
        """Ask for the columns of the list's rows, and show these."""
        from summittui.ui.dialogs.toggles import Toggle, TogglesScreen, found

        host = self._host
        table = host.filtered

        def toggles(sought: str) -> Sequence[Toggle]:
            columns = host.browsing.columns_of(table) if host.browsing else RowColumns()
            every = [Toggle(part, words, columns.shows(table, part)) for part, words in SHOWN[table].items()]
            return found(every, sought)

        def toggle(part: str) -> None:
            if host.browsing:
                columns = host.browsing.columns_of(table).toggled(part)
                host.browsing = host.browsing.with_columns(table, columns)
                host.app.remembered = with_columns(host.app.remembered, table, columns)

        host.app.push_screen(TogglesScreen(f"What the rows of the {table} show", toggles, toggle))
