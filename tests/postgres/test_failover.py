import random
from collections.abc import Iterator

import psycopg
import pytest

from summittui.model import Actor, ActorKind, StoreError
from summittui.model.location import address_in
from summittui.store.postgres import durability
from summittui.store.postgres.opening import open_storage
from summittui.store.store import Store
from tests.postgres.failover import new_store, run_trial
from tests.postgres.servers import Pair, needs_server, started_pair, wait_for

SYNCHRONOUS = "select 1 from pg_stat_replication where sync_state = 'sync'"


@pytest.fixture
def pair() -> Iterator[Pair]:
    with started_pair() as pair:
        yield pair


@needs_server
def test_no_acknowledged_edit_is_lost_with_the_server(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    address = address_in(pair.address())[0]
    new_store(pair)
    store = Store(open_storage(address)).begin()
    assert store.info().durability == "an edit survives the loss of this server: standby b is synchronous"
    pair.primary.run("create role somebody login password 'secret'")
    with psycopg.connect(pair.primary.address(user="somebody", password="secret")) as connection:
        assert "its loss is unknown" in durability.durability(connection).words

    pair.standby.stop()
    assert "none is connected" in (store.info().durability or "")
    monkeypatch.setattr(durability, "CONFIRM_SECONDS", 0.1)
    with pytest.raises(StoreError, match="no standby has confirmed it"):
        store.put(Actor(id="alone", name="Alone", kind=ActorKind.PERSON))
    store.close()
    pair.standby.start()
    wait_for(pair.primary, SYNCHRONOUS)

    counts = run_trial(pair, writers=2, standby="synchronous", chance=random.Random(1))
    assert counts.acknowledged > 2
    assert (counts.lost, counts.failed_but_there, counts.unknown) == (0, 0, 0)
    store = Store(open_storage(address)).begin()
    assert store.records().actors[0].id == "alone"
    assert "not its loss: no standby is connected" in (store.info().durability or "")
    store.close()
