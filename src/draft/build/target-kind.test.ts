import { expect, it } from 'vitest'
import { ofToldKind } from './target-kind'

const CALLS = ['lambda:InvokeFunction', 'sqs:SendMessage', 'sns:Publish']

it('of calls on several kinds of things a text that speaks of one tells which is meant', () => {
  expect(ofToldKind(CALLS, 'nothing reaches the queue')).toEqual(['sqs:SendMessage'])
  expect(ofToldKind(CALLS, 'the topic gets nothing, and neither does its dead-letter queue')).toEqual(['sns:Publish'])
})

it('a text that speaks of none or of two tells nothing', () => {
  expect(ofToldKind(CALLS, 'nothing arrives')).toEqual(CALLS)
  expect(ofToldKind(CALLS, 'the function sends to the queue')).toEqual(CALLS)
})
