// An editor for Python that shows what was found under the line it is about.

import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { EditorState, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, WidgetType, drawSelection, keymap, lineNumbers } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";

const found = StateEffect.define();

class Card extends WidgetType {
  constructor(finding, draw) {
    super();
    Object.assign(this, { finding, draw });
  }
  eq = (other) => JSON.stringify(other.finding) === JSON.stringify(this.finding);
  toDOM = () => this.draw(this.finding);
  ignoreEvent = () => true; // its links and buttons are for the reader, not for the editor
}

/** The cards, and the lines that they are about: they move with the text until somebody has looked at it again. */
const cards = (draw) => StateField.define({
  create: () => Decoration.none,
  update(shown, change) {
    for (const effect of change.effects) if (effect.is(found)) return decorations(change.state.doc, effect.value, draw);
    return shown.map(change.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

function decorations(doc, findings, draw) {
  const placed = findings.filter(({ line }) => line >= 1 && line <= doc.lines);
  return Decoration.set(placed.flatMap((finding) => {
    const line = doc.line(finding.line);
    return [
      Decoration.line({ class: `clinic-line clinic-${finding.level}` }).range(line.from),
      Decoration.widget({ widget: new Card(finding, draw), block: true, side: 1 }).range(line.to),
    ];
  }), true);
}

/** An editor in `parent`; `draw` makes the element for a finding, `changed` is told after each change by the reader. */
export function editor(parent, { label, draw, changed }) {
  const quiet = StateEffect.define();
  const view = new EditorView({
    parent,
    state: EditorState.create({
      extensions: [
        lineNumbers(), history(), drawSelection(), indentOnInput(), bracketMatching(), python(),
        indentUnit.of("    "), syntaxHighlighting(classHighlighter), EditorView.lineWrapping, cards(draw),
        keymap.of([...defaultKeymap, ...historyKeymap]), // Tab leaves the editor, as everywhere on a page
        EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false", autocapitalize: "off" }),
        EditorView.updateListener.of((update) => {
          const ours = update.transactions.some((one) => one.effects.some((effect) => effect.is(quiet)));
          if (update.docChanged && !ours) changed();
        }),
      ],
    }),
  });
  return {
    get text() { return view.state.doc.toString(); },
    set text(insert) {
      const changes = { from: 0, to: view.state.doc.length, insert };
      view.dispatch({ changes, effects: [quiet.of(null), found.of([])], selection: { anchor: 0 } });
    },
    show: (findings) => view.dispatch({ effects: found.of(findings) }),
    go(number) {
      const { from } = view.state.doc.line(Math.min(number, view.state.doc.lines));
      view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
      view.focus();
    },
  };
}
