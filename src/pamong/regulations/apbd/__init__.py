"""Rules on regional budgets: shares that are prescribed, spending, and who prepares it."""
