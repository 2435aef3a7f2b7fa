"""Entry of records: one parser of what a person types into a form, gives as options, or writes as TOML."""
