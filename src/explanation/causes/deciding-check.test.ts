import { describe, expect, it } from 'vitest'
import { DECIDING_CHECKS, type DecidingCheckId } from '../../knowledge/deciding-checks'
import { plainText } from '../../text/phrase'
import { countWords } from '../words/shorten-fact'
import { DECIDING_CHECK_MESSAGES } from '../../knowledge/messages/deciding-checks'
import { pastedCase, type GivenPolicies } from '../../testing/pasted-case'
import { MOST_WORDS } from '../answer'

const policy = (statement: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Resource: '*', ...statement }] })

const READ =
  '$ aws s3 cp s3://depot-one/a/b.csv .\nfatal error: An error occurred (403) when calling the HeadObject operation: Forbidden'
const TOKEN = 'Error: Could not assume role with OIDC: Not authorized to perform sts:AssumeRoleWithWebIdentity'

const questionOf = (paste: string, given: GivenPolicies = {}) => {
  const { answer } = pastedCase(paste, given)
  return {
    headline: plainText(answer.headline),
    asks: answer.question ? plainText(answer.question.headline) : null,
    means: plainText(answer.question?.sentence ?? []),
    command: answer.question?.command?.bash ?? null,
  }
}

describe('the check that tells causes apart', () => {
  it('comes first where AWS says no more than that it denied a read', () => {
    const { headline, asks, command } = questionOf(READ)
    expect([headline, asks]).toEqual([DECIDING_CHECK_MESSAGES['object-exists'].asks, headline])
    expect(command).toContain('list-objects-v2 --bucket depot-one --prefix a/b.csv')
  })

  it('begins with who called, and asks for the names, where the text has neither', () => {
    const bare = 'An error occurred (AccessDenied) when calling the GetObject operation: Access Denied'
    const { headline, means, command } = questionOf(bare)
    expect(headline).toBe('Check who called, then whether the object exists.')
    expect(countWords(headline)).toBeLessThanOrEqual(MOST_WORDS)
    expect(means).toMatch(
      /^Add the command that failed .* bucket and key\. Run the second command as someone who may list the bucket/,
    )
    expect(command).toBeNull()
  })

  it('says nothing of a missing Allow where the policies given allow the read', () => {
    expect(questionOf(READ).means).toContain('doesn’t allow s3:GetObject')
    const { asks, headline } = questionOf(READ, { identity: policy({ Action: 's3:GetObject' }) })
    expect([asks, headline]).toEqual([null, 'Most likely no identity-based policy allows s3:ListBucket.'])
  })

  it('is no question of an object where the policies given allow to list, since S3 then says that it is missing', () => {
    const { asks, headline } = questionOf(READ, { identity: policy({ Action: 's3:*' }) })
    expect(asks).toBeNull()
    expect(headline).toBe('The caller’s policies you pasted allow s3:GetObject; something else denied it.')
  })

  it('blames no policy for a resource that the text leaves out, where it speaks of what the policy names', () => {
    const bare = 'An error occurred (AccessDenied) when calling the DeleteObject operation: Access Denied'
    const given = { identity: policy({ Action: 's3:DeleteObject', Resource: 'arn:aws:s3:::depot-one/*' }) }
    expect(questionOf(`${bare}\ncache bucket depot-one`, given).headline).toBe(
      'As far as your text shows, the policies you pasted allow s3:DeleteObject.',
    )
    expect(questionOf(bare, given).headline).toBe('Most likely no identity-based policy allows s3:DeleteObject.')
  })

  it('is none where the policies given show what is missing, or AWS says it', () => {
    expect(questionOf(READ, { identity: policy({ Action: 'sqs:*' }) }).asks).toBeNull()
    const said =
      'User: arn:aws:iam::111122223333:user/maya is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::depot-one/a because no identity-based policy allows the s3:GetObject action'
    expect(questionOf(said).asks).toBeNull()
  })

  it('prints the subject of a token, unless the text shows it', () => {
    const unsaid = 'Not authorized to perform sts:AssumeRoleWithWebIdentity'
    expect(questionOf(unsaid).asks).toBe(DECIDING_CHECK_MESSAGES['token-claims'].asks.replaceAll('`', ''))
    // GitHub's action has words of its own, and its job can print the token.
    expect(questionOf(TOKEN).asks).toBe(DECIDING_CHECK_MESSAGES['token-of-github'].asks.replaceAll('`', ''))
    expect(questionOf(TOKEN).command).toContain('ACTIONS_ID_TOKEN_REQUEST_URL')
    expect(questionOf(`${TOKEN}\nsub: repo:octo-example/site:pull_request`).asks).toBeNull()
  })

  it('asks which check of a launch was refused, or decodes the message that says it', () => {
    const launch =
      'An error occurred (UnauthorizedOperation) when calling the RunInstances operation: You are not authorized to perform this operation.'
    expect(questionOf(launch)).toMatchObject({
      asks: DECIDING_CHECK_MESSAGES['launch-of-instances'].asks,
      command: expect.stringContaining('AttributeValue=RunInstances') as string,
    })
    const whole = `${launch} Encoded authorization failure message: ${'0Ab9'.repeat(50)}`
    expect(questionOf(whole).asks).toBe(DECIDING_CHECK_MESSAGES['encoded-message'].asks)
    expect(questionOf(launch, { identity: policy({ Action: 'sqs:*' }) }).asks).toBeNull()
  })

  // https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html
  it('looks at the whole role where a service can’t assume it, since it says so of a role that is not there or new too', () => {
    const paste =
      'Error: creating Kinesis Firehose Delivery Stream: InvalidArgumentException: Firehose is unable to assume role arn:aws:iam::111122223333:role/to-lake. Please check the role provided.'
    const { headline, means, command } = questionOf(paste)
    expect(headline).toBe('firehose.amazonaws.com can’t assume to-lake.')
    expect(means).toMatch(/trust policy must let firehose.amazonaws.com .* made or changed moments ago/)
    expect(command).toBe('aws iam get-role --role-name to-lake --output json')
    const trust = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
    })
    expect(questionOf(paste, { resource: trust }).asks).toBeNull()
  })

  it('has a headline of few words, and outcomes', () => {
    for (const id of Object.keys(DECIDING_CHECKS) as DecidingCheckId[]) {
      expect(countWords(DECIDING_CHECK_MESSAGES[id].asks)).toBeLessThanOrEqual(MOST_WORDS)
      expect(DECIDING_CHECK_MESSAGES[id].outcomes.length).toBeGreaterThan(1)
    }
  })
})

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html
it('is not asked where the text itself shows the cause', () => {
  const { asks, headline } = questionOf(
    `${READ}\nWhat our own jobs wrote reads fine, only the files that the partner delivers fail; the role has s3:* on it.`,
  )
  expect(asks).toBeNull()
  expect(headline).toContain('belongs to the account that wrote it')
})
