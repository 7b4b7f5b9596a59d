"""Everything that is wrong with a file: findings of reports, and of catalogs.

The room is not called after its main function because both would be ``kesbang_iku.validate``.
"""
