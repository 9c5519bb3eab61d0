// The quiz of a chapter tells right from wrong, and the reader's own browser keeps what was answered. Nothing is sent anywhere.

(() => {  // names of its own: other scripts stand on the same page
  const KEPT = "debugging-neural-networks";
  const RIGHT = /^Yes\b/;

  /** What is kept, by the page's name: {title, answers}, with one answer a question, true where the first one was right. */
  function kept() {
    try {
      const pages = Object.entries(JSON.parse(localStorage.getItem(KEPT)) ?? {});
      return Object.fromEntries(pages.filter(([name, one]) => /^[\w-]+$/.test(name) && Array.isArray(one?.answers)));
    } catch {
      return {}; // the browser keeps nothing for this site, or something else wrote there
    }
  }

  function keep(pages) {
    try {
      localStorage.setItem(KEPT, JSON.stringify(pages));
    } catch {
      // what the quiz says does not depend on it
    }
  }

  function made(kind, about = {}, ...inside) {
    const element = Object.assign(document.createElement(kind), about);
    element.append(...inside);
    return element;
  }

  const page = location.pathname.split("/").at(-1).replace(/\.html$/, "");
  const given = (answers) => answers.filter((answer) => answer !== null);
  const score = (answers) => `${answers.filter(Boolean).length} of ${answers.length}`;

  /** The questions of a quiz, each with its options. */
  function questions(quiz) {
    const found = [];
    for (const element of quiz.children) {
      if (element.matches("p") && element.querySelector("strong")) found.push([]);
      else if (element.matches("details")) found.at(-1)?.push(element);
    }
    return found;
  }

  function mark(option) {
    const right = RIGHT.test(option.querySelector(".sd-summary-content").textContent.trim());
    option.dataset.answer = right ? "right" : "wrong";
    if (!option.querySelector(".verdict")) {
      option.querySelector(".sd-summary-text").append(made("span", { className: "verdict" }, right ? " ✓ right" : " ✗ not this"));
    }
    return right;
  }

  function unmark(option) {
    delete option.dataset.answer;
    option.querySelector(".verdict").remove();
  }

  function watch(quiz) {
    const all = questions(quiz);
    const said = made("p", { className: "answered", role: "status" });
    const show = () => {
      const answers = given(kept()[page]?.answers ?? []);
      said.textContent = answers.length
        ? `${score(answers)} right at the first try${answers.length < all.length ? ` so far, of ${all.length} questions` : ""}. Only your browser knows.`
        : "";
    };
    all.forEach((options, number) => {
      for (const option of options) {
        option.addEventListener("toggle", () => {
          if (!option.open) return;
          const right = mark(option);
          const pages = kept();
          const mine = (pages[page] ??= { answers: [] });
          mine.title = document.querySelector("h1").firstChild.textContent;
          mine.answers = all.map((_, at) => mine.answers[at] ?? null);
          mine.answers[number] ??= right;
          keep(pages);
          show();
        });
      }
    });
    // Paper shows every answer, so it must say of every option whether it is right; on the screen that stays to be found.
    const unopened = [];
    addEventListener("beforeprint", () => {
      for (const option of all.flat().filter(({ dataset }) => !dataset.answer)) {
        mark(option);
        unopened.push(option);
      }
    });
    addEventListener("afterprint", () => unopened.splice(0).forEach(unmark));
    quiz.append(said);
    show();
  }

  /** On the landing page: the chapters whose quiz was begun. */
  function tell(place) {
    const pages = Object.entries(kept());
    if (!pages.length) return;
    const entries = pages.map(([name, { title, answers }]) =>
      made("li", {}, made("a", { href: `${name}.html#check-yourself` }, title), `: ${score(given(answers))} right at the first try`));
    const forget = made("button", { type: "button", className: "forget" }, "Forget this");
    const section = made("section", { id: "where-you-are" }, made("h2", {}, "Where you are"), made("ul", {}, ...entries), forget);
    forget.addEventListener("click", () => {
      keep({});
      section.remove();
    });
    place.before(section);
  }

  document.addEventListener("DOMContentLoaded", () => {
    const quiz = document.getElementById("check-yourself");
    if (quiz) watch(quiz);
    const symptoms = document.getElementById("start-from-a-symptom");
    if (symptoms) tell(symptoms);
  });
})();
