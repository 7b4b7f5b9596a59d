"""A plugin of pytest for ``tools/mutate.py``: a test that fails has said enough.

Nobody looks for the simplest example that a test fails for.
"""

from __future__ import annotations

from hypothesis import Phase, settings

settings.register_profile("unshrunk", phases=(Phase.explicit, Phase.generate))
settings.load_profile("unshrunk")
