"""`python -m summittui`."""

from summittui.cli import main

main()
