import { similarTo } from "../../compare/index.ts";
import type { SimilarAgency } from "../../compare/index.ts";
import { agencySizes } from "../../model/queries/index.ts";
import type { AgencySizesRow, ReportsRow } from "../../model/queries/index.ts";
import type { AppState } from "../../state/app.svelte.ts";
import { followQuery } from "../../state/query.svelte.ts";
import type { QueryState } from "../../state/query.svelte.ts";
import type { Choice } from "./choice.ts";
import { likenesses } from "./peer-filter.ts";
import { grouped } from "./value-rows.ts";

/** What the agencies are made of. */
interface Source {
  readonly engine: AppState["engine"];
  readonly reports: () => readonly ReportsRow[];
  readonly choice: () => Choice;
  /** Years that reports of the kind on show are about. */
  readonly years: () => ReadonlySet<number>;
  /** Whether agencies are chosen by their size. */
  readonly bySize: () => boolean;
}

/** The agencies that there are to compare, their years, and which are alike. */
export class ComparedAgencies {
  readonly #source: Source;
  /** Asked for when agencies are chosen by their size, or others like one are looked for. */
  readonly sizes: QueryState<object, AgencySizesRow>;
  looksForSimilar = $state(false);

  /** In the order of the data, each by its first report. */
  readonly all: readonly ReportsRow[] = $derived.by(() =>
    [...grouped(this.#source.reports(), (row) => row.agency_id).values()].flatMap(([first]) => first ?? []),
  );

  /** Years that reports of the kind on show are about, latest first. */
  readonly years: readonly number[] = $derived.by(() => [...this.#source.years()].toSorted((a, b) => b - a));

  /** Must be made in a component or an effect root: it asks for sizes when they are wanted. */
  constructor(source: Source) {
    this.#source = source;
    this.sizes = followQuery(source.engine, agencySizes, () => (source.bySize() || this.looksForSimilar ? {} : null));
  }

  /** The agencies most like one, with reasons; empty until their sizes are known. */
  similar(agencyId: string, most: number): SimilarAgency[] {
    if (this.sizes.result.status !== "ready") return [];
    const all = likenesses(this.all, this.sizes.rows, this.#source.choice());
    const own = all.find((each) => each.agency_id === agencyId);
    return own === undefined ? [] : similarTo(own, all, most);
  }
}
