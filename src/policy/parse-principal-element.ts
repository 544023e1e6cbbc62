import { hasMark } from '../case/holes'
import { parsePrincipalValue } from '../iam/principal'
import type { JsonReader } from '../text/json-reader'
import type { PrincipalElement, PrincipalText } from './policy'
import { kindInWords, type PolicyProblems } from './policy-problems'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
const KEYS: ReadonlySet<string> = new Set(['AWS', 'Service', 'Federated', 'CanonicalUser'])

/** Does a text stand for the whole element: everyone, or a hole? */
const isWhole = (text: string): boolean => text === '*' || hasMark(text)

/** Reads the value of Principal or NotPrincipal. */
export function parsePrincipalElement<N>(
  node: N,
  not: boolean,
  reader: JsonReader<N>,
  problems: PolicyProblems,
): PrincipalElement {
  const span = reader.span(node)
  const kind = reader.kind(node)
  const values: PrincipalText[] = []
  const add = (key: string, item: N) => {
    const itemSpan = reader.span(item)
    if (reader.kind(item) !== 'string') {
      problems.fatal('element-not-text', itemSpan, { element: 'Principal', found: kindInWords(reader.kind(item)) })
      return
    }
    const text = reader.scalar(item)
    problems.placeholders(text, itemSpan)
    const names = parsePrincipalValue(key, text)
    values.push({ key, text, span: itemSpan, names })
    if (names.kind === 'group') problems.warn('principal-group', itemSpan, { text })
    else if (text.includes('*') && names.kind !== 'everyone') problems.warn('principal-wildcard', itemSpan, { text })
  }
  if (kind === 'string' && isWhole(reader.scalar(node))) add('AWS', node)
  else if (kind === 'object') {
    const fields = reader.fields(node)
    const { keys } = fields
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as string
      const value = fields.values[i] as N
      if (!KEYS.has(key)) problems.fatal('principal-unknown-key', reader.keySpan(node, i), { key })
      else if (reader.kind(value) === 'array') for (const item of reader.items(value)) add(key, item)
      else add(key, value)
    }
  } else problems.fatal('principal-not-readable', span)
  return { not, span, values }
}
