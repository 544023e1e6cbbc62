import fc from 'fast-check'
import type { CasePolicies, CaseRequest, ContextValue } from '../case/access-case'
import { policiesIn, levelsOf } from '../case/layer-policies'
import { findConditionKey, isMultivaluedKey } from '../facts/keys/condition-keys'
import { instantText, parseInstant } from '../iam/instant'
import { CASE_LAYERS, hasLevels } from '../iam/layers'
import { parsePolicy } from '../policy/parse-policy'
import type { Statement } from '../policy/policy'
import { PRINCIPALS } from './arbitrary-case'
import { arbitraryValue } from './arbitrary-condition'

/** Requests at the boundaries of what policies name: of globs, of ranges, of points in time, of lists. */

const statementsOf = (policies: CasePolicies): readonly Statement[] =>
  CASE_LAYERS.flatMap((layer) => {
    const lists = hasLevels(layer)
      ? levelsOf(policies, layer).map((level) => level.policies)
      : [policiesIn(policies, { layer, level: null })]
    return lists.flat().flatMap(({ document }) => parsePolicy(document, layer).statements)
  })

/** Texts that a pattern takes in, and some beside it. */
const around = (pattern: string): readonly string[] => {
  const filled = ['', 'x', 'a/b', 'alice'].map((by) => pattern.replaceAll('*', by).replaceAll('?', by.charAt(0) || 'q'))
  return [...filled, ...filled.flatMap((text) => [`${text}x`, text.slice(0, -1)])]
}

/** Two patterns at once, one's beginning and the other's end. */
const crossed = (patterns: readonly string[]): readonly string[] =>
  patterns.flatMap((one) =>
    patterns.flatMap((other) => [`${one.split('*')[0] ?? ''}${other.slice(other.lastIndexOf('*') + 1)}`]),
  )

const ofNumber = (text: string): readonly string[] =>
  /^\d+(?:\.\d+)?$/.test(text) ? [String(Number(text) - 1), String(Number(text) + 1), String(Number(text))] : []

const ofInstant = (text: string): readonly string[] => {
  const at = parseInstant(text)
  return at === null ? [] : [at - 1000, at, at + 1000].map(instantText)
}

/** The first and the last address of a range, and the ones beside them. */
const ofRange = (text: string): readonly string[] => {
  const [, address = '', prefix = ''] = /^(\d+\.\d+\.\d+\.\d+)\/(\d+)$/.exec(text) ?? []
  if (address === '') return []
  const size = 2 ** (32 - Number(prefix))
  const first = address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0)
  return [first - 1, first, first + size - 1, first + size]
    .filter((at) => at >= 0 && at < 2 ** 32)
    .map((at) => [24, 16, 8, 0].map((shift) => Math.floor(at / 2 ** shift) % 256).join('.'))
}

const valuesAround = (text: string): readonly string[] => [
  ...around(text),
  ...ofNumber(text),
  ...ofInstant(text),
  ...ofRange(text),
]

/** Keys that AWS fills with an address hold nothing else. */
const ADDRESSES = ['203.0.113.7', '198.51.100.9']

const possibleValues = (key: string, texts: readonly string[]): readonly string[] =>
  findConditionKey(key)?.type === 'ip'
    ? [...texts.flatMap(ofRange), ...ADDRESSES]
    : [...texts.flatMap(valuesAround), 'other']

const valueOf = (key: string, texts: readonly string[]): fc.Arbitrary<ContextValue> => {
  const one = fc.constantFrom(...possibleValues(key, texts))
  const drawn = fc.oneof({ weight: 3, arbitrary: one }, { weight: 1, arbitrary: arbitraryValue(key) })
  return isMultivaluedKey(key.toLowerCase()) ? fc.uniqueArray(one, { minLength: 1, maxLength: 2 }) : drawn
}

/** Requests whose parts lie where the policies of one side or the other begin and end. */
export function boundaryRequest(sides: readonly CasePolicies[], base: CaseRequest): fc.Arbitrary<CaseRequest> {
  const statements = sides.flatMap(statementsOf)
  const textsOf = (element: 'action' | 'resource'): readonly string[] =>
    statements.flatMap((statement) => (statement[element]?.values ?? []).map(({ text }) => text))
  const actions = textsOf('action')
    .flatMap((text) => ['', 'GetObject', 'Any'].map((by) => text.replaceAll('*', by).replaceAll('?', 'G')))
    .filter((text) => /^[a-z\d-]+:[A-Za-z]+$/.test(text))
  const patterns = [...new Set(textsOf('resource'))]
  const resources = [...patterns.flatMap(around), ...crossed(patterns)].filter((text) => text.split(':').length > 5)
  const keys = new Map<string, string[]>()
  for (const { conditions } of statements)
    for (const { key, values } of conditions)
      keys.set(key, [
        ...(keys.get(key) ?? []),
        ...values.map(({ text }) => text).filter((text) => !text.includes('${')),
      ])
  const ownKeys = [...keys].filter(([key]) => !/^aws:(?:Principal(?:Arn|Account|Type)|username)$/i.test(key))
  const context = fc
    .tuple(...ownKeys.map(([key, texts]) => fc.option(valueOf(key, texts), { nil: undefined, freq: 4 })))
    .map((values) =>
      Object.fromEntries(ownKeys.flatMap(([key], i) => (values[i] === undefined ? [] : [[key, values[i]]]))),
    )
  return fc
    .record({
      principal: fc.constantFrom(base.principal, ...PRINCIPALS),
      action: fc.constantFrom(base.action, ...actions),
      resource: fc.constantFrom(base.resource, ...resources),
      context,
    })
    .map(({ context: drawn, ...one }) => ({
      ...base,
      ...one,
      context: { ...base.context, ...(drawn as Record<string, ContextValue>) },
    }))
}
