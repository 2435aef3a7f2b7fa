"""Questions about the records, answered purely: no I/O, no clock, no screen."""
