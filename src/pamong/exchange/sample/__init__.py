"""A made-up export of SIASN, clean or with planted mistakes: to learn, to test and to measure by.

Nobody in it exists: every name carries its mark, and every number can be nobody's.
"""

from pamong.exchange.sample.export import AS_OF, Sample, write_sample
from pamong.exchange.sample.planting import MISTAKES, PLANTERS, Planted

__all__ = ["AS_OF", "MISTAKES", "PLANTERS", "Planted", "Sample", "write_sample"]
