"""A source held against the public record: its words, its numbers, its deeds, and the checks that somebody made."""
