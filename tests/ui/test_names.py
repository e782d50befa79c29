import pytest

from ui.names import called, rest_of


@pytest.mark.parametrize(
    ("name", "button", "rest"),
    [
        ("Robin", "Robin", ""),
        ("Fatima El Idrissi", "Fatima", "El Idrissi"),
        ("  Noor   el Amrani ", "Noor", "el Amrani"),
        ("Anne-Marie Dijkstra", "Anne-Marie", "Dijkstra"),
        ("Zoë-Françoise", "Zoë-Françoise", ""),
        ("Mevrouw Bos", "Mevrouw Bos", ""),
        ("mevr. Bos-Smit uit Noord", "mevr. Bos-Smit", "uit Noord"),
        ("De heer Van der Berg", "De heer Van der Berg", ""),
        ("J. de Vries", "J. de Vries", ""),
        ("'t Hart", "'t Hart", ""),
        ("Bo Li", "Bo Li", ""),
        ("D'Angelo Russo", "D'Angelo", "Russo"),
        ("مريم الزهراء", "مريم", "الزهراء"),
        ("x" * 200, "x" * 200, ""),
        ("", "", ""),
    ],
)
def test_a_button_calls_somebody_by_the_first_word_that_is_a_name(name, button, rest):
    assert (called(name), rest_of(name)) == (button, rest)
