import { flushSync, mount, unmount } from "svelte";
import type { Component } from "svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import App from "../../src/App.svelte";
import type { Engine } from "../../src/engine/engine.ts";
import type { ScreenLoaders } from "../../src/screens/index.ts";
import { EngineStatus } from "../../src/state/engine-status.svelte.ts";
import type { ScreenId } from "../../src/state/routes/index.ts";
import Paged from "./samples/Paged.svelte";
import Sample from "./samples/Sample.svelte";
import Throwing from "./samples/Throwing.svelte";
import { turns, until } from "../helpers/until.ts";

const engine: Engine = {
  query: () => Promise.resolve([]),
  run: () => Promise.resolve({ columns: [], rows: [] }),
  close: () => Promise.resolve(),
};

/** jsdom lays nothing out: boxes are as wide as this, and observers report it when asked. */
let boxWidth = 640;
const observers = new Set<() => void>();
class FakeResizeObserver implements ResizeObserver {
  readonly #report: () => void;
  readonly #boxes = new Set<Element>();
  constructor(callback: ResizeObserverCallback) {
    this.#report = () => {
      const entries = [...this.#boxes].map((target) => ({ target, contentRect: { width: boxWidth } }));
      callback(entries as unknown as ResizeObserverEntry[], this);
    };
    observers.add(this.#report);
  }
  observe(target: Element): void {
    this.#boxes.add(target);
  }
  unobserve(target: Element): void {
    this.#boxes.delete(target);
  }
  disconnect(): void {
    observers.delete(this.#report);
  }
}

let status: EngineStatus;
let app: Record<string, unknown> | null = null;

/** Waits for lazy screens and for the events of links. */
async function settle(): Promise<void> {
  await turns();
  flushSync();
}

async function open(hash: string, screens?: [ScreenId, () => Promise<Component>][]): Promise<void> {
  history.pushState(null, "", hash);
  status = new EngineStatus();
  const loaders: ScreenLoaders = new Map(
    screens ?? [
      ["overview", () => Promise.resolve(Sample)],
      ["compare", () => Promise.resolve(Sample)],
    ],
  );
  app = mount(App, {
    target: document.body,
    props: { engine, status, data: { fingerprint: "0123456789abcdef", agencies: 4, reports: 5 }, screens: loaders },
  });
  await settle();
}

function find(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`no ${selector} in ${document.body.innerHTML.slice(0, 400)}`);
  return found;
}

function radio(label: string): HTMLInputElement {
  const found = [...document.querySelectorAll<HTMLLabelElement>("label")].find(
    (each) => each.textContent.trim() === label,
  );
  const input = found?.querySelector("input");
  if (!input) throw new Error(`no option ${label}`);
  return input;
}

/** Text of an element without the white space between its parts. */
const text = (selector: string): string => find(selector).textContent.replace(/\s+/g, " ").trim();

beforeEach(() => {
  boxWidth = 640;
  vi.stubGlobal("ResizeObserver", FakeResizeObserver);
  vi.stubGlobal("scrollTo", () => undefined);
  vi.spyOn(Element.prototype, "clientWidth", "get").mockImplementation(() => boxWidth);
});
afterEach(async () => {
  if (app !== null) await unmount(app);
  app = null;
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe("App", () => {
  it("offers the screens that exist and says which one is shown", async () => {
    await open("#/compare");
    expect([...document.querySelectorAll("nav a")].map((link) => link.textContent)).toEqual(["总览", "对标"]);
    expect(text("nav [aria-current=page]")).toBe("对标");
    expect(document.title).toBe("对标 · 对标");
    expect(text("footer")).toContain("0123456789ab");
  });

  it("switches the language in place: texts, title, language of the page, address", async () => {
    await open("#/compare?basis=reported");
    radio("EN").click();
    await settle();
    expect(text("nav [aria-current=page]")).toBe("Compare");
    expect(document.title).toBe("Compare · Duibiao");
    expect(document.documentElement.lang).toBe("en");
    expect(location.hash).toBe("#/compare?basis=reported&lang=en");
    expect(text("main")).toContain("Borrowed input");
  });

  it("switches the money unit of every number and label", async () => {
    await open("#/compare");
    expect(text(".subtitle + *, figure .subtitle")).toContain("万元/人");
    radio("元").click();
    await settle();
    expect(text("figure .subtitle")).toContain("元/人 · comparable");
    find("figure .actions button").click();
    await settle();
    expect(text("figure td")).toBe("226,500");
  });

  it("sets the theme asked for and leaves it to the system else", async () => {
    await open("#/?theme=dark");
    expect(document.documentElement.dataset["theme"]).toBe("dark");
    find("header .settings > button").click();
    await settle();
    expect(document.documentElement.dataset["theme"]).toBeUndefined();
    expect(location.hash).toBe("#/");
  });

  it("tells which parts of a link it left out, until dismissed", async () => {
    await open("#/compare?basis=best&colour=red");
    expect(text(".notices")).toContain("basis=best · colour");
    find(".notices button").click();
    await settle();
    expect(text(".notices")).toBe("");
  });

  it("says that an address leads nowhere, and where to go", async () => {
    await open("#/nowhere");
    expect(text("main")).toContain("/nowhere");
    expect(find("main a").getAttribute("href")).toBe("#/");
  });

  it("shows what fails in a screen and keeps the rest usable", async () => {
    await open("#/", [
      ["overview", () => Promise.resolve(Throwing)],
      ["compare", () => Promise.resolve(Sample)],
    ]);
    expect(text("main")).toContain("drawn badly");
    location.hash = "#/compare";
    await settle();
    expect(text("main h1")).toContain("甲");
  });

  it("loads a screen again after its code could not be fetched", async () => {
    let tries = 0;
    const flaky = (): Promise<Component> => {
      tries += 1;
      return tries === 1 ? Promise.reject(new Error("chunk is gone")) : Promise.resolve(Sample);
    };
    await open("#/", [["overview", flaky]]);
    expect(text("main")).toContain("chunk is gone");
    find("main .actions button").click();
    await settle();
    expect(text("main h1")).toContain("甲");
  });

  it("says how far the engine is, and why it is not when it fails", async () => {
    await open("#/");
    status.set({ phase: "ready" });
    flushSync();
    expect(text("header [role=status]")).toContain("引擎就绪");
    status.set({ phase: "failed", reason: "没有 WebAssembly", remedy: "换新版浏览器" });
    flushSync();
    expect(text(".notices [role=alert]")).toContain("没有 WebAssembly");
    expect(text(".notices [role=alert]")).toContain("换新版浏览器");
  });

  it("moves the reading to the new screen when a link is followed", async () => {
    await open("#/");
    location.hash = "#/compare";
    await settle();
    await settle();
    expect(document.activeElement).toBe(find("main"));
  });
});

describe("Figure", () => {
  it("draws at the width of its box, and again when it changes", async () => {
    await open("#/compare");
    expect(find("figure svg[data-width]").dataset["width"]).toBe("640");
    boxWidth = 320;
    for (const report of observers) report();
    flushSync();
    expect(find("figure svg[data-width]").dataset["width"]).toBe("320");
    expect(document.querySelectorAll("figure svg[data-width]")).toHaveLength(1);
  });

  it("draws again when something changes that the chart reads", async () => {
    await open("#/compare");
    radio("全口径").click();
    await settle();
    expect(find("figure svg[data-width]").dataset["basis"]).toBe("reported");
  });

  it("is named by its title, described by its text alternative, and has a table in its place", async () => {
    await open("#/compare");
    const figure = find("figure");
    const by = (attribute: string): string =>
      document.getElementById(figure.getAttribute(attribute) ?? "")?.textContent ?? "";
    expect(by("aria-labelledby")).toBe("图一");
    expect(by("aria-describedby")).toBe("甲最高");
    find("figure .actions button").click();
    flushSync();
    expect(document.querySelector("figure svg[data-width]")).toBeNull();
    expect(text("figure caption")).toBe("人均，万元/人");
    expect(find("figure .actions button").getAttribute("aria-label")).toBe("图一：看图");
  });
});

describe("FigureExport", () => {
  const button = (label: string): HTMLElement => find(`figure button[aria-label="${label}"]`);

  it("saves the chart as a picture that says title, unit, basis, source and fingerprint", async () => {
    const saved: Blob[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => undefined);
    const objects = vi.fn((blob: Blob) => {
      saved.push(blob);
      return "blob:x";
    });
    vi.stubGlobal("URL", Object.assign(URL, { createObjectURL: objects, revokeObjectURL: () => undefined }));
    await open("#/compare");
    button("图一：下载 SVG").click();
    // The exporter is fetched at its first use.
    await until(() => {
      expect(saved).toHaveLength(1);
    });
    const svg = await new Promise((resolve) => {
      const reader = new FileReader();
      reader.onload = () => {
        resolve(reader.result);
      };
      reader.readAsText(saved[0] ?? new Blob());
    });
    expect(svg).toContain("图一");
    expect(svg).toContain("万元/人 · comparable");
    expect(svg).toContain("0123456789ab");
    await settle();
    expect(text("figure [role=status]")).toBe("已保存 SVG");
  });

  it("copies the table as it reads, numbers bare and absences in words", async () => {
    const written = vi.fn((_text: string) => Promise.resolve());
    vi.stubGlobal("navigator", { clipboard: { writeText: written } });
    await open("#/compare?unit=yuan");
    find("figure .actions button").click();
    flushSync();
    button("图一：复制为 TSV").click();
    await until(() => {
      expect(written).toHaveBeenCalledWith(
        "# 图一\n# 元/人 · comparable\n# 来源：各单位公开的预算与决算报告 · 数据指纹 0123456789ab\n" +
          "单位\t数值\n甲\t226500\n乙\t未披露：无人数\n",
      );
    });
  });
});

describe("FigureExport beside a chart", () => {
  it("copies the table without turning the figure round", async () => {
    const written = vi.fn((_text: string) => Promise.resolve());
    vi.stubGlobal("navigator", { clipboard: { writeText: written } });
    await open("#/compare");
    find('figure button[aria-label="图一：复制为 TSV"]').click();
    await until(() => {
      expect(written).toHaveBeenCalledOnce();
    });
    expect(written.mock.calls[0]?.[0]).toContain("单位\t数值\n甲\t22.65\n乙\t未披露：无人数\n");
    await settle();
    expect(find("figure svg[data-width]")).not.toBeNull();
    expect(document.querySelector("figure table")).toBeNull();
    expect(text("figure [role=status]")).toBe("已复制");
  });
});

describe("CopiedSection and a figure over a table with pages", () => {
  it("copy every row as it would read on its page", async () => {
    const written = vi.fn((_text: string) => Promise.resolve());
    vi.stubGlobal("navigator", { clipboard: { writeText: written } });
    await open("#/compare", [["compare", () => Promise.resolve(Paged)]]);
    expect(document.querySelectorAll("section tbody tr")).toHaveLength(50);
    for (const [label, head] of [
      ["许多行：复制为 TSV", "# 许多行\n# 万元 · 可比口径\n"],
      ["许多点：复制为 TSV", "# 许多点\n# 万元\n"],
    ] as const) {
      written.mockClear();
      find(`button[aria-label="${label}"]`).click();
      await until(() => {
        expect(written).toHaveBeenCalledOnce();
      });
      const copied = written.mock.calls[0]?.[0] ?? "";
      expect(copied.startsWith(head)).toBe(true);
      const rows = copied.split("\n").filter((line) => line.startsWith("r"));
      expect(rows).toHaveLength(450);
      expect(rows.slice(-3)).toEqual(["r447\t未披露", "r448\t448", "r449\t449"]);
    }
  });

  it("say how much is read of many rows, the page answering in between", async () => {
    const written = vi.fn((_text: string) => Promise.resolve());
    vi.stubGlobal("navigator", { clipboard: { writeText: written } });
    await open("#/compare", [["compare", () => Promise.resolve(Paged)]]);
    const said: string[] = [];
    const observer = new MutationObserver(() => said.push(text("section [role=status]")));
    observer.observe(find("section [role=status]"), { childList: true, characterData: true, subtree: true });
    find('button[aria-label="许多行：复制为 TSV"]').click();
    await until(() => {
      expect(text("section [role=status]")).toBe("已复制");
    });
    observer.disconnect();
    const tenths = [10, 20, 30, 40, 50, 60, 70, 80, 90].map((share) => `正在读取… ${String(share)}%`);
    expect(said.filter((each) => tenths.includes(each))).toEqual(tenths);
  });

  it("copy nothing when the choice changes while the rows are read: half of each would be a lie", async () => {
    const written = vi.fn((_text: string) => Promise.resolve());
    vi.stubGlobal("navigator", { clipboard: { writeText: written } });
    await open("#/compare", [["compare", () => Promise.resolve(Paged)]]);
    const status = find("section [role=status]");
    // At the first share that is told, and not when a busy machine comes to look.
    const observer = new MutationObserver(() => {
      if (/\d0%/.test(text("section [role=status]"))) location.hash = "#/compare?basis=reported";
    });
    observer.observe(status, { childList: true, characterData: true, subtree: true });
    find('button[aria-label="许多行：复制为 TSV"]').click();
    await until(() => {
      expect(text("section [role=status]")).toBe("导出失败：读取途中表格已变，请再复制一次");
    });
    observer.disconnect();
    expect(written).not.toHaveBeenCalled();
  });
});

describe("DataTable", () => {
  it("has headers for columns and rows, says how it is sorted and asks for another order", async () => {
    await open("#/compare");
    find("figure .actions button").click();
    flushSync();
    expect([...document.querySelectorAll("tbody th[scope=row]")].map((cell) => cell.textContent)).toEqual(["甲", "乙"]);
    expect(find("th[aria-sort]").getAttribute("aria-sort")).toBe("descending");
    find("th[aria-sort] button").click();
    flushSync();
    expect(find(".screen").dataset["sorted"]).toBe("value");
  });
});

describe("SourceLink", () => {
  it("leads to the printed line and keeps language and unit", async () => {
    await open("#/compare?unit=yuan&lang=en");
    find("figure .actions button").click();
    flushSync();
    expect(find("figure td a").getAttribute("href")).toBe(
      "#/source?report=a-2020-final&line=12&from=3&to=8&fact=f1&lang=en&unit=yuan",
    );
  });

  it("is no link where the number is printed nowhere", async () => {
    await open("#/compare");
    expect(text("h1")).toBe("甲 22.65");
    expect(document.querySelector("h1 a")).toBeNull();
  });
});

describe("StatusMark", () => {
  it("says kind, note and direction in words, compact or not", async () => {
    await open("#/compare");
    expect(text(".mark.caution")).toBe("口径借用：人数取自预算 ↓可能偏低");
    expect(text(".compact")).toBe("不可算");
  });
});
