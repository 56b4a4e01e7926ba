"""A real standalone cluster on loopback: an audit outlives a worker, or says that it did not."""

import json
import subprocess
import sys
import threading
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from pamong.law.results import SUMMARY

PAMONG = Path(sys.executable).with_name("pamong")
DAY = "2026-10-30"
RULES = ("bup-pns", "disiplin-absen-kumulatif", "plt-jabatan-batas")
_PATIENCE = 600  # a machine that is busy says nothing of Spark


class Audit:
    """``pamong law audit`` as a process; what it says on the way is waited for."""

    def __init__(self, lake: Path, out: Path, *options: str) -> None:
        rules = [word for rule in RULES for word in ("--rule", rule)]
        told = ("--lake", lake, "--as-of", DAY, "--out", out, *rules, *options)
        self.process = subprocess.Popen(
            [PAMONG, "law", "audit", *told],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.said: list[str] = []
        self._heard = threading.Condition()
        self._reader = threading.Thread(target=self._listen, daemon=True)
        self._reader.start()

    def wait_until_it_says(self, words: str) -> None:
        with self._heard:
            found = self._heard.wait_for(lambda: words in "".join(self.said), timeout=_PATIENCE)
        assert found, "".join(self.said)

    def end(self) -> tuple[int, str, str]:
        printed = self.process.stdout.read()
        code = self.process.wait(timeout=_PATIENCE)
        self._reader.join(timeout=10)
        return code, printed, "".join(self.said)

    def _listen(self) -> None:
        for line in self.process.stderr:
            with self._heard:
                self.said.append(line)
                self._heard.notify_all()


@pytest.fixture(scope="module")
def lake(tmp_path_factory) -> Path:
    """A made-up lake, large enough that a rule takes seconds."""
    folder = tmp_path_factory.mktemp("lake") / "rekaan"
    size = ("--asn", "40000", "--pemda", "8", "--seed", "11", "--as-of", DAY)
    subprocess.run([PAMONG, "synth", *size, "--out", folder], check=True, capture_output=True)
    return folder


def on(cluster, *options):
    settings = ("--conf", "spark.executor.memory=600m", "--conf", "spark.executor.cores=1")
    return ("--engine", "spark", "--master", cluster.address, *settings, *options)


def rows(out: Path, rule: str) -> list[dict]:
    return pq.read_table(out / rule).sort_by("subject_id").to_pylist()


def numbers(out: Path) -> list[dict]:
    return json.loads((out / SUMMARY).read_text("utf-8"))["rules"]


def test_a_worker_that_is_killed_in_the_middle_changes_nothing(cluster, lake, tmp_path):
    here = Audit(lake, tmp_path / "duckdb")
    there = Audit(lake, tmp_path / "spark", *on(cluster))
    there.wait_until_it_says(f"Menilai menurut {RULES[1]}")
    cluster.kill(cluster.workers[0])

    assert here.end()[0] == 0
    code, printed, said = there.end()

    assert code == 0, said
    assert "cocok" in printed
    assert numbers(tmp_path / "spark") == numbers(tmp_path / "duckdb")
    for rule in RULES:
        assert rows(tmp_path / "spark", rule) == rows(tmp_path / "duckdb", rule)


def test_without_any_worker_left_it_says_so_and_leaves_no_half_result(cluster, lake, tmp_path):
    audit = Audit(lake, tmp_path / "hasil", *on(cluster, "--patience", "5"))
    audit.wait_until_it_says(f"Menilai menurut {RULES[1]}")
    for worker in cluster.workers:
        cluster.kill(worker)

    code, _, said = audit.end()

    assert code == 3
    assert "tidak punya pekerja lagi" in said
    assert [path.name for path in tmp_path.iterdir()] == ["cluster"]


def test_a_master_that_is_not_there_is_named(lake, tmp_path):
    audit = Audit(lake, tmp_path / "hasil", "--engine", "spark", "--master", "spark://127.0.0.1:9")

    code, _, said = audit.end()

    assert code == 3
    assert "spark://127.0.0.1:9" in said
    assert not (tmp_path / "hasil").exists()
