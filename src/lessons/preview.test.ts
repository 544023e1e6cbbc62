import { describe, expect, it } from 'vitest'
import { buildCase } from '../draft/build/build-case'
import { evaluate } from '../evaluation/evaluate'
import { answerFixes } from '../explanation/fixes/answer-fixes'
import { explain } from '../explanation/explain'
import { plainText } from '../text/phrase'
import { PREVIEW } from './preview'

describe('the answer that an empty page shows', () => {
  const { accessCase, denial } = buildCase(PREVIEW.example.draft)
  const evaluation = evaluate(accessCase)
  const { answer } = explain({ evaluation, accessCase, denial })

  it('is what the example comes to', () => {
    expect(answer.basis).toBe('proven')
    expect([plainText(answer.headline), plainText(answer.fact?.sentence ?? []), answer.fact?.line]).toEqual([
      PREVIEW.headline,
      PREVIEW.fact,
      PREVIEW.line,
    ])
  })

  it('is repaired by the statement that it shows', () => {
    const fixes = answerFixes({ evaluation, accessCase, denial, isChanged: false }, answer)
    expect(fixes.find(({ least }) => least)?.statement).toEqual(PREVIEW.fix)
  })
})
