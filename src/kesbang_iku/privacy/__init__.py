"""Data about people: recognising them in texts, and keeping them out of everything said."""
