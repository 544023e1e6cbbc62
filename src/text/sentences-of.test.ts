import { expect, it } from 'vitest'
import { code, plainText, say } from './phrase'
import { sentencesOf } from './sentences-of'

it('cuts a phrase between its sentences, and never what is quoted', () => {
  const phrase = say`Run ${code('aws s3 ls. Then')} first. If it lists ${code('a')}, stop. Is it yours?`
  expect(sentencesOf(phrase).map(plainText)).toEqual([
    'Run aws s3 ls. Then first.',
    'If it lists a, stop.',
    'Is it yours?',
  ])
  expect(sentencesOf([])).toEqual([])
  expect(sentencesOf(say`One alone`).map(plainText)).toEqual(['One alone'])
})
