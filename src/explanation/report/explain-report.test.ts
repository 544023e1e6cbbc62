import { describe, expect, it } from 'vitest'
import type { AccessCase } from '../../case/access-case'
import { evaluate } from '../../evaluation/evaluate'
import { explainChecklist } from '../checklist'
import { explain } from '../explain'
import { explainFixes } from '../fixes/explain-fixes'
import { explainNextSteps } from '../steps/next-steps'
import { plain } from '../words'
import { explainReport } from './explain-report'
import { codeBlock, codeSpan, escapeMarkdown } from './markdown'
import { textDiff } from './text-diff'

const accessCase: AccessCase = {
  version: 1,
  error: 'AccessDenied ``` <script>alert(1)</script>',
  request: {
    principal: 'arn:aws:iam::111122223333:user/alice',
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::data/a',
  },
  policies: {
    identity: [
      {
        name: 'read_*policy*',
        document:
          '{\n  "Version": "2012-10-17",\n  "Statement": [\n    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data" }\n  ]\n}',
      },
    ],
  },
}

const situation = { accessCase, evaluation: evaluate(accessCase), denial: null }
const report = explainReport({
  situation,
  explanation: explain(situation.evaluation, accessCase, null),
  fixes: explainFixes(situation),
  steps: explainNextSteps(situation),
})

describe('report', () => {
  it('holds the error, the verdict, the layers, the evidence and the fix', () => {
    expect(report).toMatchInlineSnapshot(`
      "# Why denied?

      Denied because no identity-based policy allows \`s3:GetObject\`: **read\\_\\*policy\\*** allows \`s3:GetObject\`, but only on \`arn:aws:s3:::data\`, the bucket itself, and not on the objects in it, such as \`arn:aws:s3:::data/a\`.

      ## Request

      - Principal: \`arn:aws:iam::111122223333:user/alice\`
      - Action: \`s3:GetObject\`
      - Resource: \`arn:aws:s3:::data/a\`

      ## Error

      \`\`\`\`
      AccessDenied \`\`\` <script>alert(1)</script>
      \`\`\`\`

      ## Layers

      \`\`\`
      One account
        [--] Resource control policies: none attached
        [--] Service control policies: none attached
        [--] VPC endpoint policy: none attached
        [--] Resource-based policy: none attached
        [XX] Identity-based policies: implicit deny ← stopped here
        [--] Permissions boundary: none attached
        [--] Session policies: none attached
      \`\`\`

      ## Why

      - **read\\_\\*policy\\*** names \`arn:aws:s3:::data\`, the bucket itself. This request is for an object in it: \`s3:GetObject\` needs \`arn:aws:s3:::data/*\`. (read\\_\\*policy\\*, line 4) [AWS](https://docs.aws.amazon.com/AmazonS3/latest/userguide/security_iam_service-with-iam.html)

      ## Fixes

      ### Add a statement to **read\\_\\*policy\\*** that allows \`s3:GetObject\` on \`arn:aws:s3:::data/a\`.

      Who can make it: An administrator of the caller’s account.

      The request then passes this gate, and every other: it is allowed.

      It opens this gate to every principal that has this policy, for \`s3:GetObject\` on \`arn:aws:s3:::data/a\`.

      \`\`\`diff
         "Version": "2012-10-17",
         "Statement": [
      -    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data" }
      +    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data" },
      +    {
      +      "Sid": "AllowGetObject",
      +      "Effect": "Allow",
      +      "Action": "s3:GetObject",
      +      "Resource": "arn:aws:s3:::data/a"
      +    }
         ]
       }
      \`\`\`

      "
    `)
  })

  it('is plain where a paste holds Markdown or HTML', () => {
    const outside = report.replace(codeBlock(accessCase.error ?? ''), '')
    expect(outside).not.toContain('<script')
    expect(report).toContain('**read\\_\\*policy\\***')
  })
})

describe('Markdown', () => {
  it.each([
    ['a', '`a`'],
    ['`', '`` ` ``'],
    ['a``b', '```a``b```'],
    ['', '`  `'],
    ['a\nb', '`a b`'],
  ])('code %j', (text, expected) => {
    expect(codeSpan(text)).toBe(expected)
  })

  it('fences code with more backticks than it holds', () => {
    expect(codeBlock('a\n```\nb')).toBe('````\na\n```\nb\n````')
  })

  it('escapes what means something', () => {
    expect(escapeMarkdown('[a](b) <c> *d*')).toBe('\\[a\\](b) \\<c\\> \\*d\\*')
  })

  it('shows what changes with its lines around it', () => {
    expect(textDiff('1\n2\n3\n4\n5', '1\n2\n3\nx\n5')).toBe(' 2\n 3\n-4\n+x\n 5')
    expect(textDiff('', 'a\nb')).toBe('+a\n+b')
  })
})

describe('checklist', () => {
  it('is ticked by what the case shows', () => {
    const open: AccessCase = { ...accessCase, policies: { ...accessCase.policies, otherLayers: 'unknown' } }
    const items = explainChecklist({ accessCase: open, evaluation: evaluate(open), denial: null })
    expect(items.map(({ state, sentence }) => `${state}: ${plain(sentence)}`)).toMatchInlineSnapshot(`
      [
        "done: Who asks: arn:aws:iam::111122223333:user/alice.",
        "done: What for: s3:GetObject.",
        "done: On what: arn:aws:s3:::data/a.",
        "done: Caller and resource belong to one account, so an Allow on either side is enough, with the known exceptions of roles and KMS keys.",
        "blocks: The identity-based policies stop the request.",
        "open: Look at the resource-based policy.",
        "open: Look at the permissions boundary.",
        "notApplicable: The session policies do not apply to this request.",
        "open: Look at the service control policies.",
        "open: Look at the resource control policies.",
        "open: Look at the VPC endpoint policy.",
        "done: No policy within reach tests a condition key.",
      ]
    `)
  })
})
