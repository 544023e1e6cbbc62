import type { CaseLayer } from '../iam/layers'
import { createPolicyMemory, type Marking } from '../evaluation/compile/parsed-policy'
import { compilePolicies } from '../evaluation/compile-policies'
import { compileCase, compileDecisions, type Known } from '../evaluation/evaluate'
import { solveOnce, type SolvedBefore } from '../evaluation/unknowns/solved-before'
import { compileCondition } from '../evaluation/match/compile-condition'
import { parseOperator } from '../iam/condition-operators'
import { evaluate } from '../evaluation/evaluate'
import { outcomeOf, worstOf, type CallOutcome } from '../evaluation/call-outcome'
import type { AccessCase, ContextValue } from '../case/access-case'
import type { Decision, Evaluation } from '../evaluation/evaluation'
import { caseOf, type Vector } from './vector'

/** What is prepared once says of a vector what evaluating it alone says, also to requests that came before or leave a part out. */
export function isPreparedAlike(vector: Vector): boolean {
  const { policies = {}, facts, request } = vector
  const prepared = compilePolicies(policies, facts)
  const requests = [
    request,
    { ...request, resource: '' },
    { ...request, action: '' },
    { ...request, principal: 'nobody at all' },
    request,
  ]
  return requests.every((one) => {
    const alone = evaluate({ version: 1, request: one, policies, ...(facts === undefined ? {} : { facts }) })
    const { decision, layer } = prepared.decide(one)
    return (
      JSON.stringify(prepared.evaluate(one)) === JSON.stringify(alone) &&
      decision === alone.decision &&
      layer === alone.layer
    )
  })
}

type Searched = Parameters<typeof solveOnce>[1]

const searched = (changed: object = {}): Searched =>
  ({
    request: { principal: { text: 'arn:aws:iam::111122223333:user/maya' } },
    layers: [judged()],
    asked: [{ id: 'aws:SourceIp' }],
    refusals: [{ layer: 'resource', when: { id: 'when' } }],
    verdicts: { identity: 'allow' },
    circumstances: { crossAccount: false },
    ...changed,
  }) as unknown as Searched

const outcome = (matches: number) => ({ matches })
const judged = (changed: object = {}) => ({
  layer: 'identity',
  state: 'unknown',
  reason: 'a-reason',
  levels: [{ unreadable: false, outcomes: [outcome(0), outcome(2)] }],
  grants: [outcome(0), outcome(2)],
  maybeExempt: { id: 'exempt' },
  ...changed,
})

/** How often it is solved, where this is searched for and then that. */
function solvedTimes(...all: readonly Searched[]): number {
  const solved: SolvedBefore = new Map()
  let times = 0
  for (const one of all) solveOnce(solved, one, () => ({ at: ++times }) as never)
  return times
}

/** A search that finds something else, for each part of a search that bears on what it finds. */
const OTHER_SEARCHES: readonly object[] = [
  { request: { principal: { text: 'arn:aws:iam::111122223333:user/ada' } } },
  { layers: [] },
  ...[
    { layer: 'boundary' },
    { state: 'absent' },
    { reason: 'another' },
    { levels: [{ unreadable: true, outcomes: [] }] },
    { maybeExempt: { id: 'another' } },
    { maybeExempt: null },
  ].map((changed) => ({ layers: [judged(changed)] })),
  { asked: [] },
  { asked: [{ id: 'aws:VpcSourceIp' }] },
  { refusals: [{ layer: 'resource', when: null }] },
  { refusals: [{ layer: 'identity', when: { id: 'when' } }] },
  { verdicts: { identity: 'deny' } },
  { circumstances: { crossAccount: true } },
]

/** A policy's text, at least so long. */
const policyText = (length = 0): string =>
  JSON.stringify({ Statement: { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' } }).padEnd(length)

/** Is the same object given when a text is asked for the second and the third time, and another the first time? */
function isRememberedFromTheSecond(
  text: string,
  marking: Marking | null = null,
  layer: CaseLayer = 'identity',
): boolean {
  const { parsed } = createPolicyMemory()
  const [first, second, third] = [1, 2, 3].map(() => parsed(text, layer, marking))
  return (
    first !== second && second === third && JSON.stringify(second?.statements) === JSON.stringify(third?.statements)
  )
}

const isNeverRemembered = (document: unknown, marking: Marking | null = null): boolean => {
  const { parsed } = createPolicyMemory()
  const [first, second, third] = [1, 2, 3].map(() => parsed(document, 'identity', marking))
  return first !== second && second !== third && first !== third
}

const marking = (touched: boolean): Marking => ({ mark: (text: string) => text, touches: () => touched }) as never

const condition = (operator: string, key: string, texts: readonly string[]) =>
  ({
    operator: parseOperator(operator),
    key,
    lowerKey: key.toLowerCase(),
    values: texts.map((text) => ({ text })),
  }) as never

/** Of one condition: has it variables, and is what becomes of it kept? */
function preparedAs(operator: string, key: string, values: readonly string[], isOn = true, isKept = true): string {
  const { variables, known } = compileCondition(condition(operator, key, values), isOn, isKept)
  return `${variables === null ? 'no variables' : variables.map((one) => one?.length ?? 0).join()} ${known === null ? 'asked' : 'kept'}`
}

const DENIES_MAYA = {
  Effect: 'Deny',
  Principal: { AWS: 'arn:aws:iam::111122223333:user/maya' },
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::maps/*',
}
const ALLOWS_ADA = { ...DENIES_MAYA, Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:user/ada' } }

/** What is decided in brief of a caller who may be any of the account, under a policy of the resource. */
function decidedOf(...statements: readonly object[]) {
  return compileDecisions({
    version: 1,
    request: { principal: '', action: 's3:GetObject', resource: 'arn:aws:s3:::maps/1' },
    policies: {
      identity: [],
      resource: { name: 'p', document: { Version: '2012-10-17', Statement: statements } },
    },
  } as never)('s3:GetObject', 'arn:aws:s3:::maps/1')
}

/** Is a prepared case, asked with values of a key, answered as the case that states them? */
function isAskedAlike(operator: string, key: string, value: ContextValue): boolean {
  const request = { principal: 'arn:aws:iam::111122223333:user/maya', action: 's3:GetObject', resource: '*' }
  const Statement = { Effect: 'Allow', Action: '*', Resource: '*', Condition: { [operator]: { [key]: 'a' } } }
  const policies = { identity: [{ name: 'p', document: { Version: '2012-10-17', Statement } }] }
  const given: AccessCase = { version: 1, request, policies } as never
  const stated: AccessCase = { ...given, request: { ...given.request, context: { [key]: value } } }
  const asked = compileCase(given)(request.action, request.resource, { [key]: value })
  return JSON.stringify(asked) === JSON.stringify(evaluate(stated))
}

/** Is a prepared case, asked of these actions in turn, answered as each request by itself? */
function isAskedInTurnAlike(key: string, ...actions: readonly string[]): boolean {
  const Statement = { Effect: 'Allow', Action: '*', Resource: '*', Condition: { StringEquals: { [key]: 'a' } } }
  const policies = { identity: [{ name: 'p', document: { Version: '2012-10-17', Statement } }] }
  const request = { principal: 'arn:aws:iam::111122223333:user/maya', action: 's3:GetObject', resource: '*' }
  const given = { version: 1, request, policies } as AccessCase
  const compiled = compileCase(given)
  return actions.every(
    (action) =>
      JSON.stringify(compiled(action, '*')) === JSON.stringify(evaluate({ ...given, request: { ...request, action } })),
  )
}

/** The kinds of callers of which it is told what settles the decision, where nobody names the caller and a policy has so many statements more. */
function callersSettled(more: number): readonly string[] {
  const Condition = { StringEquals: { 'aws:SourceVpc': 'vpc-1' } }
  const others = Array.from({ length: more }, (_, at) => ({
    ...{ Effect: 'Allow', Action: 's3:GetObject', Resource: `arn:aws:s3:::other-${at}/*` },
  }))
  const Statement = [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*', Condition }, ...others]
  const { sufficientConditions } = evaluate({
    version: 1,
    request: { principal: '', action: 's3:GetObject', resource: 'arn:aws:s3:::maps/1', otherContext: 'unknown' },
    policies: { identity: [{ name: 'p', document: { Version: '2012-10-17', Statement } }] },
  } as never)
  const callers = sufficientConditions.flatMap(({ requirements }) => requirements)
  return [...new Set(callers.flatMap((one) => (one.kind === 'caller' ? [one.is] : [])))]
}

/** What a check comes to that is decided so, where what it hangs on leads to these decisions. */
const outcomeWith = (decision: Decision | null, ...ways: readonly Decision[]): CallOutcome =>
  outcomeOf(decision, { sufficientConditions: ways.map((one) => ({ decision: one })) } as unknown as Evaluation)

const check = (decision: Decision | null, outcome: CallOutcome) => ({ decision, outcome })

/** What the checks of a call come to, and where it ends. */
const CALL_CHECKS: readonly (readonly [name: string, holds: () => boolean])[] = [
  ['what is allowed is allowed', () => outcomeWith('allowed') === 'allowed'],
  [
    'what is denied is denied',
    () => outcomeWith('implicitDeny') === 'denied' && outcomeWith('explicitDeny') === 'denied',
  ],
  ['a check that is not judged is open', () => outcomeWith(null, 'implicitDeny') === 'depends'],
  ['one of which no way is known is open', () => outcomeWith('depends') === 'depends'],
  ['one that some way lets pass is open', () => outcomeWith('depends', 'implicitDeny', 'allowed') === 'depends'],
  [
    'one that is denied in every way is denied',
    () => outcomeWith('depends', 'explicitDeny', 'implicitDeny') === 'denied',
  ],
  ['a call without checks ends at its first', () => worstOf([]) === 0],
  ['a call of which all is allowed ends at its first', () => worstOf([check('allowed', 'allowed')]) === 0],
  ...(
    [
      ['an explicit denial comes before another', [check('implicitDeny', 'denied'), check('explicitDeny', 'denied')]],
      [
        'a denial before one that is denied in every way',
        [check('depends', 'denied'), check('implicitDeny', 'denied')],
      ],
      ['what is denied in every way before what is open', [check('depends', 'depends'), check('depends', 'denied')]],
      ['what is open before what is allowed', [check('allowed', 'allowed'), check(null, 'depends')]],
    ] as const
  ).map(([name, checks]) => [name, () => worstOf(checks) === 1] as const),
  [
    'a denial that comes first is where it ends',
    () => worstOf([check('implicitDeny', 'denied'), check(null, 'depends')]) === 0,
  ],
  [
    'of two that are alike it ends at the first',
    () =>
      worstOf([check('allowed', 'allowed'), check('implicitDeny', 'denied'), check('implicitDeny', 'denied')]) === 1,
  ],
]

/** What is kept from request to request is kept where nothing else bears on it, and only there. */
export const PREPARED_CHECKS: readonly (readonly [name: string, holds: () => boolean])[] = [
  ['the same search is made once', () => solvedTimes(searched(), searched(), searched()) === 1],
  [
    'what the first search found is what the second gives',
    () => {
      const solved: SolvedBefore = new Map()
      const one = solveOnce(solved, searched(), () => ({ at: 1 }) as never)
      return solveOnce(solved, searched(), () => ({ at: 2 }) as never) === one
    },
  ],
  ...OTHER_SEARCHES.map(
    (changed) =>
      [
        `another search is made anew: ${JSON.stringify(changed)}`,
        () => solvedTimes(searched(), searched(changed), searched()) === 2,
      ] as const,
  ),
  [
    'a search with an open grant is made each time',
    () => {
      const open = searched({ layers: [judged(), judged({ grants: [outcome(0), outcome(1)] })] })
      return solvedTimes(open, open, open) === 3
    },
  ],
  [
    'a search with an open statement at some level is made each time',
    () => {
      const levels = [
        { unreadable: false, outcomes: [outcome(0)] },
        { unreadable: false, outcomes: [outcome(2), outcome(1)] },
      ]
      const open = searched({ layers: [judged({ levels }), judged()] })
      return solvedTimes(open, open) === 2
    },
  ],
  ['a text is remembered from the second time on', () => isRememberedFromTheSecond(policyText())],
  ['so is one that no hole touches', () => isRememberedFromTheSecond(policyText(), marking(false))],
  ['one that a hole touches is read each time', () => isNeverRemembered(policyText(), marking(true))],
  ['a long one is read each time', () => isNeverRemembered(policyText(20_001))],
  ['one as long as is remembered is remembered', () => isRememberedFromTheSecond(policyText(20_000))],
  ['a document that is no text is read each time', () => isNeverRemembered({ Statement: [] })],
  [
    'a text of one layer is not taken for one of another',
    () => {
      const { parsed } = createPolicyMemory()
      const [, kept] = [1, 2].map(() => parsed(policyText(), 'identity', null))
      return parsed(policyText(), 'resource', null) !== kept && parsed(policyText(), 'identity', null) === kept
    },
  ],
  [
    'one memory knows nothing of another',
    () => {
      const [one, other] = [createPolicyMemory(), createPolicyMemory()]
      const [, kept] = [1, 2].map(() => one.parsed(policyText(), 'identity', null))
      return (
        other.parsed(policyText(), 'identity', null) !== kept && one.parsed(policyText(), 'identity', null) === kept
      )
    },
  ],
  [
    'what cannot be read is not said to be denied in any case',
    () => !compileDecisions({ version: 1, request: null, policies: {} } as never)('s3:GetObject', '*').isDenied,
  ],
  [
    'callers of whom one may pass are not said to be denied in any case',
    () => !decidedOf(DENIES_MAYA, ALLOWS_ADA).isDenied,
  ],
  [
    'callers of whom none may pass are said to be denied in any case',
    () => decidedOf({ ...DENIES_MAYA, Principal: '*' }).isDenied,
  ],
  ['of few statements it is told of each kind of caller what it depends on', () => callersSettled(1).length > 1],
  ['of many it is told of the first, once it is certain that it depends', () => callersSettled(1_200).length === 1],
  ...CALL_CHECKS,
  [
    'a value of a key that has several is asked as it is stated',
    () => isAskedAlike('StringEquals', 'aws:TagKeys', 'a'),
  ],
  ['so are several of a key that has one', () => isAskedAlike('StringEquals', 'aws:SourceVpc', ['a', 'b'])],
  ['so are several of one that has several', () => isAskedAlike('ForAnyValue:StringEquals', 'aws:TagKeys', ['a', 'b'])],
  [
    'that a request never carries a key is told of that request alone',
    () => isAskedInTurnAlike('s3:prefix', 's3:ListBucket', 'ec2:RunInstances', 's3:ListBucket', 'ec2:RunInstances'),
  ],
  ['a condition is kept', () => preparedAs('StringEquals', 'aws:SourceVpc', ['vpc-1']) === 'no variables kept'],
  [
    'one judged once is not',
    () => preparedAs('StringEquals', 'aws:SourceVpc', ['a'], true, false) === 'no variables asked',
  ],
  [
    'one on the ARN of the caller is not kept',
    () => preparedAs('ArnLike', 'aws:PrincipalArn', ['arn:aws:iam::1:role/*']) === 'no variables asked',
  ],
  [
    'one with a variable beside a plain value is not kept',
    () => preparedAs('StringEquals', 'aws:SourceVpc', ['a', '${aws:username}']) === '0,1 asked',
  ],
  [
    'a variable in a policy of the old version is none',
    () => preparedAs('StringEquals', 'aws:SourceVpc', ['${aws:username}'], false) === 'no variables kept',
  ],
  [
    'a variable under an operator that takes none is none',
    () => preparedAs('NumericEquals', 's3:max-keys', ['${aws:username}']) === 'no variables kept',
  ],
]

/** A case is decided in brief as at length; where it depends, it is denied in any case only if nothing would let it pass. */
export function isBriefAlike(vector: Vector, known: Known = {}): boolean {
  const { request } = vector
  const { decision, layer, sufficientConditions } = evaluate(caseOf(vector), known)
  const brief = compileDecisions(caseOf(vector), known)(request.action, request.resource)
  const canPass = sufficientConditions.some((one) => one.decision === 'allowed')
  return brief.decision === decision && brief.layer === layer && !(decision === 'depends' && brief.isDenied && canPass)
}
