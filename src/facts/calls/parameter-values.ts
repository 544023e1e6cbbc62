import { innerValues } from './inner-values'

/** The parameters of a call by name, as its text has them; an option without a value is true. */
export type Parameters = Readonly<Record<string, string | true>>

/**
 * The values of parameters by their names in lower case without dashes; those within others by all names that lead to them,
 * `outer.between.inner`, and as `outer.inner`.
 */
export type ParameterValues = ReadonlyMap<string, readonly string[]>

/** A parameter's name without what differs from tool to tool: `grantRead` and `--grant-read` are one. */
export const plainParameter = (name: string): string => name.toLowerCase().replace(/[-_]/g, '')

const LONGEST_COMMAND = 4_000
const MOST = 200

/** What stands in quotes in a list, or has no blanks and commas. */
const ITEM = /"([^"]{0,300})"|'([^']{0,300})'|([^\s,[\]"']{1,300})/g

const itemsOf = (text: string): readonly string[] =>
  [...text.slice(0, LONGEST_COMMAND).matchAll(ITEM)]
    .slice(0, MOST)
    .map(([, one, two, three]) => one ?? two ?? three ?? '')

/** Is it a value that holds names, and no plain one such as an ARN or a time? */
const isNested = (text: string): boolean =>
  /^[[{\s]{0,40}["']?[A-Z][\w.-]*["']?\s{0,20}[:=](?!\/\/)/i.test(text) && !/^arn:/.test(text)

/** Every value that the parameters of a call hold, by name. */
export function parameterValues(parameters: Parameters): ParameterValues {
  const found = new Map<string, string[]>()
  const add = (name: string, values: readonly string[]) => {
    const before = found.get(name)
    if (before === undefined) found.set(name, [...values])
    else for (const value of values) if (!before.includes(value)) before.push(value)
  }
  for (const [written, value] of Object.entries(parameters).slice(0, MOST)) {
    const name = plainParameter(written)
    if (value === true && /^no[A-Z]/.test(written)) add(name.slice('no'.length), ['false'])
    const text = value === true ? 'true' : value.slice(0, LONGEST_COMMAND)
    const isInner = isNested(text)
    add(name, isInner ? [text] : itemsOf(text))
    if (!isInner) continue
    for (const { path, value: inner, isQuoted } of innerValues(text).slice(0, MOST)) {
      const names = path.map(plainParameter)
      const values = isQuoted ? [inner] : itemsOf(inner)
      if (names.length > 1) add([name, ...names].join('.'), values)
      add(`${name}.${names.at(-1) ?? ''}`, values)
    }
  }
  for (const [name, values] of [...found]) {
    const inner = name.slice(name.lastIndexOf('.') + 1)
    if (inner !== name && !found.has(inner)) found.set(inner, values)
  }
  return found
}

/** The values of the first of some parameters that has any. */
export const firstOf = (values: ParameterValues, names: readonly string[]): readonly string[] =>
  names.map((name) => values.get(name) ?? []).find((list) => list.length > 0) ?? []
