import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BUILT_REFERENCE } from '../../.ci/built-reference'
import { parseJson } from '../text/parse-json'
import { completePolicy } from './complete-policy'
import type { CompletionItem, EditorContext } from './completion'
import { hoverPolicy } from './hover-policy'
import { policySymbols } from './policy-symbols'
import { NO_REFERENCE } from './reference'

const CONTEXT: EditorContext = {
  type: 'identity',
  fill: { partition: 'aws', region: 'eu-west-1', account: '111122223333' },
  principal: 'arn:aws:iam::111122223333:role/app',
  action: 'sqs:SendMessage',
  resource: 'arn:aws:sqs:eu-west-1:111122223333:orders',
  reference: BUILT_REFERENCE,
}

const at = (marked: string) => {
  const offset = marked.indexOf('|')
  return [marked.slice(0, offset) + marked.slice(offset + 1), offset] as const
}

const complete = (marked: string, context: Partial<EditorContext> = {}) => {
  const [text, offset] = at(marked)
  return completePolicy(parseJson(text).root, text, offset, { ...CONTEXT, ...context })
}

const labels = (items: readonly CompletionItem[]) => items.map(({ label }) => label)

const accept = (marked: string, label: string, context: Partial<EditorContext> = {}) => {
  const item = complete(marked, context).find((each) => each.label === label)
  if (!item) return null
  const [text] = at(marked)
  return text.slice(0, item.span[0]) + item.insert + text.slice(item.span[1])
}

const inStatement = (rest: string) => `{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", ${rest}}]}`

describe('completePolicy', () => {
  it('offers services, then actions with their level and description', () => {
    const services = complete(inStatement('"Action": "s|"'))
    expect(labels(services)).toContain('s3:')
    expect(services[0]).toMatchObject({ label: 'sqs:SendMessage', detail: 'the action of this case' })
    expect(services.find(({ label }) => label === 's3:')).toMatchObject({
      kind: 'service',
      detail: 'Amazon S3',
      again: true,
    })
    const actions = complete(inStatement('"Action": ["s3:GetObject", "s3:|"]'))
    expect(labels(actions)).toContain('s3:ListBucket')
    expect(labels(actions)).not.toContain('s3:GetObject')
    const put = actions.find(({ label }) => label === 's3:PutObject')
    expect(put).toMatchObject({ detail: 'Write', insert: 's3:PutObject' })
    expect(put?.documentation).toContain('add an object to a bucket')
    expect(put?.page).toContain('list_amazons3.html')
    expect(actions.find(({ label }) => label === 's3:*')?.detail).toMatch(/^\d+ actions$/)
  })

  it('offers services by name only while nothing is loaded', () => {
    expect(labels(complete(inStatement('"Action": "s3:|"'), { reference: NO_REFERENCE }))).toEqual([
      'sqs:SendMessage',
      '*',
    ])
  })

  it('fills ARN templates with the account and Region of the case', () => {
    const items = complete(inStatement('"Action": "sqs:SendMessage", "Resource": "|"'))
    expect(labels(items)).toEqual([
      'arn:aws:sqs:eu-west-1:111122223333:orders',
      'arn:aws:sqs:eu-west-1:111122223333:<QueueName>',
      '*',
    ])
    expect(items[1]?.insert).toBe('arn:aws:sqs:eu-west-1:111122223333:${1:QueueName}')
  })

  it('offers the keys that the actions carry, and those first that the operator is meant for', () => {
    const keys = complete(inStatement('"Action": "s3:ListBucket", "Condition": {"NumericLessThan": {"|"}}'))
    expect(keys[0]?.label).toMatch(/^(?:s3:max-keys|s3:signatureAge|s3:TlsVersion)$/)
    expect(labels(keys)).toContain('s3:prefix')
    expect(labels(keys)).not.toContain('s3:x-amz-acl')
    expect(accept(inStatement('"Condition": {"Bool": {"|"}}'), 'aws:SecureTransport')).toBe(
      inStatement('"Condition": {"Bool": {"aws:SecureTransport": "$0"}}'),
    )
    expect(labels(complete(inStatement('"Condition": {"StringEquals": {"|"}}')))).toContain('aws:RequestTag/')
  })

  it('offers operators, values, principals, Sids and variables', () => {
    expect(labels(complete(inStatement('"Condition": {"|"}')))).toEqual(
      expect.arrayContaining(
        ['StringEquals', 'NullIfExists', 'ForAnyValue:StringLike'].filter((name) => name !== 'NullIfExists'),
      ),
    )
    expect(labels(complete(inStatement('"Condition": {"|"}')))).not.toContain('NullIfExists')
    expect(labels(complete(inStatement('"Condition": {"Bool": {"aws:SecureTransport": "|"}}')))).toEqual([
      'true',
      'false',
    ])
    expect(labels(complete(inStatement('"Condition": {"StringEquals": {"aws:PrincipalAccount": "|"}}')))).toEqual([
      '111122223333',
    ])
    expect(labels(complete(inStatement('"Principal": {"Service": "|"}'), { type: 'trust' }))).toContain(
      'lambda.amazonaws.com',
    )
    expect(labels(complete(inStatement('"Principal": {"AWS": ["|"]}'), { type: 'resource' }))).toEqual([
      'arn:aws:iam::111122223333:role/app',
      'arn:aws:iam::111122223333:root',
      '*',
    ])
    expect(labels(complete(inStatement('"Action": "s3:Get*", "Sid": "|"')))).toEqual(['AllowS3Get'])
    expect(accept(inStatement('"Resource": "arn:aws:s3:::home/${aws:u|}/*"'), 'aws:username')).toBe(
      inStatement('"Resource": "arn:aws:s3:::home/${aws:username}/*"'),
    )
  })

  it('goes on from a key to its values where some are known', () => {
    const again = (key: string) =>
      complete(inStatement('"Action": "s3:ListBucket", "Condition": {"StringLike": {|}}')).find(
        ({ label }) => label === key,
      )?.again
    expect(again('aws:PrincipalArn')).toBe(true)
    expect(again('aws:RequestedRegion')).toBe(true)
    expect(again('s3:prefix')).toBe(false)
  })

  it('offers the elements that the policy type takes and the statement lacks', () => {
    const elements = (type: EditorContext['type']) => labels(complete(inStatement('"Action": "a:b", |'), { type }))
    expect(elements('identity')).toEqual(['Sid', 'Resource', 'NotResource', 'Condition'])
    expect(elements('trust')).toEqual(['Sid', 'Principal', 'NotPrincipal', 'Condition'])
    expect(labels(complete('{"Statement": [], |}'))).toEqual(['Version'])
    expect(accept('{"Statement": [], |}', 'Version')).toBe('{"Statement": [], "Version": "2012-10-17"}')
    expect(labels(complete('{"Statement": [|]}', { type: 'trust' }))).toContain('Trust a service')
    expect(complete('|')).toHaveLength(1)
  })

  it('never throws, and replaces a piece of the text around the cursor', () => {
    const texts = [
      inStatement('"Action": ["s3:Get*"], "Condition": {"Bool": {"aws:SecureTransport": "true"}}'),
      '{"Statement": [{}]}',
    ]
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.nat(200), fc.nat(8), fc.nat(200), (whole, from, length, cursor) => {
        const text = whole.slice(0, from) + whole.slice(from + length)
        const offset = Math.min(cursor, text.length)
        return completePolicy(parseJson(text).root, text, offset, CONTEXT).every(
          ({ span: [start, end] }) => start <= offset && offset <= end && end <= text.length,
        )
      }),
      { numRuns: 300 },
    )
  })
})

describe('hoverPolicy', () => {
  const hover = (marked: string, context: Partial<EditorContext> = {}) => {
    const [text, offset] = at(marked)
    return hoverPolicy(parseJson(text).root, text, offset, { ...CONTEXT, ...context })
  }

  it('tells what a wildcard stands for, with a count', () => {
    const words = hover(inStatement('"Action": "iam:*Acces|sKey"'))
    expect(words?.text).toContain('Matches 3 of the')
    expect(words?.text).toContain('`CreateAccessKey`, `DeleteAccessKey`, `UpdateAccessKey`')
  })

  it('tells what an action needs besides', () => {
    expect(hover(inStatement('"Action": "ec2:Run|Instances"'))?.text).toContain(
      'Also needs: `ec2:CreateTags`, `iam:PassRole`',
    )
    expect(hover(inStatement('"Action": "ec2:Run|Instance"'))?.text).toContain('has no action of this name')
  })

  it('tells what operators, keys, elements and resources mean', () => {
    expect(hover(inStatement('"Condition": {"Str|ingEquals": {"aws:username": "x"}}'))?.text).toContain(
      'letter by letter',
    )
    expect(hover(inStatement('"Condition": {"StringEquals": {"aws:user|name": "x"}}'))?.text).toContain(
      'for IAM users only',
    )
    expect(
      hover(inStatement('"Condition": {"StringEquals": {"s3:pre|fix": "x"}}, "Action": "s3:ListBucket"'))?.title,
    ).toBe('s3:prefix')
    expect(hover(inStatement('"Not|Action": "iam:*"'))?.page).toContain('reference_policies_elements_notaction')
    expect(
      hover(inStatement('"Action": ["s3:GetObject", "s3:ListBucket"], "Resource": "arn:aws:s3:::de|mo"'))?.text,
    ).toContain('- `bucket`: `ListBucket`')
    expect(hover(inStatement('"Action": |"iam:*"'))).toBeNull()
  })

  it.each([
    ['Princ|ipal', 'identity', 'Not allowed in identity-based policies.'],
    ['NotAct|ion', 'rcp', 'Not allowed in RCPs.'],
    ['Res|ource', 'trust', 'Not allowed in role trust policies.'],
    ['Princ|ipal', 'resource', 'Required in resource-based policies, unless NotPrincipal is there instead.'],
    ['NotPrinc|ipal', 'resource', 'Required in resource-based policies, unless Principal is there instead.'],
    ['Princ|ipal', 'rcp', 'Required in RCPs.'],
    ['Act|ion', 'rcp', 'Required in RCPs.'],
    ['Act|ion', 'scp', 'Required in SCPs, unless NotAction is there instead.'],
    ['Eff|ect', 'identity', 'Required in identity-based policies.'],
    ['Res|ource', 'resource', 'Optional in resource-based policies.'],
    ['Si|d', 'boundary', 'Optional in permissions boundaries.'],
  ] as const)('says of %s whether it may stand in a policy of type %s', (element, type, sentence) => {
    const told = hover(`{"Statement": [{"${element}": "x"}]}`, { type })?.text.split('\n\n')
    expect(told?.at(-1)).toBe(sentence)
  })

  it('says nothing of the kind about the kinds of principals', () => {
    const kind = hover('{"Statement": [{"Principal": {"Serv|ice": "ec2.amazonaws.com"}}]}', { type: 'trust' })
    expect(kind?.text).toContain('AWS services')
    expect(kind?.text).not.toMatch(/Required|Optional|Not allowed/)
  })
})

it('outlines the statements of a policy', () => {
  const { root } = parseJson(
    '{"Statement": [{"Sid": "Read", "Effect": "Allow", "Action": "s3:Get*", "Condition": {"Bool": {"aws:SecureTransport": "true"}}}, {"Effect": "Deny", "NotAction": "iam:*"}]}',
  )
  const symbols = policySymbols(root)
  expect(symbols.map(({ name, detail }) => [name, detail])).toEqual([
    ['Read', 'Allow s3:Get*'],
    ['Statement 2', 'Deny iam:*'],
  ])
  expect(symbols[0]?.children.at(-1)?.children).toMatchObject([{ name: 'Bool', detail: 'aws:SecureTransport' }])
})
