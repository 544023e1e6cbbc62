import { describe, expect, it } from 'vitest'
import { pastedCase } from '../../testing/pasted-case'

const codesOf = (paste: string) => pastedCase(paste).answer.causes.map(({ code }) => code)

describe('a cause that the words of the error refute', () => {
  it('is no public access block, where the bucket takes no ACL at all', () => {
    const put = (error: string) => `aws s3api put-object --acl public-read --bucket depot --key a --body a\n${error}`
    const calling = 'when calling the PutObject operation:'
    expect(codesOf(put(`An error occurred (AccessDenied) ${calling} Access Denied`))).toContain('public-acl-blocked')
    expect(
      codesOf(put(`An error occurred (AccessControlListNotSupported) ${calling} The bucket does not allow ACLs`)),
    ).not.toContain('public-acl-blocked')
  })

  it('is no permission of the role, where the task got no connection', () => {
    const stopped = 'ResourceInitializationError: unable to pull secrets or registry auth:'
    expect(
      codesOf(
        `${stopped} There is a connection issue between the task and Amazon ECR. dial tcp 10.0.0.1:443: i/o timeout`,
      ),
    ).not.toContain('task-starts-with-execution-role')
    expect(codesOf(`${stopped} execution resource retrieval failed: AccessDeniedException`)).toContain(
      'task-starts-with-execution-role',
    )
  })
})
