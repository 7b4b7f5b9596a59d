"""The commands, one module each, with one function: ``run(options, session) -> exit status``."""
