"""What is seen before a catalogue is open."""
