"""Questions as values: one frozen value for each view says what is asked; no library, no I/O, no screen."""
