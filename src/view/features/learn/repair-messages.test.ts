import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT } from '../../../draft/draft'
import { repairMessage } from './repair-messages'

const telling = EMPTY_DRAFT
const opening = { layer: null, action: 's3:GetObject', resource: 'arn:aws:s3:::b/*', principal: null, context: {} }

describe('what is said of a repair', () => {
  it.each([
    [['a', 'b'], [], 'also allows a and b'],
    [[], ['a', 'b'], 'may also allow a and b'],
    [['a'], ['b'], 'also allows a, and may also allow b'],
  ])('that opens %s, and perhaps %s', (opens, mayOpen, said) => {
    expect(repairMessage({ outcome: 'tooOpen', opens, mayOpen, telling }, 2).text).toBe(
      `The request passes, but this repair ${said}. Can it be narrower?`,
    )
  })

  it.each([
    [['a'], [], 'denies a'],
    [[], ['a'], 'may deny a'],
    [['a'], ['b'], 'denies a, and may deny b'],
  ])('that takes away %s, and perhaps %s', (lacks, mayLack, said) => {
    expect(repairMessage({ outcome: 'tooNarrow', lacks, mayLack, telling }, 2).text).toBe(
      `The request passes, but not all that the task asks for: this repair ${said}.`,
    )
  })

  it('that works, and opens what is sure or not', () => {
    const said = (...sure: readonly boolean[]) =>
      repairMessage(
        { outcome: 'works', beside: { openings: sure.map((isSure) => ({ ...opening, isSure })), isProven: true } },
        0,
      )
    expect(said(false).text).toContain('It may also open more than the task asks for.')
    expect(said(true, false)).toMatchObject({
      text: expect.stringContaining('It also opens more than the task asks for.') as string,
      items: ['s3:GetObject on arn:aws:s3:::b/*', 'perhaps s3:GetObject on arn:aws:s3:::b/*'],
    })
    expect(said().text).toContain('Nothing else was opened')
  })
})
