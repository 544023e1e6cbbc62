import { describe, expect, it } from 'vitest'
import { BUILT_REFERENCE } from '../../.ci/built-reference'
import { changePolicy, containersOf, policiesOn } from '../draft/edit/edit-layers'
import type { Draft } from '../draft/draft'
import { withAskers, type Reference } from '../reference/reference'
import type { CaseLayer } from '../iam/layers'
import { plainText } from '../text/phrase'
import { applyRepair, checkRepair, servicesToCompare, toCompare } from './check-repair'
import { COURSE } from './course/course'
import type { Lesson } from './lesson'
import { draftOf, policy, type WrittenStatement } from './sketch'

const lessonOf = (id: string): Lesson => {
  const lesson = COURSE.find((one) => one.id === id)
  if (lesson === undefined) throw new Error(`There is no lesson ${id}.`)
  return lesson
}

/** The reference as the page has it: the services that are needed are loaded. */
function asInThePage(lesson: Lesson, draft: Draft): Reference {
  const loaded = new Set(withAskers(BUILT_REFERENCE.actions, servicesToCompare(toCompare(lesson, draft))))
  return { ...BUILT_REFERENCE, service: (prefix) => (loaded.has(prefix) ? BUILT_REFERENCE.service(prefix) : null) }
}

type Document = { readonly Statement: readonly WrittenStatement[] }

/** The shown repair of a lesson with the statements of the first policy of a layer changed. */
function changed(
  id: string,
  layer: CaseLayer,
  change: (statements: readonly WrittenStatement[]) => readonly WrittenStatement[],
) {
  const lesson = lessonOf(id)
  const draft = applyRepair(lesson, 'solution')
  const [container] = containersOf(draft.layers, layer)
  if (container === undefined) throw new Error('Nothing is attached.')
  const document = JSON.parse(policiesOn(draft.layers, container)[0]?.text ?? '') as Document
  const text = JSON.stringify({ ...document, Statement: change(document.Statement) })
  return { lesson, draft: { ...draft, layers: changePolicy(draft.layers, { ...container, policy: 0 }, { text }) } }
}

function tried(...args: Parameters<typeof changed>) {
  const { lesson, draft } = changed(...args)
  const result = checkRepair(lesson, draft, asInThePage(lesson, draft))
  const { opens, leavesRoom, loses } = {
    opens: [],
    leavesRoom: [],
    loses: [],
    ...('compared' in result ? result.compared : {}),
  }
  return { outcome: result.outcome, opens, leavesRoom, loses }
}

const put = (change: Readonly<Record<string, unknown>>) => (statements: readonly WrittenStatement[]) =>
  statements.map((one) => ({ ...one, ...change }))
const add = (one: WrittenStatement) => (statements: readonly WrittenStatement[]) => [...statements, one]

describe('what a repair opens beside what was asked for', () => {
  it.each(COURSE.filter(({ id }) => id !== 'three-blockers'))(
    '$id: the shown repair opens and loses nothing',
    (lesson) => {
      const result = checkRepair(lesson, applyRepair(lesson, 'solution'), BUILT_REFERENCE)
      expect(result).toMatchObject({
        outcome: 'works',
        compared: { opens: [], alsoAllows: [], leavesRoom: [], loses: [] },
      })
    },
  )

  it('is no repair: NotAction takes in requests that somebody can make, told with the riskiest first', () => {
    const { outcome, opens } = tried('everything-starts-denied', 'identity', () => [
      { Effect: 'Allow', NotAction: 's3:DeleteObject', Resource: 'arn:aws:s3:::harbour-menus/*' },
    ])
    expect(outcome).toBe('wide')
    const actions = opens.flatMap(({ actions: all }) => all)
    // Only S3 asks about an object; setting up acceleration is asked of buckets.
    expect(new Set(actions.map((action) => action.split(':')[0]))).toEqual(new Set(['s3']))
    expect(actions).not.toContain('s3:PutAccelerateConfiguration')
    expect(actions).not.toContain('s3:AnyOther')
    const [first] = opens
    expect(first?.actions[0]).toMatch(
      /^s3:(?:BypassGovernanceRetention|PutObject(?:Version)?Acl|ObjectOwnerOverride\w+)$/,
    )
  })

  it('names first what raises one’s own permissions, and only resources that an action takes', () => {
    const { lesson, draft } = changed('everything-starts-denied', 'identity', put({ Action: '*', Resource: '*' }))
    const all = checkRepair({ ...lesson, repair: { ...lesson.repair, probes: [] } }, draft, BUILT_REFERENCE)
    const [first] = 'compared' in all ? (all.compared?.opens ?? []) : []
    expect(first?.actions[0] ?? '').toMatch(/^iam:(?:Add|Attach|Create|Delete|Put|Set|Update)/)
    const bucket = tried(
      'the-arn-must-match',
      'identity',
      put({ Action: ['s3:ListBucket', 's3:GetObject', 's3:PutBucketPolicy'] }),
    )
    expect(bucket.opens.map(({ sentence }) => plainText(sentence))).toEqual([
      's3:PutBucketPolicy on arn:aws:s3:::harbour-tickets.',
    ])
  })

  it('names others whom a resource-based policy lets in, although no request of the caller passes', () => {
    const { outcome, opens } = tried(
      'the-key-behind-the-bucket',
      'resource',
      add({
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::777766665555:role/stranger' },
        Action: 'kms:Decrypt',
        Resource: '*',
      }),
    )
    expect(outcome).toBe('wide')
    expect(opens.map(({ caller }) => caller?.principal)).toContainEqual(expect.stringContaining('777766665555'))
  })

  it('is told as room where the other policies of the caller still stop it, and is a repair', () => {
    const { outcome, leavesRoom } = tried(
      'a-boundary-caps',
      'boundary',
      put({ Action: ['dynamodb:*', 'lambda:*', 'logs:*', 'sqs:*'] }),
    )
    expect(outcome).toBe('works')
    expect(leavesRoom.map(({ layer }) => layer)).toEqual(['boundary'])
    expect(leavesRoom.map(({ sentence }) => plainText(sentence)).join()).toContain('sqs:')
  })

  it('is no repair where a ceiling of the caller opens services that the task does not speak of', () => {
    const allow = { Effect: 'Allow', Resource: '*' }
    for (const Action of ['*', 'iam:PassRole'])
      expect([Action, tried('a-boundary-caps', 'boundary', add({ ...allow, Action })).outcome]).toEqual([
        Action,
        'wide',
      ])
  })

  it('is told where it reaches other keys, which have policies of their own', () => {
    const { outcome, leavesRoom } = tried('the-key-behind-the-bucket', 'identity', (statements) =>
      statements.map((one) =>
        one['Sid'] === 'DecryptFilms' ? { ...one, Resource: 'arn:aws:kms:eu-west-1:111122223333:*' } : one,
      ),
    )
    expect([outcome, leavesRoom.flatMap(({ actions }) => actions)]).toEqual(['works', ['kms:Decrypt']])
  })

  it('is no repair where AWS would refuse the policy', () => {
    const allow = { Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: '*' }
    expect(tried('rcps-guard-the-resource', 'rcp', add(allow)).outcome).toBe('malformed')
    const owner = { AWS: 'arn:aws:iam::111122223333:root' }
    const narrow = (one: WrittenStatement) => (one['Effect'] === 'Allow' ? { ...one, Principal: owner } : one)
    expect(tried('rcps-guard-the-resource', 'rcp', (all) => all.map(narrow)).outcome).toBe('malformed')
    expect(tried('a-role-trusts', 'resource', add({ ...allow, Action: 'iam:PassRole' })).outcome).toBe('malformed')
  })

  it('is another address that a range takes in beyond the one that is asked for', () => {
    const { outcome } = tried(
      'a-condition-decides',
      'identity',
      put({
        Condition: { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '198.51.96.0/19'] } },
      }),
    )
    // Another desk of the asked range is a want; beyond it the range is wide.
    expect(outcome).toBe('wide')
  })
})

describe('a Deny that a repair changes', () => {
  const notFor = (value: string) => (all: readonly WrittenStatement[]) =>
    all.map(({ Action: _, ...one }) => ({ ...one, NotAction: value }))
  const unseenGuard = (change: (all: readonly WrittenStatement[]) => readonly WrittenStatement[]) => {
    const lesson = lessonOf('the-wrong-policy')
    const solved = applyRepair(lesson, 'solution')
    const [container] = containersOf(solved.layers, 'identity')
    if (container === undefined) throw new Error('Nothing is attached.')
    const before = JSON.parse(policiesOn(solved.layers, container)[1]?.text ?? '') as Document
    const text = JSON.stringify({ ...before, Statement: change(before.Statement) })
    const draft = { ...solved, layers: changePolicy(solved.layers, { ...container, policy: 1 }, { text }) }
    return checkRepair(lesson, draft, asInThePage(lesson, draft))
  }

  it('is no repair where it stops holding back another service, although nothing allows that yet', () => {
    expect(unseenGuard(notFor('iam:*')).outcome).toBe('wide')
  })

  it('is told where it stops holding back more of the same service', () => {
    const result = unseenGuard(notFor('s3:DeleteObject'))
    expect(result).toMatchObject({ outcome: 'works', compared: { opens: [] } })
    const said = 'compared' in result ? (result.compared?.leavesRoom ?? []) : []
    expect(said.flatMap(({ actions }) => actions)).toContain('s3:DeleteObject')
  })

  it('takes away what others may do by policies of their own, where it is the resource’s', () => {
    const { outcome, loses } = tried(
      'both-accounts-say-yes',
      'resource',
      add({ Effect: 'Deny', Principal: '*', NotAction: 's3:GetObject', Resource: 'arn:aws:s3:::galley-recipes/*' }),
    )
    expect(outcome).toBe('loses')
    const [first] = loses
    expect(loses.flatMap(({ actions }) => actions)).toContain('s3:PutObject')
    expect(plainText(first?.sentence ?? [])).toMatch(/^s3:.* which a Deny now blocks\.$/)
    // The policy of a bucket is asked of nothing but S3.
    expect(loses.flatMap(({ actions }) => actions).filter((one) => !one.startsWith('s3:'))).toEqual([])
  })
})

describe('what a repair takes away', () => {
  it('is a boundary without the other services of the team: although the role never used them', () => {
    const { outcome, loses } = tried('a-boundary-caps', 'boundary', put({ Action: 'sqs:SendMessage' }))
    expect(outcome).toBe('loses')
    expect(loses.map(({ layer }) => layer)).toContain('boundary')
  })

  it('is what a new Deny stops', () => {
    const { outcome } = tried(
      'everything-starts-denied',
      'identity',
      add({
        Effect: 'Deny',
        Action: 's3:GetObject',
        Resource: 'arn:aws:s3:::harbour-menus/private/*',
      }),
    )
    expect(outcome).toBe('loses')
  })

  it('is the next session, where the role is asked for and a session is named', () => {
    const { outcome } = tried(
      'both-accounts-say-yes',
      'resource',
      put({
        Principal: {
          AWS: ['arn:aws:iam::444455556666:root', 'arn:aws:sts::111122223333:assumed-role/menu-planner/daily'],
        },
      }),
    )
    expect(outcome).toBe('tooNarrow')
  })
})

describe('a repair of which nobody wrote down the one that is meant', () => {
  const withoutSolution = (...args: Parameters<typeof changed>) => {
    const { lesson, draft } = changed(...args)
    const { solution: _solution, ...task } = lesson.repair
    return checkRepair({ draft: lesson.draft, repair: { ...task, probes: [] } }, draft, asInThePage(lesson, draft))
  }

  it('is wide by other actions, and not by other resources of the same action: those are told', () => {
    const wide = withoutSolution('everything-starts-denied', 'identity', put({ Action: ['s3:GetObject', 's3:Put*'] }))
    expect(wide.outcome).toBe('wide')
    const told = withoutSolution('everything-starts-denied', 'identity', (all) => all)
    expect(told).toMatchObject({ outcome: 'works', compared: { opens: [] } })
    expect('compared' in told && told.compared?.alsoAllows.length).toBeGreaterThan(0)
  })

  it.each([
    ['every bucket', 'arn:aws:s3:::*', 'wide'],
    ['everything', '*', 'wide'],
    ['buckets that are named alike', 'arn:aws:s3:::harbour-menus*', 'wide'],
    ['another bucket beside', ['arn:aws:s3:::harbour-menus/*', 'arn:aws:s3:::harbour-bills/*'], 'wide'],
    ['all of the bucket', 'arn:aws:s3:::harbour-menus/*', 'works'],
  ])('is wide where it reaches other things than the one asked about: %s', (_, Resource, outcome) => {
    expect(withoutSolution('everything-starts-denied', 'identity', put({ Resource })).outcome).toBe(outcome)
  })

  it('may let the caller of the task through a key, and anybody through an endpoint: that grants nothing', () => {
    const same = (all: readonly WrittenStatement[]) => all
    expect(withoutSolution('the-key-behind-the-bucket', 'resource', same)).toMatchObject({ outcome: 'works' })
    const packages = {
      Effect: 'Allow',
      Principal: '*',
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::harbour-packages/*',
    }
    const dataAlone = put({ Resource: 'arn:aws:s3:::harbour-data/*' })
    const gate = withoutSolution('the-road-has-a-gate', 'endpoint', (all) => [...dataAlone(all), packages])
    expect(gate).toMatchObject({ outcome: 'works' })
    const root = { AWS: 'arn:aws:iam::111122223333:root' }
    const others = add({ Effect: 'Allow', Principal: root, Action: 'kms:Decrypt', Resource: '*' })
    expect(withoutSolution('the-key-behind-the-bucket', 'resource', others).outcome).toBe('wide')
    expect(withoutSolution('the-road-has-a-gate', 'endpoint', put({ Resource: '*' })).outcome).toBe('wide')
  })

  it('is wide where a test is dropped that held the request back, and told where a test lets more through', () => {
    const without = withoutSolution('a-condition-decides', 'identity', (all) =>
      all.map(({ Condition: _, ...one }) => one),
    )
    expect(without.outcome).toBe('wide')
    const sub = 'token.actions.githubusercontent.com:sub'
    const anyJob = (all: readonly WrittenStatement[]) =>
      all.map(
        (one) =>
          JSON.parse(JSON.stringify(one, (key, value: unknown) => (key === sub ? undefined : value))) as typeof one,
      )
    expect(withoutSolution('who-the-token-speaks-of', 'resource', anyJob).outcome).toBe('wide')
    expect(withoutSolution('who-the-token-speaks-of', 'resource', (all) => all).outcome).toBe('works')
    const offices = ['203.0.113.0/24', '198.51.100.0/24']
    const wider = put({ Condition: { IpAddress: { 'aws:SourceIp': offices } } })
    expect(withoutSolution('a-condition-decides', 'identity', wider).outcome).toBe('works')
  })

  it('is no more than what was asked for', () => {
    const { lesson } = changed('everything-starts-denied', 'identity', (all) => all)
    const Resource = 'arn:aws:s3:::harbour-menus/lunch.pdf'
    const only = withoutSolution('everything-starts-denied', 'identity', (all) => [
      ...all.map((one) => ({ ...one, Action: 's3:GetObject' })),
      { Effect: 'Allow', Action: 's3:PutObject', Resource },
      { Effect: 'Allow', Action: 's3:PutObject', Resource: 'arn:aws:s3:::harbour-menus/dinner.pdf' },
    ])
    expect(lesson.repair.wants?.length).toBeGreaterThan(0)
    expect(only).toMatchObject({ outcome: 'works', compared: { opens: [], alsoAllows: [] } })
  })

  it('still takes away what was allowed before', () => {
    expect(withoutSolution('a-boundary-caps', 'boundary', put({ Action: 'sqs:SendMessage' })).outcome).toBe('loses')
  })
})

it('the services to load are those of the actions and of the ARNs', () => {
  const { lesson, draft } = changed('everything-starts-denied', 'identity', put({ NotAction: 'S3:DeleteObject' }))
  expect(servicesToCompare(toCompare(lesson, draft))).toEqual(['s3'])
  expect(
    servicesToCompare(toCompare(lesson, changed('everything-starts-denied', 'identity', put({ Action: '*' })).draft)),
  ).toContain('s3')
})

describe('a repair of an endpoint’s policy of which nobody wrote down the one that is meant', () => {
  const MENUS = 'arn:aws:s3:::harbour-menus/*'
  const caller = 'arn:aws:iam::111122223333:role/installer'
  const reader = {
    Effect: 'Allow',
    Principal: { AWS: 'arn:aws:iam::111122223333:role/reader' },
    Action: 's3:GetObject',
    Resource: MENUS,
  }
  const draftWith = (statements: readonly WrittenStatement[]) =>
    draftOf({
      title: '',
      error:
        'User: arn:aws:sts::111122223333:assumed-role/installer/i-0abc is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::harbour-menus/lunch.pdf" because no VPC endpoint policy allows the s3:GetObject action',
      request: { resourceAccount: '111122223333' },
      identity: [policy('installer', [{ Effect: 'Allow', Action: 's3:GetObject', Resource: MENUS }], 'role')],
      endpoint: [policy('gate', statements)],
    })
  const outcome = (before: readonly WrittenStatement[], after: readonly WrittenStatement[]) => {
    const task = { draft: draftWith(before), repair: { layers: ['endpoint' as const], probes: [] } }
    const repaired = draftWith(after)
    const loaded = new Set(servicesToCompare(toCompare(task, repaired)))
    const service: Reference['service'] = (prefix) => (loaded.has(prefix) ? BUILT_REFERENCE.service(prefix) : null)
    return checkRepair(task, repaired, { ...BUILT_REFERENCE, service }).outcome
  }
  const also = (named: object) => ({ Effect: 'Allow', ...named, Action: 's3:GetObject', Resource: MENUS })

  it('is wide where the gate named its callers, and now lets all others through', () => {
    // Everyone but one role: also callers without credentials.
    expect(outcome([reader], [reader, also({ NotPrincipal: { AWS: 'arn:aws:iam::111122223333:role/guest' } })])).toBe(
      'wide',
    )
    expect(outcome([reader], [reader, also({ Principal: '*' })])).toBe('wide')
  })

  it('works by naming the caller, or where the gate was open to all callers', () => {
    expect(outcome([reader], [reader, also({ Principal: { AWS: caller } })])).toBe('works')
    const other = { ...reader, Principal: '*', Resource: 'arn:aws:s3:::harbour-bills/*' }
    expect(outcome([other], [other, also({ Principal: '*' })])).toBe('works')
  })

  it('loses where a Deny with NotPrincipal shuts out who passed before', () => {
    const shut = { Effect: 'Deny', NotPrincipal: { AWS: caller }, Action: 's3:*', Resource: '*' }
    expect(outcome([reader], [reader, also({ Principal: { AWS: caller } }), shut])).not.toBe('works')
  })
})
