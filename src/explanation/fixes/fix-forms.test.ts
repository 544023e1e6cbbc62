import { describe, expect, it } from 'vitest'
import type { AccessCase } from '../../case/access-case'
import { evaluate } from '../../evaluation/evaluate'
import { plainText } from '../../text/phrase'
import { explainFixes } from './explain-fixes'
import { fixForms } from './fix-forms'

const HOME = '111122223333'

const allow = (action: string, more: object = {}) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: action, Resource: '*', ...more }] })

const judgedOf = (request: AccessCase['request'], policies: AccessCase['policies']) => {
  const accessCase: AccessCase = { version: 1, request, policies }
  return { accessCase, evaluation: evaluate(accessCase), denial: null }
}

const leastForms = (request: AccessCase['request'], policies: AccessCase['policies']) => {
  const judged = judgedOf(request, policies)
  const fix = explainFixes(judged).find(({ least }) => least)
  if (!fix) throw new Error('no fix')
  return { fix, forms: fixForms(judged, fix) }
}

const get = {
  principal: `arn:aws:sts::${HOME}:assumed-role/Deploy/run`,
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::data/a',
}

describe('forms of a fix', () => {
  it('add an inline policy under a name of its own, so that no other policy is overwritten', () => {
    const { forms } = leastForms(get, { identity: [{ name: 'Read', document: allow('s3:PutObject') }] })
    expect(forms.besidePolicy).toBe('Read')
    expect(forms.cli.map(({ bash }) => bash)).toEqual([
      `aws iam put-role-policy --role-name Deploy --policy-name AllowGetObject03f374 --policy-document '{"Version":"2012-10-17","Statement":[{"Sid":"AllowGetObject","Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::data/a"}]}'`,
    ])
    expect(forms.terraform).toMatchInlineSnapshot(`
      "resource "aws_iam_role_policy" "allow_get_object03f374" {
        name   = "AllowGetObject03f374"
        role   = "Deploy"
        policy = jsonencode({
          "Version": "2012-10-17",
          "Statement": [
            {
              "Sid": "AllowGetObject",
              "Effect": "Allow",
              "Action": "s3:GetObject",
              "Resource": "arn:aws:s3:::data/a"
            }
          ]
        })
      }
      "
    `)
    expect(forms.cdk).toMatchInlineSnapshot(`
      "import * as iam from 'aws-cdk-lib/aws-iam'

      new iam.Policy(this, 'AllowGetObject03f374', {
        roles: [iam.Role.fromRoleName(this, 'AllowGetObject03f374Role', "Deploy")],
        statements: [iam.PolicyStatement.fromJson({
          "Sid": "AllowGetObject",
          "Effect": "Allow",
          "Action": "s3:GetObject",
          "Resource": "arn:aws:s3:::data/a"
        })],
      })
      "
    `)
  })

  it('have another name for another resource, and the same for the same statement', () => {
    const nameFor = (resource: string): string | undefined => {
      const { forms } = leastForms(
        { ...get, resource },
        { identity: [{ name: 'Read', document: allow('s3:PutObject') }] },
      )
      return /--policy-name (\S+)/.exec(forms.cli[0]?.bash ?? '')?.[1]
    }
    expect(nameFor('arn:aws:s3:::data/a')).toBe(nameFor(get.resource))
    expect(nameFor('arn:aws:s3:::data/b')).not.toBe(nameFor(get.resource))
  })

  describe('of a change in an identity-based policy', () => {
    const guarded = (name: string, source?: string) => {
      const document = JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Deny', Action: ['s3:GetObject', 's3:PutObject'], Resource: '*' }],
      })
      return leastForms(get, {
        identity: [
          { name: 'all', document: allow('*') },
          { name, document, ...(source === undefined ? {} : { source }) },
        ],
      }).forms
    }
    const starts = (forms: ReturnType<typeof guarded>) =>
      forms.cli.map(({ when, bash }) => [when, bash.split(' --policy-document ')[0]])

    it('are those of a managed policy where its ARN says so', () => {
      expect(starts(guarded(`arn:aws:iam::${HOME}:policy/team/Guard`))).toEqual([
        [null, `aws iam create-policy-version --set-as-default --policy-arn arn:aws:iam::${HOME}:policy/team/Guard`],
      ])
    })

    it.each([
      ['role', 'an inline policy of the role Deploy', 'put-role-policy --role-name Deploy'],
      [undefined, 'an inline policy of the role Deploy', 'put-role-policy --role-name Deploy'],
      ['group:devs', 'an inline policy of the group devs', 'put-group-policy --group-name devs'],
    ])('say which is which where a name can be either: %s', (source, inline, put) => {
      const forms = guarded('Guard', source)
      expect(starts(forms)).toEqual([
        [
          'If Guard is a managed policy',
          `aws iam create-policy-version --set-as-default --policy-arn arn:aws:iam::${HOME}:policy/Guard`,
        ],
        [`If Guard is ${inline}`, `aws iam ${put} --policy-name Guard`],
      ])
      const kind = source?.startsWith('group') ? 'group' : 'role'
      const note = 'This is for a managed policy. If Guard is an inline policy, change its'
      expect(forms.terraform).toMatch(`# ${note} aws_iam_${kind}_policy instead.\nresource "aws_iam_policy" "guard"`)
      expect(forms.cdk).toMatch(`// ${note} iam.Policy instead.\nnew iam.ManagedPolicy(`)
    })
  })

  it('put the whole bucket policy', () => {
    const { forms } = leastForms(
      { ...get, resourceAccount: '444455556666' },
      {
        identity: [{ name: 'all', document: allow('*') }],
        resource: { name: 'bucket policy', document: allow('s3:ListBucket', { Principal: '*' }) },
      },
    )
    expect(forms.cli[0]?.bash).toContain('aws s3api put-bucket-policy --bucket data --policy ')
    expect(forms.terraform).toContain('resource "aws_s3_bucket_policy" "bucket_policy" {\n  bucket = "data"\n')
    expect(forms.cdk).toContain("new s3.CfnBucketPolicy(this, 'BucketPolicy', {")
  })

  it('attach FullAWSAccess again by its id', () => {
    const judged = judgedOf(get, {
      identity: [{ name: 'all', document: allow('*') }],
      scps: [{ target: HOME, policies: [] }],
    })
    const fix = explainFixes(judged).find(({ codes }) => codes.includes('attach-full-access'))
    expect(fix && fixForms(judged, fix).cli.map(({ bash }) => bash)).toEqual([
      `aws organizations attach-policy --policy-id p-FullAWSAccess --target-id ${HOME}`,
    ])
  })

  it('offer FullAWSAccess alone where a level holds nothing but Deny statements', () => {
    // Every other call of the accounts below is shut as well.
    const document = JSON.stringify({ Statement: [{ Effect: 'Deny', Action: 'ec2:*', Resource: '*' }] })
    const codesFor = (...policies: readonly { name: string; document: string }[]) =>
      explainFixes(
        judgedOf(get, { identity: [{ name: 'all', document: allow('*') }], scps: [{ target: HOME, policies }] }),
      ).flatMap(({ codes }) => codes)
    expect(codesFor({ name: 'limits', document })).toEqual(['attach-full-access'])
    expect(codesFor({ name: 'limits', document }, { name: 'list', document: allow('s3:ListBucket') })).toContain(
      'add-statement',
    )
  })

  it('speak of no other policy where there is none yet', () => {
    expect(leastForms(get, { noneAttached: ['identity'] }).forms.besidePolicy).toBeNull()
  })

  it('update a service control policy found by its name', () => {
    const deny = JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: '*', Resource: '*' },
        { Effect: 'Deny', Action: 's3:Get*', Resource: '*' },
      ],
    })
    const { forms } = leastForms(get, {
      identity: [{ name: 'all', document: allow('*') }],
      scps: [{ target: 'Root', policies: [{ name: 'NoS3', document: deny }] }],
    })
    expect(forms.cli[0]?.powershell).toContain(
      `aws organizations update-policy --policy-id (aws organizations list-policies --filter SERVICE_CONTROL_POLICY --query 'Policies[?Name==''NoS3''].Id' --output text) --content "file://$content"`,
    )
    expect(forms.terraform).toContain('type    = "SERVICE_CONTROL_POLICY"')
  })

  it('keep policy variables from Terraform', () => {
    const { forms } = leastForms(get, {
      identity: [{ name: 'all', document: allow('*') }],
      boundary: {
        name: 'limits',
        document: allow('s3:PutObject', { Resource: 'arn:aws:s3:::data/${aws:username}/*' }),
      },
    })
    expect(forms.terraform).toContain('arn:aws:s3:::data/$${aws:username}/*')
  })

  it('quote names that would break out of a command', () => {
    const evil = `x'; touch pwned; '`
    const { forms } = leastForms(
      { ...get, principal: `arn:aws:iam::${HOME}:user/${evil}` },
      { identity: [{ name: evil, document: allow('ec2:*') }] },
    )
    const outside = forms.cli[0]?.bash
      .replaceAll(`'\\''`, '')
      .split("'")
      .filter((_, index) => index % 2 === 0)
      .join('')
    expect(outside).toContain('aws iam put-user-policy')
    expect(outside).not.toContain('pwned')
  })

  it('change no managed policy under a name that none can have', () => {
    const { forms } = leastForms(get, {
      identity: [{ name: 'all', document: allow('*') }],
      boundary: { name: 'the boundary', document: allow('ec2:*') },
    })
    expect(forms).toMatchObject({ cli: [], terraform: null, cdk: null, unnamed: [0] })
  })

  describe('of a policy that was pasted without its name', () => {
    const guard = JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: '*', Resource: '*' },
        { Effect: 'Deny', Action: ['s3:GetObject', 's3:PutObject'], Resource: '*' },
      ],
    })
    /** The forms once the policy is named. */
    const formsAs = (name: string, principal = get.principal) => {
      const { fix } = leastForms(get, { identity: [{ name: 'Policy 1', document: guard }] })
      const judged = judgedOf({ ...get, principal }, { identity: [{ name: 'Policy 1', document: guard }] })
      return fixForms(judged, { ...fix, changes: fix.changes.map((change) => ({ ...change, name })) })
    }

    it('wait for it, and are those of the policy that it names', () => {
      expect(formsAs('Policy 1')).toMatchObject({ cli: [], terraform: null, cdk: null, unnamed: [0] })
      const forms = formsAs('Guard')
      expect(forms.unnamed).toEqual([])
      expect(forms.cli.map(({ kind, bash }) => [kind, bash.split(' --policy-document ')[0]])).toEqual([
        ['managed', `aws iam create-policy-version --set-as-default --policy-arn arn:aws:iam::${HOME}:policy/Guard`],
        ['inline', 'aws iam put-role-policy --role-name Deploy --policy-name Guard'],
      ])
    })

    it('do not take a policy of AWS’s own, which nobody can change', () => {
      expect(formsAs('arn:aws:iam::aws:policy/Guard')).toMatchObject({ cli: [], unnamed: [0] })
    })

    it('write no ARN without its account: an inline policy needs none', () => {
      const { cli, unnamed } = formsAs('Guard', 'arn:aws:iam::************:user/ana')
      expect([unnamed, cli.map(({ bash }) => bash.split(' --policy-document ')[0])]).toEqual([
        [],
        ['aws iam put-user-policy --user-name ana --policy-name Guard'],
      ])
    })

    it('do not look an SCP up by what it is called here alone', () => {
      const scpAs = (name: string) =>
        leastForms(get, {
          identity: [{ name: 'all', document: allow('*') }],
          scps: [{ target: HOME, policies: [{ name, document: guard }] }],
        }).forms
      expect(scpAs('SCP')).toMatchObject({ cli: [], unnamed: [0] })
      expect(scpAs('p-guard123').cli[0]?.bash).toContain('aws organizations update-policy --policy-id p-guard123 ')
    })
  })
})

describe('fixes', () => {
  it('keep the formatting of the policy, and say what they open', () => {
    const document =
      '{\n\t"Version": "2012-10-17",\n\t"Statement": {\n\t\t"Effect": "Deny",\n\t\t"Action": ["s3:GetObject", "s3:PutObject"],\n\t\t"Resource": "*"\n\t}\n}\n'
    const judged = judgedOf(get, {
      identity: [
        { name: 'all', document: allow('*') },
        { name: 'guard', document },
      ],
    })
    const fixes = explainFixes(judged)
    expect(fixes.flatMap(({ codes }) => codes)).toEqual([
      'exempt-principal-for-request',
      'leave-action-on-resource-out',
      'take-action-out',
      'exempt-principal',
    ])
    const fix = fixes[2]
    if (!fix) return
    expect(fix.changes[0]?.after).toBe(document.replace('["s3:GetObject", "s3:PutObject"]', '["s3:PutObject"]'))
    expect(plainText(fix.sentence)).toBe('Remove s3:GetObject from the Deny in guard.')
    expect(plainText(fix.opens)).toBe(
      'Opens more than this request. Everyone this policy is attached to will be able to call s3:GetObject on every resource, which a Deny blocks now.',
    )
    expect(plainText(fix.proof)).toBe('The request then passes every layer: it is allowed.')
  })

  it('come in the order of repair, each with who can make it and what still blocks', () => {
    const judged = judgedOf(get, {
      identity: [{ name: 'app', document: allow('ec2:*') }],
      boundary: { name: 'limits', document: allow('ec2:*') },
      scps: [{ target: HOME, policies: [{ name: 'allow-list', document: allow('ec2:*') }] }],
    })
    const least = explainFixes(judged).filter((fix) => fix.least)
    expect(least.map(({ layer, owner, remaining }) => [layer, owner, remaining])).toEqual([
      ['scp', 'organizationAdmin', ['identity', 'boundary']],
      ['identity', 'accountAdmin', ['scp', 'boundary']],
      ['boundary', 'accountAdmin', ['scp', 'identity']],
    ])
    expect(plainText(least[0]?.proof ?? [])).toBe(
      'The request then passes this layer, but 2 other layers still block it: Identity-based policies and Permissions boundary.',
    )
  })

  it('never edit a policy that AWS manages', () => {
    const { fix } = leastForms(get, { identity: [{ name: 'PowerUserAccess', document: allow('ec2:*') }] })
    expect(fix.changes.map(({ policy }) => policy)).toEqual([null])
  })
})
