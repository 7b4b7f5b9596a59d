"""Finding, loading and querying the standard, and proving at load time that it can be computed."""
