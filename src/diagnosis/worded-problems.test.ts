import { describe, expect, it } from 'vitest'
import { policyProblems } from './worded-problems'

describe('policyProblems', () => {
  it('says what is wrong, and on which line', () => {
    const text = '{\n  "Version": "2012-10-17",\n  "Statement": [,]\n}'
    const [problem] = policyProblems(text)
    expect(problem?.severity).toBe('error')
    expect(problem?.line).toBe(3)
    expect(problem?.sentence).toMatch(/expected here\.$/)
  })

  it('fills the gaps of a sentence', () => {
    const problems = policyProblems('{"Version": "2012-10-17", "Version": "2012-10-17", "Statement": []}')
    expect(problems.map((problem) => problem.sentence).join(' ')).toContain('"Version"')
    expect(problems.every((problem) => !/\{\w+\}/.test(problem.sentence))).toBe(true)
  })

  it('finds nothing in a good policy', () => {
    const text = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}'
    expect(policyProblems(text)).toEqual([])
  })
})
