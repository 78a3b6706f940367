"""审计: who did what and when, and the proof that nothing was altered."""
