import { describe, expect, it } from 'vitest'
import { encodeDraft } from '../../../permalink/permalink'
import { EMPTY_DRAFT } from '../../../draft/draft'
import { comparisonFragment, readComparison, type ComparedTexts } from './comparison-link'
import * as coder from '../link-chunk'

const policy = (action: string): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }] }, null, 2)

const back = (texts: ComparedTexts) => readComparison(comparisonFragment(texts, coder), coder)

describe('a link to a comparison', () => {
  it('carries both texts and the kind of policy', () => {
    const texts = { before: policy('s3:GetObject'), after: policy('s3:*'), layer: 'scp' } as const
    expect(comparisonFragment(texts, coder)).toMatch(/^#\/compare\/1\//)
    expect(back(texts)).toEqual(texts)
    expect(back({ ...texts, layer: null })).toEqual({ ...texts, layer: null })
  })

  it('carries what must not be granted', () => {
    const texts = { before: policy('s3:GetObject'), after: policy('s3:*'), layer: 'identity' } as const
    for (const notGranted of [
      { actions: ['iam:*', 'kms:Decrypt'], resources: [] },
      { actions: [], resources: ['arn:aws:s3:::secrets/*'] },
    ])
      expect(back({ ...texts, notGranted })).toEqual({ ...texts, notGranted })
    expect(back({ ...texts, notGranted: { actions: [], resources: [] } })).toEqual(texts)
  })

  it('carries no secret', () => {
    const key = `AKIA${'Q3EGRIV5J7TLBN4S'}`
    const secret = `aws_access_key_id = ${key}\naws_secret_access_key = ${'wJalrXUtnFEMI/K7MDENG+bPxRfiCYzzTESTKEY9'}`
    const opened = back({ before: policy('s3:GetObject'), after: secret, layer: null })
    expect(opened?.before).toBe(policy('s3:GetObject'))
    expect(opened?.after).not.toContain('wJalrXUtnFEMI')
  })

  it('is none where it is damaged, or of a case', () => {
    const fragment = comparisonFragment({ before: 'a', after: 'b', layer: null }, coder)
    expect(readComparison(fragment.slice(0, -4), coder)).toBeNull()
    expect(readComparison('#/compare/', coder)).toBeNull()
    expect(readComparison(encodeDraft(EMPTY_DRAFT), coder)).toBeNull()
    expect(readComparison(`#/compare/${encodeDraft(EMPTY_DRAFT).slice(1)}`, coder)).toBeNull()
  })
})
