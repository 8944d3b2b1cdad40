import { outliving } from "../../state/outliving.svelte.ts";

/** What belongs to a tab and is made at its first use, such as its run, and outlives the screen that uses it. The parts themselves are reactive, the list is not. */
export class ByTab<Part> {
  readonly #parts = new Map<string, Part>();
  readonly #make: (id: string) => Part;

  constructor(make: (id: string) => Part) {
    this.#make = make;
  }

  of(id: string): Part {
    const part = this.#parts.get(id) ?? outliving(() => this.#make(id));
    this.#parts.set(id, part);
    return part;
  }

  /** What was made already; undefined for a tab that asked for nothing. */
  known(id: string): Part | undefined {
    return this.#parts.get(id);
  }

  forget(id: string): void {
    this.#parts.delete(id);
  }
}
