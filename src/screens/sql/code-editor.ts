import {
  acceptCompletion,
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  closeCompletion,
  completionKeymap,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentLess, indentMore } from "@codemirror/commands";
import { PostgreSQL, SQLDialect, sql } from "@codemirror/lang-sql";
import { HighlightStyle, bracketMatching, syntaxHighlighting } from "@codemirror/language";
import { lintKeymap, setDiagnostics } from "@codemirror/lint";
import { Compartment, EditorState, Prec } from "@codemirror/state";
import type { Extension } from "@codemirror/state";
import {
  EditorView,
  drawSelection,
  highlightActiveLine,
  hoverTooltip,
  keymap,
  lineNumbers,
  placeholder,
} from "@codemirror/view";
import { tags } from "@lezer/highlight";
import type { Locale } from "../../i18n/locale.ts";
import { columnSource, namespaceOf, valueSource } from "./completion.ts";
import { meaningsAt } from "./meanings.ts";
import type { SchemaEntry } from "./schema.ts";

/** What depends on the language of the page. */
export interface EditorWords {
  readonly locale: Locale;
  /** The editor's name for screen readers. */
  readonly label: string;
  readonly placeholder: string;
  /** Id of the text that says how to use it and how to leave it by keyboard. */
  readonly describedBy: string;
}

export interface EditorEvents {
  readonly onchange: (text: string) => void;
  readonly onselect: (from: number, to: number) => void;
  readonly onrun: () => void;
  readonly onrunall: () => void;
  readonly onformat: () => void;
}

export interface CodeEditor {
  setText(text: string): void;
  /** Language of the page, and the tables there are. */
  configure(words: EditorWords, schema: readonly SchemaEntry[]): void;
  /** Replaces all text as one step that can be undone. */
  replaceText(text: string): void;
  /** Underlines the word at a character and says why; null clears. */
  setError(error: { readonly at: number; readonly message: string } | null): void;
  /** Puts text in place of the selection, with a space before it where it would touch a word. */
  insert(text: string): void;
  focus(): void;
  destroy(): void;
}

const DUCKDB = SQLDialect.define({
  ...PostgreSQL.spec,
  keywords: `${PostgreSQL.spec.keywords ?? ""} qualify exclude pivot unpivot positional asof semi anti summarize describe columns sample`,
  doubleDollarQuotedStrings: true,
});

const COLOURS = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--accent)", fontWeight: "600" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--good)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--caution)" },
  { tag: [tags.lineComment, tags.blockComment], color: "var(--text-faint)", fontStyle: "italic" },
  { tag: tags.typeName, color: "var(--accent)" },
]);

const THEME = EditorView.theme({
  "&": { backgroundColor: "var(--ground)", color: "var(--text)", fontSize: "var(--size-body)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--font-code)", lineHeight: "1.6", maxHeight: "46vh" },
  ".cm-content, .cm-gutter": { minHeight: "168px" },
  ".cm-content": { caretColor: "var(--text)", padding: "var(--s2) 0" },
  ".cm-cursor": { borderLeftColor: "var(--text)" },
  ".cm-gutters": {
    backgroundColor: "var(--ground-quiet)",
    color: "var(--text-faint)",
    borderRight: "1px solid var(--rule)",
  },
  ".cm-activeLine": { backgroundColor: "transparent" },
  "&.cm-focused .cm-activeLine": { backgroundColor: "color-mix(in srgb, var(--accent-ground) 45%, transparent)" },
  ".cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground": {
    backgroundColor: "var(--highlight)",
  },
  ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": {
    backgroundColor: "var(--accent-ground)",
    outline: "1px solid var(--accent)",
  },
  ".cm-placeholder": { color: "var(--text-faint)" },
  ".cm-tooltip": {
    backgroundColor: "var(--ground-raised)",
    color: "var(--text)",
    border: "1px solid var(--control-rule)",
    borderRadius: "var(--radius)",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--font-code)", maxHeight: "18em" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "2px 8px" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--accent-ground)", color: "var(--text)" },
  ".cm-completionDetail": { color: "var(--text-quiet)", fontStyle: "normal", fontFamily: "var(--font)" },
  ".cm-completionMatchedText": { textDecoration: "none", color: "var(--accent)" },
  ".cm-meaning": { padding: "4px 8px", maxWidth: "32em", fontSize: "var(--size-small)" },
  ".cm-meaning span": { color: "var(--text-quiet)" },
  ".cm-lintRange-error": {
    backgroundImage: "none",
    textDecoration: "underline wavy var(--bad) 1.5px",
    textUnderlineOffset: "4px",
  },
  ".cm-diagnostic-error": { borderLeftColor: "var(--bad)", whiteSpace: "pre-wrap", fontFamily: "var(--font-code)" },
});

/** Words of the library itself that a reader or a screen reader meets. */
const PHRASES = {
  "No diagnostics": "没有错误",
  Diagnostics: "错误",
  Completions: "补全",
  "Selection deleted": "已删除所选",
  "current match": "当前匹配",
  "Control character": "控制字符",
} as const;

function wordsExtension(words: EditorWords, schema: readonly SchemaEntry[]): Extension {
  return [
    sql({ dialect: DUCKDB, schema: namespaceOf(schema, words.locale) }),
    DUCKDB.language.data.of({ autocomplete: columnSource(schema, words.locale) }),
    DUCKDB.language.data.of({ autocomplete: valueSource(words.locale) }),
    hoverTooltip(
      (view, at) => {
        const found = meaningsAt(view.state.doc.toString(), at, schema, words.locale);
        if (found === null) return null;
        return {
          pos: found.from,
          end: found.to,
          above: true,
          create: () => {
            const dom = document.createElement("div");
            dom.className = "cm-meaning";
            for (const { name, meaning, detail } of found.meanings) {
              const line = document.createElement("div");
              const code = document.createElement("code");
              code.textContent = name;
              const rest = document.createElement("span");
              rest.textContent = [meaning, detail].filter((part) => part !== "").join(" · ");
              line.append(code, " ", rest);
              dom.append(line);
            }
            return { dom };
          },
        };
      },
      { hoverTime: 250 },
    ),
    placeholder(words.placeholder),
    EditorView.contentAttributes.of({ "aria-label": words.label, "aria-describedby": words.describedBy }),
    EditorState.phrases.of(words.locale === "zh" ? PHRASES : {}),
  ];
}

/** The end of the word at a character; one character further where there is none. */
function wordEnd(text: string, at: number): number {
  const word = /^[\p{L}\p{N}_]+/u.exec(text.slice(at));
  return Math.min(text.length, at + Math.max(1, word?.[0].length ?? 0));
}

/** A SQL editor in `parent`, holding `text`. Destroy it when the parent goes. */
export function createCodeEditor(
  parent: HTMLElement,
  text: string,
  schema: readonly SchemaEntry[],
  words: EditorWords,
  events: EditorEvents,
): CodeEditor {
  const language = new Compartment();
  const told =
    (event: () => void) =>
    (target: EditorView): boolean => {
      closeCompletion(target);
      event();
      return true;
    };
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        Prec.highest(
          keymap.of([
            { key: "Mod-Enter", run: told(events.onrun), shift: told(events.onrunall), preventDefault: true },
            { key: "Shift-Alt-f", run: told(events.onformat), preventDefault: true },
          ]),
        ),
        keymap.of([
          // Tab takes the completion offered, else indents; Escape lets the next Tab leave the editor.
          { key: "Tab", run: (target) => acceptCompletion(target) || indentMore(target), shift: indentLess },
          ...closeBracketsKeymap,
          ...completionKeymap,
          ...lintKeymap,
          ...historyKeymap,
          ...defaultKeymap,
        ]),
        lineNumbers(),
        history(),
        drawSelection(),
        highlightActiveLine(),
        bracketMatching(),
        closeBrackets(),
        // No pause before the list: it is there with the letter.
        autocompletion({ closeOnBlur: true, icons: false, activateOnTyping: true, activateOnTypingDelay: 0 }),
        syntaxHighlighting(COLOURS),
        EditorView.lineWrapping,
        THEME,
        language.of(wordsExtension(words, schema)),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) events.onchange(update.state.doc.toString());
          if (update.docChanged || update.selectionSet) {
            const { from, to } = update.state.selection.main;
            events.onselect(from, to);
          }
        }),
      ],
    }),
  });
  return {
    setText(next) {
      const length = view.state.doc.length;
      if (next === view.state.doc.toString()) return;
      view.dispatch({ changes: { from: 0, to: length, insert: next }, selection: { anchor: next.length } });
    },
    configure(nextWords, nextSchema) {
      view.dispatch({ effects: language.reconfigure(wordsExtension(nextWords, nextSchema)) });
    },
    replaceText(next) {
      const { head } = view.state.selection.main;
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: next },
        selection: { anchor: Math.min(head, next.length) },
      });
    },
    setError(error) {
      const doc = view.state.doc.toString();
      if (error === null || error.at > doc.length || doc === "") {
        view.dispatch(setDiagnostics(view.state, []));
        return;
      }
      // An error at the very end of the text is shown at its last character.
      const from = Math.min(error.at, doc.length - 1);
      const to = wordEnd(doc, from);
      view.dispatch(setDiagnostics(view.state, [{ from, to, severity: "error", message: error.message }]));
    },
    insert(word) {
      const { from, to } = view.state.selection.main;
      const before = view.state.sliceDoc(Math.max(0, from - 1), from);
      const insert = /[\w"']/.test(before) ? ` ${word}` : word;
      view.dispatch({ changes: { from, to, insert }, selection: { anchor: from + insert.length } });
      view.focus();
    },
    focus() {
      view.focus();
    },
    destroy() {
      view.destroy();
    },
  };
}
