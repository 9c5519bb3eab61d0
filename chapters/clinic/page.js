// The clinic's page. What a file, a fragment or the doctor says becomes text nodes, never markup.

import { editor } from "./editor.js";
import { pack, unpack } from "./fragment.js";

const LARGEST = 64 * 2 ** 20; // bytes of a file
const PATIENCE = 30_000; // ms for one examination
const CALM = 250; // ms without a key before the text is examined again

const clinic = document.getElementById("clinic");
const here = (name) => clinic.querySelector(`[data-clinic=${name}]`);
const folder = new URL(".", document.currentScript.src).href;
const bytes = Number(clinic.dataset.bytes);

let doctor = null; // the worker, once somebody asked for it
let ready = null; // a promise: it can be asked
let asked = 0; // the number of the newest question
let calm; // a timer
let form = "program.py"; // how the text in the editor is read: as a script, or as a page of MyST

const edit = editor(here("editor"), { label: "Your Keras code", draw: card, changed });

// ---- the doctor -------------------------------------------------------------------------------------------------

/** The worker inherits this page's policy because it begins as a blob: it cannot ask another site either. */
function hire() {
  const source = `await import(${JSON.stringify(`${folder}worker.js`)}); postMessage({ awake: true });`;
  const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  doctor = new Worker(address, { type: "module" });
  ready = new Promise((resolve, reject) => {
    let loaded = 0;
    doctor.onerror = () => reject(new Error("its files cannot be read"));
    doctor.addEventListener("message", ({ data }) => {
      if (data.awake) doctor.postMessage({ load: { folder } });
      if (data.loaded) progress((loaded += data.loaded));
      if (data.broken) reject(new Error(data.broken));
      if (data.ready) resolve();
    });
  });
}

function dismiss() {
  doctor?.terminate();
  doctor = ready = null;
  progress(null);
}

function answer(id, name, content) {
  const current = doctor;
  return new Promise((resolve, reject) => {
    const tired = setTimeout(() => reject(new Error("this takes too long; the command line has more time")), PATIENCE);
    current.addEventListener("message", function listen({ data }) {
      if (data.id !== id && !data.broken) return;
      clearTimeout(tired);
      current.removeEventListener("message", listen);
      if (data.broken) reject(new Error(data.broken));
      else resolve(JSON.parse(data.report));
    });
    current.postMessage({ id, name, content }, [content.buffer]);
  });
}

/** Examine the editor's text, or a file that takes its place. */
async function examine(file) {
  clearTimeout(calm);
  const id = ++asked;
  const { name, content } = file ?? { name: form, content: new TextEncoder().encode(edit.text) };
  try {
    if (!doctor) {
      say("The doctor is on its way …");
      hire();
    }
    await ready;
    progress(null);
    const report = await answer(id, name, content);
    if (id !== asked) return; // somebody asked again meanwhile
    if (file) edit.text = report.text ?? "";
    keep();
    show(report);
  } catch (error) {
    dismiss();
    say(`The doctor could not answer: ${error.message}.`);
  }
}

// ---- what is shown ----------------------------------------------------------------------------------------------

const say = (text) => { here("status").textContent = text; };

/** Say why nothing is examined; an examination that is under way does not take the sentence's place. */
function refuse(text) {
  clearTimeout(calm);
  asked += 1;
  say(text);
}

function progress(loaded) {
  const bar = here("progress");
  bar.hidden = loaded === null;
  if (loaded < bytes) bar.value = loaded / bytes;
  else {
    bar.removeAttribute("value"); // nobody knows how long this computer takes to start it
    if (loaded) say("The doctor has arrived and is starting …");
  }
}

function show({ text, findings, readable }) {
  edit.show(text === null ? [] : findings.filter(({ line }) => line !== null));
  here("list").replaceChildren(...findings.map(entry));
  say(summary(findings, readable));
}

function summary(findings, readable) {
  if (!findings.length) return "Nothing found. Silence is not praise: no rule describes everything.";
  const counts = ["error", "warning", "note"]
    .map((level) => [findings.filter((one) => one.level === level).length, level])
    .filter(([count]) => count)
    .map(([count, level]) => `${count} ${level}${count === 1 ? "" : "s"}`);
  return `Found: ${counts.join(", ")}.${readable ? "" : " A part could not be read."}`;
}

const element = (kind, about = {}, ...inside) => {
  const made = Object.assign(document.createElement(kind), about);
  made.append(...inside);
  return made;
};

/** Below the editor: a finding that has a line leads to it; one of a saved model is told in full. */
function entry(finding) {
  if (finding.line === null) return element("li", {}, card(finding));
  const button = element("button", { type: "button", onclick: () => edit.go(finding.line) }, `line ${finding.line}`);
  return element("li", { className: `clinic-${finding.level}` }, button, ` ${finding.level}: ${finding.title}`);
}

function card(finding) {
  const head = element("p", {}, element("strong", {}, `${finding.level}: ${finding.title}. `), finding.message);
  const instead = element("p", {}, element("em", {}, "Instead: "), finding.instead);
  const made = element("div", { className: `clinic-card clinic-${finding.level}` }, head, instead);
  if (finding.why) {
    const more = element("details", {}, element("summary", {}, "Why it hurts"), element("p", {}, finding.why));
    made.append(more);
  }
  const links = element("p", { className: "clinic-links" });
  if (/^chapters\/rules\/[\w#./-]+$/.test(finding.url)) links.append(link(finding.url.replace("chapters/", ""), `The rule ${finding.rule}`));
  if (/^[\w-]+(#[\w-]+)?$/.test(finding.learn)) {
    const [chapter, place = ""] = finding.learn.split("#");
    const title = chapter.replaceAll("-", " ");
    links.append(link(`${chapter}.html${place && "#"}${place}`, `In the course: ${title}`));
  }
  if (links.childElementCount) made.append(links);
  return made;
}

const link = (href, text) => element("a", { href }, text);

// ---- what the reader does ---------------------------------------------------------------------------------------

function changed() {
  clearTimeout(calm);
  if (doctor) calm = setTimeout(examine, CALM);
}

function begin(text, as = "program.py") {
  form = as;
  edit.text = text;
  here("list").replaceChildren();
  return examine();
}

async function open(file) {
  if (!file) return;
  if (file.size > LARGEST) return refuse("This file is too large for a browser; the command line has no such limit.");
  const ending = /\.(ipynb|md|keras|h5|hdf5)$/i.exec(file.name)?.[0].toLowerCase() ?? ".py";
  form = ending === ".md" ? "page.md" : "program.py"; // a notebook's cells are one program from here on
  await examine({ name: `file${ending}`, content: new Uint8Array(await file.arrayBuffer()) });
}

async function copy() {
  history.replaceState(history.state, "", `#code=${await pack(edit.text)}`);
  try {
    await navigator.clipboard.writeText(location.href);
    say("The link is copied. It holds the code itself: whoever has the link can read it.");
  } catch {
    say("The link stands in the address bar. It holds the code itself: whoever has the link can read it.");
  }
}

/** Who follows a finding's link and comes back finds the program again: the browser keeps it with its list of visited pages. */
function keep() {
  try {
    history.replaceState({ text: edit.text, form }, "");
  } catch {
    // too long for that list
  }
}

async function readFragment() {
  const packed = /^#code=([\w-]+)$/.exec(location.hash);
  if (!packed) return;
  try {
    await begin(await unpack(packed[1]));
  } catch {
    refuse("This link is damaged: no code can be read from it.");
  }
}

here("examine").onclick = () => examine();
here("copy").onclick = copy;
here("file").onchange = ({ target }) => open(target.files[0]).finally(() => { target.value = ""; });
for (const button of clinic.querySelectorAll("[data-example]")) {
  button.onclick = () => begin(button.nextElementSibling.content.textContent);
}
clinic.addEventListener("dragover", (event) => event.preventDefault());
clinic.addEventListener("drop", (event) => {
  if (!event.dataTransfer.files.length) return;
  event.preventDefault();
  open(event.dataTransfer.files[0]);
}, true);
addEventListener("hashchange", readFragment);

if (location.protocol === "file:") {
  say("A browser lets no page start Python from a folder. Serve the book: python -m http.server --directory _build/html");
  for (const control of clinic.querySelectorAll("button, input")) control.disabled = true;
} else if (history.state?.text) {
  begin(history.state.text, history.state.form);
} else {
  readFragment();
}
