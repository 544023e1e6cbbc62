import { describe, expect, it } from 'vitest'
import type { JudgedCase } from '../judged-case'
import { areAccountsMasked } from './masked-accounts'

const masked = (caller: string, owner: string, ...holes: readonly string[]) =>
  areAccountsMasked({
    accessCase: {
      version: 1,
      request: {
        principal: `arn:aws:iam::${caller}:user/a`,
        action: 'lambda:InvokeFunction',
        resource: `arn:aws:lambda:eu-west-1:${owner}:function:f`,
      },
      policies: {},
      holes,
    },
  } as unknown as JudgedCase)

describe('the accounts of caller and resource', () => {
  it('may be two under one mask that says nothing', () => {
    expect(masked('XXXXXXXXXXXX', 'XXXXXXXXXXXX', 'XXXXXXXXXXXX')).toBe(true)
    expect(masked('***', '***', '***')).toBe(true)
  })

  it('are one by a name or a number, and told apart by two masks', () => {
    expect(masked('<my-account>', '<my-account>', '<my-account>')).toBe(false)
    expect(masked('111122223333', '111122223333')).toBe(false)
    expect(masked('XXXXXXXXXXXX', 'YYYYYYYYYYYY', 'XXXXXXXXXXXX')).toBe(false)
  })
})
