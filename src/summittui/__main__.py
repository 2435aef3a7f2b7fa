"""`python -m summittui`."""

from summittui.stamps import INTERPRETER, stamp

stamp(INTERPRETER)

from summittui.cli import main  # noqa: E402  # what it takes to import is told apart

main()
