import type { FactRow } from "../../domain/records.ts";
import { groupBy } from "../group-by.ts";
import type { Ledger } from "../ledger.ts";
import { projectName } from "./nearby.ts";

/** Projects with their indicators, as a table or a paragraph of self-evaluation tells them. */
export interface EvaluatedProject {
  readonly name: string;
  /** Figures of the project itself: amounts, execution rate, score. */
  readonly own: readonly FactRow[];
  readonly indicators: readonly FactRow[];
}

export function projectsOf(ledger: Ledger, origin: "table" | "text"): readonly EvaluatedProject[] {
  return ledger.derived(origin === "table" ? ofTables : ofText);
}

const ofTables = (ledger: Ledger) => evaluated(ledger, "table");
const ofText = (ledger: Ledger) => evaluated(ledger, "text");

function evaluated(ledger: Ledger, origin: "table" | "text"): EvaluatedProject[] {
  const isThere = (fact: FactRow) => (fact.origin === "table") === (origin === "table");
  const own = ledger.find({ item: "project" }).filter((fact) => isThere(fact) && fact.parent_label === null);
  if (own.length === 0) return [];
  const indicators = groupBy(ledger.find({ item: "project.indicator" }).filter(isThere), (fact) =>
    projectName(fact.parent_label ?? ""),
  );
  return [...groupBy(own, (fact) => projectName(fact.label))].map(([name, figures]) => ({
    name,
    own: figures,
    indicators: indicators.get(name) ?? [],
  }));
}

/** The total that a form prints below its rows, in an annex as in a table. */
export const isFormTotal = ({ measure, column_label }: FactRow): boolean =>
  measure === "score" && /^(?:总分|合计|总计|总得分|得分合计)$/.test(column_label);

/** Two printings of one project: «运行费专项» of a table is «运行费» of the text. */
export function sameProject(left: string, right: string): boolean {
  return left === right || (left.length >= 4 && right.includes(left)) || (right.length >= 4 && left.includes(right));
}
