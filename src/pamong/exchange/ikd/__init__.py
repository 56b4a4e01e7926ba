"""SIASN's index of data quality (IKD): 27 indicators over the people of a government.

An indicator is broken, kept, or cannot be told because the record lacks what it looks at; the last
counts neither way. It is no law: it says how a record is, not what somebody did.

Source: the indicators and the weights of their dimensions as rumahASN's documentation lists them
(secondary; BKN's own text was not seen). How BKN makes a score of them was not seen either: here
each dimension is the mean of its indicators, unconfirmed.
"""

from pamong.exchange.ikd.facts import PersonFacts
from pamong.exchange.ikd.indicators import INDICATORS, Dimension, Indicator
from pamong.exchange.ikd.scoring import Broken, Score, Scores, broken_by

__all__ = [
    "INDICATORS",
    "Broken",
    "Dimension",
    "Indicator",
    "PersonFacts",
    "Score",
    "Scores",
    "broken_by",
]
