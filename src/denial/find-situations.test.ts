import { describe, expect, it } from 'vitest'
import { exampleOfShape } from '../facts/situations/example-of-shape'
import { findSays } from '../facts/situations/find-says'
import { SITUATION_ROWS, SITUATIONS, type SituationId } from '../facts/situations/situations'
import { undressed } from '../medium/plain-text'
import { normalise } from './normalise'
import { parseDenials } from './parse-denials'
import { findSituationSentences } from './situation-sentences'
import { vectorsIn } from '../testing/read-vectors'

interface Vector {
  readonly id: SituationId
  /** An error that is of the situation. */
  readonly fires: string
  /** One beside it that is not: most often another error of the same call. */
  readonly silent: string
}

const VECTORS = vectorsIn<Vector>('facts/situations/vectors')

/** What an error is taken for; one that is no denial and of no situation has the advice for any other. */
const situationsOf = (paste: string): readonly (SituationId | null)[] =>
  parseDenials(paste).map(({ situation, kind }) => situation ?? (kind === 'not-authorization' ? 'other-error' : null))

/** The situations whose sentences a paste holds. */
function saidIn(paste: string): ReadonlySet<SituationId | undefined> {
  const { denials, others } = findSituationSentences(normalise(undressed(paste).untimed).text)
  return new Set([...denials, ...others].map(({ situation }) => situation))
}

/** An error for each sentence of each row, with the first of what the row asks for beside it. */
const SENTENCES = SITUATION_ROWS.flatMap(([id, row]) =>
  (row.says ?? []).map((says) => {
    const error = exampleOfShape({ ...row, says: [says] }) ?? ''
    return { id, says, error: row.isOfTwoRegions ? `${error} (eu-west-1, us-east-1)` : error }
  }),
)

describe('situations in the text of errors', () => {
  it('have a message where each is recognised, and one beside it', () => {
    expect(VECTORS.map(({ id }) => id).toSorted()).toEqual(Object.keys(SITUATIONS).toSorted())
  })

  it.each(VECTORS)('$id is recognised', ({ id, fires }) => {
    expect(situationsOf(fires)).toContain(id)
  })

  it.each(VECTORS)('$id alone says what its message says', ({ id, fires }) => {
    const said = saidIn(fires)
    expect([...said].filter((one) => one !== id)).toEqual([])
    expect(said.has(id) || SITUATIONS[id].says === undefined).toBe(true)
  })

  it('are told apart: each sentence is that of its own row', () => {
    const lost = SENTENCES.flatMap(({ id, says, error }) => {
      const told = findSays(error).map((one) => one.id)
      return told.includes(id) ? [] : [`${id} is told as ${told.join()}: ${says}`]
    })
    expect(lost).toEqual([])
  })

  it.each(VECTORS)('$id is not recognised beside it', ({ id, silent }) => {
    expect(situationsOf(silent)).not.toContain(id)
  })

  it('have codes that mean one situation each', () => {
    const codes = SITUATION_ROWS.flatMap(([, { codes: all = [] }]) => all)
    expect(codes.filter((code, i) => codes.indexOf(code) !== i)).toEqual([])
  })

  it('leave it open whether a policy decides, where an answer with 403 forbids', () => {
    const answer = (words: string, status: number) =>
      `com.amazonaws.services.glue.model.AWSGlueException: ${words} (Service: AWSGlue; Status Code: ${status}; Error Code: null; Request ID: null)`
    expect(situationsOf(answer('Request forbidden by the rules of this endpoint.', 403))).toEqual(['perhaps-denied'])
    expect(situationsOf(answer('Request too long.', 400))).toEqual(['other-error'])
  })

  it('ask for nothing where a service’s role was refused, by what was called to look into it', () => {
    const [denial] = parseDenials(
      'Failed to authorize instance profile arn:aws:iam::111122223333:instance-profile/teal.\n$ aws iam get-instance-profile --instance-profile-name teal',
    )
    expect(denial?.inferred.action).toBeUndefined()
    const [called] = parseDenials('$ aws iam get-instance-profile --instance-profile-name teal\nAccessDenied')
    expect(called?.inferred.action).toBe('iam:GetInstanceProfile')
  })

  it('are what the service says, and not what somebody asks about it', () => {
    const error =
      'Error: updating Redshift Serverless Namespace (teal): ValidationException: The list of customer IAM roles must contain the default IAM role.\n\n  with module.teal,\n  on a.tf line 1:\n  1: default_iam_role_arn = "arn:aws:iam::111122223333:role/teal"\n'
    expect(situationsOf(`${error}is my deploy role missing iam:PassRole?`)).toEqual(['warehouse-default-role'])
    expect(situationsOf('Error: my deploy role is missing iam:PassRole')).toEqual(['service-role-lacks'])
  })

  it('are in an error as Node prints it, and not in the lines of a program that has the same words', () => {
    const printed = (key: string) =>
      `{\n  ${key}: { httpStatusCode: 200, attempts: 1 },\n  FailedResourcesMap: {\n    'arn:aws:elasticache:eu-west-1:111122223333:cluster:teal': {\n      ErrorCode: 'InvalidClusterState',\n      ErrorMessage: 'Cluster not in available state to perform tagging operations.',\n      StatusCode: 400\n    }\n  }\n}`
    expect(situationsOf(printed(`'$metadata'`))).toEqual(['tagging-while-created'])
  })

  it.each([
    [
      'The certificate authority is pending deletion.',
      'IssueCertificate',
      'InvalidStateException',
      'not-in-that-state',
    ],
    ['HMAC verification failed', 'VerifyMac', 'KMSInvalidMacException', 'invalid-request'],
    [
      'The authorization header is malformed; a non-empty Access Key (AKID) must be provided in the credential.',
      'ListObjects',
      'AuthorizationHeaderMalformed',
      'request-signature',
    ],
    [
      "The authorization header is malformed; the region 'us-east-1' is wrong; expecting 'eu-west-1'",
      'ListObjects',
      'AuthorizationHeaderMalformed',
      'wrong-region',
    ],
    [
      'The ID Token provided has been rejected by the IdP.',
      'AssumeRoleWithWebIdentity',
      'IDPRejectedClaim',
      'identity-token-invalid',
    ],
    [
      'Unauthorized attempt to access restricted resource',
      'CopySnapshot',
      'AuthFailure',
      'resource-of-another-account',
    ],
    [
      'Signature expired: 20260101T000000Z is now earlier than 20260101T001000Z (20260101T001500Z - 5 min.)',
      'ListTables',
      'InvalidSignatureException',
      'clock-skew',
    ],
  ])('are told by what the error says where a code or its words are of several: %s', (words, operation, code, id) => {
    expect(situationsOf(`An error occurred (${code}) when calling the ${operation} operation: ${words}`)).toEqual([id])
  })

  it('take a role that could not be found for one that is not there, not for one that lacks a permission', () => {
    expect(situationsOf('The execution role arn:aws:iam::111122223333:role/teal could not be found')).toEqual([
      'named-role-missing',
    ])
  })

  it('are not in a few lines that are all of a program', () => {
    const lines = 'if (!user.may("admin")) {\n  return answer.status(403).json({ error: "Access denied" });\n}'
    expect(parseDenials(lines)).toEqual([])
    expect(parseDenials(`${lines}\nError: Access denied to KMS key`)).not.toEqual([])
  })

  it('takes a role that is newer than the function’s settings for another one than the grant was made for', () => {
    const printed = (made: string, key: string) =>
      `Lambda was unable to decrypt the environment variables because KMS access was denied\n$ aws lambda get-function-configuration --query '[LastModified,KMSKeyArn]'\n[\n  "2024-03-01T10:00:00.000+0000",\n  ${key}\n]\n$ aws iam get-role --query Role.CreateDate\n"${made}"`
    expect(situationsOf(printed('2024-05-01T10:00:00+00:00', 'null'))).toContain('function-grant-of-old-role')
    expect(situationsOf(printed('2023-05-01T10:00:00+00:00', 'null'))).not.toContain('function-grant-of-old-role')
    const own = '"arn:aws:kms:eu-west-1:111122223333:key/1"'
    expect(situationsOf(printed('2024-05-01T10:00:00+00:00', own))).not.toContain('function-grant-of-old-role')
    const told = (text: string) =>
      situationsOf(
        `Lambda was unable to decrypt the environment variables because KMS access was denied\n${text}`,
      ).includes('function-grant-of-old-role')
    expect(['no custom key on it', 'it uses the default key', 'just the default AWS key'].map(told)).toEqual([
      true,
      true,
      true,
    ])
    expect(['it uses our own key, not the default one', 'no access to the KMS key'].map(told)).toEqual([false, false])
  })

  it('takes a bucket policy that is the same where it works for one that is right, where a key of its own is told', () => {
    const status =
      '"LogDestinationType": "s3", "DeliverLogsStatus": "FAILED", "DeliverLogsErrorMessage": "Access error"'
    const same = `${status}\nOur bucket policy is the same as in staging, where it works.`
    expect(situationsOf(`${same} Only the encryption key of the bucket is another one.`)).toContain('flow-logs-key')
    expect(situationsOf(same)).not.toContain('flow-logs-key')
  })
})
