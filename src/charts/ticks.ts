import { SIZE } from "./ink.ts";
import { textWidth } from "./text-fit.ts";

/** The horizontal axis: values to pixels and back, shared by marks and by the placing of labels. */
export interface Axis {
  domain: readonly [number, number];
  range: readonly [number, number];
  log: boolean;
  px(value: number): number;
  /** The value at a pixel: labels are placed in pixels and handed to Plot as values. */
  at(px: number): number;
}

export function axisOf(domain: readonly [number, number], range: readonly [number, number], log = false): Axis {
  const forward = log ? Math.log : (value: number) => value;
  const back = log ? Math.exp : (value: number) => value;
  const [from, to] = [forward(domain[0]), forward(domain[1])];
  const [left, right] = range;
  return {
    domain,
    range,
    log,
    px: (value) => left + ((forward(value) - from) / (to - from)) * (right - left),
    at: (px) => back(from + ((px - left) / (right - left)) * (to - from)),
  };
}

/** Pixels between two tick labels. */
const CLEAR = 12;
const MOST = 8;

/**
 * As many round values as have labels that stand clear of each other and inside the picture.
 *
 * @param words a tick as it will be printed.
 * @param width of the whole picture.
 */
export function ticksOf(axis: Axis, words: (value: number) => string, width: number): number[] {
  const inside = (tick: number) => {
    const half = textWidth(words(tick), SIZE.axis) / 2;
    return axis.px(tick) - half >= 0 && axis.px(tick) + half <= width;
  };
  const clear = (ticks: readonly number[]) =>
    ticks.every((tick, index) => {
      const next = ticks[index + 1];
      const halves = (textWidth(words(tick), SIZE.axis) + textWidth(words(next ?? tick), SIZE.axis)) / 2;
      return next === undefined || axis.px(next) - axis.px(tick) >= halves + CLEAR;
    });
  const candidates = axis.log ? logTicks(axis.domain) : linearTicks(axis.domain, axis.range);
  for (const ticks of candidates) {
    const shown = ticks.filter(inside);
    if (shown.length > 0 && clear(shown)) return shown;
  }
  return [];
}

/** Multiples of 1, 2 or 5 times a power of ten within the domain, from the densest set that may fit. */
function linearTicks(domain: readonly [number, number], range: readonly [number, number]): number[][] {
  const [from, to] = domain;
  const finest = (to - from) / Math.max(3, Math.min(MOST, (range[1] - range[0]) / 76));
  const power = Math.floor(Math.log10(finest));
  const steps = [0, 1, 2].flatMap((more) =>
    [1, 2, 5].map((digit) => Number(`${String(digit)}e${String(power + more)}`)),
  );
  return steps
    .filter((step) => step >= finest * 0.99)
    .map((step) => {
      const first = Math.ceil(from / step - 1e-9);
      const count = Math.floor(to / step + 1e-9) - first + 1;
      return Array.from({ length: Math.max(0, count) }, (_, index) => Number(((first + index) * step).toPrecision(12)));
    });
}

/** 1, 2, 5 times the powers of ten, then 1 and 3, then the powers alone, every second, every third. */
function logTicks(domain: readonly [number, number]): number[][] {
  const [from, to] = domain;
  const [first, last] = [Math.floor(Math.log10(from)), Math.ceil(Math.log10(to))];
  const powers = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const of = (digits: readonly number[], every = 1) =>
    powers
      .filter((power) => power % every === 0)
      .flatMap((power) => digits.map((digit) => Number(`${String(digit)}e${String(power)}`)))
      .filter((tick) => tick >= from && tick <= to);
  return [of([1, 2, 5]), of([1, 3]), of([1]), of([1], 2), of([1], 3)];
}

/** `1,200`, `−0.5`: the number with thousands separated and a real minus sign. */
export function plainNumber(value: number): string {
  const [whole = "", fraction] = String(Number(Math.abs(value).toPrecision(12))).split(".");
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ",") + (fraction === undefined ? "" : `.${fraction}`);
  return value < 0 ? `−${digits}` : digits;
}
