"""Own readers and recognisers fed with spoilt input: what is fed, with what, and what must hold."""
