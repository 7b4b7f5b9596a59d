"""Pages of the alignment: a plan against the standard, plans of many regions, and their index.

A page stands for itself: its style and pictures are inside, and it asks nothing of any server. It
reads on paper and on a phone, by eye and by ear, and without its script.
"""
