"""The second collection is offered on the screen, brought in, and taken out again."""

from pathlib import Path

from tests.ui.driver import SMALL
from tests.ui.visiting import visiting


async def test_a_collection_is_brought_in_and_taken_out_from_the_palette(tmp_path: Path) -> None:
    async with visiting(tmp_path, SMALL) as reader:
        await reader.run_from_palette("add a collection")
        assert reader.sees("ai-declarations  Declarations on AI")
        assert reader.sees("not in the library")
        before = reader.library.size("declarations")
        await reader.answer("Add ai-declarations")
        assert reader.library.size("declarations") == before + 20
        assert any("ai-declarations 1.0.0 is in" in words for words in reader.told)
        await reader.run_from_palette("add a collection")
        await reader.answer("Remove ai-declarations")
        assert reader.library.size("declarations") == before
        assert any("ai-declarations is out" in words for words in reader.told)
