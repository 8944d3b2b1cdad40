export type { AgencyDirectory, KnownAgency } from "./agency.ts";
export { hashedSlug } from "./agency.ts";
export type { RefusedFact } from "./emit.ts";
export { ReportError } from "./error.ts";
export type { Report } from "./read-report.ts";
export { readReport } from "./read-report.ts";
export type { EmptyTable } from "./tables/index.ts";
export type { Line, Outline, Part, PartKind, ReportText } from "./types.ts";
