import { describe, expect, it } from "vitest";
import { NumberPlaces, TextPlaces, type Places } from "../../src/compile/places.ts";

/** The place of every value, each new one noted. */
function placesOf(places: Places, values: readonly unknown[]): number[] {
  const list = new Int32Array(values.length);
  let next = 0;
  for (let at = 0; at < values.length;) {
    at += places.known(values, at, values.length, list, at);
    if (at === values.length) break;
    places.note(values[at]);
    list[at++] = next++;
  }
  return [...list];
}

/** The same by looking through all that came before. */
function expected(values: readonly unknown[]): number[] {
  const distinct = [...new Set(values)];
  return values.map((value) => distinct.indexOf(value));
}

const texts = ["款", "", "款", "款", "项", "", "款", "项", "类", "款", "", "", "项"];
const numbers = [0, 7, 4095, 4096, -1, 7, 7, 2_147_483_647, 0, -1, 4096, 4095, 2_147_483_647];

describe("TextPlaces", () => {
  it("gives every text its place, whatever stood before it", () => {
    expect(placesOf(new TextPlaces(), texts)).toEqual(expected(texts));
  });

  it("takes equal texts that were put together differently for one", () => {
    expect(placesOf(new TextPlaces(), ["决算", ["决", "算"].join(""), "决算数".slice(0, 2)])).toEqual([0, 0, 0]);
  });

  it("has forgotten all after clear()", () => {
    const places = new TextPlaces();
    placesOf(places, texts);
    places.clear();
    expect(placesOf(places, texts.toReversed())).toEqual(expected(texts.toReversed()));
  });
});

describe("NumberPlaces", () => {
  it("gives every number its place, small, large and below zero", () => {
    expect(placesOf(new NumberPlaces(), numbers)).toEqual(expected(numbers));
  });

  it("has forgotten all after clear()", () => {
    const places = new NumberPlaces();
    placesOf(places, numbers);
    places.clear();
    expect(placesOf(places, numbers.toReversed())).toEqual(expected(numbers.toReversed()));
  });
});
