import { describe, expect, it } from "vitest";
import { METRICS } from "../../src/model/metrics/index.ts";
import { userMetricId } from "../../src/model/formula/index.ts";
import type { DeviceStorage } from "../../src/state/device-store.ts";
import { definitions } from "../../src/state/metric-definitions.ts";
import { MetricRegistry } from "../../src/state/metric-registry.svelte.ts";

function storage(initial: Record<string, string> = {}): DeviceStorage & { readonly kept: Map<string, string> } {
  const kept = new Map(Object.entries(initial));
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

const OWN = { name: "人均出行", formula: "(30211 + 30231) ÷ 人数" };
const BROKEN = { name: "坏的", formula: "公用经费 ÷ 幸福" };

describe("MetricRegistry", () => {
  it("is the dictionary where a reader defined nothing", () => {
    const registry = new MetricRegistry(null, () => []);
    expect(registry.all).toHaveLength(METRICS.length);
    expect(registry.metricOf("per_staff.basic")?.zh).toBe("人均基本支出");
    expect(registry.metricOf("nothing")).toBeNull();
  });

  it("keeps a definition on the device, finds it again, and forgets it", () => {
    const device = storage();
    expect(new MetricRegistry(device, () => []).keep(OWN)).toBe(true);
    const again = new MetricRegistry(device, () => []);
    const id = userMetricId(OWN.name);
    expect(again.metricOf(id)).toMatchObject({ zh: "人均出行", unit: "万元/人", perStaff: true });
    expect(again.all.at(-1)?.id).toBe(id);
    again.forget(id);
    expect(new MetricRegistry(device, () => []).metricOf(id)).toBeNull();
  });

  it("takes a definition from the address before that of the device, and says it is not kept", () => {
    const device = storage();
    new MetricRegistry(device, () => []).keep(OWN);
    const registry = new MetricRegistry(device, () => [{ ...OWN, formula: "30211 ÷ 人数" }]);
    const id = userMetricId(OWN.name);
    expect(registry.definitionOf(id)).toMatchObject({ kept: false, text: { formula: "30211 ÷ 人数" } });
    expect(registry.carriedFor([])).toEqual([{ ...OWN, formula: "30211 ÷ 人数" }]);
  });

  it("lists what cannot be computed with its place, and leaves the rest alone", () => {
    const registry = new MetricRegistry(null, () => [OWN, BROKEN]);
    expect(registry.own.map(({ zh }) => zh)).toEqual(["人均出行"]);
    const { result } = registry.definitionOf(userMetricId(BROKEN.name)) ?? {};
    expect(result?.ok === false && result.problem).toMatchObject({ kind: "unknown_name", from: 7, to: 9 });
  });

  it("survives anything on the device, and a device that keeps nothing", () => {
    for (const text of ["", "{", "7", "[1,null,{}]", '[{"name":"a;b","formula":"x"}]', '[{"name":"","formula":""}]']) {
      expect(new MetricRegistry(storage({ "duibiao:metrics": text }), () => []).own).toEqual([]);
    }
    const refusing: DeviceStorage = {
      getItem: () => {
        throw new Error("denied");
      },
      setItem: () => {
        throw new Error("full");
      },
      removeItem: () => undefined,
    };
    const registry = new MetricRegistry(refusing, () => []);
    expect(registry.keep(OWN)).toBe(false);
    expect(registry.metricOf(userMetricId(OWN.name))).not.toBeNull();
  });
});

describe("definitions()", () => {
  const { parse, print } = definitions();
  it("prints what it reads", () => {
    expect(parse(print([OWN, BROKEN]))).toEqual([OWN, BROKEN]);
  });
  it.each(["", "x", "=y", "a=b;", `${"n".repeat(41)}=x`])("refuses %j", (text) => {
    expect(parse(text)).toBeUndefined();
  });
});
