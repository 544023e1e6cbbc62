import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseYaml } from '../text/parse-yaml'
import { findPolicies } from './find-policies'
import { changedText } from './change-signs'
import { mayHoldPolicies, policyNeeds } from './policy-signs'
import { samPolicy } from './sam-templates'

const SRC = join(import.meta.dirname, '..')

/** Every text of the vectors that is longer than a name. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.length > 20 ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

const VECTORS = ['denial', 'policy', 'knowledge', 'explanation', 'facts/situations'].flatMap((room) =>
  readdirSync(join(SRC, room, 'vectors'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => textsIn(JSON.parse(readFileSync(join(SRC, room, 'vectors', file), 'utf8')))),
)

const mayHold = (text: string): boolean => mayHoldPolicies(text, changedText(text)?.text ?? text)

describe('the signs of a policy', () => {
  it('are in every text in which one is found, or which needs a reader of YAML', () => {
    const readers = { yaml: parseYaml, templates: samPolicy }
    const unseen = [...new Set(VECTORS)].filter((text) => !mayHold(text))
    expect(unseen.length).toBeGreaterThan(1_000)
    for (const text of unseen) {
      expect(findPolicies(text, readers), text).toEqual([])
      expect(policyNeeds(text, []).yaml, text).toBe(false)
    }
  })

  it.each([
    '{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}',
    '{\\"Statement\\": [{\\"Effect\\": \\"Allow\\"',
    '%7B%22Version%22%3A%222012-10-17%22%7D',
    '<pre>&quot;Effect&quot;: &quot;Deny&quot;</pre>',
    '“Action”: “s3:*”',
    'Effect: Deny',
    'statement {\n  actions = ["sqs:SendMessage"]\n}',
    'new iam.PolicyStatement({ actions: ["s3:*"] })',
    'bucket.grantRead(worker)',
    'table.grant_read_data(worker)',
    'new Role(this, "Worker", { assumedBy: new ServicePrincipal("ec2.amazonaws.com") })',
    'aws lambda add-permission --function-name worker',
    'resource "aws_iam_policy" "worker" {',
    '{ "AttachedPolicies": [] }',
    '"PermissionsBoundary": { "PermissionsBoundaryArn": "arn:aws:iam::123456789012:policy/limit" }',
  ])('are in %s', (text) => expect(mayHold(text)).toBe(true))

  it.each([
    'User: arn:aws:iam::123456789012:user/ada is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::depot/a" because no identity-based policy allows the s3:PutObject action',
    'User: arn:aws:sts::123456789012:assumed-role/worker/i-1 is not authorized to perform: sqs:SendMessage on resource: arn:aws:sqs:eu-west-1:123456789012:jobs with an explicit deny in a service control policy',
    'AccessDeniedException: You don’t have permissions to this action (Service: Athena, Status Code: 400)',
    '{"error": {"code": "AccessDenied", "status": 403}}',
  ])('are not in %s', (text) => expect(mayHold(text)).toBe(false))
})
