"""The command line: each screen has its twin here; stdout is data, stderr is talk."""
