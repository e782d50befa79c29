from tests.keyfigures.conftest import annemarie, marieke, neighbour, oeverland, pim, robin, sam, waterveen

__all__ = ["annemarie", "marieke", "neighbour", "oeverland", "pim", "robin", "sam", "waterveen"]
