/** Groups in order of first appearance (`Map.groupBy` is not in every supported Node). */
export function groupBy<Key, Value>(values: Iterable<Value>, keyOf: (value: Value) => Key): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  // What stands together is mostly of one group: the last one is tried before it is looked up.
  let lastKey: Key | undefined;
  let last: Value[] | undefined;
  for (const value of values) {
    const key = keyOf(value);
    if (last === undefined || key !== lastKey) {
      lastKey = key;
      last = groups.get(key);
      if (last === undefined) groups.set(key, (last = []));
    }
    last.push(value);
  }
  return groups;
}
