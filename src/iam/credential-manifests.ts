import type { Span } from '../text/span'

/** The manifest of a Secret of Kubernetes, in YAML or in JSON, and what Terraform makes one of. */
const IS_SECRET =
  /\bkind\\{0,4}["']?[ \t]{0,4}:[ \t]{0,4}\\{0,4}["']?Secret(?![\w-])|\bresource\s{1,4}"kubernetes_secret(?:_v1)?"/g
/** What parts manifests. */
const PARTED = /^---[ \t]*$/gm
/** A manifest is looked through so far on both sides of its kind. */
const REACH = 20_000

/** Its values: in lines that stand further in than their heading, or between braces. */
const HEADING = /^(?<indent>[ \t]{0,40})(?:stringData|data):[ \t]*(?:#.*)?$/gm
const MEMBERS = /(?:["'](?:stringData|data)\\{0,4}["']\s{0,8}:|\bdata\s{0,8}=)\s{0,8}\{(?<members>[^{}]{0,8000})/g
const MEMBER = /[:=]\s{0,8}\\{0,4}"(?<value>(?:[^"\\]|\\[^"]){1,4000})/g
const NAME = /^[\w.-]{1,253}[ \t]{0,4}:(?=[ \t]|$)/

/** What says how the next lines are to be read, what is filled in elsewhere, and what was taken out. */
const isNone = (value: string) => value === '' || value === '[removed]' || /^(?:[|>][-+\d]{0,2}$|[$*<{%#])/.test(value)

/** The value of a line, without the name before it and the quotes round it. */
function valueOfLine(line: string): Span | null {
  const name = NAME.exec(line.trimStart())?.[0].length ?? 0
  const rest = line.slice(line.length - line.trimStart().length + name)
  const value = rest.trim().replace(/^["']/, '').replace(/["']$/, '')
  if (isNone(value)) return null
  const start = line.lastIndexOf(value)
  return [start, start + value.length]
}

function* linesBelow(text: string, from: number, indent: number): Iterable<Span> {
  for (let start = from; start < text.length;) {
    const end = text.indexOf('\n', start)
    const line = text.slice(start, end === -1 ? text.length : end).trimEnd()
    if (line !== '' && line.length - line.trimStart().length <= indent) return
    const value = line === '' ? null : valueOfLine(line)
    if (value !== null) yield [start + value[0], start + value[1]]
    if (end === -1) return
    start = end + 1
  }
}

function* valuesIn(manifest: string): Iterable<Span> {
  for (const { 0: heading, index, groups } of manifest.matchAll(HEADING))
    yield* linesBelow(manifest, index + heading.length + 1, groups?.['indent']?.length ?? 0)
  for (const { 0: whole, index, groups } of manifest.matchAll(MEMBERS)) {
    const from = index + whole.length - (groups?.['members']?.length ?? 0)
    for (const member of (groups?.['members'] ?? '').matchAll(MEMBER)) {
      const value = member.groups?.['value'] ?? ''
      const start = from + member.index + member[0].indexOf('"') + 1
      if (!isNone(value)) yield [start, start + value.length]
    }
  }
}

/** The values of Secrets of Kubernetes: all that stands below `data` and `stringData`, whatever it is called. */
export function* manifestSecrets(text: string): Iterable<Span> {
  let reached = 0
  for (const { index } of text.matchAll(IS_SECRET)) {
    if (index < reached) continue
    const ends = [...text.slice(Math.max(0, index - REACH), index + REACH).matchAll(PARTED)].map(
      (part) => Math.max(0, index - REACH) + part.index,
    )
    const from = Math.max(0, index - REACH, ...ends.filter((end) => end < index))
    const to = Math.min(text.length, index + REACH, ...ends.filter((end) => end > index))
    reached = to
    for (const [start, end] of valuesIn(text.slice(from, to))) yield [from + start, from + end]
  }
}
