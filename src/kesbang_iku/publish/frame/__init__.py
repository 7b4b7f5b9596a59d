"""What pages that stand for themselves share: the frame around their content, and its pieces.

Such a page has its style and pictures inside, asks nothing of any server and runs no script. It
reads on paper and on a phone, by eye and by ear.
"""
