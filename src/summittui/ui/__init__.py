"""The only place that knows textual: the app, its screens, widgets and pictures of the records."""
