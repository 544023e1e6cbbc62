import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AccessCase, CasePolicies, CaseRequest } from '../case/access-case'
import { isMultivaluedKey } from '../facts/keys/condition-keys'
import { neverOfKind } from '../evaluation/compile/never-carried'
import { evaluate } from '../evaluation/evaluate'
import { serviceOfAction } from '../iam/action'
import { caseLayerOf, type CaseLayer } from '../iam/layers'
import { parsePrincipal } from '../iam/principal'
import { arbitraryPolicy, knownCase, layers } from '../testing/arbitrary-case'
import { boundaryRequest } from '../testing/boundary-requests'
import { compareAccess } from './compare-access'
import { policiesOfText } from './policies-of-text'
import type { AccessComparison, AccessQuestion } from './comparison'

const RUNS = Number(process.env['LAWS_RUNS'] ?? 30)

const forms = [
  ['identity', 'identity'],
  ['boundary', 'identity'],
  ['resource', 'resource'],
  ['endpoint', 'resource'],
  ['scp', 'identity'],
  ['session', 'identity'],
  ['rcp', 'resource'],
] as const

/** A statement as the layer takes it: a resource control policy only denies, whoever asks. */
const asOf =
  (layer: CaseLayer) =>
  (statement: unknown): unknown => {
    if (layer !== 'rcp') return statement
    const { NotPrincipal: _, ...rest } = statement as Readonly<Record<string, unknown>>
    return { ...rest, Effect: 'Deny', Principal: '*' }
  }

/** Two policies of one layer, which often share statements, since a change leaves most of a policy as it was. */
const pairs: fc.Arbitrary<AccessQuestion> = fc.constantFrom(...forms).chain(([layer, form]) =>
  fc.tuple(arbitraryPolicy(form), arbitraryPolicy(form), fc.integer({ min: 0, max: 2 })).map(([one, other, shared]) => {
    const statements = (document: unknown): readonly unknown[] =>
      ((typeof document === 'string' ? JSON.parse(document) : document) as { Statement: readonly unknown[] }).Statement
    const before = statements(one.document)
    const after = [...before.slice(0, shared), ...statements(other.document)]
    const held = (Statement: readonly unknown[]): CasePolicies =>
      policiesOfText(JSON.stringify({ Version: '2012-10-17', Statement: Statement.map(asOf(layer)) }), layer)
    return { before: held(before), after: held(after), layer }
  }),
)

const passes = (policies: CasePolicies, request: CaseRequest, layer: CaseLayer | null): boolean => {
  const { decision, layers: found } = evaluate({ version: 1, request, policies: { ...policies, otherLayers: 'none' } })
  if (layer === null) return decision === 'allowed'
  const own = found.filter((one) => caseLayerOf(one.layer) === layer)
  return own.every(({ status }) => status !== 'explicitDeny') && own.some(({ status }) => status === 'allows')
}

const requests = knownCase.map(({ request }: AccessCase): CaseRequest => request)

/** Keys that every request carries. */
const CLOCK = { 'aws:CurrentTime': '2026-06-01T12:00:00Z', 'aws:EpochTime': '1780315200' }

/** The keys, in lower case, that a set operator asks: only of these, and of those that AWS documents so, a request holds lists. */
function listKeysOf({ before, after }: Pick<AccessQuestion, 'before' | 'after'>): ReadonlySet<string> {
  const text = JSON.stringify([before, after]).replaceAll('\\"', '"')
  const asked = [...text.matchAll(/For(?:All|Any)Values?:\w+":\{([^{}]*)\}/g)].map(([, block = '']) => block)
  return new Set(
    asked.flatMap((block) => [...block.matchAll(/"([\w:/-]+)":/g)].map(([, key = '']) => key.toLowerCase())),
  )
}

/** The request with what every request carries, and without what its caller never does. */
function asMade({ context = {}, ...request }: CaseRequest, lists: ReadonlySet<string>): CaseRequest {
  const { principal, action } = request
  const kind = parsePrincipal(principal)?.kind
  const isNever = kind === undefined ? () => false : neverOfKind(kind, serviceOfAction(action), action.toLowerCase())
  const isList = (key: string): boolean => isMultivaluedKey(key) || lists.has(key)
  const carried = Object.entries({ ...CLOCK, ...context })
    .filter(([key]) => !isNever(key.toLowerCase()))
    .map(([key, value]) => [key, typeof value === 'string' || isList(key.toLowerCase()) ? value : (value[0] ?? '')])
  return { ...request, context: Object.fromEntries(carried) }
}

function checkWitnesses({ before, after, layer }: AccessQuestion, { opened, lost }: AccessComparison): void {
  for (const { witness } of opened.changes) {
    expect(passes(before, witness.request, layer)).toBe(false)
    expect(passes(after, witness.request, layer)).toBe(true)
  }
  for (const { witness } of lost.changes) {
    expect(passes(before, witness.request, layer)).toBe(true)
    expect(passes(after, witness.request, layer)).toBe(false)
  }
}

/** What was said to be all of it is not contradicted by any of these requests. */
function expectNotContradicted(question: AccessQuestion, tried: readonly CaseRequest[]): void {
  const { before, after, layer } = question
  const { opened, lost } = compareAccess(question)
  if (opened.outcome !== 'nothing' && lost.outcome !== 'nothing') return
  const lists = listKeysOf(question)
  for (const request of tried.map((one) => asMade(one, lists))) {
    const was = passes(before, request, layer)
    const is = passes(after, request, layer)
    if (opened.outcome === 'nothing') expect([request, !was && is]).toEqual([request, false])
    if (lost.outcome === 'nothing') expect([request, was && !is]).toEqual([request, false])
  }
}

describe('what a change opens and takes away', () => {
  it('is nothing for the same policies', () => {
    fc.assert(
      fc.property(pairs, ({ before, layer }) => {
        const { opened, lost } = compareAccess({ before, after: before, layer })
        expect([opened.outcome, lost.outcome]).toEqual(
          opened.beyond.includes('unreadable-policy') ? ['cannot-say', 'cannot-say'] : ['nothing', 'nothing'],
        )
      }),
      { numRuns: RUNS },
    )
  })

  it('is shown by requests that the two sides decide so', () => {
    fc.assert(
      fc.property(pairs, (question) => checkWitnesses(question, compareAccess(question))),
      { numRuns: RUNS },
    )
  })

  it('is the other way round for the opposite change', () => {
    fc.assert(
      fc.property(pairs, ({ before, after, layer }) => {
        const there = compareAccess({ before, after, layer })
        const back = compareAccess({ before: after, after: before, layer })
        for (const [one, other] of [
          [back.lost, there.opened],
          [back.opened, there.lost],
        ] as const) {
          // A variable is tried with a sample: which, hangs on the order. What is said for certain does not.
          const hangsOnSample = [one, other].some(({ beyond }) => beyond.includes('policy-variables'))
          const isSaid = (outcome: string): string => (hangsOnSample && outcome !== 'nothing' ? 'not nothing' : outcome)
          expect(isSaid(one.outcome)).toBe(isSaid(other.outcome))
        }
      }),
      { numRuns: RUNS },
    )
  })

  it('is never more than what was said to be all of it', () => {
    fc.assert(
      fc.property(pairs, fc.array(requests, { minLength: 1, maxLength: 40 }), (question, tried) => {
        expectNotContradicted(question, tried)
      }),
      { numRuns: RUNS },
    )
  })

  it('is never contradicted at the boundaries of globs, ranges and points in time', () => {
    const asked = fc
      .tuple(pairs, requests)
      .chain(([question, base]) =>
        fc.tuple(
          fc.constant(question),
          fc.array(boundaryRequest([question.before, question.after], base), { minLength: 1, maxLength: 40 }),
        ),
      )
    fc.assert(
      fc.property(asked, ([question, tried]) => {
        expectNotContradicted(question, tried)
      }),
      { numRuns: RUNS },
    )
  })

  it('holds for all layers of a case together', () => {
    const wholes = fc.tuple(
      layers(false),
      layers(false),
      fc.constantFrom('identity', 'scps', 'boundary', 'resource'),
      requests,
    )
    fc.assert(
      fc.property(wholes, fc.array(requests, { maxLength: 20 }), ([before, other, changed, { principal }], tried) => {
        const after = { ...before, [changed]: other[changed] }
        if (other[changed] === undefined) delete after[changed]
        const question: AccessQuestion = { before, after, layer: null, principal }
        const comparison = compareAccess(question)
        checkWitnesses(question, comparison)
        for (const request of tried.map((one) => asMade({ ...one, principal }, listKeysOf(question)))) {
          const was = passes(before, request, null)
          const is = passes(after, request, null)
          if (comparison.opened.outcome === 'nothing') expect([request, !was && is]).toEqual([request, false])
          if (comparison.lost.outcome === 'nothing') expect([request, was && !is]).toEqual([request, false])
        }
      }),
      { numRuns: Math.ceil(RUNS / 3) },
    )
  })
})
