"""The calls of Ibis, DuckDB and Arrow that the engine uses, tried one by one on every upgrade."""

from datetime import date

import duckdb
import ibis
import pyarrow as pa
import pytest
from ibis.backends.sql.compilers.pyspark import PySparkCompiler

from pamong import law
from pamong.law import compiling
from pamong.law.running import OFFLINE

RULES = law.rules_of(law.Kind.RULE)


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_every_rule_can_be_written_for_spark(rule):
    judged = law.expression(rule, compiling.unbound_tables(rule), date(2021, 12, 31))

    assert PySparkCompiler().to_sqlglot(judged).sql(dialect="databricks")


@pytest.mark.parametrize("rule_id", RULES)
def test_forms_have_no_sql_and_no_backend_of_their_own(rule_id):
    text = law.rule(rule_id).form_path.read_text(encoding="utf-8").casefold()

    assert "duckdb" not in text
    assert "sql" not in text


def test_duckdb_takes_arrow_tables_and_gives_one_back():
    with duckdb.connect(":memory:", config=OFFLINE) as connection:
        connection.register("a name/with-signs", pa.table({"id": [2, 1]}))
        given = connection.execute('select * from "a name/with-signs" order by id')

        assert given.to_arrow_table().to_pylist() == [{"id": 1}, {"id": 2}]


def test_duckdb_installs_nothing():
    with duckdb.connect(":memory:", config=OFFLINE) as connection:
        settings = connection.execute(
            "select current_setting('autoinstall_known_extensions'),"
            " current_setting('autoload_known_extensions')"
        )

        assert settings.fetchone() == (False, False)


def test_ibis_writes_sql_for_tables_that_are_only_declared_and_fuses_nothing():
    table = ibis.table({"id": "int64", "hari": "date"}, name="t")
    sql = ibis.to_sql(table.mutate(lagi=table.id + 1), dialect="duckdb", pretty=False)

    assert '"t"' in sql
    assert "\n" not in sql
    assert compiling.duckdb_sql(law.rule("pilkada-kalender"), date(2020, 10, 1), narrowed=True)
    assert ibis.options.sql.fuse_selects is False


def test_the_same_expression_runs_on_tables_of_a_backend_of_the_callers():
    connection = ibis.duckdb.connect()
    rule = law.rule("pilkada-kalender")
    pemda = pa.table({"pemda_id": [1], "kode": ["15"], "nama": ["x"], "level": ["provinsi"]})
    taking_part = pa.table(
        {"pemda_id": [1], "pilkada": ["2020"], "ikut": [True], "sumber": ["contoh"]}
    )
    tables = {
        "pemda": connection.create_table("pemda", pemda),
        "keikutsertaan_pilkada": connection.create_table("ikut", taking_part),
    }

    judged = connection.to_pyarrow(law.expression(rule, tables, date(2020, 10, 1))).to_pylist()
    connection.disconnect()

    assert [(row["outcome"], row["since"]) for row in judged] == [
        ("masa_kampanye", date(2020, 9, 26))
    ]
