from tests.keyfigures.conftest import marieke, oeverland, waterveen

__all__ = ["marieke", "oeverland", "waterveen"]
