import { Decimal } from "../../domain/decimal.ts";
import type { Line } from "../types.ts";
import { squeezed } from "../white-space.ts";

/** What a report says of a table's figures in other places: it helps to place them where blank cells are lost. */
export interface Elsewhere {
  /** Whether the report tells a figure beside a name outside its tables: «基本支出612.50万元». */
  readonly tells: (name: string, figure: string) => boolean;
  /** Whether an earlier table prints a figure for a class below that header. */
  readonly prints: (code: string, header: string, figure: string) => boolean;
  /** Notes what a table prints for a class below a header. */
  readonly note: (code: string, header: string, figure: string) => void;
}

export function elsewhereIn(lines: readonly Line[]): Elsewhere {
  const printed = new Set<string>();
  // 本年收入 of one table is 本年收入合计 of another.
  const key = (code: string, header: string, figure: string): string =>
    `${code}/${header.replace(/(?<=.)合计$/, "")}/${figure.replace(/[,，]/g, "")}`;
  return {
    tells: tellsOf(lines),
    prints: (code, header, figure) => printed.has(key(code, header, figure)),
    note: (code, header, figure) => {
      printed.add(key(code, header, figure));
    },
  };
}

const TEN_THOUSANDTH = Decimal.power(-4);

/** Whether the text says a name and, directly behind it, a figure: «基本支出612.50万元», also where the table is in 元. */
function tellsOf(lines: readonly Line[]): Elsewhere["tells"] {
  let text: string | null = null;
  const known = new Map<string, readonly string[]>();
  return (name, figure) => {
    const printed = figure.replace(/[,，]/g, "");
    if (name.length < 3 || !/^\d+(?:\.\d+)?$/.test(printed)) return false;
    text ??= lines.map((line) => squeezed(line.text)).join("");
    let figures = known.get(name);
    if (figures === undefined) {
      figures = figuresBehind(text, name);
      // 公务用车运行维护费 of a table is 公务用车运行维护支出 of the text.
      if (/.{3}费$/.test(name)) figures = [...figures, ...figuresBehind(text, `${name.slice(0, -1)}支出`)];
      if (/^财政拨款收入/.test(name)) figures = [...figures, ...sumsOfFunds(text)];
      known.set(name, figures);
    }
    const inTenThousands = Decimal.of(printed).times(TEN_THOUSANDTH);
    return figures.some(
      (told) =>
        told === printed ||
        (!/^[0.]+$/.test(told) &&
          (Decimal.of(told).eq(Decimal.of(printed)) ||
            Decimal.of(told).eq(inTenThousands.round(told.split(".")[1]?.length ?? 0)))),
    );
  };
}

/** 财政拨款收入 where the text tells its two funds alone. */
function sumsOfFunds(text: string): readonly string[] {
  const general = figuresBehind(text, "一般公共预算财政拨款收入").slice(0, MOST_SUMS);
  const fund = figuresBehind(text, "政府性基金预算财政拨款收入").slice(0, MOST_SUMS);
  return general.flatMap((one) => fund.map((other) => Decimal.of(one).plus(Decimal.of(other)).toFixed()));
}

const MOST_SUMS = 6;

function figuresBehind(text: string, name: string): readonly string[] {
  const found = new Set<string>();
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length)) {
    const behind = text.slice(at + name.length, at + name.length + 30);
    const number = /^(?:决算|支出|收入|预算|财政|拨款|资金|全年|年初|数|为|是|共计|[:：，,])*(\d[\d,]*(?:\.\d+)?)/.exec(
      behind,
    )?.[1];
    if (number !== undefined) found.add(number.replaceAll(",", ""));
  }
  return [...found];
}
