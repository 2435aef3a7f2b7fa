"""Records to and from the formats of the field. Never touches the store or a screen."""
