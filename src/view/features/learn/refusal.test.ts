import { describe, expect, it } from 'vitest'
import { BUILT_REFERENCE } from '../../../../.ci/built-reference'
import { checkRepair } from '../../../lessons/check-repair'
import { changeLayers } from '../../../lessons/change-layers'
import { COURSE } from '../../../lessons/course/course'
import type { Lesson } from '../../../lessons/lesson'
import { policy, type WrittenStatement } from '../../../lessons/sketch'
import { reasonsOf } from './refusal'

const lesson = COURSE.find(({ id }) => id === 'everything-starts-denied') as Lesson
const menus: WrittenStatement = {
  Effect: 'Allow',
  Action: ['s3:GetObject', 's3:PutObject'],
  Resource: 'arn:aws:s3:::harbour-menus/*',
}

/** What is said of this statement in the place of the lesson's: the outcome, and each reason with the text at its place. */
function refusal(statement: WrittenStatement) {
  const repaired = changeLayers(lesson.draft, { identity: [policy('menus', [statement], 'user')] })
  const [{ text } = { text: '' }] = repaired.layers.identity.policies
  const result = checkRepair(lesson, repaired)
  return {
    outcome: result.outcome,
    reasons: reasonsOf(result, repaired, lesson.repair.layers, BUILT_REFERENCE).map(({ words, place }) => ({
      said: words.map((word) => word.text).join(''),
      at: place && text.slice(...place.span),
      line: place?.line,
    })),
  }
}

describe('why a repair is refused', () => {
  it('an effect in lower-case letters: at its word', () => {
    const { outcome, reasons } = refusal({ ...menus, Effect: 'allow' })
    expect(outcome).toBe('malformed')
    expect(reasons).toEqual([{ said: expect.stringMatching(/"Allow" or "Deny"/) as string, at: '"allow"', line: 5 }])
  })

  it('an action of a name that does not exist: at its word, and once', () => {
    const { outcome, reasons } = refusal({ ...menus, Action: ['s3:GetObject', 's3:PutObjects'] })
    expect(outcome).toBe('stillDenied')
    expect(reasons.map(({ at }) => at)).toContain('"s3:PutObjects"')
    expect(reasons.filter(({ line }) => line === 8)).toHaveLength(1)
  })

  it('a part of an ARN that is another: at the ARN, with the one that was asked for', () => {
    const { outcome, reasons } = refusal({ ...menus, Resource: 'arn:aws:s3:::harbour-menu/*' })
    expect(outcome).toBe('stillDenied')
    expect(reasons).toEqual([
      {
        said: expect.stringContaining('arn:aws:s3:::harbour-menus/lunch.pdf') as string,
        at: '"arn:aws:s3:::harbour-menu/*"',
        line: 10,
      },
    ])
  })

  it('one that opens too much: at the statement that lets the other request pass', () => {
    const { outcome, reasons } = refusal({ ...menus, Action: 's3:*' })
    expect(outcome).toBe('tooOpen')
    expect(reasons).toEqual([
      { said: 'This statement allows it.', at: expect.stringContaining('"s3:*"') as string, line: 4 },
    ])
  })

  it('a Deny that still matches: at its statement', () => {
    const denied = COURSE.find(({ id }) => id === 'the-wrong-policy') as Lesson
    const reasons = reasonsOf(checkRepair(denied, denied.draft), denied.draft, denied.repair.layers, BUILT_REFERENCE)
    expect(reasons.map(({ place }) => [place?.name, place?.line])).toEqual([['team-defaults', 4]])
  })

  it('one that takes something away: what is missing', () => {
    const { outcome, reasons } = refusal({ ...menus, Action: 's3:PutObject' })
    expect(outcome).toBe('tooNarrow')
    expect(reasons.map(({ said }) => said).join(' ')).toContain('s3:GetObject')
  })
})
