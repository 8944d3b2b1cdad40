import { withoutJoining } from "./lead.ts";
import type { Subject } from "./subject.ts";
import type { Told } from "./told.ts";

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

const ALIKE = /^(.{4,60}?)(?:支出|收入|年初|全年|预算|决算|数|金额)*(?:均|都)(?:为|是|安排)?$/;

/**
 * The names that one figure is told of; null for another clause.
 *
 *     因公出国（境）费、公务用车购置费均为 0万元
 *     ^^^^^^^^^^^^^^^^ ^^^^^^^^^^^^^^
 */
export function alike(
  words: string,
  named: (name: string) => readonly Subject[] | undefined,
): readonly Subject[] | null {
  const list = /[均都]/.test(words) ? ALIKE.exec(words)?.[1] : undefined;
  if (list === undefined) return null;
  // 及 may stand inside a name: 公务用车购置及运行维护费.
  for (const divider of [/[、和与]|以及/, /[、和与及]|以及/]) {
    const names = list.split(divider);
    if (names.length < 2 || names.length > MOST_NAMES || names.some((name) => name.length < 2)) continue;
    const subjects = names.flatMap((name): Subject[] => {
      const subject = onlyOne(named(name));
      return subject === undefined ? [] : [{ ...subject, label: name }];
    });
    if (subjects.length === names.length) return subjects;
  }
  return null;
}

const SHARES = /^(?:\d{1,3}(?:\.\d{1,4})?%[、和及与,，]{0,2}){2,5}/;
const SHARES_IN_TURN = /^(?:各)?分别占[^占率]{0,30}$/;

/**
 * The amounts told before whose shares follow one after the other: «甲费2.10万元、乙费1.10万元，分别占65.63%和34.37%»;
 * null for other words.
 *
 * @param told what was told so far, last one last.
 * @param following the text from the first share on.
 */
export function sharesInTurn(words: string, told: readonly Told[], following: string): readonly Subject[] | null {
  if (!SHARES_IN_TURN.test(words)) return null;
  const shares = (SHARES.exec(following)?.[0].split("%").length ?? 0) - 1;
  if (shares < 2) return null;
  const parts = told.slice(-shares);
  const alikeTold = parts.every(({ measure, amount }) => measure === parts[0]?.measure && amount.unit === "万元");
  return parts.length === shares && alikeTold ? parts.map(({ subject }) => subject) : null;
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
