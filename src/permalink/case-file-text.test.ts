import { describe, expect, it } from 'vitest'
import { buildCase } from '../draft/build/build-case'
import { restoreCase } from '../draft/file/case-file'
import { EMPTY_DRAFT, type Draft } from '../draft/draft'
import { evaluate } from '../evaluation/evaluate'
import { writeCaseFile } from './case-file-text'
import { LINK_VECTORS } from '../testing/link-vectors'

const cases = LINK_VECTORS.map(({ id, draft }) => ({ id, draft }))

describe('writeCaseFile', () => {
  it.each(cases)('$id opens from its file to the same verdict', ({ draft }) => {
    const restored = restoreCase(JSON.parse(writeCaseFile(draft).text))
    if (!('draft' in restored)) throw new Error(restored.problem.code)
    const verdict = (one: Draft) => evaluate(buildCase(one).accessCase)
    expect(verdict(restored.draft)).toEqual(verdict(draft))
    expect(restored.draft.layers.identity).toEqual(draft.layers.identity)
  })

  it('carries no credentials', () => {
    const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'
    const { text, withheld } = writeCaseFile({
      ...EMPTY_DRAFT,
      paste: `AccessDenied\naws_secret_access_key = ${secret}`,
    })
    expect(text).not.toContain(secret)
    expect(withheld).toEqual(['credentials'])
  })
})
