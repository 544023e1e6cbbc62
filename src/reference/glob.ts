const STAR = '*'
const ANY = '?'

/** A wildcard of our own that no policy can hold: any run of characters without a colon, as a field of an ARN is. */
export const FIELD = '\u0001'

const isRun = (character: string | undefined) => character === STAR || character === FIELD

/** Can the run take up this character, or this wildcard, of the other pattern? */
const takes = (run: string | undefined, other: string | undefined) => run === STAR || other !== ':'

/** "a**b" means "a*b" and costs less. */
const collapse = (glob: string) => glob.replace(/\*{2,}/g, STAR)

/** How many plain characters both begin with; -1 where plain characters differ before any wildcard. */
function sameStart(a: string, b: string): number {
  const isPlain = (character: string | undefined) => character !== undefined && character !== ANY && !isRun(character)
  let at = 0
  while (isPlain(a[at]) && a[at] === b[at]) at += 1
  return isPlain(a[at]) && isPlain(b[at]) ? -1 : at
}

/**
 * Is there a text that both patterns match? `*` stands for any run of characters, `?` for one, in either pattern.
 * Takes time in proportion to the product of the lengths, whatever they hold.
 */
export function globsIntersect(first: string, second: string): boolean {
  const start = sameStart(first, second)
  if (start === -1) return false
  const a = collapse(first.slice(start))
  const b = collapse(second.slice(start))
  let row = new Uint8Array(b.length + 1)
  row[0] = 1
  for (let j = 1; j <= b.length; j += 1) row[j] = row[j - 1] === 1 && isRun(b[j - 1]) ? 1 : 0
  for (let i = 1; i <= a.length; i += 1) {
    const left = a[i - 1]
    const next = new Uint8Array(b.length + 1)
    next[0] = row[0] === 1 && isRun(left) ? 1 : 0
    for (let j = 1; j <= b.length; j += 1) {
      const right = b[j - 1]
      const leftRuns = isRun(left) && (row[j] === 1 || (next[j - 1] === 1 && takes(left, right)))
      const rightRuns = isRun(right) && (next[j - 1] === 1 || (row[j] === 1 && takes(right, left)))
      const same =
        row[j - 1] === 1 && (left === right || (left === ANY && !isRun(right)) || (right === ANY && !isRun(left)))
      next[j] = leftRuns || rightRuns || same ? 1 : 0
    }
    row = next
  }
  return row[b.length] === 1
}
