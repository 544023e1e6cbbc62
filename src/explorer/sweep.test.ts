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
