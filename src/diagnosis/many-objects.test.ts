import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT } from '../draft/draft'
import { takePaste } from '../draft/paste/take-paste'
import { allow, policyText } from '../testing/statements'
import { diagnose } from './diagnose'

const POLICY = policyText(
  allow(['s3:PutObject', 's3:DeleteObject'], 'arn:aws:s3:::garden-site/*'),
  allow('s3:ListBucket', 'arn:aws:s3:::garden-site'),
)
const REFUSED =
  'upload failed: out/roses.html to s3://garden-site/roses.html An error occurred (AccessDenied) when calling the PutObject operation: Access Denied'

const answered = (paste: string) => {
  const { draft } = takePaste(takePaste(EMPTY_DRAFT, paste).draft, POLICY)
  const { judged, explanation } = diagnose(draft)
  return { request: judged?.accessCase.request, answer: explanation?.answer }
}

// A command for many objects names the bucket that holds them; what is refused is a write of one of them.
// https://docs.aws.amazon.com/cli/latest/reference/s3/sync.html
describe('a command of S3 for many objects', () => {
  it.each([
    `$ aws s3 sync out s3://garden-site\n${REFUSED}`,
    `$ aws s3 cp out s3://garden-site --recursive\n${REFUSED}`,
    `${REFUSED}\nmake: *** [deploy] Error 1, it runs: aws s3 sync out s3://garden-site`,
  ])('asks for the object that the tool names, which the policy allows: %s', (paste) => {
    const { request, answer } = answered(paste)
    expect(request?.resource).toBe('arn:aws:s3:::garden-site/roses.html')
    expect(answer).toMatchObject({ basis: 'open', layer: 'none' })
  })

  it('asks for no bucket where no tool names the object', () => {
    const { request, answer } = answered(
      '$ aws s3 sync out s3://garden-site\nAn error occurred (AccessDenied) when calling the PutObject operation: Access Denied',
    )
    expect(request?.resource).not.toBe('arn:aws:s3:::garden-site')
    expect(answer).toMatchObject({ basis: 'open', layer: 'none' })
  })
})

// https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html
describe('what a command asks for by an option', () => {
  const codes = (paste: string) => answered(paste).answer?.causes.map(({ code }) => code) ?? []

  it('is what is refused where the option stands there', () =>
    expect(answered(`$ aws s3 sync out s3://garden-site --acl public-read\n${REFUSED}`).request?.action).toBe(
      's3:PutObjectAcl',
    ))

  it('is none where the command stands there without it', () => {
    const found = codes(`$ aws s3 sync out s3://garden-site\n${REFUSED}`)
    expect(found).not.toContain('s3-object-acl')
    expect(found).not.toContain('s3-object-tags')
  })

  it('can be one where nobody shows the command, or a file holds its options', () => {
    expect(codes(REFUSED)).toContain('s3-object-acl')
    expect(
      codes(
        '$ aws s3api put-object --cli-input-json file://put.json\nAn error occurred (AccessDenied) when calling the PutObject operation: Access Denied',
      ),
    ).toContain('s3-object-acl')
  })
})

// https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html
describe('a copy whose source and target the policy allows', () => {
  const COPY =
    '$ aws s3 cp s3://garden-site/a.html s3://garden-site/b.html\ncopy failed: s3://garden-site/a.html to s3://garden-site/b.html An error occurred (AccessDenied) when calling the CopyObject operation: Access Denied'
  const answerOf = (policy: string) =>
    diagnose(takePaste(takePaste(EMPTY_DRAFT, COPY).draft, policy).draft).explanation?.answer

  it('lacks neither: that it can need more is said below', () => {
    const answer = answerOf(
      policyText(
        allow(['s3:GetObject', 's3:PutObject'], 'arn:aws:s3:::garden-site/*'),
        allow('s3:ListBucket', 'arn:aws:s3:::garden-site'),
      ),
    )
    expect(answer).toMatchObject({ basis: 'open', layer: 'none' })
    expect(answer?.causes.map(({ code }) => code)).toContain('s3-copy-of-tags')
  })

  it('lacks the read where nothing allows it', () => {
    const answer = answerOf(policyText(allow('s3:PutObject', 'arn:aws:s3:::garden-site/*')))
    expect(answer).toMatchObject({ basis: 'likely', layer: 'identity' })
    expect(JSON.stringify(answer?.headline)).toContain('s3:GetObject')
  })
})
