import { describe, expect, it } from 'vitest'
import type { AccessCase } from '../../case/access-case'
import { createPolicyMemory, evaluate } from '../evaluate'

const document =
  '{"Statement":[{"Effect":"Allow","Action":"sqs:SendMessage","Resource":"arn:aws:sqs:eu-west-1:<acct>:jobs"}]}'

const caseOf = (holes: readonly string[], text = document): AccessCase => ({
  version: 1,
  request: {
    principal: 'arn:aws:iam::111122223333:user/maya',
    action: 'sqs:SendMessage',
    resource: 'arn:aws:sqs:eu-west-1:111122223333:jobs',
  },
  policies: { identity: [{ name: 'p', document: text }] },
  holes,
})

describe('a policy that is remembered', () => {
  it('is read with the holes of each case, whatever the case before held', () => {
    const policyMemory = createPolicyMemory()
    const decisions = [[], ['<acct>'], ['<other>'], ['<acct>'], []].map(
      (holes) => evaluate(caseOf(holes), { policyMemory }).decision,
    )
    expect(decisions).toEqual(['implicitDeny', 'depends', 'implicitDeny', 'depends', 'implicitDeny'])
  })

  it('has its holes also where the text writes them with escapes', () => {
    const escaped = document.replace('<acct>', '\\u003cacct\\u003e')
    const policyMemory = createPolicyMemory()
    expect(evaluate(caseOf(['<other>'], escaped), { policyMemory }).decision).toBe('implicitDeny')
    expect(evaluate(caseOf(['<other>'], escaped), { policyMemory }).decision).toBe('implicitDeny')
    expect(evaluate(caseOf(['<acct>'], escaped), { policyMemory }).decision).toBe('depends')
  })

  it('says the same however often it is asked for', () => {
    const policyMemory = createPolicyMemory()
    const [first, ...later] = [1, 2, 3].map(() => evaluate(caseOf([]), { policyMemory }))
    expect(first?.decision).toBe('implicitDeny')
    expect(later).toEqual([first, first])
  })

  it('is forgotten among many, and read again', () => {
    const { parsed } = createPolicyMemory()
    const read = (end = '') => parsed(`${document}${end}`, 'identity', null)
    const [, kept] = [read(), read()]
    expect(read()).toBe(kept)
    for (let i = 1; i < 200; i++) read(' '.repeat(i))
    const again = read()
    expect(again).not.toBe(kept)
    expect(again.statements).toEqual(kept?.statements)
  })
})
