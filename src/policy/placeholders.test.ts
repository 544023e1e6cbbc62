import { describe, expect, it } from 'vitest'
import { parsePolicy } from './parse-policy'
import { fillPlaceholders, placeholdersIn } from './placeholders'

describe('placeholdersIn', () => {
  it.each([
    ['arn:${AWS::Partition}:s3:::${Data}/${Data}', ['AWS::Partition', 'Data']],
    ['${aws_s3_bucket.b.arn}/${var.x_b_c_}', ['aws_s3_bucket.b.arn', 'var.x_b_c_']],
    ["${aws:username} ${aws:PrincipalTag/team, 'x'} ${cognito-identity.amazonaws.com:sub} ${*} ${?} ${$}", []],
    ['${} ${open', []],
    ['plain', []],
    // The Serverless Framework fills these in; `aws:userid` is IAM’s.
    ['${self:service}-${opt:stage} ${aws:accountId} ${aws:userid}', ['self:service', 'opt:stage', 'aws:accountId']],
  ])('in %s', (text, names) => {
    expect(placeholdersIn(text)).toEqual(names)
  })
})

describe('fillPlaceholders', () => {
  it('puts values in their place and leaves the rest', () => {
    const values = new Map([['AWS::AccountId', '111122223333']])
    expect(fillPlaceholders('arn:aws:iam::${AWS::AccountId}:role/${Name}/${aws:username}', values)).toBe(
      'arn:aws:iam::111122223333:role/${Name}/${aws:username}',
    )
  })
})

describe('parsePolicy', () => {
  it('takes a document with a placeholder for one that cannot be judged, and shows where it stands', () => {
    const text =
      '{"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": "s3:*", "Resource": "${Data.Arn}"}]}'
    const { valid, problems } = parsePolicy(text)
    expect(valid).toBe(false)
    expect(problems.map(({ code, span, data }) => [code, span && text.slice(...span), data['text']])).toEqual([
      ['placeholder-not-filled', '"${Data.Arn}"', '${Data.Arn}'],
    ])
    expect(parsePolicy(text.replace('Data.Arn', 'aws:username')).valid).toBe(true)
  })

  it('finds placeholders in keys and in documents that are no text', () => {
    const document = {
      Statement: { Effect: 'Allow', Action: '*', Resource: '*', Condition: { StringEquals: { '${var.key}': 'x' } } },
    }
    expect(parsePolicy(document).problems.map(({ code }) => code)).toContain('placeholder-not-filled')
  })
})
