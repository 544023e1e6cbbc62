import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT } from '../draft/draft'
import { takePaste } from '../draft/paste/take-paste'
import { withPolicies } from '../testing/pasted-case'
import { plainText } from '../text/phrase'
import { diagnose } from './diagnose'

const policy = (statement: object) => JSON.stringify({ Version: '2012-10-17', Statement: statement })

describe('a test that no change of the call can meet', () => {
  const FOLDER = policy({
    Effect: 'Allow',
    Action: 's3:ListBucket',
    Resource: 'arn:aws:s3:::wren-share',
    Condition: { StringLike: { 's3:prefix': 'home/*' }, StringEquals: { 's3:delimiter': '/' } },
  })
  const remedyOf = (command: string) => {
    const denied = `$ ${command}\nAn error occurred (AccessDenied) when calling the ListObjectsV2 operation: User: arn:aws:iam::111122223333:user/mara is not authorized to perform: s3:ListBucket on resource: "arn:aws:s3:::wren-share" because no identity-based policy allows the s3:ListBucket action`
    const draft = withPolicies(takePaste(EMPTY_DRAFT, denied).draft, { identity: FOLDER })
    return plainText(diagnose(draft).explanation!.answer.causes[0]!.remedy)
  }

  it('goes where the command lists everything below a prefix: it has no option for a delimiter', () => {
    const says = remedyOf('aws s3 sync s3://wren-share/home/ .')
    expect(says).toContain('Take s3:delimiter out')
    expect(says).not.toContain('--delimiter')
  })

  it('stays where the command takes one', () => {
    expect(remedyOf('aws s3api list-objects-v2 --bucket wren-share --prefix home/')).toContain('--delimiter')
  })
})
