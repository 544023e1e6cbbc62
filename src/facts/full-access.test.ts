import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ALL_OF_SERVICE } from './full-access'

interface Statement {
  readonly Effect: string
  readonly Action?: string | readonly string[]
  readonly Resource?: string | readonly string[]
  readonly Condition?: object
}

const statementsOf = (policy: string): readonly Statement[] =>
  (
    JSON.parse(readFileSync(`public/reference/managed/${policy}.json`, 'utf8')) as {
      document: { Statement: Statement[] }
    }
  ).document.Statement

describe('a policy of AWS’s that allows all of a service', () => {
  it.each(Object.entries(ALL_OF_SERVICE))('%s does, on everything and without a condition: %j', (policy, services) => {
    const open = statementsOf(policy)
      .filter(({ Effect, Condition, Resource }) => Effect === 'Allow' && !Condition && [Resource].flat().includes('*'))
      .flatMap(({ Action }) => [Action].flat())
    expect(services.filter((service) => !open.includes(`${service}:*`))).toEqual([])
  })
})
