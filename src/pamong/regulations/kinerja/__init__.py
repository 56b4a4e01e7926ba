"""Rules on performance: plans, appraisals, deadlines and what follows from them."""
