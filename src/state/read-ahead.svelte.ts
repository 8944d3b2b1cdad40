import { untrack } from "svelte";
import type { AskOptions, Engine } from "../engine/engine.ts";
import type { Query } from "../model/sql.ts";
import { whenIdle } from "./when-idle.ts";

/**
 * Asks what a reader may want next while the page is idle, one question after the other, so that
 * the engine has the answers when they are wanted. A change of the questions begins anew, without
 * those that are answered. Does nothing where the engine keeps no answers. In a component or a
 * state class made in one.
 */
export function readAhead<Params extends object, Row>(
  engine: Engine,
  query: Query<Params, Row>,
  questions: () => readonly Params[],
  options: AskOptions = {},
): void {
  $effect(() => {
    const open = [...questions()];
    if (engine.known === undefined) return;
    let stop: (() => void) | null = null;
    let isStopped = false;
    const next = (): void => {
      const params = open.find((each) => engine.known?.(query, each) === null);
      if (params === undefined) return;
      open.splice(0, open.indexOf(params) + 1);
      stop = whenIdle(() => {
        engine.query(query, params, options).then(
          () => {
            if (!isStopped) next();
          },
          // Whoever asks in earnest is told what is wrong.
          () => undefined,
        );
      });
    };
    untrack(next);
    return () => {
      isStopped = true;
      stop?.();
    };
  });
}
