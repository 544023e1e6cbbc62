import { describe, expect, it } from 'vitest'
import { applyEdits } from '../../text/text-edit'
import { answerFixes } from './answer-fixes'
import { pastedCase } from '../../testing/pasted-case'
import { plainText } from '../../text/phrase'
import { nameMasks, withNamedBlanks } from './name-masks'

describe('a mask of asterisks, which AWS would take for wildcards', () => {
  it.each([
    ['arn:aws:s3:::***/build/app.zip', 'arn:aws:s3:::<bucket>/build/app.zip'],
    ['arn:aws:s3:::shop-**/**', 'arn:aws:s3:::shop-<bucket>/<key>'],
    ['arn:aws:iam::****:role/ops/***', 'arn:aws:iam::<account>:role/ops/<role>'],
    ['arn:aws:dynamodb:**:***:table/***', 'arn:aws:dynamodb:<region>:<account>:table/<table>'],
    ['arn:aws:sqs:eu-west-1:111122223333:???', 'arn:aws:sqs:eu-west-1:111122223333:<name>'],
    ['***', '<value>'],
    ['arn:aws:iam::111122223333:role/...', 'arn:aws:iam::111122223333:role/<role>'],
    ['arn:aws:iam::111122223333:role/app-…-task', 'arn:aws:iam::111122223333:role/app-<role>-task'],
    ['arn:aws:sqs:eu-west-1:*4***9:jobs', 'arn:aws:sqs:eu-west-1:<account>:jobs'],
  ])('is a named blank in a policy: %s', (value, named) => {
    expect(nameMasks(value)).toBe(named)
  })

  it.each(['arn:aws:ec2:eu-west-1:111122223333:vpc/*', 'arn:aws:s3:::shop/*', '<REDACTED>', 'arn:aws:s3:::a?c/x'])(
    'is none in a value whose wildcard is its own, or that has another mask: %s',
    (value) => {
      expect(nameMasks(value)).toBe(value)
    },
  )

  it('does not open other buckets with the statement that is offered', () => {
    const { judged, answer } = pastedCase(
      'User: arn:aws:iam::***:user/dana is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::***/a.csv" because no identity-based policy allows the s3:GetObject action',
    )
    const [fix] = answerFixes(judged, answer)
    expect(fix?.statement).toMatchObject({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::<bucket>/a.csv' })
    expect(JSON.parse(fix!.changes[0]!.after)).toMatchObject({ Statement: [fix!.statement] })
    expect(fix!.changes[0]!.edit.text).not.toContain('**')
    expect(plainText(fix!.proof)).toMatch(/^Fill in <bucket> first: the error doesn’t show it\. /)
  })

  it('stays in what the reader wrote', () => {
    const { judged, answer } = pastedCase(
      'User: arn:aws:iam::111122223333:user/dana is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::b/a.csv" because no identity-based policy allows the s3:GetObject action',
    )
    const [fix] = answerFixes(judged, answer)
    const [change] = fix!.changes
    const before = '{"Resource":["arn:aws:s3:::***"]}'
    const after = '{"Resource":["arn:aws:s3:::***","arn:aws:s3:::**/x"]}'
    const [named] = withNamedBlanks({ ...fix!, changes: [{ ...change!, before, after }] }).changes
    expect(named!.after).toBe('{"Resource":["arn:aws:s3:::***","arn:aws:s3:::<bucket>/x"]}')
    expect(applyEdits(before, [named!.edit])).toBe(named!.after)
  })

  it.each([
    ['arn:aws:iam::*:role/team/*Ops_*', 'arn:aws:iam::*:role/team/*Ops_*'],
    ['arn:aws:iam::*:role/team/Builders', 'arn:aws:iam::<account>:role/team/Builders'],
  ])('is no mask where the policy names the same role in every account by its sessions: %s', (written, meant) => {
    const { judged, answer } = pastedCase(
      'User: arn:aws:iam::111122223333:user/dana is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::b/a.csv" because no identity-based policy allows the s3:GetObject action',
    )
    const [fix] = answerFixes(judged, answer)
    const [change] = fix!.changes
    const before = '{"aws:PrincipalArn":"arn:aws:sts::*:assumed-role/Ops_*/*"}'
    const [named] = withNamedBlanks({
      ...fix!,
      changes: [{ ...change!, before, after: `{"aws:PrincipalArn":"${written}"}` }],
    }).changes
    expect(named!.after).toBe(`{"aws:PrincipalArn":"${meant}"}`)
  })

  it('is named beside a text that is no JSON, which stays as it was written', () => {
    const { judged, answer } = pastedCase(
      'User: arn:aws:iam::111122223333:user/dana is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::b/a.csv" because no identity-based policy allows the s3:GetObject action',
    )
    const [fix] = answerFixes(judged, answer)
    const [change] = fix!.changes
    const broken = '{"Sid":"a \\x line\n","Resource":['
    const [named] = withNamedBlanks({
      ...fix!,
      changes: [{ ...change!, before: `${broken}]}`, after: `${broken}"arn:aws:s3:::**/x"]}` }],
    }).changes
    expect(named!.after).toBe(`${broken}"arn:aws:s3:::<bucket>/x"]}`)
  })

  it('leaves the least statement the least, beside a policy of the same layer', () => {
    const { judged, answer } = pastedCase(
      `User: arn:aws:sts::***:assumed-role/***/s is not authorized to perform: secretsmanager:GetSecretValue on resource: arn:aws:secretsmanager:eu-west-1:***:secret:db-*** because no identity-based policy allows the secretsmanager:GetSecretValue action

policy:
{ "Effect": "Allow", "Action": ["secretsmanager:DescribeSecret"], "Resource": "*" },`,
    )
    const least = answerFixes(judged, answer).find((fix) => fix.least)
    expect(least?.statement?.Resource).toBe('arn:aws:secretsmanager:eu-west-1:<account>:secret:db-<secret>')
    expect(plainText(least!.proof)).toMatch(/^Fill in <account> and <secret> first: the error doesn’t show /)
  })
})
