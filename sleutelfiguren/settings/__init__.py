"""Settings: `env` reads the environment, `base` holds everything, the others only differ."""
