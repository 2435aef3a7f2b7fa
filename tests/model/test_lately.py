from summittui.model.lately import Lately


def test_a_value_is_made_once_until_there_are_too_many() -> None:
    made: list[str] = []

    def make(key: str) -> str:
        made.append(key)
        return key.upper()

    lately: Lately[str, str] = Lately(2)
    assert [lately.get(key, lambda key=key: make(key)) for key in "aabba"] == ["A", "A", "B", "B", "A"]  # type: ignore[misc]
    assert made == ["a", "b"]
    lately.get("c", lambda: make("c"))
    lately.get("a", lambda: make("a"))
    assert made == ["a", "b", "c", "a"]
