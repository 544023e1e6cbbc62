import { describe, expect, it } from 'vitest'
import { findPolicies } from './find-policies'

const only = (paste: string) => {
  const found = findPolicies(paste)
  expect(found).toHaveLength(1)
  return { ...found[0]!, document: JSON.parse(found[0]!.text) as unknown }
}

const STATEMENT = { Effect: 'Allow', Action: ['s3:GetObject'], Resource: '*' }
const DOCUMENT = { Version: '2012-10-17', Statement: [STATEMENT] }
const ENCODED = `jsonencode({
    Version = "2012-10-17" # the only one to use
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["s3:GetObject", ]
        "Resource" : "*",
      },
    ]
  })`

describe('findPolicies in Terraform', () => {
  it.each([
    ['aws_iam_role_policy', 'policy', { layer: 'identity', source: 'role', name: 'read' }],
    ['aws_iam_user_policy', 'policy', { layer: 'identity', source: 'user', name: 'read' }],
    ['aws_iam_policy', 'policy', { layer: null, candidates: ['identity', 'boundary', 'session'], name: 'read' }],
    ['aws_iam_role', 'assume_role_policy', { layer: 'resource', service: 'sts', owner: 'role/read' }],
    ['aws_s3_bucket_policy', 'policy', { layer: 'resource', service: 's3', name: 'this' }],
    ['aws_kms_key', 'policy', { layer: 'resource', service: 'kms' }],
    ['aws_vpc_endpoint', 'policy', { layer: 'endpoint' }],
    ['aws_organizations_policy', 'content', { layer: 'scp', name: 'read' }],
  ])('reads jsonencode in %s', (type, argument, expected) => {
    const name = type === 'aws_s3_bucket_policy' ? '' : 'name = "read"\n  '
    const paste = `resource "${type}" "this" {\n  ${name}tags = { a = "b" }\n  ${argument} = ${ENCODED}\n}\n`
    const { document, ...found } = only(paste)
    expect(found).toMatchObject(expected)
    expect(document).toEqual(DOCUMENT)
    expect(found.notes).toEqual([{ code: 'converted-to-json', data: { format: 'Terraform' } }])
  })

  it('reads a call that stands alone, and gives its place', () => {
    const paste = `the policy is\n  policy = ${ENCODED}\nright?`
    const { document, span } = only(paste)
    expect(document).toEqual(DOCUMENT)
    expect(paste.slice(...span)).toMatch(/^\{\n\s+Version[\s\S]*\}$/)
  })

  it.each(['<<EOF', '<<-POLICY'])('reads a heredoc of %s', (opening) => {
    const marker = opening.replace(/^<<-?/, '')
    const paste = `resource "aws_iam_role_policy" "p" {\n  policy = ${opening}\n${JSON.stringify(DOCUMENT, null, 2)}\n  ${marker}\n  name = "late"\n}\n`
    expect(only(paste)).toMatchObject({ name: 'late', layer: 'identity', document: DOCUMENT })
  })

  it('tells policy variables from what Terraform fills in', () => {
    const paste = `resource "aws_iam_policy" "p" {
  policy = jsonencode({
    Statement = [{
      Effect = "Allow", Action = "s3:*"
      Resource = ["\${aws_s3_bucket.data.arn}/home/$\${aws:username}/*", aws_s3_bucket.data.arn, "a\${var.x ? "b" : "c"}"]
    }]
  })
}`
    const { document, notes } = only(paste)
    expect(document).toEqual({
      Statement: [
        {
          Effect: 'Allow',
          Action: 's3:*',
          Resource: ['${aws_s3_bucket.data.arn}/home/${aws:username}/*', '${aws_s3_bucket.data.arn}', 'a${var.x_b_c_}'],
        },
      ],
    })
    expect(notes).toContainEqual({ code: 'placeholders', data: { names: 'aws_s3_bucket.data.arn, var.x_b_c_' } })
  })

  it('does not guess at expressions', () => {
    const paste = `jsonencode({ Statement = [{ Effect = "Allow", Action = [for a in var.actions : "s3:\${a}"], Resource = var.all ? "*" : local.some, Sid = join("-", ["a", "b"]) }] })`
    const { document, notes } = only(paste)
    expect(document).toMatchObject({ Statement: [{ Effect: 'Allow', Resource: '${var.all_*_local.some}' }] })
    expect(notes.some(({ code }) => code === 'placeholders')).toBe(true)
  })

  it('makes the document of a data source, and puts it where it is used', () => {
    const paste = `
data "aws_iam_policy_document" "guard" {
  statement {
    sid    = "Tls"
    effect = "Deny"
    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::111122223333:root", "arn:aws:iam::444455556666:root"]
    }
    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com"]
    }
    actions   = ["s3:*"]
    resources = ["arn:aws:s3:::b/&{aws:username}/*"]
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
  statement {
    not_actions = ["s3:Delete*"]
    not_resources = ["arn:aws:s3:::c"]
    principals {
      type = "*"
      identifiers = ["*"]
    }
  }
}

resource "aws_s3_bucket_policy" "this" {
  bucket = aws_s3_bucket.b.id
  policy = data.aws_iam_policy_document.guard.json
}
`
    expect(only(paste)).toMatchObject({
      layer: 'resource',
      service: 's3',
      name: 'this',
      document: {
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'Tls',
            Effect: 'Deny',
            Principal: {
              AWS: ['arn:aws:iam::111122223333:root', 'arn:aws:iam::444455556666:root'],
              Service: 'ec2.amazonaws.com',
            },
            Action: 's3:*',
            Resource: 'arn:aws:s3:::b/${aws:username}/*',
            Condition: { Bool: { 'aws:SecureTransport': ['false'] } },
          },
          { Effect: 'Allow', Principal: '*', NotAction: 's3:Delete*', NotResource: 'arn:aws:s3:::c' },
        ],
      },
    })
  })

  it('asks where a data source belongs that nothing uses, and has a statement of which nothing is known for the rest', () => {
    const paste = `data "aws_iam_policy_document" "p" {\n  source_policy_documents = [local.base]\n  statement {\n    actions = ["s3:*"]\n    resources = ["*"]\n  }\n}`
    expect(only(paste)).toMatchObject({
      layer: null,
      notes: [{ code: 'converted-to-json' }, { code: 'unreadable-parts', data: { parts: 'p' } }, { code: 'left-out' }],
      document: { Statement: [{ Action: 's3:*' }, { Effect: '...', Action: '...', Resource: '...' }] },
    })
  })

  it('reads what a plan makes of a policy, not what it was before', () => {
    const plan = `  ~ policy = jsonencode(
      ~ {
          ~ Statement = [
              ~ {
                  ~ Action   = "sqs:SendMessage" -> [
                      + "sqs:SendMessage",
                      + "sqs:GetQueueUrl",
                    ]
                  ~ Resource = [
                      - "arn:aws:sqs:eu-west-1:111122223333:old",
                        "arn:aws:sqs:eu-west-1:111122223333:jobs",
                    ]
                    Effect   = "Allow"
                },
            ]
        }
    )`
    expect(findPolicies(plan).map(({ text }) => (JSON.parse(text) as { Statement: unknown }).Statement)).toEqual([
      [
        {
          Action: ['sqs:SendMessage', 'sqs:GetQueueUrl'],
          Resource: ['arn:aws:sqs:eu-west-1:111122223333:jobs'],
          Effect: 'Allow',
        },
      ],
    ])
  })

  it('makes the policy of a function out of its permissions', () => {
    const found = findPolicies(`resource "aws_lambda_permission" "bucket" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.thumbs.function_name
  principal     = "s3.amazonaws.com"
  source_arn    = "arn:aws:s3:::pictures"
}

resource "aws_lambda_permission" "partner" {
  statement_id  = "Partner"
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.thumbs.function_name
  principal     = "444455556666"
}
`)
    expect(found.map(({ layer }) => layer)).toEqual(['resource'])
    expect(JSON.parse(found[0]!.text)).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'bucket',
          Effect: 'Allow',
          Principal: { Service: 's3.amazonaws.com' },
          Action: 'lambda:InvokeFunction',
          Resource: '${aws_lambda_function.thumbs.function_name}',
          Condition: { ArnLike: { 'AWS:SourceArn': 'arn:aws:s3:::pictures' } },
        },
        {
          Sid: 'Partner',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::444455556666:root' },
          Action: 'lambda:InvokeFunction',
          Resource: '${aws_lambda_function.thumbs.function_name}',
        },
      ],
    })
  })

  it('reads the statements that a module takes', () => {
    const [policy, ...others] = findPolicies(`module "worker" {
  source = "example/function/aws"
  policy_statements = {
    jobs = {
      effect    = "Allow",
      actions   = ["sqs:SendMessage"],
      resources = [aws_sqs_queue.jobs.arn]
    }
  }
}`)
    expect(others).toEqual([])
    expect((JSON.parse(policy!.text) as { Statement: unknown }).Statement).toEqual([
      { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '${aws_sqs_queue.jobs.arn}' },
    ])
  })

  it('reads a plan', () => {
    const paste = `  # aws_iam_role_policy.p will be created
  + resource "aws_iam_role_policy" "p" {
      + id     = (known after apply)
      + name   = "read"
      + policy = jsonencode(
            {
              + Statement = [
                  + {
                      + Action   = ["s3:GetObject"]
                      + Effect   = "Allow"
                      + Resource = "*"
                    },
                ]
              + Version   = "2012-10-17"
            }
        )
    }`
    expect(only(paste)).toMatchObject({ layer: 'identity', source: 'role', name: 'read', document: DOCUMENT })
  })

  it.each([
    'resource "aws_iam_policy" "p" {',
    'jsonencode({',
    'jsonencode(',
    'data "aws_iam_policy_document" "x" {}',
    'policy = jsonencode(var.policy)',
    `resource "aws_iam_policy" "p" { policy = <<EOF\n{`,
  ])('finds no statement in %j', (paste) => {
    expect(findPolicies(paste).flatMap(({ text }) => (JSON.parse(text) as { Statement: unknown[] }).Statement)).toEqual(
      [],
    )
  })
})

describe('whose policy a configuration holds that names one role and refers to another', () => {
  const inline = (label: string, role: string) =>
    `resource "aws_iam_role_policy" "${label}" {\n  role = ${role}\n  policy = ${ENCODED}\n}\n`
  const ownersIn = (paste: string) => findPolicies(paste).map(({ owner }) => owner)

  it('is of two roles: the one that is named, and the one of the reference, whatever is said behind it', () => {
    const paste = inline('deploy', 'aws_iam_role.pipeline.name # the pipeline') + inline('work', '"queue-worker"')
    expect(ownersIn(paste)).toEqual(['role/pipeline', 'role/queue-worker'])
  })

  it('may be of one, where the label has a word of its name, and is open where none is named', () => {
    const own = inline('a', 'aws_iam_role.worker.id') + inline('b', '"queue-worker"')
    expect(ownersIn(own)).toEqual([null, 'role/queue-worker'])
    expect(ownersIn(inline('a', 'aws_iam_role.one.id') + inline('b', 'aws_iam_role.two.id'))).toEqual([null, null])
  })
})
