import type { Param } from "./param.ts";

/** On which data a link was made: enough to say later what differs. */
export interface DataStamp {
  /** The first characters of the data's fingerprint. */
  readonly fingerprint: string;
  /** Number of reports then. */
  readonly reports: number;
  /** Digest by report_id, of the reports that the screen showed. */
  readonly digests: Readonly<Record<string, string>>;
}

/** So many characters of a fingerprint, or of a report's digest, tell two apart. */
const STAMP_LENGTH = 12;
const DIGEST_LENGTH = 6;
/** Reports a link names at most: it has to fit into a message. */
export const MOST_STAMPED = 40;

const FORM = /^([0-9a-f]{6,64})\.(\d{1,7})((?:~[\p{L}\p{N}_.-]{1,80}:[0-9a-f]{4,64}){0,60})$/u;

/** `e67253ea6b29.5~zhuzhou-2020-final:a1b2c3~…`; null where the address names no data. */
export function dataStamp(): Param<DataStamp | null> {
  return {
    parse: (text) => {
      const found = FORM.exec(text);
      if (found === null) return undefined;
      const pairs = (found[3] ?? "").split("~").filter((part) => part !== "");
      return {
        fingerprint: found[1] ?? "",
        reports: Number(found[2]),
        digests: Object.fromEntries(pairs.map((pair) => pair.split(":") as [string, string])), // FORM has one colon in each
      };
    },
    print: (value) =>
      value === null
        ? ""
        : `${value.fingerprint.slice(0, STAMP_LENGTH)}.${String(value.reports)}${Object.entries(value.digests)
            .slice(0, MOST_STAMPED)
            .map(([report, digest]) => `~${report}:${digest.slice(0, DIGEST_LENGTH)}`)
            .join("")}`,
    fallback: null,
  };
}

/** What differs between the data a link was made on and the data here. */
export interface DataChange {
  readonly then: number;
  readonly now: number;
  /** report_ids that the link showed and that are not here. */
  readonly removed: readonly string[];
  /** report_ids whose figures are others now. */
  readonly changed: readonly string[];
  /** report_ids here that the link did not know; empty where it did not name all of its reports. */
  readonly added: readonly string[];
}

/** @param digests of the reports here that the stamp names. */
export function dataChange(
  stamp: DataStamp,
  here: readonly string[],
  digests: ReadonlyMap<string, string>,
): DataChange {
  const known = new Set(here);
  const named = Object.keys(stamp.digests);
  const namedAll = named.length === stamp.reports;
  return {
    then: stamp.reports,
    now: here.length,
    removed: named.filter((report) => !known.has(report)),
    changed: named.filter((report) => {
      const digest = digests.get(report);
      return digest !== undefined && !digest.startsWith(stamp.digests[report] ?? "");
    }),
    added: namedAll ? here.filter((report) => !(report in stamp.digests)) : [],
  };
}
