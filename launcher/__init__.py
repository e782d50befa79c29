"""`make run` and the servers for `make test`: starts and stops real servers on one machine. Knows nothing of the application."""
