import { expect, it } from 'vitest'
import { sentInstead } from './mistaken-sources'

const group = 'arn:aws:logs:eu-west-1:111122223333:log-group:/app/web'

it('CloudWatch Logs sends a log group’s ARN with :* behind, whichever of its names a policy writes', () => {
  expect(sentInstead('logs.amazonaws.com', group)?.meant).toBe(`${group}:*`)
  expect(sentInstead('logs.eu-west-1.amazonaws.com', group)?.meant).toBe(`${group}:*`)
})

it('an ARN that has it is the one that is sent; another service sends others', () => {
  expect(sentInstead('logs.amazonaws.com', `${group}:*`)).toBeNull()
  expect(sentInstead('delivery.logs.amazonaws.com', group)).toBeNull()
  expect(sentInstead('logs.amazonaws.com', `${group}*`)?.meant ?? null).toBeNull()
})

it('Scheduler sends the group of a schedule, also where a template names Region and account', () => {
  const ofTemplate = 'arn:aws:scheduler:${AWS::Region}:${AWS::AccountId}'
  const sent = (written: string) => sentInstead('scheduler.amazonaws.com', written)?.meant
  expect(sent(`${ofTemplate}:schedule/default/nightly`)).toBe(`${ofTemplate}:schedule-group/default`)
  expect(sent(`${ofTemplate}:schedule-group/default`)).toBeUndefined()
  expect(sent('arn:aws:scheduler:*:111122223333:*')).toBeUndefined()
})

it('S3 sends the ARN of a bucket, which has no Region and no account; a pattern that leaves both open takes it in', () => {
  const sent = (written: string) => sentInstead('s3.amazonaws.com', written)?.meant
  expect(sent('arn:aws:s3:eu-west-1:111122223333:tea-leaves')).toBe('arn:aws:s3:::tea-leaves')
  expect(sent('arn:aws:s3::111122223333:tea-leaves')).toBe('arn:aws:s3:::tea-leaves')
  expect(sent('arn:aws:s3:::tea-leaves')).toBeUndefined()
  expect(sent('arn:aws:s3:*:*:tea-leaves')).toBeUndefined()
  expect(sent('arn:aws:s3:*:*:*')).toBeUndefined()
  expect(sentInstead('sns.amazonaws.com', 'arn:aws:s3:eu-west-1:111122223333:tea-leaves')).toBeNull()
})
