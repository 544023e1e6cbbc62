import { describe, expect, it } from 'vitest'
import { pastedCase } from '../../testing/pasted-case'
import { answerFixes } from './answer-fixes'

const PASTE = 'Error: Could not assume role with OIDC: Not authorized to perform sts:AssumeRoleWithWebIdentity'
const PROVIDER = 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com'
const SUBJECT = { StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:ledger/*' } }

const trust = (statement: object): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] })

const fixesFor = (statement: object) => {
  const { judged, answer } = pastedCase(PASTE, { resource: trust(statement) })
  return answerFixes(judged, answer)
}

describe('a fix after which what is not known decides', () => {
  it('adds the action of a token to a trust policy that lets the provider do another one', () => {
    const [fix, ...others] = fixesFor({
      Principal: { Federated: PROVIDER },
      Action: 'sts:AssumeRole',
      Condition: SUBJECT,
    })
    expect(others).toEqual([])
    expect(fix).toMatchObject({ codes: ['add-action'], layer: 'trust', decisionAfter: 'depends' })
    const changed = JSON.parse(fix!.changes[0]!.after) as { readonly Statement: readonly object[] }
    expect(changed.Statement).toEqual([
      {
        Effect: 'Allow',
        Principal: { Federated: PROVIDER },
        Action: ['sts:AssumeRole', 'sts:AssumeRoleWithWebIdentity'],
        Condition: SUBJECT,
      },
    ])
    expect(fix!.proof.map(({ text }) => text).join('')).toContain('depends on something unknown')
  })

  it('is none for a trust policy that names only callers who bring no token', () => {
    expect(
      fixesFor({ Principal: { AWS: 'arn:aws:iam::111122223333:role/ship' }, Action: 'sts:AssumeRole' }).filter(
        ({ codes }) => codes.includes('add-action'),
      ),
    ).toEqual([])
  })
})

describe('a statement for every resource', () => {
  it('takes no action of a request for one resource: that would open all of them', () => {
    const ask =
      'User: arn:aws:iam::111122223333:user/noor is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::crate/a.png" because no identity-based policy allows the s3:PutObject action'
    const codesFor = (resource: string) => {
      const { judged, answer } = pastedCase(ask, { identity: trust({ Action: 's3:GetObject', Resource: resource }) })
      return answerFixes(judged, answer).flatMap(({ codes }) => codes)
    }
    expect(codesFor('*')).not.toContain('add-action')
    expect(codesFor('arn:aws:s3:::crate/*')).toContain('add-action')
  })
})

describe('a statement for things of another kind', () => {
  it('takes no action that is never asked for with them', () => {
    const ask =
      'User: arn:aws:iam::111122223333:user/noor is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::crate-a/a.png" because no identity-based policy allows the s3:GetObject action'
    const codesFor = (resource: string) => {
      const { judged, answer } = pastedCase(ask, { identity: trust({ Action: 's3:ListBucket', Resource: resource }) })
      return answerFixes(judged, answer).flatMap(({ codes }) => codes)
    }
    expect(codesFor('arn:aws:s3:::crate-${aws:PrincipalTag/team}')).not.toContain('add-action')
  })
})

describe('a test of the account of a caller whom nobody names', () => {
  it('is kept with a blank: what the evaluation calls the unknown is no value', () => {
    const { judged, answer } = pastedCase('An error occurred (AccessDenied) when calling the GetObject operation', {
      endpoint: trust({
        Principal: '*',
        Action: 's3:*',
        Resource: 'arn:aws:s3:::crate/*',
        Condition: { StringEquals: { 'aws:PrincipalAccount': '111122223333' } },
      }),
    })
    const written = JSON.stringify(answerFixes(judged, answer).map(({ statement }) => statement))
    expect(written).not.toMatch(/"aws:PrincipalAccount":"(?!\d{12}"|<)/)
  })
})
