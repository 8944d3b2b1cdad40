import type { StatusId } from "../domain/status.ts";

/** How the dot of a status is drawn: told apart by form, so that colour is never the only sign. */
export interface StatusMark {
  /** Outlined instead of filled. */
  hollow: boolean;
  /** Outline broken into dashes. */
  dashed: boolean;
  /** Sign inside the ring. */
  sign: string | null;
}

/**
 * The dot of each status, in the forms that styles/palette.ts gives the status marks: a disc as
 * disclosed, a ring where an input is borrowed, a broken ring where the reader assumed it, a
 * hatched ring where a finding touches an input, a question where the base is unclear.
 */
export function statusMark(status: StatusId): StatusMark {
  switch (status) {
    case "borrowed":
      return { hollow: true, dashed: false, sign: null };
    case "assumed":
      return { hollow: true, dashed: true, sign: null };
    case "contradicted":
      return { hollow: true, dashed: false, sign: "//" };
    case "unclear_basis":
      return { hollow: true, dashed: false, sign: "?" };
    default:
      return { hollow: false, dashed: false, sign: null };
  }
}
