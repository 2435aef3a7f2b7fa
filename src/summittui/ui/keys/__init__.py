"""The table of commands with their keys, and the keys that a user gives them."""
