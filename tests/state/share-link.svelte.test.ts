import { describe, expect, it } from "vitest";
import type { Engine } from "../../src/engine/engine.ts";
import { userMetricId } from "../../src/model/formula/index.ts";
import { AppState } from "../../src/state/app.svelte.ts";
import { EngineStatus } from "../../src/state/engine-status.svelte.ts";
import { readLink } from "../../src/state/link.ts";
import { UrlState } from "../../src/state/url.svelte.ts";

const FINGERPRINT = "0123456789abcdef";
const OWN = { name: "花费", formula: "本年支出合计 ÷ 人数" };

function appAt(hash: string, answer: () => Promise<object[]>): AppState {
  history.pushState(null, "", hash);
  const engine = { query: answer, close: () => Promise.resolve() } as unknown as Engine; // asks nothing else
  const storage = {
    getItem: (key: string) => (key === "duibiao:metrics" ? JSON.stringify([OWN]) : null),
    setItem: () => undefined,
    removeItem: () => undefined,
  };
  return new AppState({
    engine,
    url: new UrlState(window),
    status: new EngineStatus(),
    data: { fingerprint: FINGERPRINT, agencies: 4, reports: 5 },
    storage,
  });
}
const digests = (): Promise<object[]> => Promise.resolve([{ report_id: "a-2020-final", digest: "abcdef0123" }]);
const linkOf = (address: string) => readLink(new URL(address).hash);

describe("AppState.shareLink(reportIds, of)", () => {
  it("carries the data, the reports shown and every own metric", async () => {
    const link = linkOf(await appAt("#/heat?group=user", digests).shareLink(["a-2020-final"]));
    expect(link).toMatchObject({ screen: "heat", values: { group: "user" }, dropped: [] });
    expect(link.shared.data).toEqual({
      fingerprint: FINGERPRINT.slice(0, 12),
      reports: 5,
      digests: { "a-2020-final": "abcdef" },
    });
    expect(link.shared.my).toEqual([OWN]);
  });

  it("carries only the own metrics that the screen shows", async () => {
    const app = appAt("#/compare", digests);
    expect(linkOf(await app.shareLink([], { metrics: [] })).shared.my).toEqual([]);
    const id = userMetricId(OWN.name);
    expect(linkOf(await app.shareLink([], { metrics: [id] })).shared.my).toEqual([OWN]);
  });

  it("takes another address of the page, and leaves the digests out where there is no answer", async () => {
    const app = appAt("#/audit", () => Promise.reject(new Error("no engine")));
    const link = linkOf(await app.shareLink(["a-2020-final"], { address: "#/audit?finding=f1", metrics: [] }));
    expect(link.values["finding"]).toBe("f1");
    expect(link.shared.data).toEqual({ fingerprint: FINGERPRINT.slice(0, 12), reports: 5, digests: {} });
  });
});
