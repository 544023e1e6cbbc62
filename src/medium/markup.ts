import { own } from '../text/own'
import type { Edit } from '../text/mapped-text'
import { ENTITIES } from './characters'

/** Tags that pages put around code and prose, and what stands in their place where one opens and where it closes. */
const TAGS: Readonly<Record<string, readonly [open: string, close: string]>> = {
  ...Object.fromEntries(
    'span code b i em strong a font tt kbd samp'.split(' ').map((name) => [name, ['', ''] as const]),
  ),
  ...Object.fromEntries(
    'p div pre li ul ol tr table tbody thead section blockquote h1 h2 h3 h4 h5 h6'
      .split(' ')
      .map((name) => [name, ['', '\n'] as const]),
  ),
  td: ['', ' '],
  th: ['', ' '],
}

const TAG = /<(\/?)([a-z][a-z\d]{0,12})(?:\s[^<>\n]{0,400})?>/g

/** Tags of HTML, where one closes: other words in angle brackets stand for something that somebody left out. */
export function tags(text: string): readonly Edit[] {
  if (!text.includes('</')) return []
  const closed = new Set(Array.from(text.matchAll(/<\/([a-z][a-z\d]{0,12})>/g), ([, name = '']) => name))
  return [...text.matchAll(TAG)].flatMap(({ 0: tag, 1: slash, 2: name = '', index }): readonly Edit[] => {
    const to = closed.has(name) ? own(TAGS, name) : undefined
    if (to === undefined) return []
    const end = index + tag.length
    const put = slash === '' ? to[0] : to[1]
    // A line that ends there anyway needs no second end.
    return [{ start: index, end, to: put === '\n' && text.charAt(end) === '\n' ? '' : put }]
  })
}

/** The breaks of lines in HTML. */
export const lineBreaks = (text: string): readonly Edit[] =>
  Array.from(text.matchAll(/<br\s{0,2}\/?>\n?/g), ({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
    to: '\n',
  }))

/** The names of characters in HTML. */
export const entities = (text: string): readonly Edit[] =>
  !text.includes('&')
    ? []
    : [...text.matchAll(/&(#?\w{2,5});/g)].flatMap(({ 0: found, 1: name = '', index }): readonly Edit[] => {
        const to = own(ENTITIES, name)
        return to === undefined ? [] : [{ start: index, end: index + found.length, to }]
      })

/** The marks of Jira’s blocks, and of messages in a log of GitHub, each at the end of a line. */
const MARKS =
  /^[ \t]{0,8}\{(?:noformat|quote|code(?::[\w|=.:-]{1,60})?)\}[ \t]*(?:\n|$)|\{(?:noformat|code|quote)\}(?=[ \t]*$)|^[ \t]{0,8}\{(?:noformat|code(?::[\w|=.:-]{1,60})?)\}|^##\[(?:error|warning|debug|command|section)\]/gm

/** These marks. */
export const marks = (text: string): readonly Edit[] =>
  text.includes('{noformat') || text.includes('{code') || text.includes('{quote') || text.includes('##[')
    ? Array.from(text.matchAll(MARKS), ({ 0: found, index }) => ({ start: index, end: index + found.length, to: '' }))
    : []
