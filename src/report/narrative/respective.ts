import { withoutJoining } from "./lead.ts";
import type { Subject } from "./subject.ts";

const RESPECTIVELY = /^(.{4,60}?)(?:各)?分别(?:为|是|达到?|有)?$/;
const MOST_NAMES = 5;

/**
 * The names that one clause lists before it tells their figures in turn; null for another clause.
 *
 *     公务用车购置数及保有量分别为 1辆和130辆
 *     ^^^^^^^^^^^^^^ ^^^^^^
 *
 * A later name may leave out what the first began with: 保有量 is 公务用车保有量.
 *
 * @param named what a name means; `undefined` for a name that means nothing.
 */
export function respectively(
  words: string,
  named: (name: string) => readonly Subject[] | undefined,
): readonly Subject[] | null {
  const list = words.includes("分别") ? RESPECTIVELY.exec(words)?.[1] : undefined;
  if (list === undefined) return null;
  const names = withoutJoining(list).split(/[、和及与]/);
  const [first = ""] = names;
  if (names.length < 2 || names.length > MOST_NAMES || names.some((name) => name.length < 2)) return null;
  const subjects: Subject[] = [];
  for (const name of names) {
    const subject = onlyOne(named(name)) ?? prefixed(first, name, named);
    if (subject === undefined) return null;
    subjects.push({ ...subject, label: name });
  }
  return subjects;
}

function onlyOne(subjects: readonly Subject[] | undefined): Subject | undefined {
  const [subject, another] = subjects ?? [];
  return another === undefined && subject?.item !== null ? subject : undefined;
}

function prefixed(
  first: string,
  name: string,
  named: (name: string) => readonly Subject[] | undefined,
): Subject | undefined {
  for (let length = first.length - 1; length >= 2; length -= 1) {
    const subject = onlyOne(named(`${first.slice(0, length)}${name}`));
    if (subject !== undefined) return subject;
  }
  return undefined;
}
