import { describe, expect, it } from 'vitest'
import type { AccessCase } from '../case/access-case'
import { parseDenials } from '../denial/parse-denials'
import { takesNoResource } from '../iam/no-resource-actions'
import { KNOWLEDGE, matchingRows, type RowId } from './likely-causes'
import { FIND_IN_TESTS } from './find-in-tests'
import { ROW_MESSAGES } from './row-messages'
import type { RowMatch, Strength } from './knowledge'
import { factsOf, fill, hasGaps, observe, filledWords } from './observe'
import { ROW_VECTORS } from './row-vectors'
import { policiesOfSeen, type SeenCase } from './seen-case'

/** A case, and what is said of it. */
interface Seen extends SeenCase {
  readonly strength?: Strength
  /** The value that the test of a trust policy lacks. */
  readonly value?: string
}

interface Vector {
  readonly id: RowId
  readonly fires: Seen
  readonly silent: Seen
}

/** A day, or the word for none. */
const CONFIRMED = /^(?:2026-\d\d-\d\d|unconfirmed)$/

const IDS = Object.keys(KNOWLEDGE) as readonly RowId[]
const VECTORS = ROW_VECTORS as readonly unknown[] as readonly Vector[]

const readCauses = (seen: Seen): readonly RowMatch[] => {
  const denial = parseDenials(seen.paste)[0] ?? null
  const request = {
    principal: denial?.principal ?? '',
    action: denial?.action ?? denial?.inferred.action ?? '',
    resource: denial?.resource ?? denial?.inferred.resource ?? '',
  }
  const context = [
    ...(seen.absent ?? []).map((key) => ({ key, values: null, origin: 'given' as const })),
    ...(seen.carries ?? []).map((key) => ({ key, values: ['true'], origin: 'given' as const })),
  ]
  const facts = seen.kmsKeyManager === undefined ? {} : { kmsKeyManager: seen.kmsKeyManager }
  const observed = {
    ...observe({ version: 1, error: seen.paste, request, facts, policies: policiesOfSeen(seen) }, denial, context),
    nearestName: (written: string, names: readonly string[]) =>
      names.find((name) => name.replaceAll('-', '') === written || written.startsWith(`${name}-`)) ?? null,
    nearestKey: (key: string) => (key === 'aws:MultiFactorAuthPresence' ? 'aws:MultiFactorAuthPresent' : null),
  }
  return matchingRows(observed, FIND_IN_TESTS)
}

const CAUSES = new Map<Seen, readonly RowMatch[]>()

/** What a case comes to; each is asked several things, and read once. */
function causesOf(seen: Seen): readonly RowMatch[] {
  const causes = CAUSES.get(seen) ?? readCauses(seen)
  CAUSES.set(seen, causes)
  return causes
}

const causeOf = (id: RowId, seen: Seen) => causesOf(seen).find((cause) => cause.id === id)

/** What its evidence makes of it; what no page says is possible at the most. */
const toldAs = (id: RowId, { strength }: Seen): Strength | undefined =>
  KNOWLEDGE[id].confirmed === 'unconfirmed' && strength === 'supported' ? 'possible' : strength

describe('what is known of AWS', () => {
  it('has a vector for each row, where it applies and where it must not', () => {
    expect([...new Set(VECTORS.map(({ id }) => id))].toSorted()).toEqual([...IDS].toSorted())
  })

  it.each(VECTORS)('$id is named where it applies', ({ id, fires }) => {
    const cause = causeOf(id, fires)
    expect(cause?.strength).toBe(toldAs(id, fires))
    if (fires.value !== undefined) expect(cause?.fix.values?.map(({ value }) => value)).toContain(fires.value)
  })

  it.each(VECTORS)('$id says what holds without a gap that nothing fills', ({ id, fires }) => {
    expect(hasGaps(fill(ROW_MESSAGES[id].says, causeOf(id, fires)?.facts ?? {}))).toBe(false)
  })

  it.each(VECTORS)('$id is not named where it must not be', ({ id, silent }) => {
    expect(causeOf(id, silent)).toBeUndefined()
  })

  it.each(VECTORS)('$id lets an action that takes no resource stand on * in its statements', ({ id, fires }) => {
    for (const { actions, resource = '*' } of causeOf(id, fires)?.fix.statements ?? []) {
      if (actions.some(takesNoResource)) expect(resource).toBe('*')
    }
  })

  it('a push to a repository needs the token on *, and the rest on that repository alone', () => {
    const paste =
      'denied: An error occurred (AccessDeniedException) when calling the PutImage operation on arn:aws:ecr:eu-west-1:111122223333:repository/shop/web'
    const resource = 'arn:aws:ecr:eu-west-1:111122223333:repository/shop/web'
    const accessCase: AccessCase = {
      version: 1,
      error: paste,
      request: { principal: '', action: 'ecr:PutImage', resource },
      policies: {},
    }
    const denial = parseDenials(paste)[0] ?? null
    const push = matchingRows(observe(accessCase, denial, []), FIND_IN_TESTS).find(({ id }) => id === 'image-push')
    expect(push?.fix.statements?.map(({ actions, resource: on }) => [on, actions.length])).toEqual([
      ['*', 1],
      [resource, 6],
    ])
  })

  it.each(IDS)(
    '%s has a page, the day on which it was compared with it or a word that it was not, and sentences',
    (id) => {
      expect(KNOWLEDGE[id].page).toMatch(/^https:\/\/[\w.-]+\/\S+$/)
      expect(KNOWLEDGE[id].confirmed).toMatch(CONFIRMED)
      for (const sentence of [ROW_MESSAGES[id].says, ROW_MESSAGES[id].fix]) expect(sentence).toMatch(/^[A-Z`].*\.$/)
    },
  )
})

it('tells nobody to allow what a Deny decides', () => {
  const denied = VECTORS.flatMap(({ fires }) => causesOf(fires)).filter(({ decision }) => decision === 'explicitDeny')
  const remedies = denied.map(({ id }) => {
    const { fix, fixOfDeny = fix } = ROW_MESSAGES[id as RowId] ?? { fix: '' }
    return [id, fixOfDeny]
  })
  expect(remedies.length).toBeGreaterThan(20)
  expect(remedies.filter(([, fix]) => /^(?:Allow|Add an Allow)\b/.test(fix ?? ''))).toEqual([])
})

const gapsIn = (text: string): readonly string[] => [...text.matchAll(/\{([a-z]+)\}/gi)].map(([, name = '']) => name)

/** Requests that name a resource, a caller and a grant of each kind that a gap can be filled from. */
const FILLED_FROM = [
  's3:::depot/a/b.txt',
  'ecr:eu-west-1:111122223333:repository/shop/web',
  'sqs:eu-west-1:111122223333:orders',
  'dynamodb:eu-west-1:111122223333:table/orders/index/by-day',
  'es:eu-west-1:111122223333:domain/search/_bulk',
  'eks:eu-west-1:111122223333:cluster/main',
  'redshift:eu-west-1:111122223333:cluster:facts',
  'ecs:eu-west-1:111122223333:task-definition/web:3',
  'kms:eu-west-1:111122223333:key/0a1b2c3d-0000-4000-8000-000000000001',
].map((rest) => {
  const principal = 'arn:aws:sts::111122223333:assumed-role/app/one'
  const resource = `arn:aws:${rest}`
  const action = `${rest.split(':')[0]}:Get`
  const paste = `An error occurred (AccessDenied) when calling the GetThing operation: User: ${principal} is not authorized to perform: ${action} on resource: ${resource}. Insufficient Lake Formation permission(s): Required Select on orders`
  const denial = parseDenials(paste)[0] ?? null
  return factsOf(
    observe({ version: 1, error: paste, request: { principal, action, resource }, policies: {} }, denial, []),
  )
})

it.each(IDS.filter((id) => KNOWLEDGE[id].check !== null))('%s has a command that evidence can fill', (id) => {
  const fires = VECTORS.find((vector) => vector.id === id)?.fires
  const all = [...FILLED_FROM, ...(fires ? [causeOf(id, fires)?.facts ?? {}] : [])]
  const names = new Set(all.flatMap((facts) => Object.keys(facts)))
  const gaps = gapsIn(KNOWLEDGE[id].check ?? '')
  expect(gaps.filter((name) => !names.has(name))).toEqual([])
  expect(all.some((facts) => !filledWords(KNOWLEDGE[id].check, facts)?.some(hasGaps))).toBe(true)
})
