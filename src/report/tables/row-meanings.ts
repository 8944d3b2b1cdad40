import type { ItemId } from "../../domain/items.ts";
import type { StatementId } from "../../domain/statements.ts";
import type { ClassNames } from "./class-names.ts";
import { isEconomicCode } from "./class-names.ts";
import { wholeItem } from "./column-meanings.ts";
import type { LabelWords } from "./label-words.ts";
import type { Entry } from "./parsed-table.ts";
import type { Side } from "./words.ts";
import { meaningOf, threePublicMeaning } from "./words.ts";

/** What a row says, for the column that holds the whole of it. */
export interface RowMeaning {
  readonly item: ItemId | null;
  readonly code: string | null;
  readonly parentLabel: string | null;
  /** A class row: other columns keep their own item and take its code. */
  readonly isClass: boolean;
  /** A total row: other columns keep their own item. */
  readonly isTotal: boolean;
  /** What it counts in where a row above it says so: 辆 of kinds of cars below `车辆数合计（辆）`. */
  readonly unit?: string;
  /** A row named as a class whose code neither the report nor the list gives. */
  readonly isUnknownClass?: boolean;
}

/** The name of a body, as tables by body print it in place of a class. */
const BODY =
  /^[\u4e00-\u9fa5]{2,40}(?:局|中心|委员会|管委会|所|院|学校|小学|中学|幼儿园|馆|站|办公室|办事处|管理处|政府|厅|总?队|支队|联合会|协会|总工会|公司)(?:[（(]?(?:本级|机关)[)）]?)?$/;
/** Economic classes of the government budget, which stand beside those of the agency: 机关工资福利支出. */
const GOVERNMENT_ECONOMIC =
  /^(?:机关(?:工资|商品|资本)|对(?:事业|企业|个人|社会)|债务|转移性|资本性|工资福利|商品和服务)/;
/** `执法执勤用车`, `1．副部（省）级及以上领导用车`: not what running cars costs. */
const KIND_OF_CARS = /(?<!公务)用车$/;
const FUND_ITEMS: ReadonlySet<ItemId> = new Set([
  "income.general_budget",
  "income.government_fund",
  "income.state_capital",
  "expenditure.general_budget",
  "expenditure.government_fund",
  "expenditure.state_capital",
]);
const BALANCE_ITEMS: ReadonlySet<ItemId> = new Set(["balance.carried_in", "balance.carried_out"]);

/** Reads the rows of one group in order: a row's place under the rows above gives it meaning. */
export class RowReader {
  readonly #statement: StatementId | null;
  readonly #side: Side;
  readonly #names: ClassNames;
  /** Whether columns carry the items, as in a 三公 table of one row. */
  readonly #columnsNamed: boolean;
  /** Whether the table has no other row: that of its only body is its total. */
  readonly #isOnly: boolean;
  readonly #labels = new Map<string, string>();
  #above: string | null = null;
  #heading: string | null = null;
  #balance: { readonly item: ItemId; readonly label: string } | null = null;
  /** Funds that numbered rows named outside a balance. */
  readonly #received = new Set<ItemId>();
  #fund: { readonly item: ItemId; readonly label: string } | null = null;
  #major: string | null = null;
  /** 基本支出 or 项目支出 above, in a summary by nature. */
  #nature: ItemId | null = null;
  /** The row above that counts all cars, whose kinds follow it. */
  #cars: string | null = null;
  /** The total above, where rows and not columns carry the items. */
  #total: string | null = null;

  constructor(statement: StatementId | null, side: Side, names: ClassNames, columnsNamed: boolean, isOnly: boolean) {
    this.#statement = statement;
    this.#side = side;
    this.#names = names;
    this.#columnsNamed = columnsNamed;
    this.#isOnly = isOnly;
  }

  read(entry: Entry): RowMeaning {
    const { code, text, parent } = entry.label;
    if (this.#statement === "three_public") return this.#threePublic(text, parent);
    if (code !== null)
      return this.#classRow(code, text, isEconomicCode(code) ? "expenditure.economic" : this.#functionItem());
    if (text === "") return { item: null, code: null, parentLabel: null, isClass: false, isTotal: true };
    if (this.#isOnly && BODY.test(text)) {
      const item = wholeItem(this.#statement, this.#side);
      return { item, code: null, parentLabel: null, isClass: false, isTotal: true };
    }

    const summary = this.#statement === "income_expenditure_summary" || this.#statement === "appropriation_summary";
    const label = entry.label.words;
    const { isTop: top, isBelow: below, isSpending } = label;
    const words = meaningOf(text, this.#side);
    if (words === "total" || words === "grand_total") return this.#totalRow(text, words, summary);
    if (this.#side === "expenditure") {
      const byName =
        this.#statement === "general_budget_basic"
          ? this.#names.economicCode(label, this.#above)
          : ((below && !top ? this.#names.functionCode(label, null, true) : null) ??
            this.#names.functionCode(label, top ? null : this.#above, top) ??
            (summary || this.#statement === "expenditure" ? economicTop(label) : null));
      // `二、项目支出`, then `信息化建设`: a project of the name of a class.
      const isProject = this.#nature === "expenditure.project" && !isSpending && !top && !below;
      if (byName !== null && !isProject) {
        return this.#classRow(byName, text, isEconomicCode(byName) ? "expenditure.economic" : this.#functionItem());
      }
      if (top && words === null && isSpending && !GOVERNMENT_ECONOMIC.test(label.name)) {
        return { item: "expenditure.function", code: null, parentLabel: null, isClass: true, isTotal: false };
      }
    }
    return this.#itemRow(text, words, label);
  }

  #functionItem(): ItemId {
    return this.#side === "income" ? "income.function" : "expenditure.function";
  }

  #classRow(code: string, label: string, item: ItemId): RowMeaning {
    this.#above = code;
    if (!isEconomicCode(code)) this.#nature = null;
    this.#balance = null;
    if (label !== "") this.#labels.set(code, label);
    const second = code.length > 5 ? this.#labels.get(code.slice(0, 5)) : undefined;
    const parentLabel = second ?? (code.length > 3 ? this.#labels.get(code.slice(0, 3)) : undefined) ?? null;
    return { item, code, parentLabel, isClass: true, isTotal: false };
  }

  /** `收入总计` below `本年收入合计` is the grand total outside a summary too. */
  #totalRow(label: string, words: "total" | "grand_total", summary: boolean): RowMeaning {
    const below = !this.#columnsNamed && this.#total !== null && this.#total !== label;
    // `合计` below `本年收入合计` of a summary is the grand total in other words.
    const again = summary && below && label === "合计" && /^本年/.test(this.#total ?? "");
    const grand = again || (words === "grand_total" && (summary || (below && /^(?:收入|支出)总计$/.test(label))));
    this.#total = label;
    this.#balance = null;
    this.#major = label;
    // 本年支出合计 is what it says, on whichever side a damaged header puts it.
    const isSpent = /支出/.test(label);
    const named: Side = isSpent === /收入/.test(label) ? this.#side : isSpent ? "expenditure" : "income";
    const side = summary ? named : this.#side;
    const grandItem: ItemId = side === "income" ? "income.grand_total" : "expenditure.grand_total";
    const item = grand ? grandItem : wholeItem(this.#statement, side);
    return { item, code: null, parentLabel: null, isClass: false, isTotal: !grand };
  }

  /** A row with an item of its own. Funds listed below a balance are parts of that balance. */
  #itemRow(label: string, words: ItemId | null, { isTop, isBelow }: LabelWords): RowMeaning {
    if (words !== null && BALANCE_ITEMS.has(words)) {
      this.#balance = { item: words, label };
      this.#major = label;
      return { item: words, code: null, parentLabel: null, isClass: false, isTotal: false };
    }
    const below = isBelow || label.startsWith("其中");
    // Numbered 一、 too where the same funds stand above as what was received.
    const isPart = !isTop || (words !== null && this.#received.has(words));
    if (words !== null && FUND_ITEMS.has(words) && this.#balance !== null && isPart) {
      return { item: this.#balance.item, code: null, parentLabel: this.#balance.label, isClass: false, isTotal: false };
    }
    this.#balance = null;
    if (words !== null) this.#nature = words;
    const fund = this.#fund;
    if (isTop && words !== null && FUND_ITEMS.has(words)) this.#received.add(words);
    if (isTop) this.#fund = words !== null && FUND_ITEMS.has(words) ? { item: words, label } : null;
    // `一、一般公共预算拨款收入`, then `经费拨款` and `纳入预算管理的非税收入拨款`: two parts of it.
    else if (fund !== null && words === fund.item)
      return { item: words, code: null, parentLabel: fund.label, isClass: false, isTotal: false };
    if (!below) this.#major = label;
    // Nor are the columns of a body's row those of all bodies.
    const isUnknownClass = words === null && ((this.#above !== null && /支出$/.test(label)) || BODY.test(label));
    const basicTotal = this.#statement === "general_budget_basic" && words === wholeItem(this.#statement, this.#side);
    const parentLabel = below ? this.#major : null;
    return { item: words, code: null, parentLabel, isClass: false, isTotal: basicTotal, isUnknownClass };
  }

  #threePublic(text: string, parent: string | null): RowMeaning {
    if (this.#columnsNamed) {
      return { item: "three_public.total", code: null, parentLabel: null, isClass: false, isTotal: true };
    }
    if (this.#cars !== null && KIND_OF_CARS.test(text))
      return {
        item: "vehicles.owned",
        code: null,
        parentLabel: this.#cars,
        isClass: false,
        isTotal: false,
        unit: "辆",
      };
    const meaning = text === "" ? null : threePublicMeaning(text);
    this.#cars = meaning === "vehicles.owned" ? text : null;
    const item = meaning === "total" || meaning === "grand_total" ? "three_public.total" : meaning;
    const below = /^其中|^[（(]\d+[)）]/.test(text);
    if (!below && text !== "") this.#heading = text;
    return {
      item,
      code: null,
      parentLabel: parent ?? (below ? this.#heading : null),
      isClass: false,
      isTotal: false,
    };
  }
}

/** 工资福利支出 below 基本支出 in a summary by nature: an economic 类. */
function economicTop({ name, economicClasses }: LabelWords): string | null {
  if (name === "其他支出") return null;
  return economicClasses.find((code) => code.length === 3 && code.startsWith("3")) ?? null;
}
