// Takes what stands twice out of many bytes, however far apart: gzip sees 32 kB back, and workers hold what the page holds.

/** Bytes that repeat less are left to gzip. */
const LEAST = 64
/** What is looked up: each such stretch of what came before, by its first and last four bytes. */
const STRETCH = 32
/** What is nearer gzip finds by itself. */
const NEAR = 30_000
const SLOTS = 1 << 22

/** How many bytes stand as they are, then from where and how many are repeated. */
type Repeat = readonly [plain: number, from: number, length: number]

/** Bytes without their repeats, and the repeats in their order: `withRepeats` puts them together again. */
export function withoutRepeats(bytes: Buffer): { readonly rest: Buffer; readonly repeats: readonly Repeat[] } {
  const places = new Int32Array(SLOTS).fill(-1)
  const slotOf = (at: number) =>
    (Math.imul(bytes.readInt32LE(at), 0x9e3779b1) ^ Math.imul(bytes.readInt32LE(at + STRETCH - 4), 0x85ebca6b)) >>> 10
  const rest: Buffer[] = []
  const repeats: Repeat[] = []
  let [written, known] = [0, 0]
  for (let at = 0; at + STRETCH <= bytes.length; at += 1) {
    for (; known + STRETCH <= at; known += STRETCH) places[slotOf(known)] = known
    const place = places[slotOf(at)] ?? -1
    if (place < 0 || at - place <= NEAR) continue
    let [from, start, end] = [place, at, at]
    // What is repeated ends before it is needed.
    const isApart = () => from + (end - start) < start
    while (end < bytes.length && isApart() && bytes[from + (end - start)] === bytes[end]) end += 1
    while (start > written && from > 0 && isApart() && bytes[from - 1] === bytes[start - 1])
      [from, start] = [from - 1, start - 1]
    if (end - start < LEAST) continue
    rest.push(bytes.subarray(written, start))
    repeats.push([start - written, from, end - start])
    written = end
    at = end - 1
  }
  rest.push(bytes.subarray(written))
  return { rest: Buffer.concat(rest), repeats }
}

/** What was taken apart, together again. The page as one file has this function as a text: it uses nothing from outside of it. */
export function withRepeats(rest: Uint8Array, repeats: readonly Repeat[], size: number): Uint8Array {
  const all = new Uint8Array(size)
  let [from, at] = [0, 0]
  const add = (end: number) => {
    all.set(rest.subarray(from, end), at)
    at += end - from
    from = end
  }
  for (const [plain, start, length] of repeats) {
    add(from + plain)
    all.copyWithin(at, start, start + length)
    at += length
  }
  add(rest.length)
  return all
}
