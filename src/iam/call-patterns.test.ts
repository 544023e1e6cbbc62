import { describe, expect, it } from 'vitest'
import { isCall } from './call-patterns'

describe('a call whose service nobody knows', () => {
  it('is one that a pattern names, and not any that begins with the same verb', () => {
    expect(isCall(['ec2:create*'], ':createautoscalinggroup')).toBe(false)
    expect(isCall(['ec2:*'], ':createvolume')).toBe(false)
    expect(isCall(['lambda:createfunction*'], ':createfunction20150331')).toBe(true)
  })

  it('is told by its verb where its service is known', () => {
    expect(isCall(['ec2:create*'], 'ec2:createvolume')).toBe(true)
  })
})
