/** Options of a `Select` under a heading; an empty heading shows none. */
export interface SelectGroup<Value extends string> {
  readonly label: string;
  readonly options: readonly {
    readonly value: Value;
    readonly label: string;
    /** Shown beside the label and searched: a unit, a pinyin key. */
    readonly hint?: string;
  }[];
}
