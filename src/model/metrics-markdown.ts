import { METRIC_GROUPS, METRICS } from "./metrics/index.ts";
import type { InputRef, Metric } from "./metrics/index.ts";

const POLARITIES: Record<Metric["polarity"], string> = {
  higher_is_dearer: "越高越贵 higher is dearer",
  both_ends: "两端都值得看 both ends deserve a look",
  neutral: "中性 neutral",
};

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");
const figure = ({ item, code, measure }: InputRef): string =>
  `${item}${code === undefined ? "" : `[${code}]`}.${measure}`;

/** The figures a metric reads: the first way, and how many others there are. */
function inputs(metric: Metric): string {
  const [first, ...others] = metric.ways;
  if (first === undefined) return "";
  const below = metric.perStaff
    ? " ÷ headcount"
    : first.denominator === undefined
      ? ""
      : ` ÷ \`${figure(first.denominator)}\``;
  const more = others.length === 0 ? "" : ` (+${others.length})`;
  return `\`${figure(first.numerator)}\`${below}${more}`;
}

function row(metric: Metric): string {
  const cells = [
    `\`${metric.id}\``,
    `${metric.zh}<br>${metric.en}`,
    metric.unit,
    `\`${metric.formula}\``,
    inputs(metric),
    POLARITIES[metric.polarity],
    `${metric.caveatZh}<br>${metric.caveatEn}`,
  ];
  return `| ${cells.map(cell).join(" | ")} |`;
}

/** METRICS.md: the dictionary for people, generated from the metrics themselves. */
export function metricsMarkdown(): string {
  const sections = METRIC_GROUPS.flatMap((group) => [
    `## ${group.zh} · ${group.en}`,
    "",
    "| 指标 metric | 名称 name | 单位 unit | 公式 formula | 取数 inputs | 方向 polarity | 注意 caveat |",
    "| --- | --- | --- | --- | --- | --- | --- |",
    ...METRICS.filter((metric) => metric.group === group.id).map(row),
    "",
  ]);
  return [
    "# 指标词典 · Metric dictionary",
    "",
    `${METRICS.length} 个指标，由 \`npm run docs\` 依指标目录生成，勿手工修改。${METRICS.length} metrics, generated from the dictionary by \`npm run docs\`; do not edit.`,
    "",
    "每个指标有两种口径：全口径（reported）与可比口径（comparable，剔除过手资金）。人均指标有三种分母：在职、在职＋编外、编制。「取数」列出首选的取数方式，括号内为其余方式的个数；分子与分母总出自同一方式。Each metric has two bases, as reported and comparable (pass-through money taken out); per-staff metrics have three headcounts. «inputs» shows the preferred way and how many others there are; numerator and denominator always come from the same one.",
    "",
    ...sections,
  ].join("\n");
}
