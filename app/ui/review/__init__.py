"""复审: queue, reader and decision card, driven by single keys."""
