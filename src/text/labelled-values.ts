import { append } from './append'
import { bracketEnd } from './bracket-end'
import { isNameInCode } from './code-names'
import { oneLine } from './one-line'
import { queriedValues } from './queried-values'
import { wordsApart } from './letter-case'

/** A name in a text with what stands behind it: an option, a parameter, a field of a log or of a console. */
export interface LabelledValue {
  /** The words of the name in lower case, each in its singular: `subnet_ids` is `subnet`, `id`. */
  readonly words: readonly string[]
  readonly values: readonly string[]
  /** As it stands there, on one line. */
  readonly written: string
  /** The name alone, as it stands there. */
  readonly name: string
  readonly at: number
  /** A command printed it: it sets nothing. */
  readonly isPrinted?: true
}

/** `name = value`, `name: value`, `name => value`. What holds together by colons is no name with a value: `arn:aws:s3`. */
const PAIR =
  /(?<!\$\{)(?<![\w.<$/"'`-])(?<name>[A-Z][\w-]{0,60})(?:\s{0,20}(?:=>|=(?![=>]))\s{0,3}|[ \t]{0,4}:(?:[ \t]{1,4}|(?=["'[])))(?=[^\s=:])/gi
const QUOTED = /(?<quote>["'`])(?<name>[A-Z][\w-]{0,60})\k<quote>\s{0,20}(?:=>|[:=])\s{0,3}(?=[^\s=:>])/gi
/** A name of several words, as consoles write it, at the beginning of a line. */
const PHRASE = /(?<=^|\n)[ \t*-]{0,8}(?<name>[A-Z][\w-]{0,30}(?: [A-Z][\w-]{0,30}){1,3}):[ \t]{1,4}(?=\S)/gi
const OPTION = /(?<=\s)--(?<name>[a-z][a-z\d-]{1,60})(?:=|[ \t]{1,2}(?:\\\n\s{0,8})?)(?=[^\s-])/g
/** An option that is on by standing there: nothing follows it, or another option. */
const FLAG = /(?<=\s)--(?!no-)(?<name>[a-z][a-z\d-]{1,60})(?=[ \t]{0,4}(?:\\?\n|$)|[ \t]{1,4}--)/g
/** A list of YAML below its name. */
const YAML_LIST = /(?<=^|\n)[ \t]{0,40}["']?(?<name>[A-Z][\w-]{0,60})["']?:[ \t]{0,4}\n(?=[ \t]{0,40}- \S)/gi
const YAML_ITEM = /[ \t]{0,40}- ["']?([^\s"'{[:][^\s"']{0,300})["']?[ \t]{0,4}(?:\n|$)/y

const PLAIN = /"([^"\n]{0,500})"|'([^'\n]{0,500})'|`([^`\n]{1,300})`|([\w./:@*+%$-]{1,300})(?![\w({<])/y

const LONGEST_LIST = 2_000
const MOST_ITEMS = 40
const MOST = 3_000

const ITEM = /"([^"\n]{1,300})"|'([^'\n]{1,300})'|([^\s,[\]"'{}()]{1,300})/g

const singular = (word: string): string =>
  word === 'ids'
    ? 'id'
    : word.length > 3 && /[^su]s$/.test(word)
      ? word.endsWith('ies')
        ? `${word.slice(0, -3)}y`
        : word.slice(0, -1)
      : word

/** The words of a name in lower case: of `InstanceType`, `instance_type`, `--instance-type` and `Instance type` the same. */
export const wordsOfName = (name: string): readonly string[] =>
  wordsApart(name)
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '')
    .map(singular)

interface Read {
  readonly values: readonly string[]
  readonly end: number
  /** Does it stand there without quotes? */
  readonly isPlain?: true
}

/** A value as it is used in a sentence: a full stop or comma that ends the sentence is none of it. */
const trimmed = (value: string): string => value.replace(/[.,:]{1,3}$/, '')

function readValue(text: string, from: number): Read | null {
  if (text.charAt(from) === '[') {
    const end = bracketEnd(text, from + 1, LONGEST_LIST)
    const inner = end === null ? '' : text.slice(from + 1, end)
    if (end === null || /[{[]/.test(inner)) return null
    const values = [...inner.matchAll(ITEM)]
      .slice(0, MOST_ITEMS)
      .map(([, one, two, three]) => one ?? two ?? three ?? '')
    return values.length === 0 ? null : { values, end: end + 1 }
  }
  PLAIN.lastIndex = from
  const found = PLAIN.exec(text)
  if (found === null) return null
  const [whole, one, two, three, plain] = found
  const value = one ?? two ?? three ?? trimmed(plain ?? '')
  if (value === '') return null
  return { values: [value], end: from + whole.length, ...(plain !== undefined && { isPlain: true }) }
}

/** The value behind a name; what names a variable there is none. */
function readAssigned(text: string, from: number, at: number): Read | null {
  const read = readValue(text, from)
  return read?.isPlain === true && isNameInCode(read.values[0]!, text, at) ? null : read
}

/** What follows an option of a command line: one value, or several in a row. */
function readOption(text: string, from: number): Read | null {
  const first = readValue(text, from)
  if (first === null) return null
  const values = [...first.values]
  let { end } = first
  for (let i = 0; i < MOST_ITEMS; i++) {
    const gap = /^ (?=[\w"'])/.exec(text.slice(end, end + 2))
    const next = gap === null ? null : readValue(text, end + 1)
    if (next === null) break
    append(values, next.values)
    end = next.end
  }
  return { values, end }
}

function readYamlList(text: string, from: number): Read | null {
  const values: string[] = []
  let end = from
  for (let i = 0; i < MOST_ITEMS; i++) {
    YAML_ITEM.lastIndex = end
    const found = YAML_ITEM.exec(text)
    if (found === null) break
    values.push(found[1]!)
    end += found[0].length
  }
  return values.length === 0 ? null : { values, end }
}

/** Every name of a text that has a value behind it, in order. */
export function labelledValues(text: string): readonly LabelledValue[] {
  const all: LabelledValue[] = []
  const add = (pattern: RegExp, read: (text: string, from: number, at: number) => Read | null) => {
    let tried = 0
    for (const { 0: head, index, groups } of text.matchAll(pattern)) {
      if (++tried > MOST) return
      const found = read(text, index + head.length, index)
      const name = groups?.name ?? ''
      if (found === null) continue
      const written = oneLine(text.slice(index, found.end))
      all.push({ words: wordsOfName(name), values: found.values, written, name, at: index })
    }
  }
  add(PAIR, readAssigned)
  add(QUOTED, readAssigned)
  add(PHRASE, readValue)
  add(OPTION, readOption)
  add(FLAG, (_, end) => ({ values: ['true'], end }))
  add(YAML_LIST, readYamlList)
  append(
    all,
    queriedValues(text).map((one) => ({ ...one, words: wordsOfName(one.name), isPrinted: true as const })),
  )
  return all.toSorted((one, other) => one.at - other.at)
}
