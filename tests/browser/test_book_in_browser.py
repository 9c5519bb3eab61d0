"""The built book in a real browser, as wide as a desk and as narrow as a phone, light and dark."""

import gzip
import re
from pathlib import Path
from urllib.parse import quote, unquote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from sphinx_external_toc.parsing import parse_toc_yaml

from ..rotation import todays
from .test_clinic import serve

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.requires_program("chromium")


def pages(book: Path) -> list[Path]:
    return [book / f"{name}.html" for name in parse_toc_yaml(ROOT / "_toc.yml")]


def test_every_page_fits_its_window_and_asks_nobody_for_anything(book: Path, page: Page) -> None:
    asked, complaints = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    for path in pages(book):
        page.goto(path.as_uri())
        overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert overflow <= 0, f"{path.name} is {overflow} px wider than the window"
        expect(page.locator("h1:visible"), path.name).to_have_count(1)
    assert not [url for url in asked if not url.startswith(("file:", "data:"))]
    assert not complaints


def test_every_page_says_what_it_is_about_where_search_engines_look(book: Path, desk: Page) -> None:
    said = {}
    for path in pages(book):
        desk.goto(path.as_uri())
        said[path.name] = desk.locator("head meta[name='description']").get_attribute("content") or ""
        expect(desk.locator("head link[rel='icon']"), path.name).to_have_count(1)
        preview = desk.locator("head meta[property='og:description']").get_attribute("content")
        assert preview == said[path.name], "a link to the page is shown with other words"
    assert all(60 < len(text) <= 160 for text in said.values()), said
    assert len(set(said.values())) == len(said)


def test_the_search_finds_a_chapter_by_its_words(book: Path, page: Page) -> None:
    page.goto(f"{(book / 'search.html').as_uri()}?q=roughness")
    expect(page.locator("#search-results a[href*='textile-curves']").first).to_be_visible()


def test_the_first_page_takes_a_symptom_to_the_search(book: Path, page: Page) -> None:
    page.goto((book / "chapters" / "index.html").as_uri())
    page.get_by_label("What does your network do?").fill("validation loss rises")
    page.keyboard.press("Enter")
    expect(page.locator("#asked a").first).to_have_attribute("href", re.compile("val-loss-rises"))
    page.locator("#asked a").first.click()
    expect(page.locator("h1:visible")).to_contain_text("validation loss rises")
    page.wait_for_load_state()
    expect(page.locator(".highlighted, .highlight-link")).to_have_count(0)


# What people ask, and the probe that the search offers beside the first page.
FIRST = {
    "my keras model outputs the same value for every input": "distance-predictor.html#probe-layers",
    "expected ndim=3, found ndim=2": "stacked-lstm.html#probe-sequences",
    "loss becomes nan after the first epoch": "doctor.html#probe-watch",
    "validation loss rises, training loss falls": "val-loss-rises.html#probe-inference",
}


def test_the_search_leads_to_the_probe_to_begin_with_and_to_the_clinic(book: Path, page: Page) -> None:
    for question, probe in FIRST.items():
        page.goto(f"{(book / 'search.html').as_uri()}?q={quote(question)}")
        first = page.locator("#asked li").first.filter(has_text="Do this first")
        expect(first.locator("a").last).to_have_attribute("href", f"chapters/{probe}")
    page.locator("#asked a[href*='clinic']").click()
    expect(page.locator("h1:visible")).to_contain_text("The clinic")


def test_a_quiz_tells_right_from_wrong_and_the_browser_remembers(book: Path, page: Page) -> None:
    chapter, landing = ((book / "chapters" / name).as_uri() for name in ("red-wine.html", "index.html"))
    page.goto(landing)
    expect(page.locator("#where-you-are")).to_have_count(0)
    page.goto(chapter)
    options = page.locator("#check-yourself details")
    reasons = [text.strip() for text in options.locator(".sd-summary-content").all_text_contents()]
    right = [number for number, text in enumerate(reasons) if text.startswith("Yes")]
    wrong = next(number for number in range(3) if number not in right)
    for number in (wrong, right[0], right[1]):  # the first question wrong and then right, the second one right
        options.nth(number).locator("summary").press("Enter")
    expect(options.nth(wrong).locator("summary")).to_contain_text("✗ not this")
    expect(options.nth(right[0]).locator("summary")).to_contain_text("✓ right")
    said = "1 of 2 right at the first try so far, of 3 questions"
    expect(page.get_by_role("status")).to_contain_text(said)
    page.reload()
    expect(page.get_by_role("status")).to_contain_text(said)
    page.goto(landing)
    expect(page.locator("#where-you-are li")).to_have_text(re.compile("batch norm.*: 1 of 2 right at the first try"))
    page.get_by_role("button", name="Forget this").click()
    page.reload()
    expect(page.locator("#where-you-are")).to_have_count(0)


def test_paper_says_of_every_answer_whether_it_is_right_and_the_screen_forgets_it(book: Path, page: Page) -> None:
    page.goto((book / "chapters" / "red-wine.html").as_uri())
    options, said = page.locator("#check-yourself details"), page.locator("#check-yourself .verdict")
    options.first.locator("summary").press("Enter")
    expect(said).to_have_count(1)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(said).to_have_count(options.count())
    expect(said.filter(has_text="✓ right")).to_have_count(3)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(said).to_have_count(1)


def test_what_others_wrote_into_the_browsers_memory_does_no_harm(book: Path, page: Page) -> None:
    complaints = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    landing = (book / "chapters" / "index.html").as_uri()
    page.goto(landing)
    entry = '{"%s": {"answers": [true], "title": "%s"}}'
    picture = entry % ("x", "<img src=x onerror=alert(1)>")
    for kept in ("junk", "[]", '{"x": 1}', '{"x": {"answers": 7}}', entry % ("javascript:alert(1)", "t"), picture):
        page.evaluate("kept => localStorage.setItem('debugging-neural-networks', kept)", kept)
        page.reload()
        expect(page.locator("#start-from-a-symptom")).to_be_visible()
        expect(page.locator("#where-you-are img, #where-you-are a[href^='javascript']")).to_have_count(0)
    assert not complaints


# Words that nobody wrote into chapters/asked/, and the page that should be among the first two.
QUESTIONS = {
    "validation accuracy fluctuates": "textile-curves",
    "val_loss nan": "rules/training",
    "same number": "distance-predictor",
    "keras always predicts same value for every input": "distance-predictor",
    "network output is constant regression": "distance-predictor",
    "sigmoid output layer regression": "distance-predictor",
    "dropout and batch normalization order": "layer-order",
    "validation loss much higher than training loss": "red-wine",
    "do I need to scale features": "red-wine",
    "make learning curve smoother": "textile-curves",
    "noisy validation loss": "textile-curves",
    "jagged accuracy curve cnn": "textile-curves",
    "dropout before softmax layer": "rules/order",
    "loss vs metric": "loss-and-metrics",
    "does keras optimise accuracy": "loss-and-metrics",
    "loss increases but accuracy constant": "val-loss-rises",
    "85% accuracy first epoch": "first-epochs",
    "imbalanced classes class weight": "loss-and-metrics",
    "disable dropout when predicting": "train-vs-inference",
    "validation accuracy higher than training accuracy": "train-vs-inference",
    "predict out of memory": "train-vs-inference",
    "model evaluate different from fit loss": "train-vs-inference",
    "find mistakes in my keras code": "clinic",
    "objective function versus evaluation metric": "loss-and-metrics",
    "SpatialDropout1D vs Dropout": "layer-order",
    "RAM usage of convnet at prediction": "train-vs-inference",
    "backend learning_phase test": "train-vs-inference",
    "quality of the bottleneck embedding": "autoencoder",
    "large swings in validation accuracy": "textile-curves",
    "BN model has lower accuracy than plain one": "bn-or-not",
    "my loss is always the same": "distance-predictor",
    "wine quality regression with dropout": "red-wine",
    "texture classification TILDA": "textile-curves",
}


# The twenty questions of the course, each with its page, in words that were written down before the search was read.
SCENARIOS = {
    "units-and-layers": (
        "units-and-layers",
        (
            "what does units mean in keras dense",
            "how many neurons should I use",
            "why add another hidden layer",
        ),
    ),
    "describe-network": (
        "units-and-layers",
        (
            "is my network deep or shallow",
            "how many layers does it have input output included",
            "sentiment analysis dense 512 why relu sigmoid softmax",
        ),
    ),
    "loss-vs-metric": (
        "loss-and-metrics",
        (
            "difference between loss and metrics compile",
            "does keras optimize accuracy",
            "loss goes down but accuracy stays",
        ),
    ),
    "distance-predictor": (
        "distance-predictor",
        (
            "predict returns same value for every row",
            "all outputs 0.26 regression",
            "keras regression constant output",
        ),
    ),
    "bn-vs-no-bn": (
        "bn-or-not",
        (
            "batch normalization makes training slower",
            "batchnorm worse than without",
            "does batchnorm really help",
        ),
    ),
    "red-wine": (
        "red-wine",
        (
            "wine quality overfitting dropout",
            "do I need to scale features if I use batchnorm",
            "training loss lower than validation loss tabular data",
        ),
    ),
    "accuracy-collapses": (
        "first-epochs",
        (
            "validation accuracy suddenly drops",
            "val_acc 97 then 12",
            "model gets worse after a few epochs",
        ),
    ),
    "high-first-epoch": (
        "first-epochs",
        (
            "accuracy too high first epoch",
            "is 85% after one epoch suspicious",
        ),
    ),
    "val-loss-rises": (
        "val-loss-rises",
        (
            "val_loss increasing train loss decreasing",
            "when to stop training",
            "my checkpoint is not the best model",
        ),
    ),
    "dropout-vs-validation": (
        "val-loss-rises",
        (
            "validation_split instead of dropout",
            "need both dropout and validation data",
            "does validation set prevent overfitting",
        ),
    ),
    "conv-overfitting": (
        "conv-overfitting",
        (
            "cnn overfits what can I do",
            "stochastic pooling tensorflow",
        ),
    ),
    "layer-order": (
        "layer-order",
        (
            "batchnorm before or after dropout",
            "batchnorm before or after relu",
            "dropout batch normalization order auc",
        ),
    ),
    "spatial-dropout": (
        "layer-order",
        (
            "where to put SpatialDropout2D",
            "conv batchnorm relu pooling dropout correct order",
            "dropout before or after max pooling",
        ),
    ),
    "dropout-at-predict": (
        "train-vs-inference",
        (
            "turn off dropout when predicting",
            "is dropout active in model.predict",
            "remove dropout layer at test time",
        ),
    ),
    "dropout-phases": (
        "train-vs-inference",
        (
            "why dropout only during training",
            "dropout train vs test behaviour",
            "monte carlo dropout",
        ),
    ),
    "inference-memory": (
        "train-vs-inference",
        (
            "gpu out of memory predict large batch",
            "does predict keep activations in memory",
            "memory usage inference vs training",
        ),
    ),
    "textile-curves": (
        "textile-curves",
        (
            "accuracy curve zigzag",
            "validation accuracy jumps up and down",
            "noisy training curve cnn",
        ),
    ),
    "stacked-lstm": (
        "stacked-lstm",
        (
            "dense layers after lstm",
            "how many lstm layers to stack",
            "return_sequences true or false",
        ),
    ),
    "autoencoder": (
        "autoencoder",
        (
            "autoencoder accuracy",
            "accuracy of hidden layer bottleneck keras",
            "metric for middle layer output",
        ),
    ),
    "freezing": (
        "freezing",
        (
            "transfer learning which layers to freeze",
            "when to unfreeze pretrained model",
            "layer.trainable = False not working",
        ),
    ),
}


def test_each_of_the_twenty_questions_is_found_by_words_that_nobody_wrote_for_it(book: Path, desk: Page) -> None:
    desk.goto((book / "search.html").as_uri())
    assert len(SCENARIOS) == 20
    for name, phrases in SCENARIOS.values():
        for phrase in phrases:
            found = desk.evaluate("phrase => best(phrase, 2).map(page => page.url)", phrase)
            assert sum(url.startswith("chapters/rules/") for url in found) <= 1, found
            assert any(url.startswith(f"chapters/{name}.html") for url in found), (phrase, found)


def test_a_question_in_the_asker_s_own_words_finds_its_page(book: Path, desk: Page) -> None:
    search = (book / "search.html").as_uri()
    for question, name in QUESTIONS.items():
        desk.goto(f"{search}?q={quote(question)}")
        links = desk.locator("#asked a, #search-results a")
        expect(links.first).to_be_visible()
        targets = [link.get_attribute("href") or "" for link in links.all()[:2]]
        assert any(target.startswith(f"chapters/{name}.html") for target in targets), (question, targets)


def test_a_chapter_is_found_by_what_was_asked_about_it(book: Path, desk: Page) -> None:
    desk.goto((book / "search.html").as_uri())
    for asked in sorted((ROOT / "chapters" / "asked").glob("*.txt")):
        for question in asked.read_text(encoding="utf-8").splitlines():
            found = desk.evaluate("question => best(question, 2).map(page => page.url)", question)
            assert any(url.endswith(f"/{asked.stem}.html") for url in found), (question, found)


# Titles and sentences of the questions that people asked elsewhere, and the chapter that should be the first one.
OWN_WORDS = {
    "Learning with Batch Normalization vs without Batch Normalization": "bn-or-not",
    "Accuracy Decreasing with higher epochs": "first-epochs",
    "Validation and training accuracy high in the first epoch [Keras]": "first-epochs",
    "Keras: Training loss decrases (accuracy increase) while validation loss increases (accuracy decrease)": (
        "val-loss-rises"
    ),
    "Or if I setup data split in model.fit, then I do not need to use dropout.": "val-loss-rises",
    "do I need dropout if I use validation_split": "val-loss-rises",
    "is there a recommended approach to prevent overfitting in convolutional layers": "conv-overfitting",
}


def test_a_question_as_it_was_asked_elsewhere_finds_its_chapter_first(book: Path, desk: Page) -> None:
    desk.goto((book / "search.html").as_uri())
    for question, name in OWN_WORDS.items():
        first, *_ = desk.evaluate("question => best(question, 1).map(page => page.url)", question)
        assert first.endswith(f"/{name}.html"), (question, first)


def test_an_address_that_leads_nowhere_offers_the_search(book: Path, page: Page) -> None:
    page.goto((book / "404.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    field = page.locator("main").get_by_role("searchbox")
    field.fill("validation accuracy fluctuates")
    field.press("Enter")
    expect(page.locator("#asked a").first).to_have_attribute("href", "chapters/textile-curves.html")
    expect(page.locator(".search-summary")).to_be_hidden()


def test_a_hostile_query_is_only_words(book: Path, page: Page) -> None:
    page.goto(f"{(book / 'search.html').as_uri()}?q={quote('<img src=x onerror=alert(1)> dropout order')}")
    expect(page.locator("#asked a").first).to_be_visible()
    assert page.locator("#asked img, #search-results img").count() == 0


def test_nothing_on_a_page_shuts_anybody_out(book: Path, page: Page) -> None:
    """Half of the pages today, the others tomorrow."""
    for path in todays(pages(book), 2):
        page.goto(path.as_uri())
        found = Axe().run(page, options={"resultTypes": ["violations"]})
        assert found.violations_count == 0, f"{path.name}: {found.generate_report()}"


def test_what_is_folded_is_called_by_the_words_that_stand_on_it(book: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in pages(book)]
    folds = [
        of for text in texts for of in re.findall(r'<details class="admonition hide[^>]*>\s*<summary([^>]*)>', text)
    ]
    assert len(folds) > 30
    assert not [attributes for attributes in folds if "aria-label" in attributes]


def test_what_the_search_found_shuts_nobody_out(book: Path, page: Page) -> None:
    server, address, _ = serve(book)  # from a folder, the search may not fetch the pages whose words it marks
    with server:
        page.goto(f"{address}/search.html?q=validation+loss+rises")
        expect(page.locator("#search-results .highlighted").first).to_be_visible()
        found = Axe().run(page, options={"resultTypes": ["violations"]})
        server.shutdown()
    assert found.violations_count == 0, found.generate_report()


def test_a_page_is_at_most_a_megabyte(book: Path, desk: Page) -> None:
    asked: set[str] = set()
    desk.on("request", lambda request: asked.add(request.url.partition("?")[0]))
    for path in pages(book):
        asked.clear()
        desk.goto(path.as_uri())
        for image in desk.locator("img").all():
            image.scroll_into_view_if_needed()
        files = [Path(unquote(url.removeprefix("file://"))) for url in asked if url.startswith("file:")]
        assert len(files) > 10
        assert sum(len(gzip.compress(file.read_bytes())) for file in files) <= 1_000_000, path.name


def test_every_symptom_is_one_click_from_its_probe(book: Path, desk: Page) -> None:
    start = (book / "chapters" / "index.html").as_uri()
    desk.goto(start)
    links = desk.locator("article table a")
    expect(links.first).to_be_visible()
    targets = {link.get_attribute("href") or "" for link in links.all()}
    assert len(targets) >= 15
    for target in targets:
        desk.goto(start, wait_until="domcontentloaded")
        desk.locator(f"article table a[href='{target}']").first.click()
        expect(desk).to_have_url(re.compile(re.escape(target) + "$"))
        expect(desk.locator(f"[id='{target.partition('#')[2]}']")).to_be_in_viewport()


def test_the_heads_of_a_table_of_verdicts_stand_over_their_columns(book: Path, desk: Page) -> None:
    """Chapters show tables of pandas, too, each with a style of its own."""
    sides = "[...document.querySelectorAll('table.ledger :is(th, td)')].map(cell => getComputedStyle(cell).textAlign)"
    for path in sorted((book / "chapters").glob("*.html")):
        if "dataframe ledger" in path.read_text(encoding="utf-8"):
            desk.goto(path.as_uri())
            assert set(desk.evaluate(sides)) == {"left"}, path.name


def test_every_link_inside_the_book_leads_somewhere(book: Path, desk: Page) -> None:
    """Terms, citations and anchors: Sphinx has checked the sources, this asks the pages."""
    here = "[...document.querySelectorAll('article a[href]')].map(link => link.href)"
    ids = {path.as_uri(): set[str]() for path in (book / "chapters").rglob("*.html")}
    links = set()
    for url in ids:
        desk.goto(url)
        ids[url] = set(desk.evaluate("[...document.querySelectorAll('[id]')].map(element => element.id)"))
        links.update(link for link in desk.evaluate(here) if link.startswith("file:"))
    assert any("glossary.html#term-" in link for link in links)
    assert any("bibliography.html#" in link for link in links)
    for link in links:
        url, _, anchor = link.partition("#")
        assert Path(unquote(url.removeprefix("file://"))).is_file(), link
        assert not anchor or unquote(anchor) in ids[url], link


def test_every_icon_is_drawn(book: Path, desk: Page) -> None:
    """The pages bring their own icons, in place of the theme's script with all there are."""
    icon = "icon => getComputedStyle(icon, '::before').maskImage"
    asked: list[str] = []
    desk.on("request", lambda request: asked.append(request.url))
    for path in pages(book):
        desk.goto(path.as_uri())
        icons = desk.locator("i[class*='fa-']")
        expect(icons.first).to_be_attached()
        for drawn in icons.all():
            assert drawn.evaluate(icon).startswith('url("data:image/svg'), drawn.get_attribute("class")
    assert not [url for url in asked if "fontawesome/webfonts" in url], "icons.css lacks an icon of some page"


def test_an_answer_is_hidden_until_the_keyboard_asks_for_it(book: Path, page: Page) -> None:
    page.goto((book / "chapters" / "red-wine.html").as_uri())
    option = page.locator("details").filter(has_text="Evaluate the same rows in both modes")
    reason = option.get_by_text("the fault is the shift")
    expect(reason).to_be_hidden()
    option.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(reason).to_be_visible()


def test_every_figure_loads_and_says_what_it_shows(book: Path, page: Page) -> None:
    page.goto((book / "chapters" / "red-wine.html").as_uri())
    figures = page.locator("figure img")
    expect(figures.first).to_be_attached()
    assert figures.count() >= 3
    for figure in figures.all():
        figure.scroll_into_view_if_needed()
        assert figure.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
        assert len(figure.get_attribute("alt") or "") > 60


def test_paper_is_white_whatever_the_screen_was(book: Path, page: Page) -> None:
    page.goto((book / "chapters" / "credits.html").as_uri())
    theme = "document.documentElement.dataset.theme"
    on_screen = page.evaluate(theme)
    page.evaluate(f"addEventListener('beforeprint', () => {{ window.printed = {theme}; }})")
    page.pdf()
    assert page.evaluate("window.printed") == "light"
    assert page.evaluate(theme) == on_screen
