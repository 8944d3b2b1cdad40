import type { FactRow } from "../../domain/records.ts";
import { cell, said } from "../cases.ts";
import { HELD } from "../check.ts";
import { SUM_MESSAGE } from "../families/footing.ts";
import { groupBy } from "../group-by.ts";
import { identity } from "../identity.ts";
import { isAtMost } from "../tolerance.ts";
import type { Check, Rule } from "../types.ts";

const AMOUNTS = ["final", "budget", "initial_budget", "adjusted_budget"] as const;

export const receptionParts: Rule = {
  id: "reception-parts",
  category: "footing",
  severity: "error",
  holds: {
    zh: "公务接待费等于国内接待费与国（境）外接待费之和；只列国内接待费的，不大于公务接待费。",
    en: "Reception is domestic plus foreign reception; domestic reception alone does not exceed it.",
  },
  inputs: { zh: "公务接待费及国内（国外）接待费", en: "Reception, and domestic (and foreign) reception" },
  message: SUM_MESSAGE,
  check(ledger): readonly Check[] {
    const domestic = ledger.find({ item: "three_public.reception_domestic", measure: AMOUNTS, code: null });
    if (domestic.length === 0) return [];
    const others = groupBy(
      ledger.find({ item: ["three_public.reception", "three_public.reception_foreign"], measure: AMOUNTS, code: null }),
      placeOf,
    );
    return [...groupBy(domestic, placeOf)].flatMap(([place, [part]]) => {
      const total = others.get(place)?.find(({ item }) => item === "three_public.reception");
      // «国内接待费40万元。其中：外事接待费12万元» receives foreigners at home.
      const foreign = others
        .get(place)
        ?.find(({ item, label }) => item === "three_public.reception_foreign" && !label.includes("外事"));
      if (part === undefined || total === undefined) return [];
      if (foreign === undefined && isAtMost(part, total)) return [HELD];
      return [identity({ left: [total], right: foreign === undefined ? [part] : [part, foreign] })];
    });
  },
  cases: [
    { name: "domestic and foreign make it", expect: "passed", facts: table("2.13", "1.93") },
    {
      name: "they do not",
      expect: "failed",
      facts: table("2.13", "1.63"),
      message:
        "《“三公”经费支出表》第1行「公务接待费」印为 2.13万元，而其组成部分之和为 1.83万元，相差 0.30万元：1.63（第2行） + 0.20（第3行）。",
    },
    { name: "a hundredth is rounding", expect: "rounding", facts: table("2.14", "1.93") },
    {
      name: "domestic reception alone may be less",
      expect: "passed",
      facts: [said("three_public.reception", "0.44"), said("three_public.reception_domestic", "0.37")],
    },
    {
      name: "domestic reception alone is no more",
      expect: "failed",
      facts: [said("three_public.reception", "0.37"), said("three_public.reception_domestic", "0.67")],
    },
    {
      name: "foreigners received at home are part of domestic reception",
      expect: "passed",
      facts: [
        said("three_public.reception", "1.00"),
        said("three_public.reception_domestic", "0.40"),
        said("three_public.reception_foreign", "0.12", { label: "外事接待费" }),
      ],
    },
    { name: "no kinds are told", expect: "not_checkable", facts: [said("three_public.reception", "0.44")] },
  ],
};

/** A table of its own, or the text. */
function placeOf({ origin, statement, measure, fiscal_year }: FactRow): string {
  return `${origin === "table" ? statement : ""}|${measure}|${fiscal_year}`;
}

function table(all: string, domestic: string) {
  return [
    cell("three_public", "three_public.reception", all),
    cell("three_public", "three_public.reception_domestic", domestic),
    cell("three_public", "three_public.reception_foreign", "0.20"),
  ];
}
