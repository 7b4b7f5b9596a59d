"""The commands, one module each, which ``cli.registry`` finds.

``arguments(add)`` declares the options, ``run(options, session)`` runs the command and returns the
exit status.
"""
