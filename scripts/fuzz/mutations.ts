import fc from "fast-check";

/** One change of a text; `at` and `to` are taken modulo what there is. */
interface Mutation {
  readonly kind:
    | "delete_lines"
    | "repeat_lines"
    | "swap_lines"
    | "join_lines"
    | "split_line"
    | "delete_cell"
    | "repeat_cell"
    | "swap_cells"
    | "widen"
    | "blanks_for_tabs"
    | "noise"
    | "truncate"
    | "behead";
  readonly at: number;
  readonly to: number;
  readonly count: number;
  readonly noise: string;
}

const NOISE = [
  ..."0123456789.,-—()（）%％，。；：、\t \u3000|<>*#[]“”XX×\u200b\ufeff\u0000\ud83d",
  "万元",
  "亿元",
  "其中：",
  "合计",
  "主要原因是",
  "第二部分",
  "单位：元",
  "2019年",
  "指标1",
  "（类）",
  "1,234.56",
  "１２３",
  "<td>",
];

const MUTATION: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom(
    "delete_lines",
    "repeat_lines",
    "swap_lines",
    "join_lines",
    "split_line",
    "delete_cell",
    "repeat_cell",
    "swap_cells",
    "widen",
    "blanks_for_tabs",
    "noise",
    "noise",
    "truncate",
    "behead",
  ),
  at: fc.nat(),
  to: fc.nat(),
  count: fc.integer({ min: 1, max: 12 }),
  noise: fc.array(fc.constantFrom(...NOISE), { maxLength: 12 }).map((pieces) => pieces.join("")),
});

function withCells(line: string, change: (cells: string[]) => void): string {
  const cells = line.split("\t");
  change(cells);
  return cells.join("\t");
}

/** Changes the lines in place. */
function apply(lines: string[], { kind, at, to, count, noise }: Mutation): void {
  if (lines.length === 0) return;
  const here = at % lines.length;
  const there = to % lines.length;
  const line = lines[here] ?? "";
  const cells = line.split("\t").length;
  switch (kind) {
    case "delete_lines":
      lines.splice(here, count);
      break;
    case "repeat_lines":
      lines.splice(there, 0, ...lines.slice(here, here + count));
      break;
    case "swap_lines":
      [lines[here], lines[there]] = [lines[there] ?? "", line];
      break;
    case "join_lines":
      lines.splice(here, count, lines.slice(here, here + count).join(count % 2 === 0 ? "\t" : ""));
      break;
    case "split_line":
      lines.splice(here, 1, line.slice(0, to % (line.length + 1)), line.slice(to % (line.length + 1)));
      break;
    case "delete_cell":
      lines[here] = withCells(line, (all) => all.splice(to % cells, count));
      break;
    case "repeat_cell":
      lines[here] = withCells(line, (all) => all.splice(to % cells, 0, ...all.slice(to % cells, (to % cells) + count)));
      break;
    case "swap_cells":
      lines[here] = withCells(line, (all) => all.reverse());
      break;
    case "widen":
      for (let index = here; index < Math.min(lines.length, here + count); index += 1) {
        lines[index] = withCells(lines[index] ?? "", (all) =>
          all.splice(to % (all.length + 1), 0, noise.replaceAll("\t", "")),
        );
      }
      break;
    case "blanks_for_tabs":
      for (let index = here; index < Math.min(lines.length, here + 4 * count); index += 1) {
        lines[index] = (lines[index] ?? "").replaceAll("\t", " ".repeat(1 + (to % 6)));
      }
      break;
    case "noise":
      lines[here] = line.slice(0, to % (line.length + 1)) + noise + line.slice(to % (line.length + 1));
      break;
    case "truncate":
      // Seldom much: what is cut off cannot go wrong.
      lines.splice(Math.max(1, lines.length - (to % 200)));
      break;
    case "behead":
      lines.splice(0, to % 8);
      break;
  }
}

/** Title and contents, so that most mutations are still reports. */
const HEAD_LINES = 14;

/**
 * Mutated reports: lines and cells deleted, repeated, swapped, joined and split, columns added, noise
 * put in, ends cut off.
 *
 * @param window lines of the source that a report keeps behind its head; null for all of them.
 */
export function mutatedReports(sources: readonly string[], window: number | null): fc.Arbitrary<string> {
  const lines = sources.map((source) => source.split(/\r\n|\r|\n/));
  return fc
    .record({
      source: fc.nat({ max: Math.max(0, sources.length - 1) }),
      from: fc.nat(),
      mutations: fc.array(MUTATION, { maxLength: 14 }),
    })
    .map(({ source, from, mutations }) => {
      const all = lines[source] ?? [];
      const start = from % Math.max(1, all.length);
      const text =
        window === null
          ? [...all]
          : [...all.slice(0, HEAD_LINES), ...all.slice(Math.max(HEAD_LINES, start), start + window)];
      for (const mutation of mutations) apply(text, mutation);
      return text.join("\n");
    });
}
