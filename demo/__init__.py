"""A municipality to try the application with: people, one year of their story, and a mailbox that keeps all mail here.

Installed only when DEMO is on. It stands above every other app, so nothing of the application knows that it exists.
"""
