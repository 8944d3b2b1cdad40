/** Options of a `Select` under a heading; an empty heading shows none. */
export interface SelectGroup<Value extends string> {
  readonly label: string;
  readonly options: readonly {
    readonly value: Value;
    readonly label: string;
    /** Shown beside the label and searched: a unit. */
    readonly hint?: string;
    /** Searched, not shown: the name in the other language, pinyin initials. */
    readonly keys?: string;
  }[];
}
