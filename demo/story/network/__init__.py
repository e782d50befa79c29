"""The year of the network: how people came, what was agreed, said, asked and given, and how two of them left."""
