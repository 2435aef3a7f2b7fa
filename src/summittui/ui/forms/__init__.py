"""Forms as values: their fields, and the records that their entries make; no widget, no screen."""
