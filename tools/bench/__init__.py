"""What Pamong costs: pages, starts, loads, rules and memory, measured from outside and inside."""
