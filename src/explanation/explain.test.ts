import { describe, expect, it } from 'vitest'
import type { AccessCase } from '../case/access-case'
import { parseDenials } from '../denial/parse-denials'
import { evaluate } from '../evaluation/evaluate'
import type { Evaluation, StatementResult } from '../evaluation/evaluation'
import { answerFixes } from './fixes/answer-fixes'
import { explain } from './explain'
import { explainFixes } from './fixes/explain-fixes'
import { explainNextSteps } from './steps/next-steps'
import { type Words, plainText } from '../text/phrase'
import answers from './vectors/answers.json'
import { vectorsIn } from '../testing/read-vectors'

interface Vector extends Omit<AccessCase, 'version'> {
  readonly why: string
  readonly says: Readonly<Record<string, unknown>>
}

const VECTORS = answers as unknown as readonly Vector[]

const explained = ({ why: _why, says: _says, ...rest }: Vector, isChanged = false) => {
  const accessCase: AccessCase = { version: 1, ...rest }
  const denial = rest.error === undefined ? null : (parseDenials(rest.error)[0] ?? null)
  return explain({ evaluation: evaluate(accessCase), accessCase, denial, isChanged })
}

/** The evaluator's own vectors, as cases where nothing else is attached, and where everything else is unknown. */
const EVALUATOR_CASES = ((): readonly AccessCase[] => {
  const vectors = vectorsIn<AccessCase>('evaluation/vectors')
  return vectors.flatMap(({ request, policies }) => [
    { version: 1, request, policies },
    {
      version: 1,
      request: { ...request, otherContext: 'unknown' },
      policies: { ...policies, otherLayers: 'unknown' },
    },
  ])
})()

/** A sentence with a sign where it quotes a policy or a request. */
const prose = (sentence: readonly Words[]): string =>
  sentence.map(({ text, mark }) => (mark === 'code' || mark === 'strong' ? '§' : text)).join('')

/** Slips of a template. */
const FLAWS = /\b(?:the the|a a|is is)\b|(?<!is )undefined|\[object|NaN| {2}| ,| \.(?: |$)/

/** What sentences are chosen by: what each layer did and why, and what each element of a statement said. */
const shapeOf = ({ decision, layer, isLayerOpen, relation, limits, problems, layers }: Evaluation): string =>
  JSON.stringify([
    [decision, layer, isLayerOpen, relation, limits, problems.map(({ code }) => code)],
    layers.map((one) => [one.layer, one.status, one.blocking, one.reason, one.needed, one.lane]),
    ...new Set(layers.flatMap(({ statements }) => statements.map(shapeOfStatement))),
  ])

const shapeOfStatement = ({ effect, matches, elements }: StatementResult): string =>
  JSON.stringify([
    [effect, matches],
    ...elements.map((one) => [one.element, one.matches, one.reason, one.operator, one.isNever, one.actual === null]),
  ])

describe('explain', () => {
  it.each(VECTORS)('$why', (vector) => {
    const { answer, decided, claim } = explained(vector)
    expect({
      ...decided,
      basis: answer.basis,
      headline: plainText(answer.headline),
      fact: plainText(answer.fact?.sentence ?? []),
      said: plainText(answer.said),
      notes: answer.notes.map(plainText),
      claim: claim.outcome,
      claimed: [plainText(claim.claim), plainText(claim.finding)].join(' ').trim(),
      reasons: claim.reasons.map(plainText),
    }).toEqual(vector.says)
  })

  it('finds something to say whenever the answer is not "allowed", and says it without a gap', () => {
    const flawed: string[] = []
    const asked = new Set<string>()
    for (const accessCase of EVALUATOR_CASES) {
      const evaluation = evaluate(accessCase)
      // Cases that were decided alike are told in the same sentences.
      if (asked.size === asked.add(shapeOf(evaluation)).size) continue
      const { answer, decided, findings, diagram, statements } = explain({ evaluation, accessCase, denial: null })
      const gates = diagram.lanes.flatMap((lane) => lane.gates)
      const sentences = [
        answer.headline,
        ...(answer.fact === null ? [] : [answer.fact.sentence]),
        ...answer.notes,
        ...gates.map(({ sentence }) => sentence),
        ...statements.flatMap(({ summary, elements }) => [summary, ...elements.map(({ sentence }) => sentence)]),
      ].map(prose)
      flawed.push(...sentences.filter((sentence) => FLAWS.test(sentence) || !/[.?]$/.test(sentence)))
      // Of a request that does not say who asks for what, the answer tells what is known.
      const { principal, action, resource } = accessCase.request
      if (principal === '' || action === '' || resource === '') continue
      if (evaluation.decision !== 'allowed' && findings.length === 0) flawed.push(JSON.stringify(accessCase.request))
      if (decided.decision !== evaluation.decision) flawed.push(`${decided.decision} for ${evaluation.decision}`)
    }
    expect(asked.size).toBeGreaterThan(2_000)
    expect(flawed).toEqual([])
  })

  it.each(VECTORS.filter(({ error }) => error !== undefined))(
    'says of a change that is tried that AWS judged what was before it: $why',
    (vector) => {
      const before = explained(vector)
      const { answer, claim, decided, diagram } = explained(vector, true)
      const isTold = before.claim.outcome === 'disagrees' || before.claim.outcome === 'undecided'
      expect(claim.outcome).toBe(isTold ? 'changed' : before.claim.outcome)
      if (isTold) expect(plainText(claim.finding)).toMatch(/^AWS denied this before your change\. With it, .*\.$/)
      if (isTold) expect(claim.reasons).toEqual([])
      expect(prose(claim.finding)).not.toMatch(FLAWS)
      if (decided.decision !== 'allowed') return
      expect(plainText(answer.headline)).toBe('Your change fixes what AWS reported.')
      expect(plainText(answer.fact?.sentence ?? [])).toMatch(/^Allowed with your change: /)
      expect(diagram.end).toBe('allowed')
    },
  )

  it('draws one lane for one account, and two for two', () => {
    const request = { action: 's3:GetObject', resource: 'arn:aws:s3:::data/a', resourceAccount: '111122223333' }
    const sides = (principal: string, holes: readonly string[] = []) => {
      const accessCase: AccessCase = { version: 1, request: { ...request, principal }, holes, policies: {} }
      return explain({ evaluation: evaluate(accessCase), accessCase, denial: null }).diagram.lanes.map(
        ({ side }) => side,
      )
    }
    expect(sides('arn:aws:iam::111122223333:user/alice')).toEqual(['both'])
    expect(sides('arn:aws:iam::444455556666:user/bob')).toEqual(['caller', 'resource'])
    // An account that nobody knows is no second one.
    expect(sides('arn:aws:iam::<account>:user/bob', ['<account>'])).toEqual(['both'])
  })

  it('shows no gate, finding or statement where a setting refused what no policy decides', () => {
    const refused = VECTORS.filter(({ why }) => why.startsWith('Block Public Access refused'))
    expect(refused).toHaveLength(3)
    for (const vector of refused) {
      const { diagram, findings, statements } = explained(vector)
      expect(diagram.lanes.flatMap(({ gates }) => gates)).toEqual([])
      expect([...findings, ...statements]).toEqual([])
    }
  })

  it('marks the one gate that stopped the request, in AWS’s order', () => {
    const vector = VECTORS.find(({ why }) => why === 'three gates stop it')
    const gates = vector ? explained(vector).diagram.lanes.flatMap((lane) => lane.gates) : []
    expect(gates.map(({ label, stopped, blocking }) => [label, stopped, blocking])).toEqual([
      ['RCPs: none attached', false, false],
      ['SCPs: explicit deny', true, true],
      ['VPC endpoint policy: none attached', false, false],
      ['Resource-based policy: none attached', false, false],
      ['Identity-based policies: implicit deny', false, true],
      ['Permissions boundary: implicit deny', false, true],
      ['Session policies: none attached', false, false],
    ])
  })

  it('offers for a key the values that the policies speak of, and says whether it decides', () => {
    const vector = VECTORS.find(({ why }) => why === 'a key decides, without an error')
    expect(vector && explained(vector).keys).toEqual([
      {
        key: 'aws:SourceIp',
        state: 'unknown',
        values: [],
        origin: 'none',
        offered: ['203.0.113.0/24', '198.51.100.0/24'],
        decides: true,
      },
    ])
  })

  it.each(['principal', 'action', 'resource'] as const)(
    'explains a case that leaves the %s out, or holds null, as one where it is empty',
    (part) => {
      const whole = {
        principal: 'arn:aws:iam::111122223333:user/maya',
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::maps/1',
      }
      const policies = {
        identity: [{ name: 'p', document: { Statement: { Effect: 'Allow', Action: 's3:Put*', Resource: '*' } } }],
      }
      const told = (value: unknown) => {
        const request = { ...whole, [part]: value }
        const accessCase = { version: 1, request, policies } as unknown as AccessCase
        const evaluation = evaluate(accessCase)
        const judged = { evaluation, accessCase, denial: null }
        const explanation = explain({ evaluation, accessCase, denial: null })
        return [explanation, explainFixes(judged), explainNextSteps(judged), answerFixes(judged, explanation.answer)]
      }
      expect(told(null)).toEqual(told(''))
      expect(told(undefined)).toEqual(told(''))
    },
  )
})
