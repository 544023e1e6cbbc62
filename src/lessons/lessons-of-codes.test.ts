import { expect, it } from 'vitest'
import { diagnose } from '../diagnosis/diagnose'
import { knownCode } from '../diagnosis/known-codes'
import { COURSE } from './course/course'
import { LESSONS_OF_CODES, LESSONS_OF_KINDS } from './lessons-of-codes'

it.each(Object.entries(LESSONS_OF_CODES))('%s is a code that something is known under, and %s shows it', (code, id) => {
  expect(knownCode(code)).not.toBeNull()
  const lesson = COURSE.find((one) => one.id === id)
  if (lesson === undefined) throw new Error(`There is no lesson ${id}.`)
  const { explanation } = diagnose(lesson.draft)
  const shown = [...(explanation?.answer.causes ?? []), ...(explanation?.findings ?? [])].map((one) => one.code)
  expect(shown).toContain(code)
})

it('a code of a kind that a lesson teaches is told so, and no other', () => {
  for (const id of Object.values(LESSONS_OF_KINDS)) expect(COURSE.map((one) => one.id)).toContain(id)
  expect(knownCode('s3-write-with-kms')?.kind).toBe('call')
  expect(knownCode('layer-not-given')?.kind).toBeNull()
  expect(knownCode('throttling')?.kind).toBeNull()
})
