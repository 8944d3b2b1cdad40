/** Facts about the data that the build knows: see scripts/site/build-info.ts, which writes them. */
declare module "virtual:build-info" {
  /** Version of the program. */
  export const version: string;
  /** Fingerprint of the data (manifest.json) and how much it holds. */
  export const data: { readonly fingerprint: string; readonly agencies: number; readonly reports: number };
  /** The prepared answers that were shipped: file → keys, the `PreparedFiles` of engine/prepared-key.ts. */
  export const prepared: Readonly<Record<string, readonly string[]>>;
}
