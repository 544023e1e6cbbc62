import { describe, expect, it } from 'vitest'
import type { AccessCase } from '../../case/access-case'
import { evaluate } from '../evaluate'

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
    const decisions = [[], ['<acct>'], ['<other>'], ['<acct>'], []].map((holes) => evaluate(caseOf(holes)).decision)
    expect(decisions).toEqual(['implicitDeny', 'depends', 'implicitDeny', 'depends', 'implicitDeny'])
  })

  it('has its holes also where the text writes them with escapes', () => {
    const escaped = document.replace('<acct>', '\\u003cacct\\u003e')
    expect(evaluate(caseOf(['<other>'], escaped)).decision).toBe('implicitDeny')
    expect(evaluate(caseOf(['<acct>'], escaped)).decision).toBe('depends')
  })

  it('says the same however often it is asked for', () => {
    const text = `${document} `
    const [first, ...later] = [1, 2, 3].map(() => evaluate(caseOf([], text)))
    expect(first?.decision).toBe('implicitDeny')
    expect(later).toEqual([first, first])
  })

  it('is forgotten among many, and read again', () => {
    const before = evaluate(caseOf([]))
    for (let i = 0; i < 200; i++) evaluate(caseOf([], `${document}${' '.repeat(i)}`))
    expect(evaluate(caseOf([]))).toEqual(before)
  })
})
