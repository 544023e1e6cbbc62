import { describe, expect, it } from 'vitest'
import { REASONS, type ReasonCode } from '../../evaluation/reason-codes'
import { plainText } from '../../text/phrase'
import { REASON_MESSAGES } from './reasons'

const facts = {
  written: 'arn:aws:s3:::data/*',
  asked: 'arn:aws:s3:::data',
  key: 'aws:SourceIp',
  operator: 'IpAddress',
  actual: ['203.0.113.7'],
  action: 's3:ListBucket',
}

const codes: readonly ReasonCode[] = REASONS

describe('reasons', () => {
  it('each have a clause', () => {
    expect(Object.keys(REASON_MESSAGES).toSorted()).toEqual(codes.toSorted())
  })

  it.each(codes)('%s reads as a clause that can stand after a colon', (code) => {
    const clause = plainText(REASON_MESSAGES[code](facts))
    expect(clause).toMatch(/[\w)"’*]$/)
    expect(clause).not.toMatch(/undefined| {2}|\.$|\bthe the\b/)
  })
})
