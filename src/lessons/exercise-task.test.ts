import { describe, expect, it } from 'vitest'
import type { AskedProbe, AskedRepair } from '../draft/exercise-repair'
import { askedTask, policyTexts, whatStaysShut } from './exercise-task'
import { changeLayers } from './change-layers'
import { applyRepair, checkRepair, toCompare } from './check-repair'
import { COURSE } from './course/course'
import { draftOf, policy } from './sketch'

const read = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::harbour-menus/*' }
const draft = draftOf({
  title: '',
  error:
    'An error occurred (AccessDenied) when calling the PutObject operation: ' +
    'User: arn:aws:iam::111122223333:user/nina is not authorized to perform: s3:PutObject ' +
    'on resource: "arn:aws:s3:::harbour-menus/lunch.pdf" because no identity-based policy allows the s3:PutObject action',
  request: { resourceAccount: '111122223333' },
  identity: [policy('menus', [read], 'user')],
})
const probe = (must: AskedProbe['must'], more: Partial<AskedProbe>): AskedProbe => ({
  must,
  words: '',
  principal: '',
  action: '',
  resource: '',
  context: {},
  ...more,
})
const asked: AskedRepair = {
  task: 'Let Nina upload.',
  layers: ['identity'],
  probes: [
    probe('stayDenied', { action: 's3:DeleteObject', words: 'deleting menus' }),
    probe('stayDenied', { resource: 'arn:aws:s3:::harbour-payroll/may.csv' }),
    probe('stayDenied', { context: { 'aws:SecureTransport': 'false' } }),
    probe('beAllowed', { action: 's3:GetObject' }),
  ],
}
const tried = (statement: object) =>
  checkRepair(
    askedTask(draft, asked),
    changeLayers(draft, { identity: [policy('menus', [{ ...read, ...statement }], 'user')] }),
  )
const overTls = { Condition: { Bool: { 'aws:SecureTransport': 'true' } } }

describe('a repair with the probes of its author', () => {
  it('works where every request comes out as asked, and no more is said', () => {
    const fixed = { ...draft, context: { 'aws:SecureTransport': { state: 'known' as const, values: ['true'] } } }
    const result = checkRepair(
      askedTask(fixed, asked),
      changeLayers(fixed, {
        identity: [policy('menus', [{ ...read, Action: ['s3:GetObject', 's3:PutObject'], ...overTls }], 'user')],
      }),
    )
    expect(result).toEqual({ outcome: 'works', compared: null })
  })

  it('names what it opens, in the author’s words or as a request', () => {
    expect(tried({ Action: 's3:*' })).toMatchObject({
      outcome: 'tooOpen',
      opens: ['deleting menus', 's3:PutObject with aws:SecureTransport false'],
    })
    expect(tried({ Action: ['s3:GetObject', 's3:PutObject'], Resource: '*' })).toMatchObject({
      outcome: 'tooOpen',
      opens: ['s3:PutObject on arn:aws:s3:::harbour-payroll/may.csv', 's3:PutObject with aws:SecureTransport false'],
    })
  })

  it('names what it takes away', () => {
    const { probes, ...rest } = asked
    const task = askedTask(draft, {
      ...rest,
      probes: probes.filter(({ context }) => Object.keys(context).length === 0),
    })
    const result = checkRepair(
      task,
      changeLayers(draft, { identity: [policy('menus', [{ ...read, Action: 's3:PutObject' }], 'user')] }),
    )
    expect(result).toMatchObject({ outcome: 'tooNarrow', lacks: ['s3:GetObject'] })
  })
})

describe('what nobody knows of a request', () => {
  const { probes: _, ...rest } = asked
  const overTunnel = { Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d' } } }
  const both = (...probes: AskedProbe[]) =>
    checkRepair(
      askedTask(draft, { ...rest, probes }),
      changeLayers(draft, {
        identity: [
          policy(
            'menus',
            [
              { ...read, Action: 's3:PutObject' },
              { ...read, Action: 's3:DeleteObject', ...overTunnel },
            ],
            'user',
          ),
        ],
      }),
    )

  it('may let a request pass that must not, and is not said to', () => {
    const result = both(probe('stayDenied', { action: 's3:DeleteObject', words: 'deleting menus' }))
    expect(result).toMatchObject({ outcome: 'tooOpen', opens: [], mayOpen: ['deleting menus'] })
  })

  it('stands beside what is sure', () => {
    const result = both(
      probe('stayDenied', { action: 's3:DeleteObject', words: 'deleting menus' }),
      probe('stayDenied', { resource: 'arn:aws:s3:::harbour-menus/dinner.pdf', words: 'writing other menus' }),
    )
    expect(result).toMatchObject({ opens: ['writing other menus'], mayOpen: ['deleting menus'] })
  })

  it('may deny a request that must pass', () => {
    const result = both(
      probe('beAllowed', { action: 's3:DeleteObject' }),
      probe('beAllowed', { action: 's3:GetObject' }),
    )
    expect(result).toMatchObject({ outcome: 'tooNarrow', lacks: ['s3:GetObject'], mayLack: ['s3:DeleteObject'] })
  })
})

describe('a repair that nobody can make', () => {
  const theirs = { ...draft, request: { ...draft.request, resourceAccount: '999988887777' } }
  const { probes: _, ...rest } = asked

  it('is one whose other layers stay shut: of another account, without the policy of the bucket', () => {
    expect(whatStaysShut(askedTask(draft, { ...rest, probes: [] }))).toBeNull()
    expect(whatStaysShut(askedTask(theirs, { ...rest, probes: [] }))).toEqual(['resource'])
    const given = changeLayers(theirs, {
      resource: [policy('bucket', [{ ...read, Principal: '*', Action: 's3:GetObject' }])],
    })
    expect(whatStaysShut(askedTask(given, { ...rest, probes: [] }))).toEqual(['resource'])
    expect(whatStaysShut(askedTask(given, { ...rest, layers: ['identity', 'resource'], probes: [] }))).toBeNull()
  })

  it('is one whose further requests cannot pass', () => {
    const guarded = changeLayers(draft, {
      boundary: [policy('limit', [{ ...read, Action: 's3:PutObject' }])],
    })
    const asks = (action: string) =>
      whatStaysShut(askedTask(guarded, { ...rest, probes: [probe('beAllowed', { action })] }))
    expect(asks('s3:PutObject')).toBeNull()
    expect(asks('s3:GetObject')).toEqual(['boundary'])
  })
})

describe('the repair that the author means', () => {
  const lesson = COURSE[0]
  if (lesson === undefined) throw new Error('There is no lesson.')
  const solved = applyRepair(lesson, 'solution')
  const asked = { task: '', layers: ['identity'], probes: [] } as const

  it('is what others are held against: its policies take the places of those of the case', () => {
    const task = askedTask(lesson.draft, { ...asked, solution: policyTexts(solved) })
    expect(toCompare(task, solved).wanted?.policies).toEqual(toCompare(task, solved).after.policies)
  })

  it('counts only where it has as many policies as the case', () => {
    const solution = [...policyTexts(solved), '{}']
    expect(askedTask(lesson.draft, { ...asked, solution }).repair.solution).toBeUndefined()
  })
})

describe('a repair that names one session', () => {
  const nightly = draftOf({
    title: '',
    error:
      'User: arn:aws:sts::111122223333:assumed-role/menu-planner/nightly is not authorized to perform: sqs:SendMessage ' +
      'on resource: arn:aws:sqs:eu-west-1:444455556666:bookings because no resource-based policy allows the sqs:SendMessage action',
    request: { resourceAccount: '444455556666' },
    identity: [policy('sender', [{ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '*' }], 'role')],
    resource: [policy('bookings', [])],
  })
  const outcome = (task: string, AWS: string) =>
    checkRepair(
      askedTask(nightly, { task, layers: ['resource'], probes: [] }),
      changeLayers(nightly, {
        resource: [
          policy('bookings', [
            {
              Effect: 'Allow',
              Principal: { AWS },
              Action: 'sqs:SendMessage',
              Resource: 'arn:aws:sqs:eu-west-1:444455556666:bookings',
            },
          ]),
        ],
      }),
    ).outcome
  const session = 'arn:aws:sts::111122223333:assumed-role/menu-planner/nightly'

  it('is too narrow where the task says the role: its next session has another name', () => {
    expect(outcome('Let the role menu-planner send bookings.', session)).toBe('tooNarrow')
    expect(outcome('Let menu-planner, and nobody else, send bookings.', session)).toBe('tooNarrow')
    expect(outcome('Let the role menu-planner send.', 'arn:aws:iam::111122223333:role/menu-planner')).toBe('works')
  })

  it('works where the task says the session, or no role', () => {
    expect(outcome('Let only the session nightly of menu-planner send.', session)).toBe('works')
    expect(outcome(`Let ${session} send.`, session)).toBe('works')
    expect(outcome('Let it send. The menu-planner-2 stays out.', session)).toBe('works')
  })
})
