import { describe, expect, it } from 'vitest'
import { findSays } from '../facts/situations/find-says'
import { TOLD_BESIDE } from '../facts/situations/shown-beside'
import { SITUATION_ROWS, SITUATIONS, type SituationId } from '../facts/situations/situations'
import { normalise } from './normalise'
import { parseDenials } from './parse-denials'
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

const saidIn = (paste: string): readonly SituationId[] => [
  ...new Set(findSays(normalise(paste, 0, paste.length).text).map(({ id }) => id)),
]

describe('situations in the text of errors', () => {
  it('have a message where each is recognised, and one beside it', () => {
    expect(VECTORS.map(({ id }) => id).toSorted()).toEqual(Object.keys(SITUATIONS).toSorted())
  })

  it.each(VECTORS)('$id is recognised', ({ id, fires }) => {
    expect(situationsOf(fires)).toContain(id)
  })

  it.each(VECTORS.filter(({ id }) => !TOLD_BESIDE.includes(id)))(
    '$id alone says what its message says',
    ({ id, fires }) => {
      expect(saidIn(fires)).toEqual(SITUATIONS[id].says === undefined ? [] : [id])
    },
  )

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

  it('are not in a few lines that are all of a program', () => {
    const lines = 'if (!user.may("admin")) {\n  return answer.status(403).json({ error: "Access denied" });\n}'
    expect(parseDenials(lines)).toEqual([])
    expect(parseDenials(`${lines}\nError: Access denied to KMS key`)).not.toEqual([])
  })
})
