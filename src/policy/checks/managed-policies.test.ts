import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { BUILT_REFERENCE, readBuilt } from '../../../.ci/built-reference'
import {
  decodeManagedPolicies,
  type ManagedPoliciesFile,
  type ManagedPolicy,
  type ServicesFile,
} from '../../reference/reference'
import { parsePolicy } from '../parse-policy'
import { checkPolicy } from './check-policy'

interface Exceptions {
  readonly errors: readonly { readonly policy: string; readonly code: string; readonly data: object }[]
  readonly unlisted: Readonly<Record<string, readonly string[]>>
}

const exceptions = JSON.parse(
  readFileSync(new URL('../vectors/managed-policies.json', import.meta.url), 'utf8'),
) as Exceptions

describe('all AWS managed policies', () => {
  const policies = decodeManagedPolicies(readBuilt<ManagedPoliciesFile>('managed-policies.json')).map(({ name }) => {
    const { document } = readBuilt<ManagedPolicy>(`managed/${name}.json`)
    const text = JSON.stringify(document, null, 2)
    return { name, text, policy: parsePolicy(text, 'identity') }
  })

  it('are read without an objection', () => {
    const objections = policies.flatMap(({ name, policy }) =>
      policy.problems.filter(({ severity }) => severity === 'error').map(({ code }) => `${name}: ${code}`),
    )
    expect(policies.length).toBeGreaterThan(1500)
    expect(objections).toEqual([])
    expect(policies.filter(({ policy }) => !policy.valid)).toEqual([])
  })

  it('pass the checks without an error, except for what is recorded', () => {
    const errors = policies.flatMap(({ name, text, policy }) =>
      checkPolicy(policy, { type: 'identity', text, reference: BUILT_REFERENCE })
        .filter(({ severity }) => severity === 'error')
        .map(({ code, data }) => ({ policy: name, code, data })),
    )
    const different = [...new Map(errors.map((error) => [JSON.stringify(error), error])).values()]
    expect(different).toEqual(exceptions.errors)
  })

  it('name no other unlisted action than those recorded', () => {
    expect(readBuilt<ServicesFile>('services.json').unlisted).toEqual(exceptions.unlisted)
  })
})
