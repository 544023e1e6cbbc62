import { describe, expect, it } from 'vitest'
import { BUILT_REFERENCE } from '../../.ci/built-reference'
import type { Draft } from '../draft/draft'
import { changePolicy, containersOf, policiesOn } from '../draft/edit/edit-layers'
import { matchWildcard } from '../iam/wildcard'
import { applyRepair, checkRepair } from './check-repair'
import { COURSE } from './course/course'
import type { Lesson } from './lesson'
import type { WrittenStatement } from './sketch'

const ACTIONS = [...(BUILT_REFERENCE.actions?.services ?? [])].flatMap(([prefix, { names }]) =>
  names.map((name) => `${prefix}:${name}`),
)

type Wrong = readonly [name: string, draft: Draft]

/** The policies of the shown repair that the lesson lets be edited, each with one statement changed. */
function variants(
  lesson: Lesson,
  change: (statement: WrittenStatement) => readonly WrittenStatement[],
): readonly Wrong[] {
  const solved = applyRepair(lesson, 'solution')
  return lesson.repair.layers.flatMap((layer) =>
    containersOf(solved.layers, layer).flatMap((shelf) =>
      policiesOn(solved.layers, shelf).flatMap(({ name, text }, policy) => {
        const document = JSON.parse(text) as { Statement: readonly WrittenStatement[] }
        return document.Statement.flatMap((statement, at) =>
          change(statement).map((changed): Wrong => {
            const Statement = document.Statement.map((one, other) => (other === at ? changed : one))
            const layers = changePolicy(
              solved.layers,
              { ...shelf, policy },
              { text: JSON.stringify({ ...document, Statement }) },
            )
            return [`${lesson.id}: ${layer} ${name} ${JSON.stringify(changed)}`, { ...solved, layers }]
          }),
        )
      }),
    ),
  )
}

const list = (value: unknown): readonly string[] => (Array.isArray(value) ? value : [value]) as readonly string[]
const isWide = (value: unknown) => list(value).every((one) => one === '*')
const without = (statement: WrittenStatement, ...names: readonly string[]): WrittenStatement =>
  Object.fromEntries(Object.entries(statement).filter(([name]) => !names.includes(name)))

type Change = (statement: WrittenStatement) => readonly WrittenStatement[]

/** Changes an element of a statement that allows something, where it is not as wide as can be. */
const wider =
  (name: string, change: (values: readonly string[]) => readonly string[]): Change =>
  (statement) => {
    if (statement['Effect'] !== 'Allow' || !(name in statement) || isWide(statement[name])) return []
    const before = list(statement[name])
    const after = change(before)
    return JSON.stringify(after) === JSON.stringify(before) ? [] : [{ ...statement, [name]: after }]
  }

const conditionOf = (statement: WrittenStatement) =>
  Object.entries((statement['Condition'] ?? {}) as Readonly<Record<string, Readonly<Record<string, unknown>>>>)

/** An action as the pattern of its verb, where others have the verb too; all that assume a role are of one kind of caller each. */
function withItsKind(action: string): string {
  const pattern = action.replace(/:([A-Z][a-z]*)(?:[^a-z].*)?$/, ':$1')
  return ACTIONS.filter((other) => other.startsWith(pattern)).length > 1 && !/\*$|^sts:AssumeRoleWith/.test(action)
    ? `${pattern}*`
    : action
}

/** A resource with all that is held where it is. */
function withItsSiblings(resource: string): string {
  const end = Math.max(resource.lastIndexOf('/'), resource.lastIndexOf(':'))
  return `${resource.slice(0, resource.endsWith('/*') ? end : end + 1)}*`
}

/** An action that none of the tasks asks for, by service. */
const NEIGHBOURS: Readonly<Record<string, string>> = {
  s3: 's3:DeleteObject',
  kms: 'kms:CreateGrant',
  sqs: 'sqs:PurgeQueue',
  dynamodb: 'dynamodb:DeleteItem',
  secretsmanager: 'secretsmanager:DeleteSecret',
  sts: 'sts:TagSession',
  ec2: 'ec2:TerminateInstances',
}

const covers = (patterns: readonly string[], action: string) => patterns.some((one) => matchWildcard(one, action))

/** What learners write who open too much: each changes one statement of the repair that the lesson shows. */
const WIDER: readonly Change[] = [
  wider('Action', () => ['*']),
  wider('Action', (actions) => actions.map((action) => action.replace(/:.*/, ':*'))),
  wider('Action', (actions) => actions.map(withItsKind)),
  wider('Action', (actions) => [
    ...actions,
    ...actions.flatMap((action) => NEIGHBOURS[action.split(':')[0] ?? ''] ?? []).filter((one) => !covers(actions, one)),
  ]),
  wider('Resource', () => ['*']),
  wider('Resource', (resources) => resources.map((resource) => withItsSiblings(resource))),
  wider('Resource', (resources) => [
    ...resources,
    'arn:aws:s3:::other-bucket/*',
    'arn:aws:kms:eu-west-1:111122223333:key/*',
  ]),
  wider('Resource', (resources) =>
    resources.map((resource) => resource.replace(/^arn:aws:([^:]*):.*$/, 'arn:aws:$1:*')),
  ),
  (one) => (one['Effect'] === 'Allow' && one['Condition'] !== undefined ? [without(one, 'Condition')] : []),
  (one) =>
    one['Effect'] !== 'Allow'
      ? []
      : conditionOf(one).map(([operator]) => ({
          ...one,
          Condition: Object.fromEntries(conditionOf(one).filter(([other]) => other !== operator)),
        })),
  (one) =>
    one['Effect'] === 'Allow' &&
    one['Action'] !== undefined &&
    !(isWide(one['Action']) && isWide(one['Resource'] ?? '*'))
      ? [{ ...without(one, 'Action'), NotAction: 'organizations:LeaveOrganization' }]
      : [],
  (one) =>
    one['Effect'] === 'Allow' && one['Principal'] !== undefined && one['Principal'] !== '*'
      ? [{ ...one, Principal: '*' }]
      : [],
  (one) =>
    one['Effect'] === 'Allow' && one['Principal'] !== undefined && one['Principal'] !== '*'
      ? [
          {
            ...one,
            Principal: {
              AWS: [...list((one['Principal'] as { AWS?: unknown }).AWS ?? []), 'arn:aws:iam::777766665555:root'],
            },
          },
        ]
      : [],
  (one) => (one['Effect'] === 'Deny' ? [{ ...without(one, 'NotAction'), Action: 'account:CloseAccount' }] : []),
  (one) => (one['Effect'] === 'Deny' ? [{ ...one, Effect: 'Allow' }] : []),
  (one) =>
    one['Effect'] === 'Deny' && one['Resource'] !== undefined
      ? [{ ...one, Resource: 'arn:aws:s3:::nothing-of-this-name/*' }]
      : [],
  (one) =>
    one['Effect'] === 'Deny'
      ? [{ ...one, Condition: { ...(one['Condition'] ?? {}), StringEquals: { 'aws:RequestedRegion': 'ap-south-1' } } }]
      : [],
]

/** A statement of its own beside those of the shown repair. */
const ADDED: readonly WrittenStatement[] = [
  { Effect: 'Allow', Action: 'kms:CreateGrant', Resource: '*' },
  { Effect: 'Allow', NotAction: 's3:DeleteObject', Resource: '*' },
  { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: 'arn:aws:iam::*:role/*' },
  { Effect: 'Allow', NotAction: 's3:Put*', Resource: '*' },
]

/** Adds each of them to the first policy of every place that may be changed and does not allow everything already. */
const added = (lesson: Lesson): readonly Wrong[] => {
  const solved = applyRepair(lesson, 'solution')
  return lesson.repair.layers.flatMap((layer) => {
    const needsPrincipal = layer === 'resource' || layer === 'endpoint' || layer === 'rcp'
    return containersOf(solved.layers, layer).flatMap((shelf) => {
      const policies = policiesOn(solved.layers, shelf).map(
        ({ text }) => JSON.parse(text) as { Statement: readonly WrittenStatement[] },
      )
      const [document] = policies
      const allowsAll = (one: WrittenStatement) =>
        one['Effect'] === 'Allow' && isWide(one['Action']) && isWide(one['Resource'] ?? '*')
      if (document === undefined || policies.some(({ Statement }) => Statement.some(allowsAll))) return []
      return ADDED.map((statement): Wrong => {
        const one = needsPrincipal ? { ...statement, Principal: '*' } : statement
        const text = JSON.stringify({ ...document, Statement: [...document.Statement, one] })
        const layers = changePolicy(solved.layers, { ...shelf, policy: 0 }, { text })
        return [`${lesson.id}: ${layer} and ${JSON.stringify(one)}`, { ...solved, layers }]
      })
    })
  })
}

const WRONG: readonly (readonly [Lesson, Wrong])[] = COURSE.flatMap((lesson) =>
  [...WIDER.flatMap((change) => variants(lesson, change)), ...added(lesson)].map((wrong) => [lesson, wrong] as const),
)

describe('what a repair opens beside what was asked for', () => {
  it.each(COURSE)('$id: the shown repair opens nothing', (lesson) => {
    const result = checkRepair(lesson, applyRepair(lesson, 'solution'), ACTIONS)
    expect(result).toMatchObject({ outcome: 'works', beside: { openings: [] } })
  })

  const solved = (id: string, change: (text: string) => string): readonly [Lesson, Draft] => {
    const lesson = COURSE.find((one) => one.id === id)
    if (lesson === undefined) throw new Error(`There is no lesson ${id}.`)
    const draft = applyRepair(lesson, 'solution')
    const [shelf] = containersOf(draft.layers, 'identity')
    if (shelf === undefined) throw new Error('Nothing is attached.')
    const text = change(policiesOn(draft.layers, shelf)[0]?.text ?? '')
    return [lesson, { ...draft, layers: changePolicy(draft.layers, { ...shelf, policy: 0 }, { text }) }]
  }

  it('names actions, of every service, that a NotAction takes in', () => {
    const [lesson, draft] = solved('everything-starts-denied', () =>
      JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', NotAction: 's3:Delete*', Resource: 'arn:aws:s3:::harbour-menus/*' }],
      }),
    )
    const result = checkRepair(lesson, draft, ACTIONS)
    const actions =
      result.outcome === 'works' ? (result.beside?.openings ?? []).map(({ action }) => action.split(':')[0]) : []
    expect(actions).toContain('s3')
    expect(new Set(actions).size).toBeGreaterThan(1)
  })

  it('names an address that a range takes in beyond the one that is asked for', () => {
    const [lesson, draft] = solved('a-condition-decides', (text) => text.replace('198.51.100.0/24', '198.51.96.0/19'))
    const result = checkRepair(lesson, draft, ACTIONS)
    expect(result).toMatchObject({
      outcome: 'works',
      beside: { openings: [{ context: { 'aws:SourceIp': expect.stringMatching(/^198\.51\.(?!100)/) as string } }] },
    })
  })

  it('tries each action of a service that decides for itself, as STS does on who assumes a role', () => {
    const lesson = COURSE.find(({ id }) => id === 'who-the-token-speaks-of')
    if (lesson === undefined) throw new Error('There is no such lesson.')
    const [[, draft] = ['', lesson.draft]] = variants(lesson, (statement) => [{ ...statement, Action: 'sts:*' }])
    const result = checkRepair(lesson, draft, ACTIONS)
    const opened = result.outcome === 'works' ? (result.beside?.openings ?? []).map(({ action }) => action) : []
    expect(opened).toContain('sts:TagSession')
    // A provider of tokens can do nothing of these, whatever a policy says.
    expect(opened).not.toContain('sts:AssumeRoleWithSAML')
  })

  it('says so where it is not shown that the requests tried stand for all', () => {
    const [lesson, draft] = solved('everything-starts-denied', (text) =>
      text.replace('arn:aws:s3:::harbour-menus/*', 'arn:aws:s3:::harbour-menus/${aws:PrincipalTag/floor}*'),
    )
    const { request } = lesson.draft
    const result = checkRepair(
      lesson,
      { ...draft, request, context: { 'aws:PrincipalTag/floor': { state: 'known', values: [''] } } },
      ACTIONS,
    )
    expect(result).not.toMatchObject({ outcome: 'works', beside: { isProven: true } })
  })

  /** The shown repair of a lesson with one more statement in the first policy of a layer. */
  const withStatement = (id: string, layer: 'identity' | 'resource' | 'endpoint', statement: WrittenStatement) => {
    const lesson = COURSE.find((one) => one.id === id)
    if (lesson === undefined) throw new Error(`There is no lesson ${id}.`)
    const draft = applyRepair(lesson, 'solution')
    const [shelf] = containersOf(draft.layers, layer)
    if (shelf === undefined) throw new Error('Nothing is attached.')
    const document = JSON.parse(policiesOn(draft.layers, shelf)[0]?.text ?? '') as { Statement: object[] }
    const text = JSON.stringify({ ...document, Statement: [...document.Statement, statement] })
    const layers = changePolicy(draft.layers, { ...shelf, policy: 0 }, { text })
    const result = checkRepair(lesson, { ...draft, layers }, ACTIONS)
    return result.outcome === 'works' ? result.beside : null
  }
  const all = { Effect: 'Allow', Action: '*', Resource: '*' }

  it('names a service that is let in beside the caller', () => {
    const beside = withStatement('both-accounts-say-yes', 'resource', {
      ...all,
      Action: 's3:GetObject',
      Principal: { Service: 'ec2.amazonaws.com' },
      Resource: 'arn:aws:s3:::galley-recipes/*',
    })
    expect(beside?.openings.map(({ principal }) => principal)).toContain('ec2.amazonaws.com')
  })

  it('names callers of other accounts whom an endpoint lets through', () => {
    const beside = withStatement('the-road-has-a-gate', 'endpoint', { ...all, Principal: { AWS: '444455556666' } })
    expect(beside?.openings).toContainEqual(
      expect.objectContaining({ layer: 'endpoint', principal: 'arn:aws:iam::444455556666:role/outsider' }),
    )
  })

  it('names what is opened of the caller’s own account, where the case is about another', () => {
    const beside = withStatement('both-accounts-say-yes', 'identity', { ...all, Action: 'iam:?assrole' })
    expect(beside?.openings.map(({ action }) => action)).toEqual(['iam:PassRole'])
  })

  it('names resources in any partition, and those that a variable stands for', () => {
    for (const Resource of ['arn:*:s3:::?', 'arn:aws:s3:::other/${aws:username}/*']) {
      const beside = withStatement('everything-starts-denied', 'identity', { ...all, Action: 's3:GetObject', Resource })
      expect(
        beside?.openings.map(({ action }) => action),
        Resource,
      ).toEqual(['s3:GetObject'])
    }
  })

  it('says what only may be opened: by a part of a policy that is masked', () => {
    const beside = withStatement('everything-starts-denied', 'identity', {
      ...all,
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::<bucket>/*',
    })
    expect(beside?.openings).toMatchObject([{ action: 's3:GetObject', isSure: false }])
  })

  it('proves nothing where a caller is named whom no request can have', () => {
    const beside = withStatement('both-accounts-say-yes', 'resource', {
      ...all,
      Principal: { CanonicalUser: '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be' },
      Resource: 'arn:aws:s3:::galley-recipes/*',
    })
    expect(beside).toMatchObject({ isProven: false })
  })

  it('is told of every repair that is wider than the shown one', () => {
    expect(WRONG.length).toBeGreaterThanOrEqual(300)
    const narrow = WRONG.flatMap(([lesson, [name, draft]]) => {
      const result = checkRepair(lesson, draft, ACTIONS)
      return result.outcome === 'works' && result.beside?.openings.length === 0 ? [name] : []
    })
    expect(narrow).toEqual([])
  })
})
