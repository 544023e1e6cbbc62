import { bracketEnd } from '../text/bracket-end'
import { oneLine } from '../text/one-line'

/** Tags that a text lists together. */
export interface TagList {
  readonly tags: ReadonlyMap<string, string>
  readonly at: number
  readonly written: string
  /** The kind of things that a call tags with them, as `volume`, where it tells. */
  readonly of?: string
}

/** How a call says which kind of things the tags behind it, or before it, are for. */
const KIND_BEFORE = /["']?ResourceType["']?\s{0,3}[:=]\s{0,3}["']?([a-z][a-z-]{2,40})["']?\s{0,3},?\s{0,40}["']?$/
const KIND_BEHIND = /^\s{0,3},\s{0,40}["']?ResourceType["']?\s{0,3}[:=]\s{0,3}["']?([a-z][a-z-]{2,40})/
const FARTHEST = 120

const kindAround = (text: string, from: number, to: number): string | undefined =>
  (
    KIND_BEFORE.exec(text.slice(Math.max(0, from - FARTHEST), from)) ?? KIND_BEHIND.exec(text.slice(to, to + FARTHEST))
  )?.[1]

/** The lists of tags that a call sends for one kind of things: those that name no kind are for each. */
export const listsForKind = (lists: readonly TagList[], kind: string): readonly TagList[] =>
  lists.filter(({ of }) => of === undefined || of === kind)

const MOST_LISTS = 40
const LONGEST = 3_000

/** Where tags begin: `tags = {`, `"Tags": [`, `Tags:`, `--tags`, `Tags=[{`. */
const BEGIN =
  /(?<![\w.])(?:--)?["']?(?:[\w-]{0,30}[_-])?tags?(?:[-_]?(?:set|list)|-for-[a-z-]{2,30}|-of-resource)?["']?\s{0,4}(?:=>|[:=]|(?<=--tags)(?=\s))\s{0,4}/gi

/** A tag by two members, its key and its value. */
const PAIR =
  /["']?\b(?:Tag)?Key["']?\s{0,3}[:=]\s{0,3}["']?([\w:+./@-]{1,128})["']?\s{0,3}[,\n]\s{0,40}(?:["']?Resource(?:Id|Type)["']?\s{0,3}[:=]\s{0,3}["']?[\w-]{1,80}["']?\s{0,3}[,\n]\s{0,40}){0,2}["']?(?:Tag)?Value["']?\s{0,3}[:=]\s{0,3}["']?([^"'\n,}\]]{0,256})/gi
/** A tag by one member. */
const MEMBER =
  /(?<=^|[\s{,(])["']?([A-Z][\w:./-]{0,127})["']?\s{0,30}(?:=>|[:=])\s{0,4}["']?(?=[^\s"',}\]:])([^"'\n,}\]]{1,256})/gi

/** The lines below a name of YAML that are deeper. */
function deeperLines(text: string, at: number): string {
  const lineStart = text.lastIndexOf('\n', at) + 1
  const depth = /^[ \t]*/.exec(text.slice(lineStart, at))?.[0].length ?? 0
  const rest = text.slice(at, at + LONGEST).split('\n')
  const end = rest.findIndex(
    (line, i) =>
      i > 0 && line.trim() !== '' && (/^[ \t]*/.exec(line)?.[0].length ?? 0) <= depth && !/^[ \t]*- /.test(line),
  )
  return rest.slice(0, end < 0 ? rest.length : end).join('\n')
}

function tagsIn(body: string): ReadonlyMap<string, string> {
  const pairs = [...body.matchAll(PAIR)]
  const found = pairs.length > 0 ? pairs : [...body.matchAll(MEMBER)]
  return new Map(found.map(([, key, value]) => [key!, value!.trim()]))
}

/** The tags of one thing as the AWS CLI prints them as text. */
const LINES =
  /^TAGS[ \t]{1,8}\S{1,128}[ \t]{1,8}[^\n]{1,400}(?:\nTAGS[ \t]{1,8}\S{1,128}[ \t]{1,8}[^\n]{1,400}){0,49}/gm
const LINE =
  /^TAGS[ \t]{1,8}(\S{1,128})[ \t]{1,8}(?:[a-z]{1,12}-[\da-f]{6,20}[ \t]{1,8}[a-z-]{2,40}[ \t]{1,8})?([^\n]{1,256})$/gm

const printedLists = (text: string): readonly TagList[] =>
  [...text.matchAll(LINES)].slice(0, MOST_LISTS).map(({ 0: lines, index }) => ({
    tags: new Map([...lines.matchAll(LINE)].map(([, key, value]) => [key!, value!.trim()])),
    at: index,
    written: oneLine(lines),
  }))

/** Every list of tags in a text. */
export const tagLists = (text: string): readonly TagList[] => [...writtenLists(text), ...printedLists(text)]

/** The lists that are written as members or pairs, and not printed in columns. */
export function writtenLists(text: string): readonly TagList[] {
  return [...text.matchAll(BEGIN)].slice(0, MOST_LISTS).flatMap(({ 0: head, index }): readonly TagList[] => {
    const from = index + head.length
    const open = text.charAt(from)
    const close = open === '{' || open === '[' ? bracketEnd(text, from + 1, LONGEST) : null
    const body =
      close !== null
        ? text.slice(from + 1, close)
        : head.includes('--')
          ? (/^[^\n]{0,2000}?(?=\s--|\n|$)/.exec(text.slice(from, from + LONGEST))?.[0] ?? '')
          : deeperLines(text, from)
    const tags = tagsIn(body)
    const end = close === null ? from + body.length : close + 1
    const of = kindAround(text, index, end)
    return tags.size === 0
      ? []
      : [{ tags, at: index, written: oneLine(text.slice(index, end)), ...(of !== undefined && { of }) }]
  })
}
