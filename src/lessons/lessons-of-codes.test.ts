import { expect, it } from 'vitest'
import { diagnose } from '../diagnosis/diagnose'
import { knownCode } from '../diagnosis/known-codes'
import { COURSE } from './course/course'
import { LESSONS_OF_CODES } from './lessons-of-codes'

it.each(Object.entries(LESSONS_OF_CODES))('%s is a code that something is known under, and %s shows it', (code, id) => {
  expect(knownCode(code)).not.toBeNull()
  const lesson = COURSE.find((one) => one.id === id)
  if (lesson === undefined) throw new Error(`There is no lesson ${id}.`)
  const { explanation } = diagnose(lesson.draft)
  const shown = [...(explanation?.answer.causes ?? []), ...(explanation?.findings ?? [])].map((one) => one.code)
  expect(shown).toContain(code)
})
