"""How a bench tells a figure that was promised, so that ``bench.all`` can compare it.

What is promised, with its limit, stands in ``promises.toml``; a bench only knows the name of its figure.
"""

SIGN = "PROMISED"


def tell(name: str, value: float) -> None:
    """Print a promised figure on a line of its own."""
    print(f"{SIGN} {name} {value:.6g}", flush=True)


def told(output: str) -> dict[str, float]:
    """The promised figures in what a bench printed; a figure told twice counts as it was told last."""
    lines = [line.split() for line in output.splitlines() if line.startswith(f"{SIGN} ")]
    return {name: float(value) for _, name, value in lines}
