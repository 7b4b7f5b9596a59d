"""What each command says to people, in both languages: one module for each command.

These modules import nothing but ``Text``, so that the overall help, which names every command, need
not load the commands themselves.
"""
