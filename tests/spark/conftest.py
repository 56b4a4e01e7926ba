"""A session of Spark in this process, and a real standalone cluster on this machine."""

import os
import re
import shutil
import signal
import socket
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

import pyspark
import pytest

from pamong.law.lake.spark_session import start_session

_HERE = "127.0.0.1"
_PATIENCE = 300


def pytest_collection_modifyitems(items):
    """PySpark leaves the sockets that rows came through to the collector of garbage."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(
                pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
            )


@pytest.fixture(scope="session", autouse=True)
def java_begins_at_once():
    """Let no Java, the cluster's neither, spend its minutes on making itself quick for hours."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
        yield


@pytest.fixture(scope="session")
def session():
    """One session for all tests of the process; small data want no code made for them."""
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        pytest.fail("Spark needs Java 17: apt install openjdk-17-jre-headless")
    settings = {
        "spark.sql.codegen.wholeStage": "false",
        "spark.sql.codegen.factoryMode": "NO_CODEGEN",
        "spark.sql.adaptive.enabled": "false",
    }
    opened = start_session("local[2]", 1, settings)
    yield opened
    opened.stop()


@dataclass
class Cluster:
    """A master and its workers, each a process of its own."""

    folder: Path
    port: int = 0
    master: subprocess.Popen | None = None
    workers: list[subprocess.Popen] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"spark://{_HERE}:{self.port}"

    def start(self, workers: int) -> None:
        self.port = _free_port()
        self.master = self._begin(
            "master.Master", "--host", _HERE, "--port", str(self.port), "--webui-port", "0"
        )
        self._wait_for(f"Starting Spark master at {re.escape(self.address)}", "master.Master", 1)
        for _ in range(workers):
            options = ("--host", _HERE, "--webui-port", "0", "--cores", "1", "--memory", "900m")
            work = ("--work-dir", str(self.folder / "work"))
            self.workers.append(self._begin("worker.Worker", *options, *work, self.address))
        self._wait_for("Registering worker", "master.Master", workers)

    def kill(self, process: subprocess.Popen) -> None:
        """End a process and the executors that it started, at once."""
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def stop(self) -> None:
        for process in [*self.workers, self.master]:
            if process is not None and process.poll() is None:
                self.kill(process)

    def _begin(self, name: str, *options: str) -> subprocess.Popen:
        program = Path(pyspark.__file__).parent / "bin" / "spark-class"
        environment = os.environ | {"SPARK_LOCAL_IP": _HERE}
        with (self.folder / f"{name}.log").open("ab") as log:
            return subprocess.Popen(
                [program, f"org.apache.spark.deploy.{name}", *options],
                stdout=log,
                stderr=log,
                env=environment,
                start_new_session=True,
            )

    def _wait_for(self, words: str, name: str, times: int) -> None:
        log = self.folder / f"{name}.log"
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            if len(re.findall(words, log.read_text("utf-8", "replace"))) >= times:
                return
            time.sleep(0.2)
        raise TimeoutError(f"{words!r} never stood in {log}:\n{log.read_text('utf-8')[-2000:]}")


@pytest.fixture
def cluster(tmp_path):
    """One master and two workers on loopback."""
    folder = tmp_path / "cluster"
    folder.mkdir()
    started = Cluster(folder)
    try:
        started.start(workers=2)
        yield started
    finally:
        started.stop()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((_HERE, 0))
        return int(probe.getsockname()[1])
