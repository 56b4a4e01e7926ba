"""Five rules with made-up thresholds, so that the engine can be measured beside others.

A content package of the same shape as ``pamong.regulations``; it says nothing of the law.
"""
