/** One replacement that turns a text into another. */
export interface TextChange {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The smallest single replacement between two texts, so that what surrounds it keeps its place; null where they are equal. */
export function changeBetween(before: string, after: string): TextChange | null {
  if (before === after) return null
  const most = Math.min(before.length, after.length)
  let head = 0
  while (head < most && before[head] === after[head]) head += 1
  let tail = 0
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1
  return { start: head, end: before.length - tail, text: after.slice(head, after.length - tail) }
}

/** Text with the line ends of the editor. */
export function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}
