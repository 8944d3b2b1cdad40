/** A page of the workspace: statements, or a notebook. Kept on this device. */
export interface Tab {
  readonly id: string;
  /** Given by the reader; empty: named after its text. */
  readonly name: string;
  readonly kind: "query" | "notebook";
  readonly text: string;
  /** What is filled in for `$name`. */
  readonly params: Readonly<Record<string, string>>;
  /** How the result is drawn, as in the address; empty: as a table. */
  readonly chart: Readonly<Record<string, string>>;
}

export interface KeptTabs {
  readonly tabs: readonly Tab[];
  readonly active: string;
}

const NONE: KeptTabs = { tabs: [], active: "" };

const isText = (value: unknown): value is string => typeof value === "string";

function isRecord(value: unknown): value is Readonly<Record<string, string>> {
  return typeof value === "object" && value !== null && Object.values(value).every(isText);
}

function isTab(value: unknown): value is Tab {
  if (typeof value !== "object" || value === null) return false;
  const { id, name, kind, text, params, chart } = value as Readonly<Record<string, unknown>>;
  return (
    [id, name, text].every(isText) && (kind === "query" || kind === "notebook") && isRecord(params) && isRecord(chart)
  );
}

/** What was kept on the device, checked; no tabs for anything else. */
export function checkTabs(stored: unknown): KeptTabs {
  if (typeof stored !== "object" || stored === null) return NONE;
  const { tabs, active } = stored as Readonly<Record<string, unknown>>;
  if (!Array.isArray(tabs) || !isText(active)) return NONE;
  return { tabs: tabs.filter(isTab), active };
}

/** The name of a query: the reader's, else its first comment; null for none, since a piece of SQL is no name. */
export function queryTitle(tab: Tab): string | null {
  if (tab.name !== "") return tab.name;
  const first = tab.text.split("\n").find((line) => line.trim() !== "");
  return /^\s*--\s*(?!%%)(\S.*)$/.exec(first ?? "")?.[1]?.trim() ?? null;
}

const LONGEST = 22;

/** What stands on a tab: its name, else its first comment or first words; null when it is empty. */
export function tabTitle(tab: Tab): string | null {
  if (tab.name !== "") return tab.name;
  const line = tab.text
    .split("\n")
    .map((each) =>
      each
        .replace(/^-- %%.*$/, "")
        .replace(/^\s*(?:--|#)\s*#*\s*/, "")
        .trim(),
    )
    .find((each) => each !== "");
  if (line === undefined) return null;
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

/** An id that no other tab or query on this device has. Works without https, where `randomUUID` does not. */
export function newId(): string {
  return [...crypto.getRandomValues(new Uint32Array(3))].map((part) => part.toString(36)).join("");
}
