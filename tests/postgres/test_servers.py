import os
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.patience import PATIENCE
from tests.postgres.servers import Server, needs_server

HOLDER = """
from tests.postgres.servers import Server
server = Server()
print(server.folder, (server.folder / "data" / "postmaster.pid").read_text().split()[0], flush=True)
input()
"""


def test_a_server_belongs_to_no_superuser_and_each_database_is_new(server: Server, database: str) -> None:
    first = int((server.folder / "data" / "postmaster.pid").read_text().split()[0])
    assert Path(f"/proc/{first}").stat().st_uid != 0
    assert server.run("select count(*) from pg_tables where schemaname = 'public'", database=database) == [(0,)]


@needs_server
def test_a_server_goes_with_its_files_when_the_tests_are_killed() -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=Path.cwd()
    )
    assert holder.stdout
    folder, first = holder.stdout.readline().split()
    handle = os.pidfd_open(int(first))
    holder.send_signal(signal.SIGKILL)
    holder.communicate(timeout=PATIENCE)
    assert select.select([handle], [], [], PATIENCE)[0]
    os.close(handle)
    while Path(folder).exists():
        time.sleep(0.01)
