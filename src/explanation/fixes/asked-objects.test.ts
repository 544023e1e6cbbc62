import { describe, expect, it } from 'vitest'
import type { AccessCase } from '../../case/access-case'
import { evaluate } from '../../evaluation/evaluate'
import { remedyOf } from '../../testing/pasted-case'
import { plainText } from '../../text/phrase'
import { askedObjects } from './asked-objects'

const patternOf = (error: string, resource = 'arn:aws:s3:::heron-site/app/js/a.js', action = 's3:PutObject') => {
  const accessCase: AccessCase = {
    version: 1,
    error,
    request: { principal: '', action, resource },
    policies: {},
  }
  return askedObjects({ accessCase, evaluation: evaluate(accessCase), denial: null }, resource, action)
}

describe('the objects that are asked for together', () => {
  it('is the folder that a command copies, of which AWS names the first object that it refused', () => {
    expect(patternOf('aws s3 sync ./dist s3://heron-site/app --delete')).toBe('arn:aws:s3:::heron-site/app/*')
    expect(patternOf('aws s3 cp dist s3://heron-site/app/ --recursive')).toBe('arn:aws:s3:::heron-site/app/*')
    expect(patternOf('aws s3 sync dist s3://heron-site')).toBe('arn:aws:s3:::heron-site/*')
  })

  it('is that of a bucket in a variable too', () => {
    expect(patternOf('aws s3 sync dist "s3://$BUCKET/app"')).toBe('arn:aws:s3:::heron-site/app/*')
  })

  it('is what several failures have in common', () => {
    const failed = ['app/js/a.js', 'app/css/b.css'].map(
      (key) => `upload failed: dist/x to s3://heron-site/${key} An error occurred (AccessDenied)`,
    )
    expect(patternOf(failed.join('\n'))).toBe('arn:aws:s3:::heron-site/app/*')
    expect(patternOf(failed[0]!)).toBeNull()
    // Not the whole bucket, where nothing but the bucket is common to them.
    const apart = failed.join('\n').replace('heron-site/app/css/b.css', 'heron-site/readme.md')
    expect(patternOf(apart)).toBeNull()
  })

  it('is one object where the command copies one, or another place', () => {
    expect(patternOf('aws s3 cp a.js s3://heron-site/app/js/a.js')).toBeNull()
    expect(patternOf('aws s3 sync . s3://heron-other/app')).toBeNull()
    expect(patternOf('aws s3 sync . s3://heron-site/docs')).toBeNull()
  })

  it('is told as such where a fix opens it', () => {
    const error = (command: string) =>
      `${command}\nAn error occurred (AccessDenied) when calling the PutObject operation: User: arn:aws:iam::111122223333:user/jo is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::heron-site/app/js/a.js" because no identity-based policy allows the s3:PutObject action`
    const opens = (command: string) => plainText(remedyOf(error(command), {}).fixes[0]!.opens)
    expect(opens('aws s3 sync dist s3://heron-site/app')).toContain('asks for more objects there than this one')
    expect(opens('aws s3 cp a.js s3://heron-site/app/js/a.js')).not.toContain('more objects')
  })

  it('is nothing of a bucket itself', () => {
    expect(patternOf('aws s3 sync . s3://heron-site', 'arn:aws:s3:::heron-site', 's3:ListBucket')).toBeNull()
  })
})
