"""The page on synthetic data names what is counted and what is assumed, as the file has it."""

from pathlib import Path

import pytest

from pamong.synth.marginals import marginals

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "synthetic-data.md"


@pytest.mark.parametrize("marginal", marginals().values(), ids=marginals())
def test_the_page_has_every_distribution_under_its_heading(marginal):
    text = PAGE.read_text(encoding="utf-8")
    counted, assumed = text[text.index("Counted, and") :].split("\nAssumed:", 1)

    part = counted if marginal.source else assumed
    assert f"| `{marginal.name}` | {marginal.source or marginal.assumed} |" in part
