import { QueryError } from "./engine.ts";
import { errorPosition } from "./error-position.ts";

/** DuckDB's message; some arrive as JSON with the kind and the text apart. */
function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (!message.startsWith("{")) return message;
  try {
    const parsed: unknown = JSON.parse(message);
    if (typeof parsed !== "object" || parsed === null) return message;
    const { exception_type, exception_message } = parsed as Readonly<Record<string, unknown>>;
    return typeof exception_message === "string" ? `${String(exception_type)} Error: ${exception_message}` : message;
  } catch {
    return message;
  }
}

/** Advice that cannot be followed here is replaced by why. */
function withoutVainAdvice(message: string): string {
  return message.replace(
    /\n\nPlease try installing and loading the \w+ extension[\s\S]*$/,
    "\n\nThe engine of this page runs without extensions, since nothing may be fetched from another host.",
  );
}

/** Whatever the engine threw over a statement, as a QueryError with the place in the statement. */
export function queryErrorOf(error: unknown, statement: string): QueryError {
  if (error instanceof QueryError) return error;
  const message = withoutVainAdvice(messageOf(error));
  return new QueryError(message, statement, errorPosition(message, statement), { cause: error });
}
