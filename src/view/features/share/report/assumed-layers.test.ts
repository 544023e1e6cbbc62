import { describe, expect, it } from 'vitest'
import { assumeNone, layersToAssume } from '../../../../draft/edit/assume-none'
import { EMPTY_DRAFT, type Draft } from '../../../../draft/draft'
import { explainReport } from '../../../../explanation/report/explain-report'
import { decodeFragment, encodeDraft } from '../../../../permalink/permalink'
import { diagnose } from '../../../../diagnosis/diagnose'
import { reportOfDraft } from '../../../../diagnosis/report-of-draft'

const error =
  'User: arn:aws:iam::123456789012:user/alice is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::b/k because no identity-based policy allows the s3:GetObject action'
const text = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }],
})
const given: Draft = {
  ...EMPTY_DRAFT,
  paste: error,
  layers: { ...EMPTY_DRAFT.layers, identity: { state: 'given', policies: [{ name: 'read', text }] } },
}
const assumed: Draft = { ...given, layers: assumeNone(given.layers, layersToAssume(given.layers)) }

const reportOf = (draft: Draft) => {
  const parts = reportOfDraft(draft)
  return parts === null ? '' : explainReport(parts)
}

describe('what is assumed to be attached nowhere', () => {
  it('turns the answer, and only as long as it is assumed', () => {
    expect(diagnose(assumed).evaluation?.decision).toBe('allowed')
    expect(diagnose(given).evaluation?.decision).not.toBe('allowed')
  })

  it('is carried by a link', () => {
    expect(decodeFragment(encodeDraft(assumed))).toEqual({ draft: assumed })
  })

  it('stands in the report, layer by layer', () => {
    for (const name of ['SCPs', 'RCPs', 'Permissions boundary'])
      expect(reportOf(assumed)).toMatch(new RegExp(`${name}: (?:nothing|none) attached`))
    expect(reportOf(given)).not.toMatch(/: (?:nothing|none) attached/)
  })
})
