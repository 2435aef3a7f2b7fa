"""The screens and dialogs: each owns its state and asks the session."""
