import { flushSync } from "svelte";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { UrlState } from "../../src/state/url.svelte.ts";
import type { AddressBar } from "../../src/state/url.svelte.ts";
import { turns } from "../helpers/until.ts";

let url: UrlState;
let stop: () => void;

function open(hash: string): void {
  history.pushState(null, "", hash);
  url = new UrlState(window);
  stop = url.listen();
}

beforeEach(() => {
  open("#/");
});
afterEach(() => {
  stop();
});

describe("UrlState", () => {
  it("tells readers of a value when a link is followed, and when the reader goes back", async () => {
    const seen: string[] = [];
    const end = $effect.root(() => {
      $effect(() => {
        seen.push(`${url.screen ?? "none"} ${url.values("compare").basis}`);
      });
    });
    flushSync();
    location.hash = url.href("compare", { basis: "reported" });
    await turns();
    flushSync();
    history.back();
    await turns();
    flushSync();
    expect(seen).toEqual(["overview comparable", "compare reported", "overview comparable"]);
    end();
  });

  it("pushes an entry for a change and keeps the other values, language and unit", async () => {
    stop();
    open("#/compare?metric=m1&year=2020&lang=en&unit=yi");
    url.push("compare", { basis: "reported" });
    expect(location.hash).toBe("#/compare?metric=m1&basis=reported&year=2020&lang=en&unit=yi");
    history.back();
    await turns();
    expect(url.values("compare").basis).toBe("comparable");
  });

  it("replaces the entry for what nobody goes back to", () => {
    const before = history.length;
    url.replace("sql", { statement: "select 1" });
    expect(history.length).toBe(before);
    expect(url.values("sql").statement).toBe("select 1");
  });

  it("changes language, unit and theme without leaving the screen or its values", () => {
    stop();
    open("#/source?report=a-2020-final&line=3");
    url.setShared({ lang: "en", theme: "dark" });
    expect(location.hash).toBe("#/source?report=a-2020-final&line=3&lang=en&theme=dark");
    expect(url.shared).toMatchObject({ lang: "en", unit: "wan", theme: "dark" });
  });

  it("tells what was dropped until it is dismissed, and tells again at the next bad link", async () => {
    stop();
    open("#/compare?basis=x");
    expect(url.dropped).toEqual([{ kind: "invalid", name: "basis", value: "x" }]);
    url.dismissDropped();
    expect(url.dropped).toEqual([]);
    location.hash = "#/compare?what=1";
    await turns();
    expect(url.dropped).toEqual([{ kind: "unknown", name: "what", value: "1" }]);
  });

  it("knows an entry reached by a link from one returned to", async () => {
    location.hash = "#/compare";
    await turns();
    expect(url.isNewEntry).toBe(true);
    history.back();
    await turns();
    expect(url.screen).toBe("overview");
    expect(url.isNewEntry).toBe(false);
  });

  it("leaves an entry unmarked whose link was followed before the mark of the entry before it was made", async () => {
    // A bar whose events come when the test says so.
    const states = new Map<string, unknown>();
    const heard: (() => void)[] = [];
    const bar = {
      location: { hash: "#/" },
      history: {
        get state(): unknown {
          return states.get(bar.location.hash) ?? null;
        },
        replaceState: (state: unknown) => states.set(bar.location.hash, state),
      },
      addEventListener: (_: string, hear: () => void) => heard.push(hear),
      removeEventListener: () => undefined,
    };
    const stopOwn = new UrlState(bar as unknown as AddressBar).listen();
    bar.location.hash = "#/compare";
    heard[0]?.();
    bar.location.hash = "#/audit";
    await turns();
    expect(states.get("#/audit")).toBeUndefined();
    stopOwn();
  });

  it("gives a screen that is not shown its fallbacks", () => {
    expect(url.values("execution")).toMatchObject({ base: "initial_budget", basis: "comparable", agencies: [] });
  });

  it("hears nothing after listening has ended", async () => {
    stop();
    location.hash = "#/execution";
    await turns();
    expect(url.screen).toBe("overview");
  });
});
