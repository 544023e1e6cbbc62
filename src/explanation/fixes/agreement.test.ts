import { describe, expect, it } from 'vitest'
import circumstances from '../../knowledge/vectors/circumstances.json'
import resources from '../../knowledge/vectors/resources.json'
import { pastedCase, type GivenPolicies } from '../../testing/pasted-case'
import { plainText } from '../../text/phrase'
import { keepsPolicies } from '../causes/call-first'
import { explainRemedies } from './remedies'

interface Vector {
  readonly id: string
  readonly fires: {
    readonly paste: string
    readonly identity?: readonly unknown[]
    readonly resource?: readonly unknown[]
  }
}

const VECTORS = [...circumstances, ...resources] as unknown as readonly Vector[]

const documentOf = (statements: readonly unknown[] | undefined): string | null =>
  statements === undefined ? null : JSON.stringify({ Version: '2012-10-17', Statement: statements })

const told = ({ fires }: Vector) => {
  const [identity, resource] = [documentOf(fires.identity), documentOf(fires.resource)]
  const given: GivenPolicies = { ...(identity !== null && { identity }), ...(resource !== null && { resource }) }
  const { judged, answer } = pastedCase(fires.paste, given)
  return { answer, ...explainRemedies({ judged, answer, together: null }) }
}

/** The statement of each fix that has one, in whatever order its elements are written. */
const statementsOf = ({ fixes }: ReturnType<typeof told>): readonly string[] =>
  fixes.flatMap(({ layer, statement }) => {
    const { Sid: _sid, ...rest } = statement ?? {}
    const elements = Object.entries(rest).toSorted(([one], [other]) => (one < other ? -1 : 1))
    return statement === null ? [] : [JSON.stringify([layer, elements])]
  })

const BLANK = /<[^<>"\n]{1,60}>/

/** Headline, first cause, first fix and button are one hypothesis, whatever was pasted. */
describe('one answer', () => {
  it.each(VECTORS)('says one thing: $id', (vector) => {
    const remedy = told(vector)
    const { answer, fixes, primary } = remedy
    const [cause] = answer.causes
    const { basis, layer } = answer
    if (cause !== undefined && layer !== 'none') {
      expect(cause.layer).toBe(layer)
      if (basis !== 'open') expect(cause.basis).toBe(basis)
    }
    const [first] = fixes
    if (first !== undefined && layer !== 'none' && fixes.some((fix) => fix.layer === layer))
      expect(first.layer).toBe(layer)
    if (fixes.some((fix) => fix.layer === layer && fix.isOfOtherCause !== true))
      expect(first?.isOfOtherCause, 'the first fix repairs the first cause').toBeUndefined()
    if (keepsPolicies(answer)) expect(fixes).toEqual([])
    if (primary.kind === 'apply-fix') expect(plainText(primary.fix.sentence)).toBe(plainText(first?.sentence ?? []))
    if (primary.kind === 'copy-statement' || primary.kind === 'copy-policy') expect(primary.text).not.toMatch(BLANK)
    if (answer.noPolicy !== undefined) expect(fixes).toEqual([])
    const statements = statementsOf(remedy)
    expect(statements).toEqual([...new Set(statements)])
  })
})

describe('the first fix repairs the first cause', () => {
  it('though it opens more than what another cause asks for', () => {
    const trust = documentOf([
      {
        Effect: 'Allow',
        Principal: { Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com' },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
          StringEquals: {
            'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
            'token.actions.githubusercontent.com:sub': 'repo:acme/press:ref:refs/heads/main',
          },
        },
      },
    ])
    const paste =
      'on: pull_request\nError: Could not assume role with OIDC: Not authorized to perform sts:AssumeRoleWithWebIdentity'
    const { judged, answer } = pastedCase(paste, { resource: trust ?? '' })
    const [first] = explainRemedies({ judged, answer, together: null }).fixes
    expect(answer.causes[0]?.code).toBe('github-subject-of-pull-request')
    expect(plainText(first?.sentence ?? [])).toContain(':pull_request')
  })
})
