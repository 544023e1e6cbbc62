import { describe, expect, it } from 'vitest'
import { evaluate } from '../../evaluation/evaluate'
import type { AccessCase } from '../../case/access-case'
import type { JudgedCase } from '../judged-case'
import { correctedCalls, correctedListing } from './corrected-call'

const judgedOf = (error: string, action: string): JudgedCase => {
  const accessCase: AccessCase = {
    version: 1,
    request: { principal: 'arn:aws:iam::111122223333:user/ana', action, resource: '*' },
    policies: { otherLayers: 'none' },
    error,
  }
  return { accessCase, evaluation: evaluate(accessCase), denial: null }
}

const callOf = (error: string, option: string, value: string | null, action = 'ssm:PutParameter') =>
  correctedCalls(judgedOf(error, action), option, [value])[0]?.bash

const PUT = 'aws ssm put-parameter --name /web/flags --value "on and off" --type String --overwrite'

describe('the command of a text, put right', () => {
  it.each<[string, string, string | null, string]>([
    [
      `$ ${PUT}\n\nAn error occurred`,
      '--overwrite',
      null,
      "aws ssm put-parameter --name /web/flags --value 'on and off' --type String",
    ],
    [
      PUT,
      '--type',
      'SecureString',
      "aws ssm put-parameter --name /web/flags --value 'on and off' --type SecureString --overwrite",
    ],
    [
      'aws ssm put-parameter \\\n  --name=/a \\\n  --type String',
      '--name',
      '/b',
      'aws ssm put-parameter --name /b --type String',
    ],
  ])('%j', (text, option, value, command) => {
    expect(callOf(text, option, value)).toBe(command)
  })

  it.each([
    ['is of another call', 'aws ssm get-parameter --name /a --overwrite'],
    ['does not have the option', 'aws ssm put-parameter --name /a'],
    ['has what the shell fills in', 'aws ssm put-parameter --name "$NAME" --overwrite'],
    ['runs another command', 'aws ssm put-parameter --name $(cat name) --overwrite'],
    ['has what is left out', 'aws ssm put-parameter --name /a/... --overwrite'],
    ['is one of two', `${PUT}\naws ssm put-parameter --name /b --overwrite`],
    ['has a secret', 'aws ssm put-parameter --name /a --client-secret abc --overwrite'],
  ])('is not shown where it %s', (_, text) => {
    expect(callOf(text, '--overwrite', null)).toBeUndefined()
  })

  it('takes no option with several values', () => {
    expect(callOf('aws ssm put-parameter --tags a b --name /a', '--tags', null)).toBeUndefined()
  })
})

describe('the listing of a text, with another prefix', () => {
  const listing = (text: string) => correctedListing(judgedOf(text, 's3:ListBucket'), ['team-4/'])[0]?.bash

  it('keeps the bucket and the options', () => {
    expect(listing('$ aws s3 ls s3://shared-lake/team-4 --recursive\n\nAn error occurred')).toBe(
      'aws s3 ls s3://shared-lake/team-4/ --recursive',
    )
    expect(listing('$ aws s3 ls s3://shared-lake')).toBe('aws s3 ls s3://shared-lake/team-4/')
    expect(listing('aws s3 cp a.csv s3://shared-lake/team-4/a.csv\naws s3 ls s3://shared-lake')).toContain('/team-4/')
  })

  it.each([
    ['copies', 'aws s3 cp s3://shared-lake/team-4/a.csv .'],
    ['lists the buckets', 'aws s3 ls'],
    ['lists what the shell fills in', 'aws s3 ls "s3://$BUCKET/team-4"'],
  ])('is none where the command %s', (_, text) => {
    expect(listing(text)).toBeUndefined()
  })
})
