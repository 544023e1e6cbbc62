import { describe, expect, it } from 'vitest'
import { BUILT_REFERENCE } from '../../.ci/built-reference'
import type { AccessCase } from '../case/access-case'
import { evaluate } from '../evaluation/evaluate'
import { sweep } from './sweep'
import { countAnswers, filterRows, rowsOf, rowsToCsv, type SweepRow } from './sweep-rows'
import { sweepTargets } from './sweep-targets'

const RESOURCE = 'arn:aws:s3:::demo/report.csv'
const CASE: AccessCase = {
  version: 1,
  request: {
    principal: 'arn:aws:iam::111122223333:user/alice',
    action: 's3:GetObject',
    resource: RESOURCE,
    otherContext: 'unknown',
  },
  policies: {
    identity: [
      {
        name: 'work',
        document: {
          Version: '2012-10-17',
          Statement: [
            { Effect: 'Allow', Action: ['s3:Get*', 's3:ListAllMyBuckets', 'sqs:*'], Resource: '*' },
            { Effect: 'Deny', Action: 's3:GetObjectAcl', Resource: '*' },
            {
              Effect: 'Allow',
              Action: 's3:PutObject',
              Resource: '*',
              Condition: { Bool: { 'aws:SecureTransport': 'true' } },
            },
          ],
        },
      },
    ],
    scps: [
      {
        target: 'root',
        policies: [
          {
            name: 'no-torrents',
            document: {
              Version: '2012-10-17',
              Statement: [
                { Effect: 'Allow', Action: '*', Resource: '*' },
                { Effect: 'Deny', Action: 's3:*Torrent', Resource: '*' },
              ],
            },
          },
        ],
      },
    ],
    otherLayers: 'none',
  },
}

const index = BUILT_REFERENCE.actions!
const run = (prefixes: readonly string[], partLength?: number): readonly SweepRow[] => {
  const targets = sweepTargets(index, prefixes, RESOURCE, BUILT_REFERENCE.service)
  return [...sweep(CASE, targets, partLength)].flatMap((part) => rowsOf(targets, part))
}

describe('sweep', () => {
  const rows = run(['s3', 'sqs'], 7)
  const row = (action: string) => rows.find((each) => each.action === action)

  it('asks about every action of the services, in parts', () => {
    expect(rows.map(({ action }) => action)).toEqual(
      ['s3', 'sqs'].flatMap((prefix) => index.services.get(prefix)!.names.map((name) => `${prefix}:${name}`)),
    )
  })

  it('names the decision and the layer that decides', () => {
    expect(row('s3:GetObject')).toMatchObject({ decision: 'allowed', layer: 'none', onResource: true, level: 'Read' })
    expect(row('s3:GetObjectAcl')).toMatchObject({ decision: 'explicitDeny', layer: 'identity' })
    expect(row('s3:GetObjectTorrent')).toMatchObject({ decision: 'explicitDeny', layer: 'scp' })
    expect(row('s3:DeleteObject')).toMatchObject({ decision: 'implicitDeny', layer: 'identity' })
    expect(row('s3:PutObject')?.decision).toBe('depends')
  })

  it('asks about any resource where the action does not work on the one of the case', () => {
    expect(row('s3:ListAllMyBuckets')).toMatchObject({ decision: 'allowed', onResource: false })
    expect(row('s3:GetBucketPolicy')).toMatchObject({ onResource: false })
    expect(row('sqs:SendMessage')).toMatchObject({ decision: 'allowed', onResource: false })
  })

  it('says what evaluating each action by itself says', () => {
    for (const { action, onResource, decision, layer } of rows) {
      const single = evaluate({ ...CASE, request: { ...CASE.request, action, resource: onResource ? RESOURCE : '*' } })
      expect([action, single.decision, single.layer]).toEqual([action, decision, layer])
    }
  })

  it('filters and counts', () => {
    const counts = countAnswers(rows)
    expect(counts.allowed + counts.denied + counts.depends).toBe(rows.length)
    expect(filterRows(rows, { text: '', decision: 'depends', layer: null, level: null })).toHaveLength(counts.depends)
    expect(
      filterRows(rows, { text: 'torrent get', decision: 'denied', layer: 'scp', level: 'Read' }).map(
        ({ action }) => action,
      ),
    ).toEqual(['s3:GetObjectTorrent', 's3:GetObjectVersionTorrent'])
  })

  it('becomes CSV that no spreadsheet runs', () => {
    const [first] = filterRows(rows, { text: 's3:getobjectacl', decision: null, layer: null, level: null })
    expect(rowsToCsv([first!], RESOURCE)).toBe(
      'action,accessLevel,resource,decision,layer\r\ns3:GetObjectAcl,Permissions management,arn:aws:s3:::demo/report.csv,explicitDeny,identity'.replace(
        'Permissions management',
        first!.level,
      ),
    )
    expect(rowsToCsv([{ ...first!, onResource: true }], '=1+1,"x"')).toContain(`"'=1+1,""x"""`)
  })
})

describe('a policy that is not given and can only deny', () => {
  it('leaves it open how, and not whether, a request is denied', () => {
    const accessCase: AccessCase = {
      ...CASE,
      policies: { identity: CASE.policies.identity!, scps: CASE.policies.scps!, otherLayers: 'unknown' },
      request: { ...CASE.request, resourceAccount: '111122223333' },
    }
    const decided = (action: string): string | undefined => {
      const targets = [{ action, onResource: true, level: 'Read' as const }]
      const [part] = [...sweep(accessCase, targets)]
      return (
        part &&
        rowsOf(
          targets.map((one) => ({ ...one, level: 'Read' })),
          part,
        )[0]?.decision
      )
    }
    // An endpoint policy that nobody gave may deny it first: AWS would name another layer, and deny all the same.
    expect(decided('s3:GetObjectTorrent')).toBe('explicitDeny')
    expect(decided('s3:GetObject')).toBe('depends')
    // The bucket policy that is not given could allow it.
    expect(decided('s3:DeleteObject')).toBe('depends')
  })

  it('is said of a key whose policy, that alone can allow, is here', () => {
    const accessCase: AccessCase = {
      version: 1,
      request: {
        principal: 'arn:aws:iam::111122223333:user/alice',
        action: 'kms:Decrypt',
        resource: 'arn:aws:kms:eu-west-1:444455556666:key/1',
        resourceAccount: '444455556666',
      },
      policies: {
        resource: {
          name: 'key policy',
          document: {
            Version: '2012-10-17',
            Statement: [{ Effect: 'Allow', Principal: { AWS: '444455556666' }, Action: 'kms:*', Resource: '*' }],
          },
        },
        otherLayers: 'unknown',
      },
    }
    const targets = [{ action: 'kms:Decrypt', onResource: true, level: 'Write' as const }]
    const rows = [...sweep(accessCase, targets)].flatMap((part) => rowsOf(targets, part))
    expect(rows.map(({ decision, layer }) => [decision, layer])).toEqual([['denied', 'resource']])
    expect(countAnswers(rows)).toEqual({ allowed: 0, denied: 1, depends: 0 })
    expect(evaluate(accessCase).decision).toBe('depends')
  })
})

describe('an action that is not on the resource of the case', () => {
  const key = 'arn:aws:kms:eu-west-1:444455556666:key/1'
  const ofKey = (identity: readonly object[]): AccessCase => ({
    version: 1,
    request: {
      principal: 'arn:aws:iam::111122223333:user/alice',
      action: 'kms:Decrypt',
      resource: key,
      resourceAccount: '444455556666',
    },
    policies: {
      identity: [{ name: 'work', document: { Version: '2012-10-17', Statement: identity } }],
      resource: {
        name: 'key policy',
        document: {
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Principal: { AWS: '444455556666' }, Action: 'kms:*', Resource: '*' }],
        },
      },
      otherLayers: 'none',
    },
  })
  const found = (accessCase: AccessCase) => {
    const targets = [
      { action: 'kms:Decrypt', onResource: true, level: 'Write' as const },
      { action: 'kms:CreateKey', onResource: false, level: 'Write' as const },
    ]
    const [part] = [...sweep(accessCase, targets)]
    return part && rowsOf(targets, part).map(({ action, decision, layer }) => [action, decision, layer])
  }

  it('is asked in the caller’s own account, where no policy of that resource counts', () => {
    // A key that is made is the caller's: no key policy is there yet, and that of another key says nothing.
    expect(found(ofKey([{ Effect: 'Allow', Action: 'kms:*', Resource: '*' }]))).toEqual([
      ['kms:Decrypt', 'implicitDeny', 'resource'],
      ['kms:CreateKey', 'allowed', 'none'],
    ])
    expect(found(ofKey([{ Effect: 'Allow', Action: 'kms:List*', Resource: '*' }]))).toEqual([
      ['kms:Decrypt', 'implicitDeny', 'resource'],
      ['kms:CreateKey', 'implicitDeny', 'identity'],
    ])
  })
})
