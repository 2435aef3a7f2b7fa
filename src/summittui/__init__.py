"""summittui: a terminal workbench for who said what at a summit."""

__version__ = "0.1.0"
