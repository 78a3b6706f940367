"""What the public may see: findings, rules, legal basis and suggestions to a person."""
