const STAR = '*'
const ANY = '?'

/** A wildcard of our own that no policy can hold: any run of characters without a colon, as a field of an ARN is. */
export const FIELD = '\u0001'

const isRun = (character: string | undefined) => character === STAR || character === FIELD

/** Can the run take up this character, or this wildcard, of the other pattern? */
const takes = (run: string | undefined, other: string | undefined) => run === STAR || other !== ':'

/** "a**b" means "a*b" and costs less. */
const collapse = (glob: string) => glob.replace(/\*{2,}/g, STAR)

const isPlain = (character: string | undefined) => character !== undefined && character !== ANY && !isRun(character)

/** The place of the colon that ends the field from a place on, where that is plain; -1 where it is not. */
function plainFieldEnd(glob: string, from: number): number {
  let at = from
  while (isPlain(glob[at]) && glob[at] !== ':') at += 1
  return glob[at] === ':' ? at : -1
}

/**
 * How much of each both begin with, plain characters and whole fields beside a field that can be any; null where plain
 * characters differ before any wildcard.
 */
function sameStart(a: string, b: string): readonly [number, number] | null {
  let left = 0
  let right = 0
  for (;;) {
    while (isPlain(a[left]) && a[left] === b[right]) {
      left += 1
      right += 1
    }
    if (isPlain(a[left]) && isPlain(b[right])) return null
    const leftEnd = b[right] === FIELD && b[right + 1] === ':' ? plainFieldEnd(a, left) : -1
    const rightEnd = a[left] === FIELD && a[left + 1] === ':' ? plainFieldEnd(b, right) : -1
    if (leftEnd >= 0) {
      left = leftEnd
      right += 1
    } else if (rightEnd >= 0) {
      right = rightEnd
      left += 1
    } else return [left, right]
  }
}

/** Do plain characters differ at the end, before any wildcard? */
function differsAtEnd(a: string, b: string): boolean {
  let back = 1
  while (
    back <= a.length &&
    back <= b.length &&
    isPlain(a[a.length - back]) &&
    a[a.length - back] === b[b.length - back]
  )
    back += 1
  return isPlain(a[a.length - back]) && isPlain(b[b.length - back])
}

/** Writes into `next` how far the shorter pattern can be matched behind one more character of the longer one. */
function step(row: Uint8Array, next: Uint8Array, left: string, shorter: string, runs: readonly boolean[]): void {
  const isLeftRun = isRun(left)
  next[0] = row[0] === 1 && isLeftRun ? 1 : 0
  for (let j = 1; j <= shorter.length; j += 1) {
    const right = shorter[j - 1]
    const isRightRun = runs[j - 1] === true
    const leftRuns = isLeftRun && (row[j] === 1 || (next[j - 1] === 1 && takes(left, right)))
    const rightRuns = isRightRun && (next[j - 1] === 1 || (row[j] === 1 && takes(right, left)))
    const same = row[j - 1] === 1 && (left === right || (left === ANY && !isRightRun) || (right === ANY && !isLeftRun))
    next[j] = leftRuns || rightRuns || same ? 1 : 0
  }
}

function isSameRow(one: Uint8Array, other: Uint8Array): boolean {
  let at = 0
  while (at < one.length && one[at] === other[at]) at += 1
  return at === one.length
}

/**
 * Is there a text that both patterns match? `*` stands for any run of characters, `?` for one, in either pattern.
 * Takes time in proportion to the product of the lengths at most; a character that changed nothing is passed over after that.
 */
export function globsIntersect(first: string, second: string): boolean {
  const start = sameStart(first, second)
  if (start === null) return false
  const a = collapse(first.slice(start[0]))
  const b = collapse(second.slice(start[1]))
  if (differsAtEnd(a, b)) return false
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a]
  const runs = shorter.split('').map(isRun)
  let row = new Uint8Array(shorter.length + 1)
  let next = new Uint8Array(shorter.length + 1)
  row[0] = 1
  for (let j = 1; j <= shorter.length; j += 1) row[j] = row[j - 1] === 1 && runs[j - 1] === true ? 1 : 0
  const idle = new Set<string>()
  for (let i = 0; i < longer.length; i += 1) {
    const left = longer.charAt(i)
    if (idle.has(left)) continue
    step(row, next, left, shorter, runs)
    if (isSameRow(row, next)) idle.add(left)
    else if (idle.size > 0) idle.clear()
    const kept = row
    row = next
    next = kept
  }
  return row[shorter.length] === 1
}
