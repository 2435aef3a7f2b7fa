"""Records as styled text: pure functions from values to `rich.text.Text`; styles are token names of the theme."""
