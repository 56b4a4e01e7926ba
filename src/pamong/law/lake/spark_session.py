"""Sessions of Spark: how they are started, and what their failures say to people."""

from __future__ import annotations

import os
import re
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from pamong.kernel.language import say
from pamong.law.lake.engine import EngineError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_HERE = "127.0.0.1"
_ANSWERS_WITHIN = 10
_QUIET = Path(__file__).with_name("log4j2.properties")
_SETTINGS = {
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.execution.arrow.pyspark.enabled": "true",
    "spark.sql.parquet.compression.codec": "zstd",
    "spark.sql.ansi.enabled": "true",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    # What Spark would keep for its pages: with plans of this size it fills a driver's memory.
    "spark.sql.maxPlanStringLength": "1000",
    "spark.sql.ui.retainedExecutions": "1",
    "spark.ui.retainedJobs": "10",
    "spark.ui.retainedStages": "10",
    "spark.ui.retainedTasks": "100",
    "spark.driver.memory": "2g",
    "spark.driver.extraJavaOptions": f"-Dlog4j2.configurationFile={_QUIET.as_uri()}",
}


def start_session(master: str, partitions: int, settings: Mapping[str, str]) -> SparkSession:
    """Start a session whose shuffles make so many pieces; ``settings`` win over ours.

    Raises:
        EngineError: Spark, Java or the master is not there.
    """
    try:
        from pyspark.sql import SparkSession  # noqa: PLC0415  an extra
    except ModuleNotFoundError as error:
        raise EngineError(say("Spark belum dipasang. Jalankan: script/setup --spark")) from error
    _expect_master(master)
    own = _SETTINGS | {"spark.sql.shuffle.partitions": f"{partitions}"} | _nearby(master)
    builder = SparkSession.builder.appName("pamong law audit").master(master)
    for name, value in (own | dict(settings)).items():
        builder = builder.config(name, value)
    what = say("permulaan di %(master)s; periksa Java 17 dan alamatnya", master=master)
    with spark_errors(what):
        session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    return session


def _expect_master(master: str) -> None:
    """Refuse a master that nobody answers at: Spark itself would try for a minute and more."""
    addresses = master.removeprefix("spark://").split(",")
    if not master.startswith("spark://") or any(map(_answers, addresses)):
        return
    raise EngineError(
        say("Tidak ada Spark yang menjawab di %(master)s; periksa alamatnya.", master=master)
    )


def _answers(address: str) -> bool:
    host, _, port = address.rpartition(":")
    try:
        with socket.create_connection((host, int(port)), timeout=_ANSWERS_WITHIN):
            return True
    except (OSError, ValueError):
        return False


def _nearby(master: str) -> dict[str, str]:
    """Return what keeps a session with this machine alone to its own loopback."""
    if not re.match(rf"local|spark://({_HERE}|localhost)", master):
        return {}
    os.environ.setdefault("SPARK_LOCAL_IP", _HERE)
    return {"spark.driver.host": _HERE, "spark.driver.bindAddress": _HERE}


@contextmanager
def spark_errors(what: str) -> Iterator[None]:
    """Turn what Spark and the bridge to it raise into one sentence about ``what``."""
    from py4j.protocol import Py4JError  # noqa: PLC0415  comes with the extra
    from pyspark.errors import PySparkException  # noqa: PLC0415

    try:
        yield
    except (OSError, RuntimeError, PySparkException, Py4JError) as error:
        told = say("Spark tidak menyelesaikan %(what)s: %(why)s", what=what, why=_why(error))
        raise EngineError(told) from error


def _why(error: Exception) -> str:
    """Return the first line of what Java, or else Python, says."""
    cause = getattr(error, "java_exception", None)
    text = str(cause if cause is not None else error).strip()
    return text.splitlines()[0] if text else type(error).__name__
