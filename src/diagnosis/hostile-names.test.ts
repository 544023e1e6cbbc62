import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT, type Draft } from '../draft/draft'
import { suggestedChecks } from '../draft/checks/suggested-checks'
import { evaluateLinked } from '../evaluation/evaluate-linked'
import { explainFixes } from '../explanation/fixes/explain-fixes'
import { explainChecklist } from '../explanation/steps/checklist'
import { explainNextSteps } from '../explanation/steps/next-steps'
import { annotatePolicy } from './annotations'
import { policyProblems } from './worded-problems'
import { diagnose } from './diagnose'

const NAMES = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf']

const document = (name: string) =>
  `{"Version":"2012-10-17","Statement":[{"Sid":"${name}","Effect":"Allow","Action":["${name}","s3:GetObject"],"Resource":"*","Principal":{"${name}":"${name}"},"Condition":{"${name}":{"${name}":"${name}"},"StringEquals":{"${name}":"${name}"}},"${name}":"${name}"}]}`

const error = (operation: string, action: string) =>
  `An error occurred (AccessDenied) when calling the ${operation} operation: User: arn:aws:iam::111122223333:user/alice is not authorized to perform: ${action} on resource: "arn:aws:s3:::data/a" because no identity-based policy allows the ${action} action`

/** Drafts that hold a name of every object wherever a name can stand. */
function drafts(name: string): readonly Draft[] {
  const base: Draft = { ...EMPTY_DRAFT, paste: error('PutObject', 's3:PutObject') }
  const policies = [{ name, text: document(name), source: name }]
  const given = { state: 'given', policies } as const
  const known = { state: 'known', values: [name] } as const
  return [
    { ...base, linked: [{ action: name, resource: name, context: {} }] },
    { ...base, linked: [{ action: `s3:${name}`, resource: 'arn:aws:s3:::x', context: { [name]: known } }] },
    { ...base, linked: [{ action: `${name}:${name}`, resource: `arn:aws:${name}:::x`, context: {}, policy: given }] },
    { ...base, request: { principal: name, action: name, resource: name, resourceAccount: name } },
    { ...base, request: { action: `${name}:${name}`, resource: `arn:${name}:${name}:${name}:${name}:${name}/x` } },
    { ...base, context: { [name]: known } },
    { ...base, facts: { [name]: name } },
    {
      ...base,
      layers: {
        ...base.layers,
        identity: given,
        resource: given,
        scp: { state: 'given', levels: [{ target: name, policies }] },
      },
    },
    { ...base, paste: error(name, `${name}:${name}`) },
  ]
}

describe('names that every object has', () => {
  it.each(NAMES.flatMap((name) => drafts(name).map((draft, at) => ({ name, at, draft }))))(
    'are names like any other: $name, case $at',
    ({ draft }) => {
      const { failed, built, judged, evaluation, explanation } = diagnose(draft)
      expect(failed).toBeNull()
      expect(typeof explanation?.decided.decision).toBe('string')
      const { accessCase } = built!
      expect(evaluateLinked(accessCase).checks.length).toBeGreaterThan(0)
      for (const { check } of suggestedChecks(accessCase.request, draft.linked ?? []))
        expect(typeof check.action).toBe('string')
      expect(Array.isArray(explainFixes(judged!))).toBe(true)
      expect(Array.isArray(explainNextSteps(judged!))).toBe(true)
      expect(Array.isArray(explainChecklist(judged!))).toBe(true)
      for (const [policy, { text }] of draft.layers.identity.policies.entries()) {
        const spot = { layer: 'identity', level: null, policy } as const
        expect(annotatePolicy(evaluation, accessCase.request, spot)).toBeDefined()
        expect(policyProblems(text, 'identity').every(({ sentence }) => typeof sentence === 'string')).toBe(true)
      }
    },
  )
})
