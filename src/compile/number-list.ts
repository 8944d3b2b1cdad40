/** Whole numbers of 32 bits one after the other, in a buffer that grows and serves again. */
export class NumberList {
  list: Int32Array<ArrayBuffer> = new Int32Array(64);
  count = 0;

  push(value: number): void {
    if (this.count === this.list.length) this.room(1);
    this.list[this.count++] = value;
  }

  /** The same number so many times. */
  repeat(value: number, times: number): void {
    this.room(times);
    this.list.fill(value, this.count, this.count + times);
    this.count += times;
  }

  /** Makes sure that so many more numbers fit. */
  room(more: number): void {
    if (this.count + more <= this.list.length) return;
    const larger = new Int32Array(Math.max(2 * this.list.length, this.count + more));
    larger.set(this.list.subarray(0, this.count));
    this.list = larger;
  }
}
