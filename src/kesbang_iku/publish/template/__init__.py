"""The workbook to fill in, which computes by itself what the exact engine computes.

``choice`` says which indicators it has, ``values``, ``targets`` and ``achievement`` write what the
standard says as formulas of cells, ``lines`` lays them out, and ``workbook`` writes the file.
"""
