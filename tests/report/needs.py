"""What each report asks for on the command line; ``FILE`` stands for a listing."""

NEEDS = {
    "reconcile": ("--listing", "FILE"),
    "requests": ("--register", "FILE"),
    "pilot-fields": ("--standard", "FILE"),
    "filing": ("--code", "MB0000001"),
}
