"""When work is done: input queue, executors, deferred refreshes, polling."""
