import type { TextEdit } from '../../text/text-edit'

/** The smallest single edit that turns one text into another. */
export const textDifference = (before: string, after: string): TextEdit => {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start += 1
  let end = 0
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1
  return { span: [start, before.length - end], text: after.slice(start, after.length - end) }
}
