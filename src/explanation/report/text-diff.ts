/** Lines of context around a change. */
const CONTEXT = 2

/** What changes between two texts, as the lines of a diff. */
export const textDiff = (before: string, after: string): string => {
  const old = before === '' ? [] : before.split(/\r?\n/)
  const now = after.split(/\r?\n/)
  const most = Math.min(old.length, now.length)
  let start = 0
  while (start < most && old[start] === now[start]) start += 1
  let end = 0
  while (end < most - start && old.at(-1 - end) === now.at(-1 - end)) end += 1
  const mark = (sign: string, lines: readonly string[]) => lines.map((line) => `${sign}${line}`)
  return [
    ...mark(' ', old.slice(Math.max(0, start - CONTEXT), start)),
    ...mark('-', old.slice(start, old.length - end)),
    ...mark('+', now.slice(start, now.length - end)),
    ...mark(' ', end === 0 ? [] : old.slice(old.length - end, old.length - end + CONTEXT)),
  ].join('\n')
}
