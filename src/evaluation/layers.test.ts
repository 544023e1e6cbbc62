import { describe, expect, test } from 'vitest'
import type { AccessCase, CasePolicies } from '../case/access-case'
import { CASE_LAYERS, hasLevels, holdsOne, LAYERS, namesPrincipals, type CaseLayer } from '../iam/layers'
import { evaluate } from './evaluate'
import type { Vector } from '../testing/vector'
import { vectorsIn } from '../testing/read-vectors'

const CALLER = 'arn:aws:iam::111122223333:user/mina'
const ACTION = 'dynamodb:GetItem'

const statement = (layer: CaseLayer, effect: 'Allow' | 'Deny', action = ACTION) => ({
  Effect: effect,
  ...(namesPrincipals(layer) ? { Principal: layer === 'resource' ? { AWS: CALLER } : '*' } : {}),
  Action: action,
  Resource: '*',
})

/** A layer that holds one policy of these statements. */
const holding = (layer: CaseLayer, ...statements: readonly object[]): CasePolicies => {
  const policy = { name: layer, document: { Version: '2012-10-17', Statement: statements } }
  const held = hasLevels(layer) ? [{ target: 'Root', policies: [policy] }] : holdsOne(layer) ? policy : [policy]
  return { [LAYERS[layer].key]: held }
}

const caseWith = (policies: CasePolicies): AccessCase => ({
  version: 1,
  request: {
    principal: CALLER,
    action: ACTION,
    resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders',
  },
  policies,
})

/** What lets the request pass, whatever the layer that is tried. */
const GRANTED = holding('identity', statement('identity', 'Allow'))

const OTHERS = (role: string) => CASE_LAYERS.filter((layer) => LAYERS[layer].role === role)

// In one account, as AWS documents it:
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
describe('what a layer does to a decision', () => {
  test.each(CASE_LAYERS)('%s: a Deny in it alone denies what all else allows', (layer) => {
    const both = holding(layer, statement(layer, 'Allow'), statement(layer, 'Deny'))
    const { decision, layer: named, blocking, decisive } = evaluate(caseWith({ ...GRANTED, ...both }))
    expect({ decision, named, blocking }).toEqual({ decision: 'explicitDeny', named: layer, blocking: [layer] })
    expect(decisive?.statement).toBe(1)
  })

  test.each([...OTHERS('bounds'), ...OTHERS('limits')])(
    '%s: where it speaks of other actions only, what is granted does not pass',
    (layer) => {
      const {
        decision,
        layer: named,
        blocking,
      } = evaluate(caseWith({ ...GRANTED, ...holding(layer, statement(layer, 'Allow', 'sqs:SendMessage')) }))
      // The Allow of RCPFullAWSAccess stands beside every RCP.
      const passes = LAYERS[layer].impliesAllow === true
      expect({ decision, named, blocking }).toEqual(
        passes
          ? { decision: 'allowed', named: 'none', blocking: [] }
          : { decision: 'implicitDeny', named: layer, blocking: [layer] },
      )
    },
  )

  test.each([...OTHERS('bounds'), ...OTHERS('limits')])('%s: its Allow alone lets nothing pass', (layer) => {
    const { decision, layer: named } = evaluate(caseWith(holding(layer, statement(layer, 'Allow'))))
    expect({ decision, named }).toEqual({ decision: 'implicitDeny', named: 'identity' })
  })

  test.each(OTHERS('grants'))('%s: its Allow alone lets the request pass', (layer) => {
    expect(evaluate(caseWith(holding(layer, statement(layer, 'Allow')))).decision).toBe('allowed')
  })

  test.each(CASE_LAYERS)('%s: while nobody says what it holds, the answer depends on it', (layer) => {
    const { key } = LAYERS[layer]
    const known = CASE_LAYERS.filter((one) => one !== layer && one !== 'identity').map((one) => LAYERS[one].key)
    const policies: CasePolicies = {
      ...(layer === 'identity' ? {} : GRANTED),
      // A policy for a role session: a user's own keys come without session policies.
      otherLayers: 'unknown',
      noneAttached: [...known, ...(layer === 'identity' ? [] : [LAYERS.identity.key])].filter((one) => one !== key),
    }
    const asked = caseWith(policies)
    const principal = layer === 'session' ? 'arn:aws:sts::111122223333:assumed-role/mina/one' : CALLER
    const { decision, dependsOn } = evaluate({ ...asked, request: { ...asked.request, principal } })
    expect({ decision, layers: dependsOn.layers }).toEqual({ decision: 'depends', layers: [layer] })
  })

  test('each layer stands on its side, and in the order of reporting', () => {
    const { layers } = evaluate(caseWith({}))
    for (const { layer, lane } of layers) expect(lane).toBe(LAYERS[layer].side)
    expect(layers.map(({ layer }) => layer)).toEqual([
      'rcp',
      'scp',
      'endpoint',
      'resource',
      'identity',
      'boundary',
      'session',
    ])
  })
})

const vectors = vectorsIn<Vector>('evaluation/vectors')

test.each(Object.keys(LAYERS))('%s: vectors end in an explicit and in an implicit deny of it', (layer) => {
  const ends = new Set(vectors.filter((one) => one.expect.layer === layer).map((one) => one.expect.decision))
  const wanted = layer === 'rcp' ? ['explicitDeny'] : ['explicitDeny', 'implicitDeny']
  expect(wanted.filter((decision) => ![...ends].some((end) => end === decision))).toEqual([])
})
