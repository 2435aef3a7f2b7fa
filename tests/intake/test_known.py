from summittui.intake.known import known_records
from summittui.library.memory.library import MemoryLibrary
from tests.paris import paris


def test_names_and_aliases_of_a_collection_are_known() -> None:
    known = known_records(MemoryLibrary(paris().records))
    by_id = {actor.id: actor for actor in known.actors}
    assert len(known.actors) == len(paris().records.actors)
    assert "U.S." in by_id["united-states"].names
    assert by_id["united-states"].is_body
    assert not by_id["jd-vance"].is_body
    assert all(record.names for record in (*known.issues, *known.declarations))
