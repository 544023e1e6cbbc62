import { expect, it } from 'vitest'
import { asService } from './asked-by-service'

const principal = 'dms.amazonaws.com'

it('drops the operation that was called where a service asked for something else by itself', () => {
  const called = { principal, action: 'dms:CreateEventSubscription' }
  expect(asService('event-topic-key', called)).toEqual({ principal })
  expect(asService('kafka-group', called)).toEqual(called)
  expect(asService(undefined, called)).toEqual(called)
})

it('keeps what the service itself asks for', () => {
  const asked = { principal, action: 'kms:Decrypt' }
  expect(asService('event-topic-key', asked)).toEqual(asked)
})
