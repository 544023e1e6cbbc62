import { describe, expect, it } from 'vitest'
import { buildCase } from '../build/build-case'
import { EMPTY_DRAFT } from '../draft'
import { caseFromDraft, restoreCase } from '../file/case-file'
import { restoreDraft, storeDraft } from '../file/restore-draft'
import { dropTest, keepTest, testsFrom, testsOf } from './kept-tests'

const READ = { action: 's3:GetObject', resource: 'arn:aws:s3:::b/k', expect: 'allowed' } as const
const WRITE = {
  action: 's3:PutObject',
  resource: 'arn:aws:s3:::b/k',
  principal: 'arn:aws:iam::111122223333:user/ana',
  context: { 'aws:SourceIp': '203.0.113.7', 'aws:TagKeys': ['a', 'b'] },
  expect: 'denied',
} as const

const kept = keepTest(keepTest(EMPTY_DRAFT, READ), WRITE)

describe('tests that are kept with a draft', () => {
  it('are in its case, and come back out of a file and out of the storage', () => {
    expect(buildCase(kept).accessCase.tests).toEqual([READ, WRITE])
    const restored = restoreCase(JSON.parse(JSON.stringify(caseFromDraft(kept))) as unknown)
    expect('draft' in restored && testsOf(restored.draft)).toEqual([READ, WRITE])
    const stored = restoreDraft(JSON.parse(JSON.stringify(storeDraft(kept))) as unknown)
    expect('draft' in stored && testsOf(stored.draft)).toEqual([READ, WRITE])
  })

  it('hold one expectation a request, the newest, and can be taken away', () => {
    expect(testsOf(keepTest(kept, { ...READ, expect: 'denied' }))).toEqual([WRITE, { ...READ, expect: 'denied' }])
    expect(testsOf(dropTest(kept, 0))).toEqual([WRITE])
    expect(dropTest(dropTest(kept, 0), 0)).toEqual(EMPTY_DRAFT)
  })

  it('are read from anything', () => {
    expect(testsFrom([READ, { ...READ, expect: 'maybe' }, { expect: 'denied' }, null, 7])).toEqual([READ])
    expect(testsFrom({})).toEqual([])
    expect(testsFrom(Array.from({ length: 500 }, () => READ))).toHaveLength(100)
  })
})
