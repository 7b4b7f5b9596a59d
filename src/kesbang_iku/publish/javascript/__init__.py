"""The indicators as JavaScript, for calculators on pages and for systems written in it.

``runtime`` is machinery and holds no norm; ``definition_script`` hands it one definition, with its
formulas translated and its methods and scales as data. Both are plain scripts: they run in a page,
opened from a disk too, and in Node.
"""
