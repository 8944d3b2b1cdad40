import { TABLES, VIEWS } from "../../model/index.ts";
import type { AppState } from "../../state/app.svelte.ts";
import { DeviceStore } from "../../state/device-store.ts";
import { DeviceFileStore } from "../../state/file-store.ts";
import { outliving } from "../../state/outliving.svelte.ts";
import { OwnTables } from "../../state/own-tables.svelte.ts";
import { ReaderTables } from "../../state/reader-tables.svelte.ts";
import { StatementRun } from "../../state/statement-run.svelte.ts";
import { Library } from "./library.svelte.ts";
import { SqlWorkspace } from "./workspace.svelte.ts";

/** Everything on the reader's desk. It outlives the screen: results are still there after a look at the source. */
export interface Desk {
  readonly workspace: SqlWorkspace;
  readonly library: Library;
  readonly files: OwnTables;
  /** What the reader's database holds beside the model. */
  readonly tables: ReaderTables;
}

const DESKS = new WeakMap<AppState, Desk>();

/** Statements after which there may be other tables than before. */
const CHANGES = /\b(?:create|drop|alter|replace|attach|detach|import)\b/i;

/** The desk of an app; null where there is no engine for a reader's statements. */
export function deskOf(app: AppState): Desk | null {
  const { reader } = app;
  if (reader === null) return null;
  const desk = DESKS.get(app) ?? outliving(() => newDesk(app, reader));
  DESKS.set(app, desk);
  return desk;
}

function newDesk(app: AppState, reader: NonNullable<AppState["reader"]>): Desk {
  const kept = (name: string): DeviceStore => new DeviceStore(app.storage, name);
  const library = new Library({ history: kept("sql-history"), saved: kept("sql-saved") }, () =>
    new Date().toISOString(),
  );
  const names = new Set([...TABLES, ...VIEWS].map(({ name }) => name));
  const files = new OwnTables(reader, new DeviceFileStore(), names);
  const tables = new ReaderTables(reader, names);
  const newRun = (): StatementRun =>
    new StatementRun({
      engine: reader,
      onstart: () => files.settled(),
      onrestart: () => files.reinstate(),
      onend: (result) => {
        library.note(result);
        const isChange = result.status !== "idle" && CHANGES.test(result.statement.text);
        const isNew = (result.status === "failed" || result.status === "cancelled") && result.restarted;
        if (isChange || isNew) void tables.refresh();
      },
    });
  const workspace = new SqlWorkspace({
    url: app.url,
    store: kept("sql-tabs"),
    newRun,
    isKnown: (text) => library.knows(text),
  });
  return { workspace, library, files, tables };
}
