import { describe, expect, it } from 'vitest'
import { pastedCase } from '../../testing/pasted-case'
import { answerFixes } from './answer-fixes'

const policy = (...statements: readonly object[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements.map((one) => ({ Effect: 'Allow', ...one })) })

const READS = [
  { Action: 's3:GetObject', Resource: 'arn:aws:s3:::heron-bk/*' },
  { Action: 's3:ListBucket', Resource: 'arn:aws:s3:::heron-bk' },
]

const reachOf = (paste: string, identity: string) => {
  const { judged, answer } = pastedCase(paste, { identity })
  return answerFixes(judged, answer).flatMap(({ reaches }) =>
    reaches.map(({ actions, resources }) => `${actions.patterns.join()} ${resources.patterns.join()}`),
  )
}

// A tool that says only that something was refused: which action it was, is told by what the policies lack.
describe('a right to write that AWS names no action for', () => {
  const denied = (words: string) =>
    `${words}: AccessDenied: Access Denied\n\tstatus code: 403, request id: 2QW, host id: x1=\n`

  it('is given on any object of the one bucket that the policies name, where the text speaks of writing', () => {
    const given = reachOf(
      `2026/03/14 ERROR : db.dump: ${denied('Failed to copy')}rclone copy /backup s3:heron-bk`,
      policy(...READS),
    )
    expect(given[0]).toBe('s3:PutObject arn:aws:s3:::heron-bk/*')
  })

  it('is given for nothing where no word asks for it', () => {
    const stage =
      "Can't stage file s3://heron-bk/ref/hg38.fa -- reason: Access Denied (Service: Amazon S3; Status Code: 403; Error Code: AccessDenied; Request ID: 0A)"
    expect(reachOf(stage, policy(...READS)).filter((one) => /^s3:(?:Put|Delete)/.test(one))).toEqual([])
  })
})
