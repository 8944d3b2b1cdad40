import type { AskOptions, Engine } from "../engine/engine.ts";
import type { Query } from "../model/sql.ts";
import { whenIdle } from "./when-idle.ts";

/**
 * Asks what a reader may want next while the page is idle, one question after the other, so that
 * the engine has the answers when they are wanted. A change of the questions begins anew, without
 * those that are answered, once the one under way is: it may still be wanted. Does nothing
 * where the engine keeps no answers. In a component or a state class made in one.
 */
export function readAhead<Params extends object, Row>(
  engine: Engine,
  query: Query<Params, Row>,
  questions: () => readonly Params[],
  options: AskOptions = {},
): void {
  /** What is under way; gives whether to go on with the next. */
  let asking: Promise<boolean> = Promise.resolve(true);
  $effect(() => {
    const open = [...questions()];
    if (engine.known === undefined) return;
    let cancel: (() => void) | null = null;
    let isStopped = false;
    const next = (): void => {
      const params = open.find((each) => engine.known?.(query, each) === null);
      if (isStopped || params === undefined) return;
      open.splice(0, open.indexOf(params) + 1);
      cancel = whenIdle(() => {
        asking = engine.query(query, params, options).then(
          () => true,
          // Whoever asks in earnest is told what is wrong.
          () => false,
        );
        void asking.then((goesOn) => {
          if (goesOn) next();
        });
      });
    };
    void asking.then(next);
    return () => {
      isStopped = true;
      cancel?.();
    };
  });
}
