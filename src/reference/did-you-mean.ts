/** How many edits two texts are apart: a letter added, dropped, changed, or two neighbours swapped. More than `limit` is `limit + 1`. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1]
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (before[j - 2] ?? 0) + 1 : Infinity,
      )
    }
    if (Math.min(...next) > limit) return limit + 1
    before = row
    row = next
  }
  return row[b.length] ?? limit + 1
}

/** Longest text that is compared: names in IAM are shorter. */
const LONGEST_GUESSED = 128

/**
 * The known names nearest to what was written, best first, at most `count`. Case does not count.
 * Short names may differ in one letter, longer ones in up to a quarter of theirs.
 */
export function didYouMean(written: string, known: Iterable<string>, count = 3): readonly string[] {
  const text = written.slice(0, LONGEST_GUESSED).toLowerCase()
  const limit = Math.max(1, Math.min(4, Math.floor(text.length / 4)))
  const scored: { name: string; score: number }[] = []
  for (const name of known) {
    const candidate = name.toLowerCase()
    const near = distance(text, candidate, limit)
    if (near <= limit) scored.push({ name, score: near })
    else if (text.length > 3 && (candidate.startsWith(text) || text.startsWith(candidate)))
      scored.push({ name, score: limit + Math.abs(candidate.length - text.length) })
  }
  return scored
    .toSorted((a, b) => a.score - b.score || a.name.length - b.name.length || (a.name < b.name ? -1 : 1))
    .slice(0, count)
    .map(({ name }) => name)
}
