// Above the search's own results: the pages that answer a question in the asker's own words. Sphinx finds pages that hold
// every word of a query; people who ask do not know those words.

const stemmer = new Stemmer();

/** What people write, as a whole word or as its stem, for a word of the course; spellings with s and with z are one. */
const MEANT = new Map(Object.entries({
  acc: "accuracy", batchnorm: "batch norm", batchnormalization: "batch norm", bn: "batch norm", climb: "rise", cnn: "convolution", conv: "convolution",
  conv2d: "convolution", convnet: "convolution", declin: "fall", decreas: "fall", drop: "fall", earlystopping: "early stopping", fluctuat: "jump",
  grow: "rise", holdout: "hold out", increas: "rise", lr: "learning rate", maxpooling: "max pooling", maxpooling2d: "max pooling", mlp: "dense model",
  modelcheckpoint: "checkpoint", ndim: "dimension", network: "model", neuron: "unit", node: "unit", normalization: "norm", objective: "loss", oom: "memory",
  oscil: "jump", ram: "memory", spatialdropout: "spatial dropout", spatialdropout1d: "spatial dropout", spatialdropout2d: "spatial dropout", spike: "jump",
  spiki: "jump", swing: "jump", val: "validation", valu: "number", zigzag: "jump",
}));
/** Words of asking: they say nothing about a page. */
const ASKING = new Set(("all any can cannot could did do does get gets have how i keras many me more much my need only really " +
  "should so than use used using we what when where which who why would you your").split(" "));
const meant = (word) => word.replace(/is(e|ed|es|ing|ation)$/, "iz$1");
const stems = (text) => new Set((text.toLowerCase().replaceAll("_", " ").match(/[\p{L}\d]+/gu) ?? [])
  .filter((word) => !stopwords.includes(word) && !ASKING.has(word)).map(meant)
  .flatMap((word) => (MEANT.get(word) ?? MEANT.get(stemmer.stemWord(word)) ?? word).split(" "))
  .map((word) => stemmer.stemWord(word)));

const known = PAGES.map((page) => ({
  page,
  lines: [page.title, ...page.asked].map(stems),
  probes: (page.probes ?? []).map((probe) => ({ probe, line: stems(probe.when) })),
  rest: stems(`${page.title} ${page.asked.join(" ")} ${page.words} ${page.about}`),
}));

/** How telling a word is: less, the more pages have it. */
function weight(word) {
  const pages = known.filter(({ rest }) => rest.has(word)).length;
  return pages ? Math.log(1 + known.length / pages) : 0;
}

const heavy = (words) => [...words].reduce((sum, word) => sum + weight(word), 0);
const shared = (asked, words) => heavy([...asked].filter((word) => words.has(word)));
const closeness = (asked, line) => shared(asked, line) / Math.sqrt(heavy(asked) * (heavy(line) || 1));

/** The closest title or question counts twice, all other words of the page once. */
function score({ lines, rest }, asked) {
  if (!heavy(asked)) return 0;
  return 2 * Math.max(...lines.map((line) => closeness(asked, line))) + shared(asked, rest) / heavy(asked);
}

/** The probe for the page's closest symptom, if that is close. */
function probe({ probes }, asked) {
  const near = probes.map(({ probe, line }) => ({ probe, close: closeness(asked, line) })).filter(({ close }) => close > 0.25);
  return near.sort((a, b) => b.close - a.close)[0]?.probe;
}

/** The best pages in their order, and among them the closest rule, which takes no page's place. */
function best(query, count = 3) {
  const asked = stems(query);
  const found = known.map((one) => ({ page: { ...one.page, probe: probe(one, asked) }, score: score(one, asked) }))
    .filter((one) => one.score > 0.8).sort((a, b) => b.score - a.score).map(({ page }) => page);
  const ofRules = ({ url }) => url.startsWith("chapters/rules/");
  const kept = new Set([...found.filter((page) => !ofRules(page)).slice(0, count), ...found.filter(ofRules).slice(0, 1)]);
  return found.filter((page) => kept.has(page));
}

document.addEventListener("DOMContentLoaded", () => {
  const place = document.getElementById("search-results");
  const query = new URLSearchParams(location.search).get("q") ?? "";
  const found = query.trim() ? best(query) : [];
  if (!place || !found.length) return;
  const made = (kind, about, ...inside) => {
    const element = Object.assign(document.createElement(kind), about);
    element.append(...inside);
    return element;
  };
  const link = (href, words) => made("a", { href }, words);
  const first = (url, { do: words, at }) => made("p", {}, "Do this first: ", link(`${url}#${at}`, words), ".");
  const entries = found.map(({ url, title, about, probe }) =>
    made("li", {}, link(url, title), made("p", {}, about), ...(probe ? [first(url, probe)] : [])));
  const own = made("p", {}, "A program at hand? ", link("chapters/clinic.html", "The clinic"), " reads it, on your machine.");
  place.before(made("section", { id: "asked" }, made("h2", {}, "Pages about this"), made("ol", {}, ...entries), own));
});
