"""Sets of commands: objects that a screen owns, each with what its commands do and why they cannot be run now."""
