import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SITUATION_ANSWERS } from '../../facts/situations/situation-answers'
import { EMPTY_DRAFT } from '../../draft/draft'
import { readPaste } from '../../draft/paste/read-paste'
import { takePaste } from '../../draft/paste/take-paste'
import { plainText } from '../../text/phrase'
import { combineFixes } from './combine-fixes'
import { mergeStatements } from './merge-statements'

const HOME = '111122223333'
const denied = (user: string, action: string, resource: string, ending = '') =>
  `User: arn:aws:iam::${HOME}:user/${user} is not authorized to perform: ${action} on resource: ${resource}${ending || ` because no identity-based policy allows the ${action} action`}`

const QUEUE = `arn:aws:sqs:eu-west-1:${HOME}:orders`
const TABLE = `arn:aws:dynamodb:eu-west-1:${HOME}:table/orders`

const combinedOf = (...lines: readonly string[]) => {
  const { draft } = takePaste(EMPTY_DRAFT, lines.join('\n'))
  return combineFixes({ draft, denials: readPaste(draft.paste).denials, situationAnswers: SITUATION_ANSWERS })
}

const statementsOf = (policy: string): unknown => (JSON.parse(policy) as { Statement: unknown }).Statement

describe('several denials of one paste', () => {
  it('get one policy for each caller, with the actions on one resource in one statement', () => {
    const { changes } = combinedOf(
      denied('maya', 'sqs:SendMessage', QUEUE),
      denied('maya', 'sqs:ReceiveMessage', QUEUE),
      denied('maya', 'dynamodb:Query', TABLE),
      denied('nora', 'sqs:SendMessage', QUEUE),
    )
    expect(changes.map(({ layer, of, denials, isProven }) => [layer, of, denials, isProven])).toEqual([
      ['identity', `arn:aws:iam::${HOME}:user/maya`, 3, true],
    ])
    expect(statementsOf(changes[0]?.policy ?? '')).toEqual([
      { Effect: 'Allow', Action: ['sqs:SendMessage', 'sqs:ReceiveMessage'], Resource: QUEUE },
      { Effect: 'Allow', Action: 'dynamodb:Query', Resource: TABLE },
    ])
  })

  it('are answered whole by one policy only where it answers each of them, in all that each lacks', () => {
    const one = denied('maya', 'sqs:SendMessage', QUEUE)
    const other = denied('maya', 'dynamodb:Query', TABLE)
    expect(combinedOf(one, other).whole?.denials).toBe(2)
    expect(combinedOf(one, other, denied('nora', 'sqs:SendMessage', QUEUE)).whole).toBeNull()
    const scp = denied('maya', 'sqs:DeleteQueue', QUEUE, ' with an explicit deny in a service control policy')
    const apart = combinedOf(one, other, scp)
    expect(apart.whole).toBeNull()
    expect(plainText(apart.apart?.headline ?? [])).toBe('3 denials: one fix answers several of them.')
    expect(apart.apart?.each.map(({ at }) => at)).toEqual([0, 1, 2])
    const foreign = denied('maya', 'sqs:SendMessage', QUEUE.replace(HOME, '444455556666'))
    expect(combinedOf(one, other, foreign).whole).toBeNull()
  })

  it('are told in one sentence where all are of one kind, with one message to whoever can allow them', () => {
    const { whole } = combinedOf(denied('maya', 'sqs:SendMessage', QUEUE), denied('maya', 'dynamodb:Query', TABLE))
    expect(plainText(whole?.headline ?? [])).toBe('No identity-based policy of maya allows these 2 calls.')
    expect(whole?.message.owner).toBe('accountAdmin')
    for (const part of [`user/maya`, `sqs:SendMessage on ${QUEUE}`, `dynamodb:Query on ${TABLE}`, whole?.policy ?? '?'])
      expect(whole?.message.text).toContain(part)
    const bare = `An error occurred (AccessDenied) when calling the Query operation: ${denied('maya', 'dynamodb:Query', TABLE, ' ')}`
    const mixed = combinedOf(denied('maya', 'sqs:SendMessage', QUEUE), bare).whole
    expect(mixed?.denials).toBe(2)
    expect(mixed?.headline).toBeNull()
  })

  it('leave out those that a Deny stops, and say how many', () => {
    const { changes, explicitDenies } = combinedOf(
      denied('maya', 'sqs:SendMessage', QUEUE),
      denied('maya', 'sqs:ReceiveMessage', QUEUE),
      denied('maya', 'sqs:DeleteQueue', QUEUE, ' with an explicit deny in a service control policy'),
    )
    expect(explicitDenies).toBe(1)
    expect(changes[0]?.policy).not.toContain('DeleteQueue')
  })

  it('are no combination where there is one of each', () => {
    expect(combinedOf(denied('maya', 'sqs:SendMessage', QUEUE)).changes).toEqual([])
    expect(
      combinedOf(denied('maya', 'sqs:SendMessage', QUEUE), denied('nora', 'sqs:SendMessage', QUEUE)).changes,
    ).toEqual([])
  })
})

it('joined statements allow what each allowed, and nothing else', () => {
  const one = fc.record({
    Effect: fc.constant('Allow'),
    Action: fc.constantFrom('a:x', 'a:y', 'b:z'),
    Resource: fc.constantFrom('r1', 'r2', 'r3'),
    Condition: fc.constantFrom({ Bool: { k: 'true' } }, { Bool: { k: 'false' } }),
  })
  const pairs = (statements: readonly Readonly<Record<string, unknown>>[]) =>
    new Set(
      statements.flatMap(({ Action, Resource, Condition }) =>
        [Action]
          .flat()
          .flatMap((action) => [Resource].flat().map((resource) => JSON.stringify([action, resource, Condition]))),
      ),
    )
  fc.assert(
    fc.property(fc.array(one), (statements) => {
      expect(pairs(mergeStatements(statements))).toEqual(pairs(statements))
    }),
  )
})
