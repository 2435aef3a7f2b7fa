"""The workbench in a browser: a page with a terminal widget, a web socket, and a program in a pseudo-terminal each.

Only `application` and `serving` know aiohttp, which the extra `serve` brings.
"""
