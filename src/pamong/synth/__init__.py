"""Made-up data of every size: people, offices and budgets, with planted breaches and near misses.

The background keeps the law as far as it is known to do, so that what a rule finds comes from a
scenario; and each scenario says what a rule must find. It knows no rule: scenarios are written
from the law itself, so that they test the rules.
"""

from pamong.synth.lake import Lake, LakeFolderError, make_lake
from pamong.synth.order import AS_OF, Order, OrderError

__all__ = ["AS_OF", "Lake", "LakeFolderError", "Order", "OrderError", "make_lake"]
