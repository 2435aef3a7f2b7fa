"""Views: what a screen shows as a line, and the screen that a line opens."""
