"""Settings, addresses, environment, logging."""
