import { describe, expect, it } from 'vitest'
import { BUILT_REFERENCE } from '../../../.ci/built-reference'
import { evaluate } from '../../evaluation/evaluate'
import { sampleTrail } from '../sample-trail'
import { readEvent, type TrailEvent } from '../trail-event'
import { answerChange, readSets, type ChangeAsk } from './answer-change'
import { answerNeeds, neededServices, type NeedsAsk } from './answer-needs'
import { compareVersions } from '../../comparison/compare-versions'
import { wholeDifference } from '../../comparison/whole-difference'
import { comparedLayers } from './compared-layers'
import { caseOfChange } from './case-of-change'
import { changesToCsv } from './change-csv'
import { EventClasses } from './event-classes'
import { policyText } from '../../testing/statements'

const EVENTS = [...sampleTrail({ events: 600, seed: 11 })].flatMap((record) => {
  const event = readEvent(record)
  return event.kind === 'event' ? [event] : []
})

function classesOf(events: readonly TrailEvent[]) {
  const classes = new EventClasses()
  for (const event of events) classes.add(event)
  return classes
}

const CLASSES = classesOf(EVENTS)
const NEEDS: NeedsAsk = { principal: null, withDenied: true, reach: [], keys: [], form: 'managed', present: '' }
const index = BUILT_REFERENCE.actions!

describe('events that are alike', () => {
  it('are summed up without losing one', () => {
    const sum = CLASSES.of(null).reduce((all, { count }) => all + count, 0)
    expect(sum).toBe(EVENTS.filter(({ actions }) => actions.length > 0).length)
    expect(CLASSES.events).toBe(EVENTS.length)
    expect(CLASSES.callers.reduce((all, { count }) => all + count, 0)).toBeLessThanOrEqual(sum)
    const [busiest] = CLASSES.callers
    expect(CLASSES.of(busiest!.arn).reduce((all, { count }) => all + count, 0)).toBe(busiest!.count)
  })

  it('differ in whatever a policy can ask but the moment and the client', () => {
    const [first] = EVENTS
    const at = (context: TrailEvent['context']) => ({ ...first!, context: { ...first!.context, ...context } })
    const same = [at({ 'aws:CurrentTime': 'a', 'aws:UserAgent': 'a' }), at({ 'aws:CurrentTime': 'b' })]
    expect(classesOf(same).of(null)).toMatchObject([{ count: 2 }])
    expect(classesOf([at({ 'aws:SourceIp': '192.0.2.1' }), at({ 'aws:SourceIp': '192.0.2.2' })]).of(null)).toHaveLength(
      2,
    )
  })
})

describe('what is needed', () => {
  it('is proven for everybody of a trail, and for each alone', () => {
    for (const principal of [null, ...CLASSES.callers.slice(0, 2).map(({ arn }) => arn)]) {
      const { proof, calls } = answerNeeds(CLASSES, { ...NEEDS, principal }, BUILT_REFERENCE, index)
      expect(proof).toMatchObject({ missing: [], extra: [], extraPairs: [] })
      expect(calls).toBeGreaterThan(0)
    }
    expect(neededServices(CLASSES, NEEDS)).toContain('s3')
  })

  it('is compared with what was pasted', () => {
    const policy = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] }
    const present = JSON.stringify({ PolicyVersion: { Document: policy } })
    const { granted, presentPolicies } = answerNeeds(CLASSES, { ...NEEDS, present }, BUILT_REFERENCE, index)
    expect(presentPolicies).toHaveLength(1)
    expect(granted?.map(({ prefix }) => prefix)).toEqual(['s3'])
    expect(granted?.[0]?.last).not.toBeNull()
    expect(answerNeeds(CLASSES, { ...NEEDS, present: 'nothing' }, BUILT_REFERENCE, index)).toMatchObject({
      granted: [],
      presentPolicies: [],
    })
  })
})

const DENY_S3 = { Sid: 'NoS3', Effect: 'Deny', Action: 's3:*', Resource: '*' }

function change(ask: Partial<ChangeAsk>) {
  const steps = answerChange(CLASSES, { layers: [], principal: null, resource: '', ...ask }, BUILT_REFERENCE)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

describe('what would break', () => {
  it('is every call that was allowed and is denied now', () => {
    const answer = change({ layers: [{ layer: 'scp', before: '', after: policyText(DENY_S3) }] })
    expect(answer.isFullAccessAssumed).toBe(true)
    const broken = answer.changes.filter(({ kind }) => kind === 'breaks')
    const allowed = EVENTS.filter(
      ({ outcome, actions }) => outcome === 'allowed' && actions.some((one) => one.startsWith('s3:')),
    )
    expect(allowed.length).toBeGreaterThan(10)
    expect(broken.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThanOrEqual(allowed.length)
    expect(broken.every(({ action, after }) => action.startsWith('s3:') && after.statement?.sid === 'NoS3')).toBe(true)
  })

  it('opens as a case that the evaluation denies', () => {
    const answer = change({ layers: [{ layer: 'scp', before: policyText(), after: policyText(DENY_S3) }] })
    const [one] = answer.changes
    expect(evaluate(caseOfChange(one!, answer.sets))).toMatchObject({
      decision: 'explicitDeny',
      layer: 'scp',
      sid: 'NoS3',
    })
    expect(changesToCsv(answer.changes).split('\r\n')).toHaveLength(answer.changes.length + 1)
  })
})

describe('what a change does to calls that are not in the log', () => {
  const compared = (before: string, after: string, layer: ChangeAsk['layers'][number]['layer']) => {
    const { sets } = readSets({ layers: [{ layer, before, after }], principal: null, resource: '' })
    return comparedLayers(sets).map((question) => [question.layer, compareVersions(question, BUILT_REFERENCE)] as const)
  }

  it('is found though no call of the log shows it', () => {
    const before = policyText({ Effect: 'Allow', Action: '*', Resource: '*' })
    const after = policyText({ Effect: 'Allow', NotAction: ['braket:*', 'deepracer:*'], Resource: '*' })
    const answer = change({ layers: [{ layer: 'scp', before, after }] })
    expect(answer.asked).toBeGreaterThan(100)
    expect(answer.changes).toEqual([])
    const [[, { lost }] = expect.fail()] = compared(before, after, 'scp')
    expect(lost.changes.flatMap(({ actions }) => actions)).toContain('braket:CreateJob')
  })

  it('counts a Deny of what other policies may allow, in a policy that never allowed it', () => {
    const read = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }
    const [[, found] = expect.fail()] = compared(
      policyText(read),
      policyText(read, { ...DENY_S3, Action: 'sqs:*' }),
      'identity',
    )
    expect([found.lost.outcome, found.denies?.lost.outcome]).toEqual(['nothing', 'some'])
    expect(found.denies?.lost.changes.flatMap(({ actions }) => actions)).toContain('sqs:SendMessage')
    expect(wholeDifference(found, 'lost').outcome).toBe('some')
    expect(wholeDifference(found, 'opened')).toMatchObject({ outcome: 'nothing', isComplete: true })
  })

  it('is proven where a statement more only allows, and shown where it denies', () => {
    const [first] = compared(policyText(), policyText(DENY_S3), 'scp')
    expect(first).toMatchObject(['scp', { lost: { outcome: 'some' }, opened: { outcome: 'nothing' } }])
    expect(first?.[1].lost.changes.flatMap(({ actions }) => actions)).toContain('s3:DeleteBucket')
    const allow = { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '*' }
    const [second] = compared('', policyText(allow), 'identity')
    expect(second).toMatchObject(['identity', { lost: { outcome: 'nothing' }, opened: { outcome: 'some' } }])
  })

  it('is asked of the layers that change alone', () => {
    expect(compared(policyText(DENY_S3), policyText(DENY_S3), 'scp')).toEqual([])
    const [boundary] = compared('', policyText({ Effect: 'Allow', Action: 's3:*', Resource: '*' }), 'boundary')
    expect(boundary).toMatchObject(['boundary', { opened: { outcome: 'nothing' }, lost: { outcome: 'some' } }])
  })
})

describe('pasted policies', () => {
  const read = (ask: Partial<ChangeAsk>) => readSets({ layers: [], principal: null, resource: '', ...ask })

  it('are told where none was found', () => {
    expect(read({ layers: [{ layer: 'rcp', before: 'hello', after: '' }] }).unreadable).toEqual([
      { layer: 'rcp', side: 'before' },
    ])
  })

  it('keep an Allow of their own without FullAWSAccess beside it', () => {
    const allow = policyText({ Effect: 'Allow', Action: 's3:*', Resource: '*' })
    const { sets, isFullAccessAssumed } = read({ layers: [{ layer: 'scp', before: allow, after: allow }] })
    expect(isFullAccessAssumed).toBe(false)
    expect(sets.before.scps?.[0]?.policies).toHaveLength(1)
  })

  it('are called after their layer, each by its number, or by the name that they have', () => {
    const deny = policyText(DENY_S3)
    const named = JSON.stringify({ PolicySummary: { Name: 'NoS3', Type: 'SERVICE_CONTROL_POLICY' }, Content: deny })
    const names = (after: string) =>
      read({ layers: [{ layer: 'scp', before: '', after }] }).sets.after.scps?.flatMap(({ policies }) =>
        policies.map(({ name }) => name),
      )
    expect(names(deny)).toEqual(['FullAWSAccess', 'SCP'])
    expect(names(`${deny}\n${deny}`)).toEqual(['FullAWSAccess', 'SCP 1', 'SCP 2'])
    expect(names(named)).toEqual(['FullAWSAccess', 'NoS3'])
  })

  it('of a bucket tell which it is', () => {
    const bucket = (...Resource: readonly string[]) =>
      policyText({ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource })
    const owner = (text: string) => read({ layers: [{ layer: 'resource', before: text, after: text }] }).sets.resource
    expect(owner(bucket('arn:aws:s3:::harbour', 'arn:aws:s3:::harbour/*'))).toBe('arn:aws:s3:::harbour')
    expect(owner(bucket('arn:aws:s3:::a', 'arn:aws:s3:::b'))).toBeNull()
    expect(owner(bucket('*'))).toBeNull()
  })
})
