import type { ByteSink } from "./byte-sink.ts";

/** Values of a bit-packed group, and the fewest equal ones that are a run. */
const GROUP = 8;

/**
 * Appends small whole numbers as Parquet's hybrid of runs and bit-packed groups.
 *
 * @param from first value, inclusive; `to` exclusive.
 * @param width bits of a value, at most 24; 0 where all are 0.
 */
export function writeHybrid(sink: ByteSink, values: Int32Array, from: number, to: number, width: number): void {
  let packedFrom = from;
  let at = from;
  while (at < to) {
    const value = values[at] ?? 0;
    let end = at + 1;
    while (end < to && values[end] === value) end += 1;
    if (end - at < GROUP) {
      at += GROUP;
      continue;
    }
    writeGroups(sink, values, packedFrom, at, to, width);
    sink.varint((end - at) << 1);
    sink.room(4);
    for (let shift = 0; shift < width; shift += 8) sink.bytes[sink.at++] = (value >> shift) & 0xff;
    at = end;
    packedFrom = end;
  }
  writeGroups(sink, values, packedFrom, at, to, width);
}

/** Whole groups from `from` up to `end`; behind `to` they are filled with 0. */
function writeGroups(sink: ByteSink, values: Int32Array, from: number, end: number, to: number, width: number): void {
  if (end === from) return;
  sink.varint((((end - from) / GROUP) << 1) | 1);
  sink.room(((end - from) / GROUP) * width);
  const { bytes } = sink;
  let { at } = sink;
  let buffer = 0;
  let bits = 0;
  for (let index = from; index < end; index += 1) {
    if (index < to) buffer |= (values[index] ?? 0) << bits;
    bits += width;
    for (; bits >= 8; bits -= 8) {
      bytes[at++] = buffer & 0xff;
      buffer >>>= 8;
    }
  }
  sink.at = at;
}
