import type { Call } from '../../denial/call'
import { innerValues } from '../../facts/calls/inner-values'
import { isOfOperation } from '../../iam/operations'
import { nameOfAction } from '../../iam/action'
import type { LabelledValue } from '../../text/labelled-values'
import { oneLine } from '../../text/one-line'

/** Names that so many things have that one within another says nothing. */
const COMMON =
  /^(?:action|arn|code|description|effect|id|key|message|name|principal|resource|role|scope|state|statu|tag|type|user|value|version)$/

/** A name without what tools write otherwise, in its singular. */
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z\d.]/g, '')
    .replace(/s$/, '')

/** The names under which a call has the parameter that fills a key: the key's own, and what it has behind its operation's. */
function namesOfKey(key: string, action: string): readonly string[] {
  const local = key.slice(key.indexOf(':') + 1).replace(/[/:]/g, '.')
  const operation = nameOfAction(action)
  const rest = local.slice(operation.length)
  const isBehind = local.toLowerCase().startsWith(operation.toLowerCase()) && /^[A-Z]/.test(rest)
  return (isBehind ? [local, rest] : [local]).map(plain)
}

/** Is what leads to a parameter, or the last of it, named so? A key that is a path names all that leads to it. */
const isNamed = (path: readonly string[], names: readonly string[]): boolean =>
  names.some((name) =>
    name.includes('.')
      ? plain(path.join('.')) === name
      : path.some((_, from) => plain(path.slice(from).join('')) === name && (from === 0 || !COMMON.test(name))),
  )

/** A parameter of the call with what leads to it, and its value. */
interface Parameter {
  readonly path: readonly string[]
  readonly value: string
}

const MOST = 200

function parametersOf({ parameters }: Call): readonly Parameter[] {
  return Object.entries(parameters)
    .slice(0, MOST)
    .flatMap(([name, value]): readonly Parameter[] => {
      if (value === true)
        return /^no[A-Z]/.test(name)
          ? [{ path: [name.slice('no'.length)], value: 'false' }]
          : [{ path: [name], value: 'true' }]
      const inner = innerValues(value)
      return inner.length === 0
        ? value.split(/[\s,]+/).map((one) => ({ path: [name], value: one }))
        : inner.map((one) => ({ path: [name, ...one.path], value: one.value }))
    })
}

/** A name without what says in which form its value stands. */
const stemOf = (name: string): string => name.replace(/(?:type|arn|id|name)$/, '')

type Named<T> = readonly { readonly path: readonly string[]; readonly it: T }[]

/** Those that have the name of a key, else those that differ from it by a form alone. */
function bestNamed<T>(all: Named<T>, key: string, action: string): Named<T> {
  const names = namesOfKey(key, action)
  const exact = all.filter(({ path }) => isNamed(path, names))
  if (exact.length > 0) return exact
  const stems = names.filter((name) => !name.includes('.')).map((name) => stemOf(name))
  const isTelling = (stem: string) => stem !== '' && !COMMON.test(stem)
  return all.filter(({ path }) => {
    const stem = stemOf(plain(path.at(-1) ?? ''))
    return isTelling(stem) && stems.includes(stem)
  })
}

/** What the call sets by the name of a key, as labels; none where it has no such parameter. */
export function namedParameters(
  call: Call | undefined,
  key: string,
  action: string,
  labels: readonly LabelledValue[],
): readonly LabelledValue[] {
  if (call === undefined || !isOfOperation(action, call.service, call.operation)) return []
  const all = parametersOf(call).map(({ path, value }) => ({ path, it: value }))
  return bestNamed(all, key, action).map(({ path: [top = '', ...inner], it }) => {
    const label = labels.find(({ name }) => plain(name) === plain(top))
    const name = [label?.name ?? top, ...inner].join('.')
    return { words: [], values: [it], written: label?.written ?? oneLine(`${name} ${it}`), name, at: 0 }
  })
}

const MOST_LINES = 120
const NAME = /^[ \t]*(?:- )?["']?([A-Z][\w.-]{0,60})/i

const depthOf = (line: string): number => /^[ \t]*(?:- )?/.exec(line)?.[0].length ?? 0

/** The names of what a place of a template lies in, by how far its lines are moved in, the outermost first. */
function outerNames(text: string, at: number): readonly string[] {
  const lines = text.slice(0, at).split('\n').slice(-MOST_LINES)
  let depth = depthOf(lines.at(-1) ?? '')
  const names: string[] = []
  for (const line of lines.slice(0, -1).toReversed()) {
    const own = depthOf(line)
    const [, name] = NAME.exec(line) ?? []
    if (name === undefined || own >= depth) continue
    names.unshift(name)
    depth = own
    if (depth === 0) break
  }
  return names
}

/** What a template sets within others by the name of a key. */
export function nestedLabels(
  text: string,
  key: string,
  action: string,
  labels: readonly LabelledValue[],
): readonly LabelledValue[] {
  const names = namesOfKey(key, action)
  return labels.filter(({ name, at }) => {
    const own = plain(name)
    if (!names.some((one) => one !== own && one.endsWith(own))) return false
    const path = [...outerNames(text, at), name]
    return path.some((_, from) => from < path.length - 1 && isNamed(path.slice(from), names))
  })
}
