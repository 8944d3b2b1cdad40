import { said } from "../cases.ts";
import { HELD } from "../check.ts";
import { isClearly, possibleBases, ratioOf, rateCheck, rateRule } from "../families/rates.ts";
import { shareAmount, shareBase } from "../families/shares.ts";
import type { Ledger } from "../ledger.ts";
import { rounded } from "../tolerance.ts";
import type { Check } from "../types.ts";

export const statedShare = rateRule({
  id: "stated-share",
  holds: {
    zh: "文字所述占比等于该项金额除以所称的合计。",
    en: "A stated share is the amount divided by the total it is said to be a share of.",
  },
  inputs: { zh: "占比、该项金额、所占的合计（不为 0）", en: "The share, the amount, and the total (not 0)" },
  checks(ledger) {
    const checks: (Check | null)[] = [];
    for (const share of ledger.find({ measure: "share" })) {
      const amount = shareAmount(ledger, share);
      if (amount !== undefined && amount.unit === "万元") checks.push(best(ledger, share, amount));
    }
    return checks;
  },
  cases: [
    {
      name: "part of a stated total",
      expect: "passed",
      facts: [
        said("expenditure.total", "80.00"),
        said("expenditure.basic", "60.00"),
        said("expenditure.basic", "75.0%", { measure: "share", column_label: "占" }),
      ],
    },
    {
      name: "a share of another total than the one it names",
      expect: "failed",
      facts: [
        said("expenditure.grand_total", "120.00"),
        said("expenditure.total", "90.00"),
        said("expenditure.fiscal", "90.00", { label: "财政拨款支出" }),
        said("expenditure.fiscal", "75.0%", {
          measure: "share",
          label: "财政拨款支出",
          column_label: "占本年支出合计的",
        }),
      ],
      message:
        "情况说明第4行「财政拨款支出」印为 75.0%，按 90.00 ÷ 90.00 复算为 100%；以情况说明第1行「支出总计」120.00 为基数则与所印相符，基数恐有误。",
    },
    {
      name: "cut off instead of rounded",
      expect: "rounding",
      facts: [
        said("three_public.total", "16.20"),
        said("three_public.reception", "1.71"),
        said("three_public.reception", "10.5%", { measure: "share", column_label: "占" }),
      ],
    },
    {
      name: "a base that brackets narrow is not the item in the brackets",
      expect: "not_checkable",
      facts: [
        said("expenditure.basic", "200.00"),
        said(null, "100.00", { label: "涉及四本预算资金" }),
        said(null, "100%", {
          measure: "share",
          label: "涉及四本预算资金",
          column_label: "占四本预算资金（基本支出除外）总额的比例为",
        }),
      ],
    },
    {
      name: "of the general budget's projects, which are not all it spends",
      expect: "not_checkable",
      facts: [
        said("expenditure.general_budget", "200.00"),
        said(null, "100.00", { label: "涉及资金" }),
        said(null, "100%", {
          measure: "share",
          label: "涉及资金",
          column_label: "占一般公共预算项目支出总额的",
        }),
      ],
    },
    {
      name: "of all that is budgeted, not of the general budget's part",
      expect: "passed",
      facts: [
        said("expenditure.fiscal_grand_total", "125.00", { measure: "budget" }),
        said("expenditure.general_budget", "120.00", { measure: "budget" }),
        said("expenditure.function", "100.00", { code: "205", measure: "budget" }),
        said("expenditure.function", "80.00%", { code: "205", measure: "share", column_label: "占支出总预算" }),
      ],
      report: { report_kind: "budget" },
    },
    {
      name: "of the appropriations for 三公, not of all appropriations",
      expect: "passed",
      facts: [
        said("expenditure.total", "900.00"),
        said("three_public.total", "16.00"),
        said("three_public.vehicle", "12.00"),
        said("three_public.vehicle", "75.0%", {
          measure: "share",
          column_label: "占“三公”经费财政拨款支出的",
        }),
      ],
    },
    {
      name: "the total is nowhere stated",
      expect: "not_checkable",
      facts: [
        said("expenditure.basic", "60.00"),
        said("expenditure.basic", "75.0%", { measure: "share", column_label: "占" }),
      ],
    },
  ],
});

type Fact = Parameters<typeof shareBase>[1];

/** Where several totals may be meant, a share is right when it fits one of them. */
function best(ledger: Ledger, share: Fact, amount: Fact): Check | null {
  const { amounts } = shareBase(ledger, share);
  if (amounts.some((total) => isClearly(share, amount, total))) return HELD;
  const tried = amounts.flatMap((total) => {
    const ratio = ratioOf(share, amount, total);
    const check = rateCheck(ratio);
    return check === null ? [] : [{ check, ratio, total }];
  });
  const fitting =
    tried.find(({ check }) => check.verdict === "passed") ?? tried.find(({ check }) => check.verdict === "rounding");
  if (fitting !== undefined) return fitting.check;
  const [first] = tried;
  if (first === undefined) return null;
  // Only for what fails is the base looked for that was really used.
  const numerator = rounded(amount);
  return rateCheck(first.ratio, () =>
    possibleBases(ledger, share, [amount, first.total]).map((fact) => ({
      fact,
      numerator,
      denominator: rounded(fact),
    })),
  );
}
