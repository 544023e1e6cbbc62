import { expect, it } from 'vitest'
import { withPassageBehind } from './intake-texts'

const ERROR = 'User: ann is not authorized to perform: s3:PutObject'
const POLICY = '{\n  "Effect": "Allow"\n}'
const at = (place: number, end = place) => [place, end] as const

it('tears no line: a passage that is pasted into one goes behind the text', () => {
  expect(withPassageBehind(ERROR, at(20), POLICY)).toBe(`${ERROR}\n\n${POLICY}\n`)
  const sentence = 'An error occurred (AccessDenied) when calling the PutObject operation: Access Denied'
  expect(withPassageBehind(`${ERROR}\n`, at(20), sentence)).toBe(`${ERROR}\n\n${sentence}\n`)
})

it('leaves where it is chosen what fills a line, takes the place of something, or is a name', () => {
  const places = [at(0), at(ERROR.length), at(6, 9)]
  expect(places.map((place) => withPassageBehind(ERROR, place, POLICY))).toEqual([null, null, null])
  expect(withPassageBehind(`${ERROR}\n\n${ERROR}`, at(ERROR.length + 1), POLICY)).toBeNull()
  const arn = `arn:aws:sts::111122223333:assumed-role/${'a'.repeat(60)}/session`
  expect(withPassageBehind(ERROR, at(6), arn)).toBeNull()
  expect(withPassageBehind(ERROR, at(6), 'some one')).toBeNull()
})
