/**
 * The kinds of presence and absence (DOMAIN.md §5.1). They differ in data, SQL, charts, exports
 * and for a screen reader; none of them is ever shown as an empty cell or as 0.
 */
export const STATUSES = [
  { id: "ok", zh: "已披露", en: "Disclosed" },
  { id: "stated_zero", zh: "披露为零", en: "Stated zero" },
  { id: "empty_table_declared", zh: "空表（已声明）", en: "Empty table, declared" },
  { id: "undisclosed", zh: "未披露", en: "Not disclosed" },
  { id: "not_applicable", zh: "不适用", en: "Not applicable" },
  { id: "borrowed", zh: "口径借用", en: "Borrowed input" },
  { id: "assumed", zh: "用户假设", en: "Reader’s assumption" },
  { id: "undefined", zh: "不可算", en: "Not computable" },
  { id: "unclear_basis", zh: "口径不明", en: "Unclear base" },
  { id: "contradicted", zh: "存疑", en: "Contradicted" },
] as const;

export type StatusId = (typeof STATUSES)[number]["id"];

/** Which way a borrowed or doubtful input makes the value err: `down` = the value is probably too low. */
export type Bias = "up" | "down" | "unknown";
export type Basis = "reported" | "comparable";
/** The three selectable headcounts of a per-staff figure. */
export type Denominator = "in_service" | "in_service_plus_temporary" | "establishment";
