"""Reading tables as people have them: several in a sheet, under several rows of headers.

:func:`~kesbang_iku.tables.reading.read_tables` tells for each table where its headers stand, what
each column was taken for, which rows are no indicators, and what the indicators say. What is not
understood is a finding and no value.
"""
