"""Sets of commands: objects that a screen owns, each with the actions of its commands and the reasons against them."""
