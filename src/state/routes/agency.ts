import { id } from "../param.ts";
import { basis, denominator } from "./reading.ts";

export const agencyParams = {
  /** null: the first agency of the data. */
  agency: id(null),
  /** The report shown; null: the latest final account. */
  report: id(null),
  basis,
  denominator,
};
