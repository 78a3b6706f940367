"""清单: what is missing, double, unread or set apart; each list can be printed."""
