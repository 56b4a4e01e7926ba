"""Rows that wait for a decision come back from JSON as they were."""

import json

from tests.exchange.conftest import Examined

from pamong.exchange.examining import Examination
from pamong.exchange.fields import Standpoint
from pamong.exchange.keeping import doubt_from_json, doubt_to_json, row_from_json, row_to_json
from pamong.exchange.record import DoubtfulRow
from pamong.exchange.sample import AS_OF, PLANTERS, write_sample


def test_every_row_comes_back_with_its_places_and_doubts(tmp_path):
    sample = write_sample(tmp_path, 100, mistakes=len(PLANTERS), kinds=len(PLANTERS))
    found = Examined(Examination(sample.files, Standpoint(AS_OF, takes_specimens=True)))

    for row in found.rows:
        record = row.record if isinstance(row, DoubtfulRow) else row
        again = row_from_json(json.loads(json.dumps(row_to_json(row))), record.letters)

        assert again == row
        assert again.place == row.place
    for doubt in found.across:
        again = doubt_from_json(json.loads(json.dumps(doubt_to_json(doubt))))

        assert again == doubt
        assert again.message == doubt.message
