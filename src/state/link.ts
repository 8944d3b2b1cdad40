import { SCREENS, sharedParams } from "./routes/index.ts";
import type { ScreenId, ScreenValues, SharedValues } from "./routes/index.ts";
import type { Param } from "./param.ts";

/** A part of an address that was left out: unknown to the screen, or known with a value it does not accept. */
export interface DroppedPart {
  readonly kind: "unknown" | "invalid";
  readonly name: string;
  readonly value: string;
}

/** An address, checked. `screen` is null where the path leads nowhere. */
export interface Link {
  readonly screen: ScreenId | null;
  /** The path as it stands, for a message: `/compare`. */
  readonly path: string;
  readonly shared: SharedValues;
  /** The values of `screen`, fallbacks included; empty without a screen. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly dropped: readonly DroppedPart[];
}

// A record of params of differing value types: each entry is only ever used with its own values.
type AnyParams = Readonly<Record<string, Param<unknown>>>;

function paramsOf(screen: ScreenId): AnyParams {
  return SCREENS[screen] as unknown as AnyParams;
}

function isScreen(name: string): name is ScreenId {
  return Object.hasOwn(SCREENS, name);
}

/** The value a screen's parts have when its address says nothing. */
export function fallbackValues<Id extends ScreenId>(screen: Id): ScreenValues<Id> {
  return Object.fromEntries(
    Object.entries(paramsOf(screen)).map(([name, param]) => [name, param.fallback]),
  ) as ScreenValues<Id>;
}

/**
 * Reads an address (`#/compare?metric=…&lang=en`). Never throws, whatever stands there: what is
 * not understood comes back in `dropped`, and every value is one its screen accepts. Of a part
 * that is given twice the first counts.
 */
export function readLink(address: unknown): Link {
  const hash = typeof address === "string" ? address : "";
  const inner = hash.startsWith("#") ? hash.slice(1) : hash;
  const at = inner.indexOf("?");
  const path = decoded(at < 0 ? inner : inner.slice(0, at));
  const name = path.replace(/^\/+|\/+$/g, "");
  const screen = name === "" ? "overview" : isScreen(name) ? name : null;

  const dropped: DroppedPart[] = [];
  const seen = new Set<string>();
  const own: AnyParams = screen === null ? {} : paramsOf(screen);
  const shared = sharedParams as unknown as AnyParams;
  const values: Record<string, unknown> = screen === null ? {} : { ...fallbackValues(screen) };
  const sharedValues: Record<string, unknown> = Object.fromEntries(
    Object.entries(shared).map(([key, param]) => [key, param.fallback]),
  );

  for (const [key, value] of new URLSearchParams(at < 0 ? "" : inner.slice(at + 1))) {
    const isShared = Object.hasOwn(shared, key);
    const param = isShared ? shared[key] : Object.hasOwn(own, key) ? own[key] : undefined;
    if (param === undefined || seen.has(key)) {
      // Without a screen its parts cannot be judged: the path itself is what is wrong.
      if (screen !== null) dropped.push({ kind: "unknown", name: key, value });
      continue;
    }
    seen.add(key);
    const parsed = param.parse(value);
    if (parsed === undefined) dropped.push({ kind: "invalid", name: key, value });
    else (isShared ? sharedValues : values)[key] = parsed;
  }
  // Every entry was set by the param of its name, so the records have the types of those params.
  return { screen, path: path === "" ? "/" : path, shared: sharedValues as unknown as SharedValues, values, dropped };
}

/** Prints an address. Values equal to their fallback are left out, so that links stay short. */
export function printLink<Id extends ScreenId>(
  screen: Id,
  values: Partial<ScreenValues<Id>>,
  shared: Partial<SharedValues>,
): string {
  const search = new URLSearchParams();
  const add = (params: AnyParams, given: Readonly<Record<string, unknown>>): void => {
    for (const [name, param] of Object.entries(params)) {
      const value = given[name];
      if (value === undefined || value === null) continue;
      const printed = param.print(value);
      if (printed !== param.print(param.fallback)) search.set(name, printed);
    }
  };
  add(paramsOf(screen), values);
  add(sharedParams as unknown as AnyParams, shared);
  const query = search.toString();
  return `#/${screen === "overview" ? "" : screen}${query === "" ? "" : `?${query}`}`;
}

/** Percent-encoded text decoded; text with a broken encoding stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
