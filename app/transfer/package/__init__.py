"""Packages for the archives: laid out, copied with digests, renamed when complete."""
