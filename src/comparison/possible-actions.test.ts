import { describe, expect, it } from 'vitest'
import { BUILT_REFERENCE } from '../../.ci/built-reference'
import { nameOfAction, serviceOfAction } from '../iam/action'
import type { CaseLayer } from '../iam/layers'
import { typesMatching } from '../reference/arn-template'
import { withAskers, type Reference } from '../reference/reference'
import { allow, type TestStatement } from '../testing/statements'
import { compareAccess } from './compare-access'
import { isNamedAction } from './named-actions'
import { policiesOfText } from './policies-of-text'

const OBJECTS = 'arn:aws:s3:::logs/*'
const GET = allow('s3:GetObject', OBJECTS)

/** The index of all actions, and what is loaded of some services, as a page has it. */
const knowing = (...services: readonly string[]): Reference => ({
  ...BUILT_REFERENCE,
  service: (prefix) => (services.includes(prefix) ? BUILT_REFERENCE.service(prefix) : null),
})

function changesOf(
  before: readonly TestStatement[],
  after: readonly TestStatement[],
  reference: Reference = BUILT_REFERENCE,
  layer: CaseLayer = 'identity',
) {
  const policies = (statements: readonly TestStatement[]) =>
    policiesOfText(JSON.stringify({ Version: '2012-10-17', Statement: statements }), layer)
  const { opened, lost } = compareAccess({ before: policies(before), after: policies(after), layer }, reference)
  return [...opened.changes, ...lost.changes]
}

const servicesOf = (...changes: Parameters<typeof changesOf>): ReadonlySet<string> =>
  new Set(
    changesOf(...changes)
      .flatMap(({ actions }) => actions)
      .filter((action) => isNamedAction(action) && action !== '*')
      .map(serviceOfAction),
  )

describe('actions of a change', () => {
  it('are told by what they can do: first those that lead to more permissions', () => {
    const [first] = changesOf([allow('*', '*')], [GET], BUILT_REFERENCE, 'scp')
    expect(first?.actions.slice(0, 2)).toEqual(['iam:AddUserToGroup', 'iam:AttachGroupPolicy'])
    expect(first?.witness.request.action).toBe('iam:AddUserToGroup')
    const [ofObjects] = changesOf([GET], [allow('s3:*', OBJECTS)])
    expect(ofObjects?.actions.slice(0, 3)).toEqual([
      's3:BypassGovernanceRetention',
      's3:PutObjectAcl',
      's3:PutObjectVersionAcl',
    ])
    expect(ofObjects?.actions).not.toContain('s3:PutAccelerateConfiguration')
  })

  it.each([
    ['everything', [allow('*', '*')]],
    ['all of a service', [allow(['iam:*', 'ec2:*', 's3:*'], '*')]],
    ['all but some', [{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }]],
    ['all on objects', [allow('*', OBJECTS)]],
  ] as const)('have a witness on a resource that the riskiest of them takes: %s', (_, after) => {
    const changes = changesOf([GET], after)
    expect(changes.length).toBeGreaterThan(0)
    for (const { witness, actions } of changes) {
      const { action, resource } = witness.request
      const known = BUILT_REFERENCE.service(serviceOfAction(action))?.byName.get(nameOfAction(action).toLowerCase())
      expect(action).toBe(actions[0])
      if (known === undefined) throw new Error(`AWS has no ${action}.`)
      if (known.resources.length === 0) expect(resource).toBe('*')
      else expect(typesMatching(known, resource)).not.toEqual([])
    }
  })
})

describe('a service of which only the names of its actions are loaded', () => {
  it('is not asked about the resources of another one, and nothing is left open by that', () => {
    const all = allow('*', OBJECTS)
    const asked = withAskers(BUILT_REFERENCE.actions, ['s3'])
    expect(asked).toContain('ssm')
    expect(servicesOf([GET], [all], knowing(...asked))).toEqual(new Set(['s3']))
    expect(servicesOf([GET], [all])).toEqual(new Set(['s3']))
  })

  it('is asked where its actions take resources of the other, or all are open', () => {
    const cluster = 'arn:aws:rds:eu-west-1:111122223333:cluster:shop'
    expect(servicesOf([], [allow('*', cluster)], knowing('rds'))).toContain('rds-data')
    expect(servicesOf([], [allow('*', cluster)], knowing('rds'))).not.toContain('s3')
    expect(servicesOf([], [allow('*', '*')], knowing())).toContain('a2c')
    expect(servicesOf([], [allow('*', 'arn:aws:sqs:*')], knowing())).toContain('sqs')
  })
})
