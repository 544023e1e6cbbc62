import { describe, expect, it } from 'vitest'
import type { AccessCase, CaseFacts, CasePolicies, CaseRequest, LinkedRequest } from '../../case/access-case'
import type { Denial } from '../../denial/denial'
import { parseDenials } from '../../denial/parse-denials'
import { evaluate } from '../../evaluation/evaluate'
import { NO_REFERENCE, type Reference } from '../../reference/reference'
import { decodeService } from '../../reference/service-reference'
import { explainFixes } from '../fixes/explain-fixes'
import { plainText } from '../../text/phrase'
import vectors from '../vectors/findings.json'
import { explainFindings, FINDING_CODES, FINDING_RULES } from './explain-findings'
import { FINDING_PAGES } from './finding-pages'

interface VectorCase {
  readonly request: CaseRequest
  readonly policies: CasePolicies
  readonly denial?: Denial
  /** With the reference of S3 loaded. */
  readonly reference?: boolean
}

interface Vector {
  readonly code: string
  readonly says: string
  readonly fires: VectorCase
  readonly silent: VectorCase
}

const VECTORS = vectors as unknown as readonly Vector[]

const s3 = decodeService({
  v: 1,
  p: 's3',
  n: 'Amazon S3',
  k: [['s3:prefix', 's']],
  r: [],
  a: [
    ['GetObject', 'R'],
    ['ListBucket', 'L', [0]],
    ['PutObject', 'W'],
  ],
})

const WITH_S3: Reference = { ...NO_REFERENCE, service: (prefix) => (prefix === 's3' ? s3 : null) }

const findings = ({ request, policies, denial, reference }: VectorCase) => {
  const accessCase = { version: 1, request, policies } as const
  const known = reference ? WITH_S3 : NO_REFERENCE
  const evaluation = evaluate(accessCase, { reference: known })
  return explainFindings({ accessCase, evaluation, denial: denial ?? null }, known)
}

const codesOf = (one: VectorCase) => findings(one).map(({ code }) => code)

describe('findings', () => {
  it.each(VECTORS)('$code fires, and says what its vector says', ({ code, says, fires }) => {
    const found = findings(fires).filter((finding) => finding.code === code)
    expect(found.map(({ sentence }) => plainText(sentence))).toContain(says)
  })

  it.each(VECTORS)('$code is silent where it must be', ({ code, silent }) => {
    expect(codesOf(silent)).not.toContain(code)
  })

  it('each have a vector, a rule and a page of AWS', () => {
    const codes = [...FINDING_CODES].toSorted()
    expect(VECTORS.map(({ code }) => code).toSorted()).toEqual(codes)
    expect(Object.keys(FINDING_RULES).toSorted()).toEqual(codes)
    for (const code of FINDING_CODES) expect(FINDING_PAGES[code]).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//)
  })

  it('ask for no change of a key policy that AWS manages', () => {
    const document = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"kms:*","Resource":"*"}]}'
    const grant = { grantee: 'arn:aws:iam::111122223333:role/else', operations: ['Encrypt'] }
    const key = 'arn:aws:kms:eu-west-1:111122223333:key/1234'
    const alias = 'arn:aws:kms:eu-west-1:111122223333:alias/aws/s3'
    const judgedOf = (resource: string, facts: CaseFacts) => {
      const request = { principal: 'arn:aws:iam::444455556666:user/bob', action: 'kms:Decrypt', resource }
      const accessCase = { version: 1, request, policies: { identity: [{ name: 'app', document }] }, facts } as const
      return { accessCase, evaluation: evaluate(accessCase), denial: null }
    }
    const found = (resource: string, facts: CaseFacts) =>
      explainFindings(judgedOf(resource, facts), NO_REFERENCE).map(
        ({ code, sentence }) => `${code}: ${plainText(sentence)}`,
      )
    expect(found(key, { kmsKeyManager: 'customer' }).join()).toContain('cross-account-resource-side-missing')
    const told =
      'refused-whatever-policies-say: No policy can allow this request: AWS manages this key, no one can change its policy, and it works only in its own account; across accounts, use a customer managed key.'
    expect(found(key, { kmsKeyManager: 'aws' })).toEqual([told])
    expect(found(key, { kmsKeyManager: 'aws', kmsGrants: [grant] })).toEqual([told])
    expect(found(alias, {})).toEqual([told])
    const layersFixed = (facts: CaseFacts) => explainFixes(judgedOf(key, facts)).map(({ layer }) => layer)
    expect(layersFixed({ kmsKeyManager: 'customer', kmsGrants: [grant] })).toContain('resource')
    expect(layersFixed({ kmsKeyManager: 'aws', kmsGrants: [grant] })).toEqual([])
  })

  it('name no further action that is checked already', () => {
    const request = {
      principal: 'arn:aws:iam::111122223333:user/alice',
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::data/a',
    }
    const key = 'arn:aws:kms:eu-west-1:111122223333:key/1234'
    const document = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ec2:*","Resource":"*"}]}'
    const codesWith = (linked: readonly LinkedRequest[]) => {
      const accessCase = { version: 1, request, policies: { identity: [{ name: 'app', document }] }, linked } as const
      return explainFindings({ accessCase, evaluation: evaluate(accessCase), denial: null }, NO_REFERENCE).map(
        ({ code }) => code,
      )
    }
    expect(codesWith([])).toContain('call-needs-more-actions')
    expect(codesWith([{ action: 'KMS:Decrypt', resource: key }])).not.toContain('call-needs-more-actions')
  })

  it('speak of further actions where AWS names no layer, and of none where it names one for this action', () => {
    const principal = 'arn:aws:iam::111122223333:user/alice'
    const said = `User: ${principal} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::data/a"`
    const codesOf = (error: string) => {
      const accessCase: AccessCase = {
        version: 1,
        request: { principal, action: 's3:GetObject', resource: 'arn:aws:s3:::data/a' },
        policies: {
          identity: [
            {
              name: 'app',
              document: {
                Version: '2012-10-17',
                Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }],
              },
            },
          ],
        },
      }
      const denial = parseDenials(error)[0] ?? null
      return explainFindings({ accessCase, evaluation: evaluate(accessCase), denial }, NO_REFERENCE).map(
        ({ code }) => code,
      )
    }
    expect(codesOf(said)).toContain('call-needs-more-actions')
    expect(codesOf(`${said} because no identity-based policy allows the s3:GetObject action`)).not.toContain(
      'call-needs-more-actions',
    )
  })

  it('point into the text of the policy', () => {
    const document =
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::data"}]}'
    const [finding] = findings({
      request: {
        principal: 'arn:aws:iam::111122223333:user/alice',
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::data/a',
      },
      policies: { identity: [{ name: 'app', document }] },
    })
    const span = finding?.evidence[0]?.span
    expect(finding?.code).toBe('bucket-arn-for-object-action')
    expect(span && document.slice(...span)).toBe('"arn:aws:s3:::data"')
  })
})

const FLAWS = /\b(?:the the|a a|is is|of of)\b|undefined|\[object|NaN| {2}|\.\.| ,| \./

describe('sentences', () => {
  it.each(VECTORS)('$code reads as a sentence', ({ says }) => {
    expect(says.charAt(0) === says.charAt(0).toUpperCase() || /^[a-z0-9]+[: ]/.test(says)).toBe(true)
    expect(says).toMatch(/[.?]$/)
    expect(says).not.toMatch(FLAWS)
  })

  it('of every finding of every vector are sentences', () => {
    for (const { fires, silent } of VECTORS)
      for (const { sentence } of [...findings(fires), ...findings(silent)])
        expect(plainText(sentence)).not.toMatch(FLAWS)
  })
})
