/** Part of every manifest and fingerprint: raised when the same reports would give other rows. */
export const COMPILER_VERSION = "0.6.0";
