import type { CasePolicies } from '../case/access-case'

/** A statement that lets tokens in, in short. */
interface TokenTrust {
  readonly issuer: string
  /** Where the principal names another issuer than the keys. */
  readonly federated?: string
  readonly operator?: string
  readonly sub?: readonly string[]
  readonly aud?: readonly string[]
  /** Values under the issuer alone, without a claim. */
  readonly bare?: readonly string[]
}

/** A paste that shows a row, with the statements that are given for a layer, where any are. */
export interface SeenCase {
  readonly paste: string
  readonly identity?: readonly unknown[]
  /** What the policy given for `identity` is called, where that tells whose it is. */
  readonly called?: string
  readonly trust?: readonly TokenTrust[]
  readonly resource?: readonly unknown[]
  readonly endpoint?: readonly unknown[]
  /** Who manages the KMS key, where that is known. */
  readonly kmsKeyManager?: 'aws'
  /** Keys that the request is known not to carry. */
  readonly absent?: readonly string[]
  /** Keys of which the request is known to carry the value true. */
  readonly carries?: readonly string[]
}

const policy = (statements: readonly unknown[], name = 'given') => ({
  name,
  document: { Version: '2012-10-17', Statement: statements },
})

const trusting = ({ issuer, federated, operator, sub, aud, bare }: TokenTrust) => ({
  Effect: 'Allow',
  Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${federated ?? issuer}` },
  Action: 'sts:AssumeRoleWithWebIdentity',
  Condition: {
    [operator ?? 'StringLike']: {
      ...(sub && { [`${issuer}:sub`]: sub }),
      ...(aud && { [`${issuer}:aud`]: aud }),
      ...(bare && { [issuer]: bare }),
    },
  },
})

/** The policies of a case that is written in short. */
export const policiesOfSeen = ({ identity, called, trust, resource, endpoint }: SeenCase): CasePolicies => ({
  ...(identity && { identity: [policy(identity, called)] }),
  ...(trust && { resource: policy(trust.map(trusting)) }),
  ...(resource && { resource: policy(resource) }),
  ...(endpoint && { endpoint: policy(endpoint) }),
})
