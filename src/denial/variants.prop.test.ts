import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Denial } from './denial'
import { undressed } from '../medium/plain-text'
import { normalise } from './normalise'
import { parseDenials } from './parse-denials'

const RUNS = { numRuns: 80 }

const ACCOUNT = '111122223333'
const name = fc.stringMatching(/^[a-z][a-z\d]{2,11}$/)

interface Parts {
  readonly principal: string
  readonly action: string
  readonly resource: string
  readonly reason: string
}

/** Requests as AWS's sentences name them. */
const parts: fc.Arbitrary<Parts> = fc
  .record({
    who: fc.constantFrom(
      'sts::ID:assumed-role/NAME/i-0ab1',
      'iam::ID:user/NAME',
      'sts::ID:assumed-role/NAME-role/NAME',
    ),
    what: fc.constantFrom(
      ['s3:GetObject', 'arn:aws:s3:::NAME/in/k.txt'],
      ['sqs:SendMessage', 'arn:aws:sqs:eu-west-1:ID:NAME'],
      ['ssm:GetParameter', 'arn:aws:ssm:eu-west-1:ID:parameter/NAME/db'],
      ['iam:PassRole', 'arn:aws:iam::ID:role/NAME'],
      ['ec2:RunInstances', 'arn:aws:ec2:eu-west-1:ID:instance/*'],
    ),
    why: fc.constantFrom(
      '',
      ' because no identity-based policy allows the ACTION action',
      ' because no VPC endpoint policy allows the ACTION action',
      ' with an explicit deny in a service control policy',
      ' with an explicit deny in a resource-based policy',
    ),
    user: name,
    on: name,
  })
  .map(({ who, what: [action = '', resource = ''], why, user, on }) => ({
    principal: `arn:aws:${who.replaceAll('NAME', user)}`,
    action,
    resource: resource.replaceAll('NAME', on),
    reason: why.replace('ACTION', action),
  }))

/** What tools write round the sentence. */
const WRAPPED: readonly ((sentence: string) => string)[] = [
  (sentence) => sentence,
  (sentence) => `AccessDeniedException: ${sentence}`,
  (sentence) => `An error occurred (AccessDenied) when calling the Whatever operation: ${sentence}`,
  (sentence) =>
    `Error: reading it: operation error Whatever: DoIt, https response error StatusCode: 403, RequestID: 0a1b, api error AccessDenied: ${sentence}`,
  (sentence) =>
    `${sentence} (Service: Whatever, Status Code: 403, Request ID: 0a1b2c3d-0000-4000-8000-0a1b2c3d4e5f) (SDK Attempt Count: 1)`,
  (sentence) => `Resource handler returned message: "${sentence}" (RequestToken: 9f, HandlerErrorCode: AccessDenied)`,
]

const lines = (text: string, prefix: (i: number) => string): string =>
  text
    .split('\n')
    .map((line, i) => prefix(i) + line)
    .join('\n')

/** Breaks the text at blanks, no line longer than `width` unless a word is. */
function wrap(text: string, width: number): string {
  const out: string[] = ['']
  for (const word of text.split(' ')) {
    const last = out.at(-1) ?? ''
    if (last !== '' && last.length + 1 + word.length > width) out.push(word)
    else out[out.length - 1] = last === '' ? word : `${last} ${word}`
  }
  return out.join('\n')
}

/** What a medium does to a text without changing what it says. */
const MEDIA: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'wrapped at 72': (text) => wrap(text, 72),
  'in a box of Terraform': (text) => `╷\n${lines(wrap(text, 90), () => '│ ')}\n│\n│   with x.y,\n╵`,
  'quoted in a mail': (text) => lines(wrap(text, 78), () => '> '),
  'in a log of containers': (text) => lines(`${text}\nbye`, () => 'api-1  | '),
  'with timestamps': (text) => lines(`${text}\ndone`, (i) => `2026-02-03T04:05:0${i % 10}.123Z `),
  numbered: (text) => lines(`hello\n${text}\nbye`, (i) => `${i + 1}: `),
  'in JSON': (text) => JSON.stringify({ level: 'error', message: text }),
  'in JSON in JSON': (text) => JSON.stringify({ log: JSON.stringify({ message: text }) }),
  'in HTML': (text) => `<pre>${text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')}</pre>`,
  'in colours': (text) => `\u001B[31m\u001B[1mError: \u001B[0m${text}\u001B[0m`,
  'in a code fence': (text) => `It says\n\n\`\`\`\n${text}\n\`\`\`\n\nWhat now?`,
  'with no-break spaces': (text) => text.replaceAll(' is not ', '\u00A0is\u00A0not\u00A0'),
  'in CSV': (text) => `"2026-02-03","CREATE_FAILED","${text.replaceAll('"', '""')}"`,
  'in an annotation': (text) => `::error::${text}`,
  'with curly quotes': (text) => `“${text}”`,
  'in an XML body': (text) => `<Error><Code>AccessDenied</Code><Message>${text}</Message></Error>`,
  'in Python bytes': (text) => `b'${text}'`,
  'in a list': (text) => `- ${text}\n- nothing else`,
}

/** What people and tools write in the place of an account. */
const MASKS = [
  '***',
  '************',
  'XXXXXXXXXXXX',
  '############',
  '<acct>',
  '<account-id>',
  '[REDACTED]',
  '123456789xxx',
  '...',
]

const sentenceOf = ({ principal, action, resource, reason }: Parts): string =>
  `User: ${principal} is not authorized to perform: ${action} on resource: ${resource}${reason}`

const filled = (of: Parts, account: string): Parts => ({
  ...of,
  principal: of.principal.replace('ID', account),
  resource: of.resource.replace('ID', account),
})

const essence = (denial: Denial | undefined) => [denial?.principal, denial?.action, denial?.resource]

describe.each(Object.entries(MEDIA))('%s', (_, medium) => {
  it('a denial says the same', () => {
    fc.assert(
      fc.property(parts, fc.constantFrom(...WRAPPED), (of, wrapped) => {
        const request = filled(of, ACCOUNT)
        const found = parseDenials(medium(wrapped(sentenceOf(request))))
        expect(found).toHaveLength(1)
        expect(essence(found[0])).toEqual([request.principal, request.action, request.resource])
        expect(found[0]?.decision).toBe(
          of.reason === '' ? 'unknown' : of.reason.includes('explicit') ? 'explicit' : 'implicit',
        )
      }),
      RUNS,
    )
  })
})

it('a masked account is given as it is written, never as an account', () => {
  fc.assert(
    fc.property(parts, fc.constantFrom(...WRAPPED), fc.constantFrom(...MASKS), (of, wrapped, mask) => {
      const request = filled(of, mask)
      const found = parseDenials(wrapped(sentenceOf(request)))
      expect(found).toHaveLength(1)
      expect(essence(found[0])).toEqual([request.principal, request.action, request.resource])
      expect(found[0]?.account).toBeNull()
    }),
    RUNS,
  )
})

it('denials of several services in one line are each counted once', () => {
  const several = fc.uniqueArray(parts, { minLength: 2, maxLength: 5, selector: (of) => sentenceOf(of) })
  fc.assert(
    fc.property(several, fc.constantFrom('; ', ', ', ' | ', '. '), (list, between) => {
      const requests = list.map((of) => filled(of, ACCOUNT))
      const keys = new Set(requests.map((of) => JSON.stringify([of.principal, of.action, of.resource])))
      fc.pre(keys.size === requests.length)
      const found = parseDenials(
        `poll failed: ${requests.map((of) => `(AccessDenied: ${sentenceOf(of)})`).join(between)}`,
      )
      expect(found.map(essence)).toEqual(requests.map((of) => [of.principal, of.action, of.resource]))
    }),
    RUNS,
  )
})

it('a command tells the object that its error does not', () => {
  const verbs = fc.constantFrom(
    ['cp f.txt s3://BUCKET/KEY', 'PutObject', 's3:PutObject'],
    ['cp s3://BUCKET/KEY .', 'HeadObject', 's3:GetObject'],
    ['rm s3://BUCKET/KEY', 'DeleteObject', 's3:DeleteObject'],
    ['ls s3://BUCKET/KEY', 'ListObjectsV2', 's3:ListBucket'],
  )
  const prompts = fc.constantFrom('', '$ ', '> ', 'ubuntu@box:~$ ', 'PS C:\\> ', '+ ')
  fc.assert(
    fc.property(verbs, prompts, name, name, ([words = '', operation = '', action = ''], prompt, bucket, key) => {
      const command = words.replace('BUCKET', bucket).replace('KEY', key)
      const text = `${prompt}aws s3 ${command}\n\nAn error occurred (AccessDenied) when calling the ${operation} operation: Access Denied`
      const [denial] = parseDenials(text)
      const object = action === 's3:ListBucket' ? '' : `/${key}`
      expect(denial?.resource).toBeNull()
      expect(denial?.inferred).toMatchObject({ action, resource: `arn:aws:s3:::${bucket}${object}` })
      const [start = 0, end = 0] = denial?.call?.span ?? []
      expect(text.slice(start, end)).toBe(`aws s3 ${command}`)
    }),
    RUNS,
  )
})

it('a terminal that cuts every line at one column changes nothing', () => {
  const principal = `arn:aws:sts::${ACCOUNT}:assumed-role/app-role/i-0ab1`
  const resource = `arn:aws:ssm:eu-west-1:${ACCOUNT}:parameter/web/db`
  const reasons = [
    'because no identity-based policy allows the ssm:GetParameter action',
    'with an explicit deny in a service control policy',
  ]
  for (const reason of reasons) {
    for (const width of [76, 80, 100]) {
      for (let shift = 0; shift < width; shift++) {
        const sentence = `AccessDeniedException: User: ${principal} is not authorized to perform: ssm:GetParameter on resource: ${resource} ${reason}`
        const text = `${'='.repeat(shift)} ${sentence}`
        const cut = text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []
        const found = parseDenials(cut.join('\n'))
        expect(found.map(essence), cut.join('\n')).toEqual([[principal, 'ssm:GetParameter', resource]])
        expect(found[0]?.decision).toBe(reason.startsWith('with') ? 'explicit' : 'implicit')
      }
    }
  }
})

it('a mail that breaks its lines between words changes nothing of what a service says', () => {
  const sentence =
    'Resource handler returned message: "Only existing Timestream for LiveAnalytics customers can access the service. Reach out to AWS support, for more information. (Service: AmazonTimestreamWrite; Status Code: 403; Error Code: AccessDeniedException)" (RequestToken: 6d1b0c2e-0000-4000-8000-0123456789ab, HandlerErrorCode: AccessDenied)'
  const situations = (text: string) => parseDenials(text).map(({ situation }) => situation)
  const whole = situations(sentence)
  expect(whole).toEqual(['closed-to-new-customers'])
  for (let width = 68; width <= 120; width++) {
    const mail = sentence.replaceAll(new RegExp(`(?=\\S)(.{1,${width}})(?:\\s|$)`, 'g'), '$1\n')
    expect(situations(mail), mail).toEqual(whole)
  }
})

it('what stands in lines of its own stays there', () => {
  const lines = (...all: readonly string[]) => normalise(undressed(all.join('\n')).untimed).text.split('\n')
  const printed = [
    '$ aws sts get-caller-identity --query Arn --output text --profile nightly',
    'someone who is not named here at all, in a rather long line of the tool',
    '$ aws configure get region --profile nightly-of-the-reporting-account',
    'eu-central-1 is what it printed, and nothing more was ever printed here',
  ]
  expect(lines(...printed)).toEqual(printed)
  const log = [
    'Uploading the artifacts of the frontend to the assets bucket now',
    'Downloading the artifacts of the backend from the assets bucket',
    'Publishing the artifacts of the frontend to the registry at once',
    'Finished',
  ]
  expect(lines(...log)).toEqual(log)
  const typed = [
    'aws s3api get-object --bucket parts --key a/b.json --profile',
    'nightly-of-the-reporting-account --region eu-central-1 --output json',
  ]
  expect(lines(...typed)[0]).toBe(`${typed[0]} ${typed[1]}`)
})
