import { describe, expect, it } from 'vitest'
import type { AccessCase } from '../case/access-case'
import type { Evaluation, LayerResult, StatementResult } from '../evaluation/evaluation'
import { explain } from './explain'
import { plain } from './words'

const accessCase: AccessCase = {
  version: 1,
  request: {
    principal: 'arn:aws:iam::111122223333:user/alice',
    action: 's3:PutObject',
    resource: 'arn:aws:s3:::bucket/key',
  },
  policies: {
    scps: [
      { target: 'Root', policies: [] },
      { target: 'Workloads OU', policies: [] },
    ],
  },
}

const guard: StatementResult = {
  level: 1,
  policy: 0,
  statement: 0,
  policyName: 'RegionGuard',
  sid: null,
  effect: 'Deny',
  matches: 'yes',
  span: [0, 10],
  elements: [
    {
      element: 'Condition',
      matches: 'yes',
      reason: 'matches',
      span: null,
      values: [
        { text: 'eu-west-1', span: null, matches: 'no', reason: 'differs' },
        { text: 'eu-central-1', span: null, matches: 'no', reason: 'differs' },
      ],
      operator: 'StringNotEquals',
      key: 'aws:RequestedRegion',
      actual: ['us-east-1'],
    },
  ],
}

const scp: LayerResult = {
  layer: 'scp',
  status: 'explicitDeny',
  blocking: true,
  reason: 'deny-matches',
  lane: 'caller',
  needed: true,
  statements: [guard],
}

const evaluation: Evaluation = {
  decision: 'explicitDeny',
  layer: 'scp',
  policy: 'RegionGuard',
  sid: null,
  decisive: { level: 1, policy: 0, statement: 0 },
  layers: [scp],
  blocking: ['scp'],
  dependsOn: { keys: [], layers: [] },
  settlements: [],
  relation: 'sameAccount',
  context: [{ key: 'aws:RequestedRegion', values: ['us-east-1'], origin: 'given' }],
  limits: [],
  problems: [],
}

describe('explain', () => {
  it('says which policy denied, and the fact that decides', () => {
    const { verdict, diagram, statements, keys } = explain(evaluation, accessCase, null)
    expect(plain(verdict.sentence)).toBe(
      'Denied by a service control policy: RegionGuard on Workloads OU allows only eu-west-1 and eu-central-1; this request goes to us-east-1.',
    )
    expect(diagram.lanes.flatMap(({ gates }) => gates.map(({ label, stopped }) => [label, stopped]))).toEqual([
      ['Service control policies: explicit deny', true],
    ])
    expect(statements.map(({ summary, decisive }) => [plain(summary), decisive])).toEqual([
      ['Denies this request on Workloads OU.', true],
    ])
    expect(keys).toEqual([
      {
        key: 'aws:RequestedRegion',
        state: 'known',
        values: ['us-east-1'],
        origin: 'given',
        offered: ['eu-west-1', 'eu-central-1'],
        decides: false,
      },
    ])
  })

  it('has nothing to judge without a principal and an action', () => {
    const empty = { ...accessCase, request: { principal: '', action: '', resource: '' } }
    expect(explain(evaluation, empty, null).verdict.decision).toBe('none')
  })
})
