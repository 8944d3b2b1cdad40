/**
 * Ends what waits for a worker that is gone: a worker that was ended answers nothing, and whoever
 * asked it would wait for ever.
 */
export class Lifeline {
  readonly #waiting = new Set<(reason: Error) => void>();
  #ended: Error | null = null;

  /** The promise, or a rejection as soon as the line is cut. */
  guard<Value>(promise: Promise<Value>): Promise<Value> {
    if (this.#ended !== null) return Promise.reject(this.#ended);
    return new Promise((resolve, reject) => {
      this.#waiting.add(reject);
      promise.then(resolve, reject).finally(() => this.#waiting.delete(reject));
    });
  }

  /** Rejects everything under way and everything guarded later. */
  cut(reason: Error): void {
    this.#ended = reason;
    for (const reject of this.#waiting) reject(reason);
    this.#waiting.clear();
  }
}
