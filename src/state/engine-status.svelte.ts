/** How far the page's engine is. Prepared answers work in every phase. */
export type EnginePhase =
  | { readonly phase: "prepared" }
  | { readonly phase: "starting" }
  | { readonly phase: "ready" }
  | { readonly phase: "failed"; readonly reason: string; readonly remedy: string };

/** The phase, for the header: set by whoever starts the engine, read by the shell. */
export class EngineStatus {
  #current: EnginePhase = $state.raw({ phase: "prepared" });

  get current(): EnginePhase {
    return this.#current;
  }

  set(phase: EnginePhase): void {
    this.#current = phase;
  }
}
