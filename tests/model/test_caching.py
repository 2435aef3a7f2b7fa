from summittui.model.caching import BoundedCache


def test_a_value_is_made_once_until_there_are_too_many() -> None:
    made: list[str] = []

    def make(key: str) -> str:
        made.append(key)
        return key.upper()

    cache: BoundedCache[str, str] = BoundedCache(2)
    assert [cache.get(key, lambda key=key: make(key)) for key in "aabba"] == ["A", "A", "B", "B", "A"]  # type: ignore[misc]
    assert made == ["a", "b"]
    cache.get("c", lambda: make("c"))
    cache.get("a", lambda: make("a"))
    assert made == ["a", "b", "c", "a"]
