import { describe, expect, it } from 'vitest'
import type { AccessCase, CasePolicies } from '../../case/access-case'
import { evaluate } from '../../evaluation/evaluate'
import { plainText } from '../../text/phrase'
import type { Fix } from '../explanation'
import { explainFixes } from './explain-fixes'
import { whoCall } from '../messages/opened'
import { withOpened } from './opened-by-fix'
import { allow, deny, type TestStatement } from '../../testing/statements'
import { pastedCase } from '../../testing/pasted-case'
import { namedIn } from '../../policy/reach'
import { answerFixes } from './answer-fixes'

const OWN = '111122223333'
const ALICE = `arn:aws:iam::${OWN}:user/alice`

const document = (...Statement: readonly TestStatement[]): unknown => ({ Version: '2012-10-17', Statement })

const asked = (
  policies: CasePolicies,
  action = 's3:PutObject',
  resource = 'arn:aws:s3:::data/a',
  more: Partial<AccessCase['request']> = {},
): AccessCase => ({
  version: 1,
  request: { principal: ALICE, action, resource, ...more },
  policies: { otherLayers: 'none', ...policies },
})

const fixesOf = (accessCase: AccessCase): readonly Fix[] =>
  explainFixes({ accessCase, evaluation: evaluate(accessCase), denial: null })

const identity = (...statements: readonly TestStatement[]): CasePolicies => ({
  identity: [{ name: 'mine', document: document(...statements) }],
})

const said = ({ opens, opensTo }: Fix): readonly [string, string] => [opensTo, plainText(opens)]

describe('what a fix opens', () => {
  it('is exactly the request where a new policy hangs on the caller alone', () => {
    expect(fixesOf(asked({})).map(said)).toEqual([
      ['request', 'Opens exactly this request, in every session, without conditions.'],
    ])
  })

  it('is what others get too, where an Allow comes beside a Deny that leaves them out already', () => {
    const under = (condition: object) => {
      const Deny = { Effect: 'Deny', Action: 's3:PutObject', Resource: '*', ...condition }
      const Statement = [{ Effect: 'Allow', Action: 's3:Get*', Resource: '*' }, Deny]
      const accessCase = asked({
        ...identity(allow('*', '*')),
        scps: [{ target: 'Root', policies: [{ name: 'guard', document: { Version: '2012-10-17', Statement } }] }],
      })
      const [fix] = fixesOf(accessCase).filter(({ codes }) => codes[0]?.startsWith('exempt-principal') === true)
      return said(fix!)
    }
    // The Deny stops everyone but alice: the new Allow serves nobody else.
    expect(under({})[0]).toBe('request')
    // It never stopped the roles of operations: they get what the new Allow gives.
    const [opensTo, opens] = under({ Condition: { StringNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/Ops*' } } })
    expect(opensTo).toBe('wider')
    expect(opens).toContain('every principal in the accounts below')
  })

  it('counts what a Deny no longer blocks, whichever policy allows it', () => {
    const bucket = 'arn:aws:s3:::data'
    const guard = (resources: readonly string[]) => document(deny('s3:*', resources, { Principal: '*' }))
    const accessCase = asked({
      resource: { name: 'b', document: guard([bucket, `${bucket}/*`]) },
      ...identity(allow('*', '*')),
    })
    const judged = { accessCase, evaluation: evaluate(accessCase), denial: null }
    const [fix] = fixesOf(accessCase).filter(({ layer }) => layer === 'resource')
    const changedTo = (after: unknown): readonly [string, string] => {
      const changes = fix!.changes.map((change) => ({ ...change, after: JSON.stringify(after) }))
      return said(withOpened(judged, { ...fix!, changes, blanks: [] }))
    }
    const [opensTo, opens] = changedTo(guard([bucket]))
    expect(opensTo).toBe('wider')
    expect(opens).toContain('will no longer be blocked by this Deny from calling')
    expect(opens).toContain('arn:aws:s3:::data/*')
  })

  it('is the pattern where an id is used once', () => {
    const job = 'arn:aws:ssm:eu-west-1:111122223333:automation-execution/1111aaaa-22bb-33cc-44dd-555566667777'
    const [least] = fixesOf(asked({}, 'ssm:StopAutomationExecution', job))
    expect(said(least!)[1]).toMatch(
      /^Opens this action on every arn:aws:ssm:eu-west-1:111122223333:automation-execution\/\*, /,
    )
  })

  it('names whom the policy is for where a statement joins one that others may have', () => {
    const [least] = fixesOf(asked(identity(allow('s3:GetObject', 'arn:aws:s3:::data/*'))))
    expect(said(least!)).toEqual([
      'request',
      'Opens exactly this request for everyone this policy is attached to, without conditions.',
    ])
  })

  it('names what else an extension opens', () => {
    const fixes = fixesOf(asked(identity(allow('s3:GetObject', 'arn:aws:s3:::data/*'))))
    const extended = fixes.find(({ codes }) => codes.includes('add-action'))
    expect(said(extended!)).toEqual([
      'wider',
      'Opens more than this request. Everyone this policy is attached to will be able to call s3:PutObject on arn:aws:s3:::data/*.',
    ])
    expect(extended?.isWider).toBe(true)
  })

  it('says "every action" of a statement for all of them, in words and within the sentence', () => {
    const fixes = fixesOf(asked(identity(allow('*', 'arn:aws:s3:::data'))))
    const extended = fixes.find(({ codes }) => codes.includes('add-resource') || codes.includes('correct-resource'))
    const [, opens] = said(extended!)
    expect(opens).toContain('will be able to call every action on arn:aws:s3:::data/')
    expect(opens).not.toMatch(/call [*A-Z]/)
  })

  it('names everyone of an account whose root a bucket policy allows, unless a test keeps the root user apart', () => {
    const accessCase = asked(
      { resource: { name: 'b', document: document() }, ...identity(allow('*', '*')) },
      's3:PutObject',
      'arn:aws:s3:::data/a',
      { principal: `arn:aws:iam::${OWN}:root`, resourceAccount: '444455556666' },
    )
    const judged = { accessCase, evaluation: evaluate(accessCase), denial: null }
    const fix = fixesOf(accessCase).find(({ layer }) => layer === 'resource')!
    expect(said(fix)[0]).toBe('request')
    const { Condition: _test, ...open } = fix.statement!
    const changes = fix.changes.map((change) => ({ ...change, after: JSON.stringify(document(open)) }))
    const [opensTo, opens] = said(withOpened(judged, { ...fix, changes, statement: open }))
    expect(opensTo).toBe('wider')
    expect(opens).toContain(`Everyone in account ${OWN} will be able to call s3:PutObject`)
  })

  it('is exactly the request for the one whom a bucket policy names', () => {
    const other = asked(
      { resource: { name: 'b', document: document() }, ...identity(allow('*', '*')) },
      's3:PutObject',
      'arn:aws:s3:::data/a',
      { resourceAccount: '444455556666' },
    )
    const fix = fixesOf(other).find(({ layer }) => layer === 'resource')
    expect(said(fix!)).toEqual(['request', 'Opens exactly this request, in every session, without conditions.'])
  })

  it('tells what a Deny blocks now, on the resource that is left out and no other', () => {
    const fixes = fixesOf(asked(identity(allow('s3:*', '*'), deny('s3:*', '*'))))
    const left = fixes.find(({ codes }) => codes.includes('leave-resource-out'))
    expect(said(left!)[1]).toContain('on arn:aws:s3:::data/a, which a Deny blocks now')
    expect(said(left!)[1]).not.toContain('on every resource')
  })

  it('counts what the other statements allow already', () => {
    // The bucket is open for reading anyway: to add the action to it opens nothing but the request's.
    const fixes = fixesOf(
      asked(identity(allow('s3:GetObject', 'arn:aws:s3:::data/a'), allow('s3:Put*', 'arn:aws:s3:::data/b*'))),
    )
    const extended = fixes.find(({ codes }) => codes.includes('add-action'))
    expect(said(extended!)[0]).toBe('request')
  })
})

describe('the order of fixes', () => {
  it('has what opens less first, also where another ends a statement of its own', () => {
    const queue = `arn:aws:sqs:eu-west-1:${OWN}:jobs`
    const both = deny(['sqs:SendMessage', 'sqs:ReceiveMessage'], queue, { Principal: { AWS: ALICE } })
    const all = allow('sqs:*', queue, { Principal: '*' })
    const fixes = fixesOf(
      asked(
        { resource: { name: 'q', document: document(all, both) }, ...identity(allow('*', '*')) },
        'sqs:SendMessage',
        queue,
      ),
    )
    expect(fixes[0]?.codes).toEqual(['take-action-out'])
  })
})

describe('what a fix opens under a test', () => {
  it('is never said to hold without conditions', () => {
    const accessCase = asked(identity(allow('s3:GetObject', 'arn:aws:s3:::data/*')))
    const judged = { accessCase, evaluation: evaluate(accessCase), denial: null }
    const [fix] = fixesOf(accessCase)
    const tested = allow('s3:PutObject', 'arn:aws:s3:::data/a', {
      Condition: { Bool: { 'aws:SecureTransport': 'true' } },
    })
    const changes = fix!.changes.map((change) => ({ ...change, after: JSON.stringify(document(tested)) }))
    expect(said(withOpened(judged, { ...fix!, changes, statement: tested }))).toEqual([
      'request',
      'Opens exactly this request for everyone this policy is attached to, if the test of aws:SecureTransport is met.',
    ])
  })

  const ofTeam = (team: string, statement: TestStatement): TestStatement => ({
    ...statement,
    Condition: { StringEquals: { 'aws:PrincipalTag/team': team } },
  })
  const openedBy = (accessCase: AccessCase, layer: Fix['layer'], after: unknown): string => {
    const judged = { accessCase, evaluation: evaluate(accessCase), denial: null }
    const fix = fixesOf(accessCase).find((one) => one.layer === layer)
    const changes = fix!.changes.map((change) => ({ ...change, after: JSON.stringify(after) }))
    return said(withOpened(judged, { ...fix!, changes }))[1]
  }

  it('is what still has to be met, where another value of the same key kept it out', () => {
    const all = allow('s3:GetObject', 'arn:aws:s3:::data/*')
    const one = ofTeam('red', all)
    const after = document(one, ofTeam('blue', all))
    const opens = openedBy(asked(identity(one)), 'identity', after)
    expect(opens).toMatch(/, if the test of aws:PrincipalTag\/team is met\.$/)
    expect(openedBy(asked(identity(one)), 'identity', document(one, all))).toContain('isn’t met')
  })

  it('is told of the role itself where a trust policy lets others in', () => {
    const trust = (Principal: unknown) => ({ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' })
    const role = `arn:aws:iam::${OWN}:role/deploy`
    const given = document(trust({ AWS: `arn:aws:iam::${OWN}:user/bob` }))
    const accessCase = asked({ resource: { name: 'trust', document: given } }, 'sts:AssumeRole', role)
    const opens = openedBy(accessCase, 'trust', document(trust({ AWS: `arn:aws:iam::${OWN}:root` })))
    expect(opens).toContain('will be able to call sts:AssumeRole.')
    expect(opens).not.toContain('every resource')
  })

  it('is told of those who sign in, since an identity provider makes no calls', () => {
    const provider = `arn:aws:iam::${OWN}:oidc-provider/example.com`
    expect(plainText(whoCall([provider]))).toBe(`Whoever signs in with ${provider}`)
    expect(plainText(whoCall([provider, `arn:aws:iam::${OWN}:role/ci`]))).toBe(
      `${provider} and arn:aws:iam::${OWN}:role/ci`,
    )
  })
})

describe('an account that is masked', () => {
  it.each([
    'xxxxxxxxxxxx',
    '************',
    '***',
    '<account>',
    '1234XXXXXXXX',
    '#########',
    '[REDACTED]',
    '${ACCOUNT_ID}',
  ])('is a blank of a fix that opens the request and no more: %s', (mask) => {
    const { judged, answer } = pastedCase(
      `User: arn:aws:iam::${mask}:user/dana is not authorized to perform: sqs:SendMessage on resource: arn:aws:sqs:eu-west-1:${mask}:orders because no identity-based policy allows the sqs:SendMessage action`,
    )
    const [fix] = answerFixes(judged, answer)
    expect(fix?.statement?.Resource).toMatch(/^arn:aws:sqs:eu-west-1:<[^<>*]+>:orders$/)
    expect(fix?.beyond?.resource ?? false).toBe(false)
    expect(fix?.failed).toBeUndefined()
  })
})

describe('a caller who is masked', () => {
  const KEY = 'arn:aws:kms:eu-west-1:************:key/<redacted>'

  it('is still the one who asked, to whom the statement for the key policy opens no more', () => {
    const { judged, answer } = pastedCase(
      `User: arn:aws:sts::************:assumed-role/xxxx/i-0a1b2c is not authorized to perform: kms:Decrypt on resource: ${KEY} because no resource-based policy allows the kms:Decrypt action`,
    )
    const [fix] = answerFixes(judged, answer)
    expect(fix?.changes[0]?.after).toContain('arn:aws:iam::<account>:role/<role>')
    expect(fix?.beyond?.caller ?? false).toBe(false)
    expect(plainText(fix!.opens)).not.toMatch(/\d{12}/)
  })
})

describe('a policy that is masked itself', () => {
  it('takes a fix with its own mask, which AWS would accept once it is filled in', () => {
    const { judged, answer } = pastedCase(
      'User: arn:aws:iam::#######:user/dana is not authorized to perform: dynamodb:Query on resource: arn:aws:dynamodb:eu-central-1:#########:table/lists/index/by-name because no identity-based policy allows the dynamodb:Query action',
      {
        identity: JSON.stringify(
          document(allow('dynamodb:Query', 'arn:aws:dynamodb:eu-central-1:#######:table/lists')),
        ),
      },
    )
    const [fix] = answerFixes(judged, answer)
    expect(fix?.changes[0]?.after).toContain('arn:aws:dynamodb:eu-central-1:#######:table/lists/index/*')
    expect(fix?.failed).toBeUndefined()
  })
})

describe('what a fix opens, of which the request shows a part', () => {
  const opensOfPaste = (paste: string) => {
    const { judged, answer } = pastedCase(paste)
    return answerFixes(judged, answer).map(({ opens }) => plainText(opens))
  }
  const publish = (resource: string) =>
    `User: arn:aws:sts::${OWN}:assumed-role/codes/one is not authorized to perform: SNS:Publish on resource: ${resource} because no identity-based policy allows the SNS:Publish action`

  it('is every resource, where only that covers what has no ARN', () => {
    expect(opensOfPaste(publish('+4917100000000'))[0]).toContain('sns:Publish on every resource')
    expect(opensOfPaste(publish('arn:aws:sns:eu-west-1:111122223333:codes'))[0]).toContain('exactly this request')
  })
})

describe('whom a statement lets in', () => {
  const statement = (Condition: object, Principal: unknown = '*') => ({
    Effect: 'Allow',
    Principal,
    Action: 's3:GetObject',
    Resource: '*',
    Condition,
  })

  it('is the one that it tests for by the ARN, and everyone where it tests for a pattern or for several', () => {
    const only = (operator: string, value: unknown) => namedIn(statement({ [operator]: { 'aws:PrincipalArn': value } }))
    expect(only('ArnEquals', ALICE)).toBe(ALICE)
    expect(only('ArnEquals', `arn:aws:iam::${OWN}:user/*`)).toBeNull()
    expect(only('ArnEquals', [ALICE, `${ALICE}2`])).toBeNull()
    expect(only('ArnNotEquals', ALICE)).toBeNull()
  })
})
