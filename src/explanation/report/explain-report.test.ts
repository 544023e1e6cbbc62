import { describe, expect, it } from 'vitest'
import type { AccessCase } from '../../case/access-case'
import { evaluate } from '../../evaluation/evaluate'
import { explainChecklist } from '../steps/checklist'
import { explain } from '../explain'
import { plainText } from '../../text/phrase'
import { explainReport } from './explain-report'
import { codeBlock, codeSpan, escapeMarkdown } from './markdown'
import { reportParts } from './report-parts'
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

const reportOf = (one: AccessCase): string => {
  const asked = { accessCase: one, evaluation: evaluate(one), denial: null }
  const parts = reportParts(asked, explain({ evaluation: asked.evaluation, accessCase: one, denial: null }))
  return parts === null ? '' : explainReport(parts)
}
const report = reportOf(accessCase)

describe('report', () => {
  it('holds the error, the verdict, the layers, the evidence and the fix', () => {
    expect(report).toMatchInlineSnapshot(`
      "# Why denied?

      No identity-based policy of \`alice\` allows \`s3:GetObject\`.

      **read\\_\\*policy\\*** allows \`s3:GetObject\`, but only on \`arn:aws:s3:::data\`, the bucket itself, not on its objects, for example \`arn:aws:s3:::data/a\`.

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
        [--] RCPs: none attached
        [--] SCPs: none attached
        [--] VPC endpoint policy: none attached
        [--] Resource-based policy: none attached
        [XX] Identity-based policies: implicit deny ← stopped here
        [--] Permissions boundary: none attached
        [--] Session policies: none attached
      \`\`\`

      ## Why

      - **read\\_\\*policy\\*** names \`arn:aws:s3:::data\`, the bucket itself. This request is for an object in it: \`s3:GetObject\` needs \`arn:aws:s3:::data/*\`. (read\\_\\*policy\\*, line 4) [AWS](https://docs.aws.amazon.com/AmazonS3/latest/userguide/security_iam_service-with-iam.html)

      ## Fixes

      ### Correct the resource of the closest statement in **read\\_\\*policy\\***: \`arn:aws:s3:::data/*\`.

      Who can make it: An administrator of the caller’s account.

      The request then passes every layer: it is allowed.

      Opens more than this request. Everyone this policy is attached to will be able to call \`s3:GetObject\` on \`arn:aws:s3:::data/*\`.

      \`\`\`diff
         "Version": "2012-10-17",
         "Statement": [
      -    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data" }
      +    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*" }
         ]
       }
      \`\`\`

      "
    `)
  })

  it('carries the title, the link, the statement that denies with its line, and the date of the data', () => {
    const guard = JSON.stringify(
      {
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Action: '*', Resource: '*' },
          { Sid: 'NoData', Effect: 'Deny', Action: 's3:*', Resource: 'arn:aws:s3:::data/*' },
        ],
      },
      null,
      2,
    )
    const denied = { ...accessCase, policies: { identity: [{ name: 'guard', document: guard }] } }
    const asked = { accessCase: denied, evaluation: evaluate(denied), denial: null }
    const parts = reportParts(asked, explain({ evaluation: asked.evaluation, accessCase: denied, denial: null }))
    const about = { title: 'Friday [draft]', link: 'https://app.test/#1/abc', dataDate: '2026-09-26' }
    const text = parts === null ? '' : explainReport(parts, about)
    expect(text).toMatch(/^# Friday \\\[draft\\\]\n/)
    expect(text).toMatch(
      /\[Open this case\]\(https:\/\/app\.test\/#1\/abc\) · \[What this means\]\(https:\/\/app\.test\/#\/why\/[\w-]+\)\n/,
    )
    expect(report).not.toContain('What this means')
    expect(text).toContain(
      '## The statement that denies\n\nguard, line 9:\n\n```json\n{\n  "Sid": "NoData",\n  "Effect": "Deny",\n',
    )
    expect(text).toContain('reference of 2026-09-26.')
    // Where nothing denies, no statement is shown for it.
    expect(report).not.toContain('The statement that denies')
  })

  it('is plain where a paste holds Markdown or HTML', () => {
    const outside = report.replace(codeBlock(accessCase.error ?? ''), '')
    expect(outside).not.toContain('<script')
    expect(report).toContain('**read\\_\\*policy\\***')
  })
})

describe('report of a call with further checks', () => {
  const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1234'
  const allow = (...actions: readonly string[]) => ({
    name: 'read',
    document: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }] },
  })
  const keyPolicy = {
    name: 'key policy',
    document: JSON.stringify(
      {
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'Admins',
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::111122223333:role/keys' },
            Action: 'kms:*',
            Resource: '*',
          },
        ],
      },
      null,
      2,
    ),
  }
  const call: AccessCase = {
    version: 1,
    request: accessCase.request,
    policies: { identity: [allow('s3:GetObject', 'kms:Decrypt')] },
    facts: {
      kmsGrants: [{ grantee: 'arn:aws:iam::111122223333:role/`x`', operations: ['Encrypt', 'Decrypt'] }],
      s3ObjectOwner: '111122223333',
    },
    linked: [{ action: 'kms:Decrypt', resource: KEY, policy: keyPolicy }],
  }
  const whole = reportOf(call)

  it('has the worst verdict on top, and each check with its layers, evidence and fix', () => {
    expect(whole).toMatchInlineSnapshot(`
      "# Why denied?

      The key policy of \`1234\` does not allow \`kms:Decrypt\`.

      **Key policy** (statement \`Admins\`) names \`arn:aws:iam::111122223333:role/keys\`, not \`arn:aws:iam::111122223333:user/alice\`.

      ## Checks of this call

      This call needs 2 checks. One denial ends the call.

      1. \`s3:GetObject\` on \`arn:aws:s3:::data/a\`: **allowed**
      2. \`kms:Decrypt\` on \`arn:aws:kms:eu-west-1:111122223333:key/1234\`: **not allowed by the key policy**

      ## Request

      - Principal: \`arn:aws:iam::111122223333:user/alice\`
      - Action: \`s3:GetObject\`
      - Resource: \`arn:aws:s3:::data/a\`

      ## Account facts

      - Grants on the KMS key: \`\`arn:aws:iam::111122223333:role/\`x\`: Encrypt, Decrypt\`\`
      - Account that owns the object: \`111122223333\`

      ## 2. \`kms:Decrypt\` on \`arn:aws:kms:eu-west-1:111122223333:key/1234\`

      ### Layers

      \`\`\`
      One account
        [--] RCPs: none attached
        [--] SCPs: none attached
        [--] VPC endpoint policy: none attached
        [XX] Resource-based policy: implicit deny ← stopped here
        [ok] Identity-based policies: allows
        [--] Permissions boundary: none attached
        [--] Session policies: none attached
      \`\`\`

      ### Why

      - The key policy has no statement for \`arn:aws:iam::111122223333:root\`, so identity-based policies have no effect on this key. The key policy itself must allow the caller or the account. (key policy, line 4) [AWS](https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html)
      - **key policy** (statement \`Admins\`) names \`arn:aws:iam::111122223333:role/keys\`, not \`arn:aws:iam::111122223333:user/alice\`. (key policy, line 8) [AWS](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html)

      ### Fixes

      #### Add a statement to **key policy** that allows \`kms:Decrypt\` on this resource.

      Who can make it: The owner of the resource.

      The request then passes every layer: it is allowed.

      Opens exactly this request, in every session, without conditions.

      \`\`\`diff
             "Action": "kms:*",
             "Resource": "*"
      +    },
      +    {
      +      "Sid": "AllowDecrypt",
      +      "Effect": "Allow",
      +      "Principal": {
      +        "AWS": "arn:aws:iam::111122223333:user/alice"
      +      },
      +      "Action": "kms:Decrypt",
      +      "Resource": "*"
           }
         ]
      \`\`\`


      ## 1. \`s3:GetObject\` on \`arn:aws:s3:::data/a\`

      The policies you pasted **allow** \`s3:GetObject\`.

      **Allowed**: **read** allows \`s3:GetObject\`, and nothing denies it.
      "
    `)
  })

  it('asks for what all checks need once', () => {
    const open = reportOf({
      ...call,
      policies: { otherLayers: 'unknown' },
      linked: [{ action: 'kms:Decrypt', resource: KEY }],
    })
    expect(open.split('list-attached-user-policies')).toHaveLength(2)
    expect(open).toContain('get-key-policy')
    expect(open).toContain('get-bucket-policy')
  })

  it('calls nothing allowed while a check is not judged', () => {
    const open = reportOf({ ...call, linked: [{ action: 'kms:Decrypt', resource: '' }] })
    expect(open.split('\n')[2]).toBe(
      '**It depends** on `kms:Decrypt`, which isn’t evaluated yet: its resource is missing.',
    )
    expect(open).toContain('2. `kms:Decrypt`: **not evaluated yet: enter its resource**')
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
    expect(items.map(({ state, sentence }) => `${state}: ${plainText(sentence)}`)).toMatchInlineSnapshot(`
      [
        "done: Caller: arn:aws:iam::111122223333:user/alice.",
        "done: Action: s3:GetObject.",
        "done: Resource: arn:aws:s3:::data/a.",
        "done: The caller and the resource are in one account, so an Allow on either side is enough. Role trust and KMS keys are exceptions.",
        "blocks: The identity-based policies block the request.",
        "open: Check the resource-based policy.",
        "open: Check the permissions boundary.",
        "notApplicable: The session policies don’t apply to this request.",
        "open: Check the SCPs.",
        "open: Check the RCPs.",
        "open: Check the VPC endpoint policy.",
        "done: No policy you pasted tests a condition key.",
      ]
    `)
  })

  it('says nothing of accounts and keys that nobody named', () => {
    const bare: AccessCase = {
      version: 1,
      request: { principal: '', action: '', resource: '' },
      policies: { otherLayers: 'unknown' },
    }
    const items = explainChecklist({ accessCase: bare, evaluation: evaluate(bare), denial: null })
    expect(items.filter(({ state }) => state === 'done')).toEqual([])
    expect(items.find(({ code }) => code === 'accounts')?.state).toBe('open')
  })
})
