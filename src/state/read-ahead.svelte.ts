import { untrack } from "svelte";
import type { AskOptions, Engine } from "../engine/engine.ts";
import type { Query } from "../model/sql.ts";
import { whenIdle } from "./when-idle.ts";

interface Asking {
  readonly key: string;
  readonly stop: AbortController;
  /** Whether to go on with the next. */
  readonly over: Promise<boolean>;
}

/**
 * Asks what a reader may want next while the page is idle, one question after the other, so that
 * the engine has the answers when they are wanted. A change of the questions begins anew, without
 * those that are answered, and gives up the one under way where it is no longer among them. Does nothing
 * where the engine keeps no answers. In a component or a state class made in one.
 */
export function readAhead<Params extends object, Row>(
  engine: Engine,
  query: Query<Params, Row>,
  questions: () => readonly Params[],
  options: AskOptions = {},
): void {
  let asking: Asking | null = null;
  const ask = (params: Params): Promise<boolean> => {
    const stop = new AbortController();
    const over = engine.query(query, params, { ...options, signal: stop.signal }).then(
      () => true,
      // Whoever asks in earnest is told what is wrong.
      () => stop.signal.aborted,
    );
    asking = { key: JSON.stringify(params), stop, over };
    return over.finally(() => (asking = null));
  };
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
        void ask(params).then((goesOn) => {
          if (goesOn) next();
        });
      });
    };
    untrack(() => {
      if (asking === null) {
        next();
        return;
      }
      const { key, stop, over } = asking;
      if (!open.some((each) => JSON.stringify(each) === key)) stop.abort();
      void over.then(next);
    });
    return () => {
      isStopped = true;
      cancel?.();
    };
  });
  $effect(() => () => asking?.stop.abort());
}
