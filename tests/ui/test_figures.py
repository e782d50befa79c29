import pytest
from django.template import Context, Template, TemplateSyntaxError

from ui.components.figures import Bar, MixCell, MixRow


def draw(source, **context):
    return Template(source).render(Context(context))


def test_a_bar_starts_at_nothing_and_ends_at_the_whole():
    assert [Bar(label="", value="", number=number, whole=8).width for number in (0, 2, 7, 8, 9)] == ["0.0", "25.0", "87.5", "100.0", "100.0"]
    assert Bar(label="", value="", number=0, whole=0).width == "0.0"


def test_the_number_stands_beside_the_bar_and_the_picture_is_hidden_from_screen_readers():
    page = draw("{% bars items=items %}", items=[Bar(label="Meedenken", value="13 keer", number=13, whole=16)])

    assert "<span>Meedenken</span>" in page
    assert "13 keer" in page
    assert 'aria-hidden="true"' in page
    assert 'width="81.2"' in page
    assert "<text" not in page
    assert "style=" not in page


def test_nothing_draws_no_edge_of_a_bar():
    assert "sf-c-bar2" not in draw("{% bars items=items %}", items=[Bar(label="Hulp", value="geen", number=0, whole=4, tone="given")])


def test_asked_and_given_differ_in_word_and_colour():
    page = draw(
        "{% balance asked=asked given=given %}",
        asked=Bar(label="Wij vroegen", value="7 keer", number=7, whole=8, more="Robin schat 14 uur."),
        given=Bar(label="Wij gaven", value="4 keer", number=4, whole=8, tone="given"),
    )

    assert page.index("Wij vroegen") < page.index("7 keer") < page.index("Robin schat 14 uur.") < page.index("Wij gaven") < page.index("4 keer")
    assert page.count("sf-c-bar2") == 1


def test_a_tone_that_does_not_exist_breaks_the_page():
    with pytest.raises(TemplateSyntaxError):
        draw("{% bars items=items %}", items=[Bar(label="", value="", number=1, whole=2, tone="red")])


def test_a_cross_table_says_small_numbers_and_nobody_in_words_and_reads_short_ones_aloud_in_full():
    row = MixRow(
        label="Doener",
        cells=[
            MixCell(text="5+", spoken="5 of meer"), MixCell(text="te weinig", spoken="te weinig om te tonen", kind="few"),
            MixCell(text="geen", spoken="geen", kind="none"), MixCell(text="10+", spoken="10 of meer", is_total=True),
        ],
    )
    page = draw("{% mix_table caption=caption corner=corner columns=columns rows=rows %}", caption="Per gebied", corner="Soort", columns=["N", "M", "Z", "Samen"], rows=[row])

    assert '<th role="rowheader" scope="row">Doener</th>' in page
    assert '<span aria-hidden="true">5+</span><span class="sf-hidden">5 of meer</span>' in page
    assert '<td role="cell" data-label="M" class="sf-mix__few">' in page
    assert '<td role="cell" data-label="Z" class="sf-mix__none">geen</td>' in page
    assert '<td role="cell" data-label="Samen" class="sf-mix__total">' in page
    assert 'tabindex="0"' in page
