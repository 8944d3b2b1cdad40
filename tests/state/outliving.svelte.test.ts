import { flushSync } from "svelte";
import { describe, expect, it } from "vitest";
import { outliving } from "../../src/state/outliving.svelte.ts";

class Doubled {
  value = $state(1);
  readonly twice = $derived.by(() => 2 * this.value);
}

/** What is made in a component that is gone, and read by the next one. */
function madeInAComponent(make: () => Doubled): Doubled {
  let made = new Doubled();
  const gone = $effect.root(() => {
    made = make();
    $effect(() => void made.twice);
  });
  flushSync();
  gone();
  return made;
}

describe("outliving(make)", () => {
  it("keeps what is derived up to date when the component is gone in which it was made", () => {
    const made = madeInAComponent(() => outliving(() => new Doubled()));
    made.value = 5;
    expect(made.twice).toBe(10);
  });

  it("is needed for that", () => {
    const made = madeInAComponent(() => new Doubled());
    made.value = 5;
    expect(made.twice).toBe(2);
  });
});
