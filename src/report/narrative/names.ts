import { economicSubject, functionSubject, isClassPath } from "./classes.ts";
import { itemsNamed, plainName } from "./lexicon.ts";
import type { NameContext } from "./lexicon.ts";
import type { Subject } from "./subject.ts";

/** Where a name stands: what the sentence spoke of before, and what it breaks down. */
export interface NameSurroundings extends NameContext {
  /** Label of the subject so far, "" for none. */
  readonly before: string;
  /** Label of what is broken down, null outside a breakdown. */
  readonly withinLabel: string | null;
  /** Class of what is broken down. */
  readonly withinCode: string | null;
  /** The section lists expenditure by function class. */
  readonly byFunction: boolean;
}

/** «年中追加项目“某某经费”», «项目“某某经费”项目»: a project named in quotation marks. */
const QUOTED_PROJECT = /项目“([^”]{2,60})”(?:项目)?$/;

/**
 * The subjects that a printed name means: two for «收、支总计», none (`undefined`) for a name that
 * stands for no item and no class.
 */
export function subjectsNamed(name: string, surroundings: NameSurroundings): readonly Subject[] | undefined {
  const project = QUOTED_PROJECT.exec(name)?.[1];
  if (project !== undefined) return [{ item: "project", code: null, label: project, parentLabel: null }];
  const plain = plainName(name);
  const { unit, within, withinLabel } = surroundings;
  if (unit === "万元" || unit === "%") {
    const economic = economicSubject(plain, within, withinLabel);
    if (economic !== null) return [{ ...economic, label: name }];
    if (isClassPath(plain)) return listOf(functionSubject(plain));
    const items = itemsNamed(name, surroundings.before, surroundings);
    if (items !== undefined) return items.map((item) => labelled(item, name, surroundings));
    return listOf(functionSubject(plain));
  }
  const items = itemsNamed(name, surroundings.before, surroundings);
  return items?.map((item) => labelled(item, name, surroundings));
}

/**
 * A part keeps the label of its whole where it could be taken for the whole: «其中区政府购买服务2人»
 * of 临聘人员, 累计折旧 of one kind of asset.
 */
function labelled(item: Subject["item"], name: string, surroundings: NameSurroundings): Subject {
  const { within, withinLabel, withinCode, byFunction, before } = surroundings;
  const label = name === "" ? before : name;
  // «住房公积金112788元，其中：基本支出112788元»: of that class and not of the agency.
  if ((item === "expenditure.basic" || item === "expenditure.project") && withinLabel !== null) {
    if (within === "expenditure.function" || (within === null && byFunction)) {
      return { item, code: withinCode, label, parentLabel: withinLabel };
    }
  }
  const isPart = item !== null && item === within && name !== withinLabel;
  const ofKind =
    (item === "asset.depreciation" && !/^(?:固定资产|$)/.test(before) && !/^固定资产/.test(name)) ||
    (item === "asset.amortisation" && !/^(?:无形资产|$)/.test(before) && !/^无形资产/.test(name));
  return { item, code: null, label, parentLabel: isPart ? withinLabel : ofKind ? before : null };
}

function listOf(subject: Subject | null): readonly Subject[] | undefined {
  return subject === null ? undefined : [subject];
}
