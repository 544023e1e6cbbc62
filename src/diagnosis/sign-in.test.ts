import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT } from '../draft/draft'
import { takePaste } from '../draft/paste/take-paste'
import { plainText } from '../text/phrase'
import { diagnose } from './diagnose'
import { remediesOf } from './remedies-of'

const ROLE = 'arn:aws:iam::111122223333:role/partner'
const EKS = 'oidc.eks.eu-west-1.amazonaws.com/id/0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A'

const trust = (statement: object) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] }, null, 2)

const answered = (...texts: readonly string[]) => {
  const diagnosis = diagnose(takePaste(EMPTY_DRAFT, texts.join('\n\n')).draft)
  const { answer } = diagnosis.explanation!
  return {
    request: diagnosis.built!.accessCase.request,
    basis: answer.basis,
    fact: plainText(answer.fact?.sentence ?? []),
    said: answer.causes.map(({ sentence }) => plainText(sentence)).join('\n'),
    first: answer.causes[0]?.code,
    fixes: remediesOf(diagnosis)?.fixes.flatMap(({ changes }) => changes.map(({ after }) => after)) ?? [],
    instructions: remediesOf(diagnosis)?.instructions.map(({ sentence }) => plainText(sentence)) ?? [],
  }
}

const refused = (action: string) =>
  `An error occurred (AccessDenied) when calling the ${action} operation: Not authorized to perform sts:${action}`

describe('a sign-in by SAML', () => {
  const corp = { Federated: 'arn:aws:iam::111122223333:saml-provider/corp' }

  it('lacks its action in a policy that allows the other call, and is not called impossible', () => {
    const { basis, fact, fixes } = answered(
      refused('AssumeRoleWithSAML'),
      trust({ Principal: corp, Action: 'sts:AssumeRole' }),
    )
    expect(basis).toBe('proven')
    expect(fact).toContain('allows sts:AssumeRole, not sts:AssumeRoleWithSAML')
    expect(fixes[0]).toContain('sts:AssumeRoleWithSAML')
  })

  it('is of the provider that the call names, and of nobody that only a policy names', () => {
    const command = `aws sts assume-role-with-saml --role-arn ${ROLE} --principal-arn arn:aws:iam::111122223333:saml-provider/okta --saml-assertion file://a`
    const policy = trust({ Principal: corp, Action: 'sts:AssumeRoleWithSAML' })
    expect(answered(command, refused('AssumeRoleWithSAML'), policy).fact).toContain('saml-provider/okta')
    expect(answered(refused('AssumeRoleWithSAML'), policy).request.principal).toBe('')
  })

  it('has the Recipient of its assertion as SAML:aud', () => {
    const policy = trust({
      Principal: corp,
      Action: 'sts:AssumeRoleWithSAML',
      Condition: { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } },
    })
    const sentTo = (host: string) => `<saml2:SubjectConfirmationData Recipient="https://${host}/saml"/>`
    const regional = answered(refused('AssumeRoleWithSAML'), sentTo('eu-west-1.signin.aws.amazon.com'), policy)
    expect(regional.fact).toContain('here it is https://eu-west-1.signin.aws.amazon.com/saml')
    // A value that would pass is none of a request that AWS refused.
    expect(answered(refused('AssumeRoleWithSAML'), sentTo('signin.aws.amazon.com'), policy).fact).not.toContain(
      'here it is',
    )
  })
})

describe('a sign-in whose caller the text does not name', () => {
  const statement = {
    Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${EKS}` },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: { StringEquals: { [`${EKS}:sub`]: 'system:serviceaccount:shop:web' } },
  }
  // What the role may do once it is assumed: nobody has it who is only about to sign in.
  const OF_ROLE = trust({ Action: 'secretsmanager:GetSecretValue', Resource: '*' })
  const error = refused('AssumeRoleWithWebIdentity')

  it('is not proven to be a stranger by policies of the role that are pasted beside', () => {
    const alone = answered(error, trust(statement))
    const beside = answered(error, trust(statement), OF_ROLE)
    expect(alone.basis).toBe('likely')
    expect([beside.basis, beside.fact]).toEqual([alone.basis, alone.fact])
  })

  it('is one whom the policy does not name, where it names no provider', () => {
    const ofUser = trust({ ...statement, Principal: { AWS: 'arn:aws:iam::111122223333:user/ana' } })
    expect(answered(error, ofUser, OF_ROLE).basis).toBe('proven')
  })
})

describe('Pod Identity', () => {
  const error =
    '(AccessDeniedException) when calling the AssumeRoleForPodIdentity operation: Unauthorized Exception! EKS does not have permissions to assume the associated role.'
  const policy = (Action: readonly string[]) => trust({ Principal: { Service: 'pods.eks.amazonaws.com' }, Action })

  it('needs to tag its sessions besides', () => {
    const { basis, fact, fixes } = answered(error, policy(['sts:AssumeRole']))
    expect(basis).toBe('proven')
    expect(fact).toContain('not sts:TagSession')
    expect(fixes[0]).toContain('sts:TagSession')
  })

  it('is not missing what the policy allows', () => {
    expect(answered(error, policy(['sts:AssumeRole', 'sts:TagSession'])).fact).not.toContain('not sts:TagSession')
  })
})

describe('the token of a pod', () => {
  const policy = (subject: string) =>
    trust({
      Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${EKS}` },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: { StringEquals: { [`${EKS}:sub`]: subject } },
    })
  const manifest = 'apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: cart\n  namespace: shop'

  it('is of the service account of the manifest', () => {
    const { fact } = answered(
      refused('AssumeRoleWithWebIdentity'),
      manifest,
      policy('system:serviceaccount:default:cart'),
    )
    expect(fact).toContain('here it is system:serviceaccount:shop:cart')
  })

  it('misses a pattern under StringEquals for its operator, not for its own value', () => {
    const { first, fixes } = answered(
      refused('AssumeRoleWithWebIdentity'),
      manifest,
      policy('system:serviceaccount:shop:*'),
    )
    expect(first).toBe('token-wildcard-under-equals')
    expect(fixes[0]).toContain('StringLike')
  })

  it('has a step of one job as a pattern in a fix', () => {
    const bitbucket = 'api.bitbucket.org/2.0/workspaces/lumen/pipelines-config/identity/oidc'
    const { fixes } = answered(
      refused('AssumeRoleWithWebIdentity'),
      trust({
        Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${bitbucket}` },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: { StringEquals: { [`${bitbucket}:sub`]: '{0c1d2e3f-0000-4000-8000-000000000001}' } },
      }),
    )
    expect(fixes[0]).toContain('"{0c1d2e3f-0000-4000-8000-000000000001}:*"')
  })
})

describe('a job of GitHub', () => {
  const github = 'token.actions.githubusercontent.com'
  const policy = trust({
    Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${github}` },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: {
      StringEquals: {
        [`${github}:aud`]: 'sts.amazonaws.com',
        [`${github}:sub`]: 'repo:lumen/shop:ref:refs/heads/main',
      },
    },
  })
  const ran = (on: string) => answered(on, refused('AssumeRoleWithWebIdentity'), policy)

  it('has the subject of the branch that it ran on, whatever that is called', () => {
    const { first, fixes } = ran('branch refs/heads/release/2.1')
    expect(first).toBe('github-subject-of-branch')
    expect(fixes[0]).toContain('"repo:lumen/shop:ref:refs/heads/release/2.1"')
    expect(ran('branch refs/heads/main').first).not.toBe('github-subject-of-branch')
  })

  it('has that of its tag, without the number in a fix, which is another in the next release', () => {
    const { first, fixes } = ran('GITHUB_REF=refs/tags/v2.3.1')
    expect(first).toBe('github-subject-of-tag')
    expect(fixes[0]).toContain('"repo:lumen/shop:ref:refs/tags/v*"')
    expect(fixes[0]).toContain('StringLike')
  })
})

describe('a role that its own session assumes', () => {
  const policy = trust({ Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' })
  const error = (role: string) =>
    `User: arn:aws:sts::111122223333:assumed-role/${role}/s1 is not authorized to perform: sts:AssumeRole on resource: ${ROLE}`

  it('need not be assumed', () => {
    expect(answered(error('partner'), policy).instructions[0]).toContain('a session of partner already')
  })

  it('is another role than one that assumes it', () => {
    expect(answered(error('other'), policy).instructions.join()).not.toContain('already')
  })

  it('has its trust policy as the policy of the resource that AWS names', () => {
    const deny = JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: 'sts:AssumeRole' },
        {
          Effect: 'Deny',
          Principal: '*',
          Action: 'sts:AssumeRole',
          Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-abcde12345' } },
        },
      ],
    })
    const { said } = answered(`${error('other')} with an explicit deny in a resource-based policy`, deny)
    expect(said).toContain('aws:PrincipalOrgID')
    expect(said).not.toContain('haven’t pasted, covers')
  })
})
