import { describe, expect, it } from 'vitest'
import { applyEdits } from '../../text/text-edit'
import { parseJson } from '../../text/parse-json'
import { intoStatement } from './into-statement'

const SUB = 'token.actions.githubusercontent.com:sub'
const AUD = 'token.actions.githubusercontent.com:aud'

const trusting = (condition: object, more: object = {}) => ({
  Effect: 'Allow',
  Principal: { Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com' },
  Action: 'sts:AssumeRoleWithWebIdentity',
  Condition: condition,
  ...more,
})

/** The statements of a policy of one after another was put into it; null: it takes a statement of its own. */
const put = (there: object, added: Record<string, unknown>): unknown => {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: [there] }, null, 2)
  const { root } = parseJson(text)
  const edit = root && intoStatement(text, root, added)
  return edit && (JSON.parse(applyEdits(text, [edit])) as { Statement: unknown }).Statement
}

const equals = (sub: unknown) => trusting({ StringEquals: { [AUD]: 'sts.amazonaws.com', [SUB]: sub } })

describe('a statement that differs from one of the policy in one test', () => {
  it('adds its value to those of the test: whom it let in before, it lets in still', () => {
    expect(put(equals('repo:acme/site:ref:refs/heads/main'), equals(['repo:acme/site:pull_request']))).toEqual([
      equals(['repo:acme/site:ref:refs/heads/main', 'repo:acme/site:pull_request']),
    ])
    expect(put({ Sid: 'Ci', ...equals(['a', 'b']) }, equals(['c', 'd']))).toEqual([
      { Sid: 'Ci', ...equals(['a', 'b', 'c', 'd']) },
    ])
  })

  it('moves a test for equal texts to the operator that reads its pattern, and leaves the others', () =>
    expect(
      put(
        equals('repo:acme/site:*'),
        trusting({ StringEquals: { [AUD]: ['sts.amazonaws.com'] }, StringLike: { [SUB]: ['repo:acme/site:*'] } }),
      ),
    ).toEqual([trusting({ StringEquals: { [AUD]: 'sts.amazonaws.com' }, StringLike: { [SUB]: 'repo:acme/site:*' } })]))

  it('takes a statement of its own where more differs, or the change would take something away', () => {
    const main = equals('main')
    expect(put(main, trusting({ StringEquals: { [AUD]: 'other', [SUB]: 'next' } }))).toBeNull()
    expect(put(main, { ...equals('next'), Action: 'sts:TagSession' })).toBeNull()
    expect(put(main, { ...equals('next'), Principal: { AWS: '111122223333' } })).toBeNull()
    expect(put({ ...main, Effect: 'Deny' }, equals('next'))).toBeNull()
    expect(put(main, trusting({ StringEquals: { [SUB]: 'main' } }))).toBeNull()
    // A pattern that the test held is not left out, and a value more under a negated test lets fewer in.
    expect(
      put(
        equals(['main', 'next']),
        trusting({ StringEquals: { [AUD]: 'sts.amazonaws.com' }, StringLike: { [SUB]: 'main*' } }),
      ),
    ).toBeNull()
    // It says less than the policy does already.
    expect(put(equals(['main', 'next']), main)).toBeNull()
    // A blank that the value there can be is no value more.
    expect(put(main, equals('<subject of the token>'))).toBeNull()
    const not = (sub: string) => trusting({ StringNotEquals: { [SUB]: sub } })
    expect(put(not('main'), not('next'))).toBeNull()
    const all = (sub: string) => trusting({ 'ForAllValues:StringEquals': { [SUB]: sub } })
    expect(put(all('main'), all('next'))).toBeNull()
  })
})
