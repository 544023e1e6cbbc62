import { keysWith } from '../../facts/keys/condition-keys'
import type { ReasonCode } from '../../evaluation/reason-codes'
import type { ElementResult } from '../../evaluation/evaluation'
import { actualClause, clauseOf, writtenValues } from '../messages/conditions'
import { contextValue } from '../steps/step-facts'
import {
  failsOnlyOn,
  isKey,
  proof,
  who,
  SOURCE_KEYS,
  type Missed,
  type Rules,
  type FindingContext,
} from './finding-context'

type Codes =
  | 'condition-key-never-here'
  | 'mfa-absent'
  | 'mfa-not-used'
  | 'source-ip-through-endpoint'
  | 'vpc-key-outside-endpoint'
  | 'principal-tag-not-set'
  | 'resource-tag-not-set'
  | 'request-tag-not-set'
  | 'username-of-role'
  | 'variable-without-value'
  | 'source-key-for-caller'
  | 'session-arn-in-principal-arn'
  | 'wildcard-in-exact-operator'
  | 'condition-value-differs-in-case'
  | 'variables-in-old-version'
  | 'condition-key-absent'
  | 'condition-not-met'

interface Test {
  readonly miss: Missed
  readonly element: ElementResult
}

/** Each test that keeps an Allow for this action from applying. */
const failedTests = (scene: FindingContext): readonly Test[] =>
  scene.misses
    .filter((miss) => failsOnlyOn(miss, 'Condition', 'Resource'))
    .flatMap((miss) =>
      miss.failed
        .filter(({ element, matches }) => element === 'Condition' && matches === 'no')
        .map((element) => ({ miss, element })),
    )

/** Absent, as another request might not have it. */
const isAbsent = ({ element }: Test): boolean => element.actual === null && !element.isNever

/** Is the value of the request known, and another one? */
const isCompared = ({ element }: Test): boolean => element.actual !== null && element.actual !== undefined

/** Has the key several values, whichever, under an operator that takes one? */
const isOfList = ({ element }: Test): boolean =>
  element.actual !== null && element.reason === 'multivalued-without-set-operator'

const lowerKeyOf = ({ element }: Test): string => (element.key ?? '').toLowerCase()

const MFA_KEYS = [...keysWith('mfa')]
const ADDRESS_KEYS = ['aws:sourceip'] as const
const VPC_KEYS = [...keysWith('endpoint')]

/** Tags: the beginning of the key, and the finding that says what is missing. */
const TAGS = { principal: 'aws:principaltag/', resource: 'aws:resourcetag/', request: 'aws:requesttag/' } as const

const isThroughEndpoint = ({ evaluation }: FindingContext): boolean =>
  VPC_KEYS.some((key) => contextValue(evaluation.context, key) !== null)

const plain = (scene: FindingContext, { miss, element }: Test) => ({
  facts: { who: who(scene, miss), key: element.key ?? '', wants: clauseOf(element), got: actualClause(element) },
  evidence: proof(miss, element),
})

const tests = (scene: FindingContext, is: (test: Test) => boolean) =>
  failedTests(scene)
    .filter(is)
    .map((test) => plain(scene, test))

const isCallers = (scene: FindingContext): boolean => scene.caller !== null && scene.caller.kind !== 'service'

/** Absent keys that have a finding of their own. */
const SPECIAL: readonly ((scene: FindingContext, test: Test) => boolean)[] = [
  (_, { element }) => isKey(element, ...MFA_KEYS),
  (scene, { element }) => isKey(element, ...ADDRESS_KEYS) && isThroughEndpoint(scene),
  (scene, { element }) => isKey(element, ...VPC_KEYS) && !isThroughEndpoint(scene),
  (_, test) => Object.values(TAGS).some((start) => lowerKeyOf(test).startsWith(start)),
  (scene, { element }) => isKey(element, 'aws:username') && scene.caller?.kind === 'roleSession',
  (scene, { element }) => isKey(element, ...SOURCE_KEYS) && isCallers(scene),
  (scene, { element }) => isKey(element, ...SOURCE_KEYS) && scene.caller?.kind === 'service',
  (_, { element }) => isKey(element, 'sts:externalid'),
  (_, test) => test.miss.layer.layer === 'trust' && /:(?:sub|aud)$/.test(lowerKeyOf(test)),
]

/** Tests whose wrong value has a finding of its own. */
const isTold = (scene: FindingContext, test: Test): boolean =>
  test.element.values.some(({ reason }) => reason === 'variable-without-value') ||
  isKey(test.element, 'aws:multifactorauthpresent', 'sts:externalid') ||
  (test.miss.layer.layer === 'trust' && /:(?:sub|aud)$/.test(lowerKeyOf(test))) ||
  (scene.caller?.kind === 'service' && isKey(test.element, ...SOURCE_KEYS))

const tagTests = (scene: FindingContext, start: string) =>
  failedTests(scene)
    .filter((test) => isAbsent(test) && lowerKeyOf(test).startsWith(start))
    .map(({ miss, element }) => ({
      facts: {
        who: who(scene, miss),
        tag: (element.key ?? '').slice(start.length),
        principal: scene.caller?.name ?? scene.accessCase.request.principal,
        resource: scene.accessCase.request.resource,
      },
      evidence: proof(miss, element),
    }))

/** Values of elements that did not match for a reason of their own. */
const valuesWith = (scene: FindingContext, reason: ReasonCode) =>
  scene.misses.flatMap((miss) =>
    miss.failed.flatMap((element) =>
      element.values
        .filter((value) => value.reason === reason)
        .map((value) => ({
          miss,
          element,
          text: value.text,
          evidence: proof(miss, { ...element, span: value.span ?? element.span }),
        })),
    ),
  )

const usesUsername = (text: string): boolean => text.toLowerCase().includes('${aws:username')

/** What an Allow does not reach by its conditions. */
export const CONDITION_RULES: Rules<Codes> = {
  'condition-key-never-here': (scene) =>
    failedTests(scene)
      .filter(({ element }) => element.isNever)
      .map(({ miss, element }) => ({
        facts: { who: who(scene, miss), key: element.key ?? '', action: scene.accessCase.request.action },
        evidence: proof(miss, element),
      })),
  'mfa-absent': (scene) => tests(scene, (test) => isAbsent(test) && isKey(test.element, ...MFA_KEYS)),
  'mfa-not-used': (scene) =>
    tests(scene, (test) => test.element.actual !== null && isKey(test.element, 'aws:multifactorauthpresent')),
  'source-ip-through-endpoint': (scene) =>
    isThroughEndpoint(scene) ? tests(scene, (test) => isAbsent(test) && isKey(test.element, ...ADDRESS_KEYS)) : [],
  'vpc-key-outside-endpoint': (scene) =>
    isThroughEndpoint(scene) ? [] : tests(scene, (test) => isAbsent(test) && isKey(test.element, ...VPC_KEYS)),
  'principal-tag-not-set': (scene) => tagTests(scene, TAGS.principal),
  'resource-tag-not-set': (scene) => tagTests(scene, TAGS.resource),
  'request-tag-not-set': (scene) => tagTests(scene, TAGS.request),
  'username-of-role': (scene) => {
    if (scene.caller?.kind === 'user') return []
    const byKey = tests(scene, (test) => isAbsent(test) && isKey(test.element, 'aws:username'))
    const byVariable = valuesWith(scene, 'variable-without-value')
      .filter(({ text }) => usesUsername(text))
      .map(({ miss, evidence }) => ({ facts: { who: who(scene, miss) }, evidence }))
    return [...byKey, ...byVariable]
  },
  'variable-without-value': (scene) =>
    valuesWith(scene, 'variable-without-value')
      .filter(({ text }) => !usesUsername(text) || scene.caller?.kind === 'user')
      .map(({ miss, text, evidence }) => ({ facts: { who: who(scene, miss), written: text }, evidence })),
  'source-key-for-caller': (scene) =>
    isCallers(scene) ? tests(scene, (test) => isAbsent(test) && isKey(test.element, ...SOURCE_KEYS)) : [],
  'session-arn-in-principal-arn': (scene) =>
    failedTests(scene)
      .filter(({ element }) => isKey(element, 'aws:principalarn'))
      .flatMap(({ miss, element }) =>
        writtenValues(element)
          .filter((text) => text.includes(':assumed-role/'))
          .map((written) => ({ facts: { who: who(scene, miss), written }, evidence: proof(miss, element) })),
      ),
  'wildcard-in-exact-operator': (scene) =>
    valuesWith(scene, 'wildcard-is-literal').map(({ miss, element, text, evidence }) => ({
      facts: { who: who(scene, miss), written: text, operator: element.operator ?? '' },
      evidence,
    })),
  'condition-value-differs-in-case': (scene) =>
    failedTests(scene).flatMap(({ miss, element }) => {
      const got = element.actual?.[0]
      const value = element.values.find(({ text }) => text !== got && text.toLowerCase() === got?.toLowerCase())
      if (got === undefined || !value) return []
      return [{ facts: { who: who(scene, miss), written: value.text, got }, evidence: proof(miss, element) }]
    }),
  'variables-in-old-version': (scene) =>
    valuesWith(scene, 'variables-need-version-2012').map(({ miss, text, evidence }) => ({
      facts: { who: who(scene, miss), written: text },
      evidence,
    })),
  'condition-key-absent': (scene) => tests(scene, (test) => isAbsent(test) && !SPECIAL.some((is) => is(scene, test))),
  'condition-not-met': (scene) => tests(scene, (test) => (isCompared(test) || isOfList(test)) && !isTold(scene, test)),
}
