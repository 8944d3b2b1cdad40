export * from "./decomposition.ts";
export * from "./interval.ts";
export * from "./median.ts";
export * from "./position.ts";
export * from "./quantity-price.ts";
export * from "./robust-cutoff.ts";
export * from "./stability.ts";
export * from "./verdict.ts";
