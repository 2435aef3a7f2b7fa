"""Accounts that exist while a test runs, and an interpreter that they may use."""

import os
import shlex
import shutil
import subprocess
import sys
from typing import Self

import pytest

_TOOLS = ("groupadd", "groupdel", "useradd", "userdel", "setpriv")
_FOLDERS = ("/usr/bin", "/usr/local/bin")


def run(*command: str) -> None:
    """Run a tool of the system."""
    subprocess.run(command, check=True, capture_output=True)


class Accounts:
    """Accounts that only a key opens, and a group; all are taken away at the end."""

    def __init__(self, group: str) -> None:
        """Make none yet; skip the test where none can be made.

        Args:
            group: Its name; the test makes it.
        """
        if os.geteuid() != 0 or not all(map(shutil.which, _TOOLS)):
            pytest.skip("only the superuser can make the accounts of this test, with groupadd, useradd and setpriv")
        self._group = group
        self._names: list[str] = []

    def add(self, name: str, *options: str, shell: str = "/bin/sh") -> None:
        """Make an account."""
        run("useradd", "-M", "-d", "/", "-p", "*", "-s", shell, *options, name)
        self._names.append(name)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        for name in self._names:
            run("userdel", "-f", name)  # though sshd may still see to the end of a session of it
        subprocess.run(["groupdel", self._group], check=False, capture_output=True)


def program_for_all() -> str:
    """Return a script that runs the program for any account; skip the test where no interpreter is open to all."""
    folders = os.pathsep.join(each for each in sys.path if each and not each.startswith(sys.base_prefix))
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    for python in (os.path.realpath(sys.executable), *(f"{folder}/{version}" for folder in _FOLDERS)):
        words = ["env", f"PYTHONPATH={folders}", "PYTHONDONTWRITEBYTECODE=1", python, "-m", "summittui"]
        as_nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", *words, "--version"]
        if subprocess.run(as_nobody, check=False, capture_output=True).returncode == 0:
            return f'#!/bin/sh\nexec {shlex.join(words)} "$@"\n'
    pytest.skip("other accounts may not use this interpreter, nor is there another of its version")
