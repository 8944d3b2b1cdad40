import { choice, id, text } from "../param.ts";

export const auditParams = {
  /** The findings one by one, the sheet of all rules, or what each report discloses. */
  show: choice(["findings", "sheet", "disclosure"], "findings"),
  agency: id(null),
  report: id(null),
  severity: choice(["all", "error", "warning", "rounding", "info"], "all"),
  category: id(null),
  rule: id(null),
  /** Search in messages, rule ids and figures. */
  find: text(200),
  group: choice(["report", "rule", "severity"], "report"),
  /** The finding that is open. */
  finding: id(null),
};
