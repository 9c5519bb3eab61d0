"""The course's figures: what they draw, what they refuse, and that they leave matplotlib as it was."""

import dataclasses

import matplotlib as mpl

mpl.use("agg")

import matplotlib.pyplot as plt
import numpy as np
import pytest

from autograder import ledger, plots
from autograder.ledger import shown

CURVES = {"training": [[3.0, 2.0], [1.0, 6.0], [2.0, 4.0]], "validation": [[4.0, 1.0], [2.0, 3.0], [9.0, 2.0]]}


@pytest.fixture(autouse=True)
def closed_figures():
    yield
    plt.close("all")


def test_the_line_is_the_median_over_seeds():
    axes = plots.compare_curves(CURVES, ylabel="loss")
    training, validation = axes.lines
    assert list(training.get_xdata()) == [1, 2]
    assert list(training.get_ydata()) == [2.0, 4.0]
    assert list(validation.get_ydata()) == [4.0, 2.0]
    assert [text.get_text() for text in axes.get_legend().get_texts()] == ["training", "validation"]


def test_the_band_reaches_from_the_lowest_to_the_highest_seed():
    band = plots.compare_curves({"validation": CURVES["validation"]}, ylabel="loss").collections[0]
    heights = band.get_paths()[0].vertices[:, 1]
    assert (heights.min(), heights.max()) == (1.0, 9.0)


def test_lines_differ_in_more_than_colour():
    axes = plots.compare_curves({name: [[1.0, 2.0]] for name in "abc"}, ylabel="error")
    assert len({line.get_linestyle() for line in axes.lines}) == 3
    assert len({line.get_color() for line in axes.lines}) == 3


@pytest.mark.parametrize("curves", [{}, {"a": []}, {"a": [[]]}, {"a": [[1.0, 2.0], [1.0]]}])
def test_curves_that_cannot_be_compared_are_refused(curves):
    with pytest.raises(ValueError, match=r"expected .*received"):
        plots.compare_curves(curves, ylabel="error")


def test_the_strip_has_a_dot_for_each_seed_and_a_bar_at_the_median():
    axes = plots.seed_strip({"first": [1.0, 2.0, 9.0], "second": [4.0]}, xlabel="error")
    dots, bar = axes.lines[:2]
    assert list(dots.get_xdata()) == [1.0, 2.0, 9.0]
    assert set(dots.get_ydata()) == {0}
    assert list(bar.get_xdata()) == [2.0]
    assert [label.get_text() for label in axes.get_yticklabels()] == ["first", "second"]
    assert axes.yaxis_inverted(), "the first variant stands on top"


def test_marks_are_labelled_lines():
    axes = plots.seed_strip({"a": [1.0]}, xlabel="error", marks={"linear": 0.5})
    assert [text.get_text() for text in axes.get_legend().get_texts()] == ["linear"]
    assert axes.lines[-1].get_xdata()[0] == 0.5


@pytest.mark.parametrize("values", [{}, {"a": []}, {"a": [1.0], "b": []}])
def test_a_variant_without_a_seed_is_refused(values):
    with pytest.raises(ValueError, match="one number or more for each variant"):
        plots.seed_strip(values, xlabel="error")


def test_the_style_is_put_back_even_after_an_error():
    before = dict(mpl.rcParams)
    with pytest.raises(ZeroDivisionError), plots.style():
        mpl.rcParams["font.size"] / 0
    assert dict(mpl.rcParams) == before


def test_the_style_keeps_the_interactive_mode_that_was_switched_on_inside():
    """A notebook switches it on at its first figure; were it put back, no later figure would show."""
    try:
        with plots.style():
            plt.ion()
        assert plt.isinteractive()
    finally:
        plt.ioff()


def test_text_and_colours_stand_out_from_the_white_ground():
    with plots.style():
        assert mpl.rcParams["font.size"] >= 11
        ink = mpl.rcParams["text.color"]
    assert contrast(ink) >= 7
    assert all(contrast(color) >= 3 for color in plots.PALETTE[:3]), "the colours of lines in most figures"


def contrast(color: str) -> float:
    """The contrast of a colour with white, by the formula of the web accessibility guidelines."""
    channels = np.array(mpl.colors.to_rgb(color))
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return 1.05 / (float(linear @ [0.2126, 0.7152, 0.0722]) + 0.05)


def test_each_verdict_has_a_mark_in_the_row_of_its_chapter():
    with plots.style():
        axes = plots.verdicts({"wine": ["confirmed", "undecided", "confirmed"], "city": ["refuted"]})
    drawn = {line.get_label(): list(zip(*line.get_data(), strict=True)) for line in axes.get_lines()}
    assert drawn == {"confirmed": [(1, 0), (3, 0)], "depends": [], "refuted": [(1, 1)], "undecided": [(2, 0)]}
    assert [label.get_text() for label in axes.get_yticklabels()] == ["wine", "city"]
    assert len({line.get_marker() for line in axes.get_lines()}) == 4, "told apart by more than colour"


def test_forest_draws_each_interval_and_cuts_what_goes_too_far():
    with plots.style():
        axes = plots.forest({"one": [(0.5, 1, 2, "undecided")], "two": [(2, 3, 400, "helps"), (-9, -8, -2, "hurts")]})
    assert [label.get_text() for label in axes.get_yticklabels()] == ["one", "two"]
    intervals = [tuple(line.get_xdata()) for line in axes.lines if len(line.get_xdata()) == 2]
    assert intervals == [(0.5, 2), (2, 12), (-9, -2)]
    assert [line.get_marker() for line in axes.lines].count(">") == 1
    assert [text.get_text() for text in axes.get_legend().get_texts()] == [
        "too small to matter",
        "undecided",
        "helps",
        "hurts",
    ]
    assert axes.lines[0].get_ydata()[0] < axes.lines[2].get_ydata()[0]


def test_each_claim_of_the_forest_stands_above_its_effects_and_inside_a_figure_that_a_phone_shows_whole():
    one, two = (1, 2, 3, "helps"), (-3, -2, -1, "undecided")
    with plots.style():
        axes = plots.forest({"first\nin two lines": [one, two], "second " + "n" * 40: [one]})
    axes.figure.canvas.draw()
    below = [line.get_ydata()[0] for line in axes.lines if len(line.get_xdata()) == 2]
    first, second = axes.get_yticks()
    assert first < below[0] < below[1] < second < below[2]
    written = [label.get_window_extent() for label in axes.get_yticklabels()]
    heights = axes.transData.transform([(0, place) for place in below])[:, 1]
    assert written[0].y0 > heights[0] > heights[1] > written[1].y1 > written[1].y0 > heights[2]
    assert written[0].x0 >= axes.get_window_extent().x0
    assert axes.figure.get_window_extent().width <= 900, "more than that is swiped: WIDE in chapters/loading.py"


def test_baselines_are_black_dashed_and_named():
    for upright, place in ((False, "get_ydata"), (True, "get_xdata")):
        axes = plt.subplots()[1]
        plots.baselines(axes, {"median": 0.6, "line": 0.5}, upright=upright)
        assert [set(getattr(line, place)()) for line in axes.lines] == [{0.6}, {0.5}]
        assert {line.get_color() for line in axes.lines} == {"black"}
        assert "-" not in {line.get_linestyle() for line in axes.lines}
        assert axes.get_legend_handles_labels()[1] == ["median", "line"]


def test_answers_stand_against_the_truth_in_their_colours():
    true = np.array([1.0, 2.0, 3.0])
    answers = {"as asked": (np.full(3, 2.0), plots.ASKED), "fixed": (true, plots.OURS)}
    panels = plots.against_truth(true, answers, unit="km", upto=4)
    assert [panel.get_title() for panel in panels] == list(answers)
    assert [list(panel.lines[0].get_ydata()) for panel in panels] == [[2, 2, 2], [1, 2, 3]]
    assert [panel.lines[0].get_color() for panel in panels] == [plots.ASKED, plots.OURS]
    assert (panels[0].get_ylabel(), panels[1].get_xlabel()) == ("answer (km)", "truth (km)")


def effect(predicts, differences, matters=None):
    """A finding with an interval from the smallest to the largest difference."""
    compared = ledger.Effect("here", "runs", "error", "a", "b", predicts, "points", "data")
    plan = ledger.Plan(compared, matters and ledger.Margin(matters, "because"), ledger.Units(0, (3,)))
    numbers = dict(enumerate(differences))
    return ledger.Finding(plan, "planned", numbers, 0.95, min(differences), max(differences), 1)


def test_the_figure_of_verdicts_measures_each_effect_by_what_matters():
    findings = (
        effect("lower", [0.2, 0.3, 0.4], 0.1),
        effect("exactly", [0, 0, 0]),
        effect("exactly", [0, 0, 7]),
    )
    places = [shown.scaled(one) for one in findings]
    assert places[0] == (pytest.approx(2), pytest.approx(3), pytest.approx(4), "helps")
    assert places[1:] == [(0, 0, 0, "always"), (np.inf, np.inf, np.inf, "not always")]
    many = ledger.Claim("chapter", "many", "Less is more.", "somebody", findings)
    assert shown.by_claim([many]) == {"Less is more.": places}
    axes = plots.forest({"a": places[:1], "b": places[1:2], "c": places[2:]})
    assert [text.get_text() for text in axes.get_yticklabels()] == ["a", "b", "c"]
    assert axes.xaxis.get_major_formatter()(-10) == "\N{MINUS SIGN}10"


def test_what_a_claim_says_takes_two_lines_of_the_figure_at_most():
    labels = shown.by_claim(claim for claim in ledger.read() if claim.chapter != "rules")
    assert [label for label in labels if label.count("\n") > 1] == []


def test_the_table_of_verdicts_has_a_row_for_each_effect_below_its_claim():
    exact = (effect("exactly", numbers) for numbers in ([0, 0], [0, 7], [-7, -7]))
    findings = (effect("lower", [0.2, 0.31, 0.4], 0.1), *exact)
    assert [shown.in_numbers(one) for one in findings] == [
        "+0.31 points (+0.20 to +0.40)", "none, exactly", "0 to 7 points", "\N{MINUS SIGN}7 points",
    ]  # fmt: skip
    page = shown.html([ledger.Claim("chapter", "claim", "Less is < more.", "somebody", findings)])
    assert "<b>Depends.</b> <a href='#claim-claim'>Less is &lt; more.</a>" in page
    assert page.count("Less is") == page.count("A positive difference agrees with the claim") == 1
    assert "<td>here</td><td>+0.31 points <span>(+0.20 to +0.40)</span></td><td>3</td>" in page
    assert page.count("<td>here</td>") == 4


def test_differences_have_as_many_digits_as_a_tenth_of_what_matters_needs():
    assert shown.in_numbers(effect("lower", [-1234.5, -0.3, 2], 20)) == "0 points (\N{MINUS SIGN}1,234 to +2)"
    assert (
        shown.in_numbers(effect("lower", [-0.0021, 0.0001, 1.5], 0.05)) == "0 points (\N{MINUS SIGN}0.002 to +1.500)"
    )


def test_verdicts_that_only_explored_say_so_and_claims_keep_their_order():
    def claim(name, differences, basis):
        found = dataclasses.replace(effect("lower", differences, 0.1), basis=basis)
        return ledger.Claim("chapter", name, f"{name} says so", "somebody", (found,))

    claims = [claim("open", [-1, 0, 1], "planned"), claim("early", [0.2, 0.3, 0.4], "exploration")]
    assert list(shown.by_claim(claims)) == ["open says so", "early says so"]
    page = shown.html(claims)
    assert page.index("<b>Undecided.</b>") < page.index("<b>Confirmed so far.</b>")
