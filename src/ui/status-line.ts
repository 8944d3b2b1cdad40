import type { Bias, StatusId } from "../domain/status.ts";
import type { Locale } from "../i18n/locale.ts";
import { biasText, noteBeside, statusName } from "./status-text.ts";

/** All that a mark says, in one line: «口径借用：人数取自 2021 预算，可能偏低». */
export function statusLine(status: StatusId, note: string | null, bias: Bias | null, locale: Locale): string {
  const name = statusName(status, locale);
  const beside = noteBeside(name, note) ?? "";
  const said = beside === "" ? name : `${name}${locale === "zh" ? "：" : ": "}${beside}`;
  return bias === null ? said : `${said}${locale === "zh" ? "，" : ", "}${biasText(bias)}`;
}
