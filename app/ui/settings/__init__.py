"""设置: people, the office, the looks, backups."""
