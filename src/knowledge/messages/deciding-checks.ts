import type { DecidingCheckId } from '../deciding-checks'

/** What a check asks, and what each of its outcomes means. */
export interface DecidingCheckMessage {
  /** The headline, at most 12 words. */
  readonly asks: string
  readonly outcomes: readonly string[]
  /** The same where the identity-based policies given allow the call. */
  readonly whereAllowed?: readonly string[]
  /** Where neither the caller nor the names that the command takes are shown: who called is looked up first, and the names are asked for. `look` says what the command then looks for; `begins` stands for the first outcome. */
  readonly unnamed?: { readonly asks: string; readonly look: string; readonly begins: readonly string[] }
}

/** The words of each. */
export const DECIDING_CHECK_MESSAGES: Readonly<Record<DecidingCheckId, DecidingCheckMessage>> = {
  'encoded-message': {
    asks: 'First decode the message: it names what was refused.',
    outcomes: [
      'Run `aws sts decode-authorization-message` as someone who may, and paste what it prints.',
      'It holds the caller, the action, the resource and the statements that matched.',
    ],
  },
  'encoded-message-cut': {
    asks: 'First decode the whole message: it names what was refused.',
    outcomes: [
      'Only a part of it was pasted; the error itself has it whole. Decode it as someone who may, and paste what that prints.',
      'It holds the caller, the action, the resource and the statements that matched. The action can be another one than the call’s own.',
    ],
  },
  'object-exists': {
    asks: 'First check whether the object exists.',
    outcomes: [
      'Run it as someone who may list the bucket, for example its owner.',
      'If this very key isn’t listed, the object does not exist: S3 answers 403 to callers without `s3:ListBucket`.',
      'If it is, a policy denies or doesn’t allow `s3:GetObject`, or `kms:Decrypt` on the object’s key.',
      'With ACLs on, an object that another account wrote is that account’s to open.',
    ],
    unnamed: {
      asks: 'Check who called, then whether the object exists.',
      look: 'Then check whether the object exists.',
      begins: [
        'Add the command that failed to your paste: the second check needs its bucket and key.',
        'Run the second command as someone who may list the bucket, for example its owner.',
      ],
    },
    whereAllowed: [
      'Run it as someone who may list the bucket, for example its owner.',
      'If this very key isn’t listed, the object does not exist: S3 answers 403 to callers without `s3:ListBucket`.',
      'If it is listed, check who owns it: with ACLs on, an object of another account opens for its owner only.',
      'Next come the key policy of its KMS key and a Deny in the bucket policy.',
    ],
  },
  'launch-of-instances': {
    asks: 'First find out which check of the launch was refused.',
    outcomes: [
      'A launch needs more than `ec2:RunInstances`: `iam:PassRole` on the role of its instance profile, and `ec2:CreateTags` for its tags.',
      'EC2 names the one that failed in an encoded message, which tools often cut off.',
      'The event holds it: decode it with `aws sts decode-authorization-message`, and paste what that prints.',
    ],
  },
  'role-of-service': {
    asks: 'First look at the role, and at its trust policy.',
    outcomes: [
      'Its trust policy must let `{principal}` call `sts:AssumeRole`, under conditions that fit.',
      'If it does, or no role is found: compare the name, path and account of `Arn` with the ARN in the call.',
      'A role made or changed moments ago gives the same error: repeat the call.',
    ],
  },
  'token-of-github': {
    asks: 'First print the token’s `sub` and compare it with the trust policy.',
    outcomes: [
      'The comparison is case-sensitive: owner and repository are spelled as on GitHub.',
      'A job with an environment has `environment:NAME` in its `sub`, and a pull request `pull_request`.',
      'If `sub` matches, check `aud` and the provider’s ARN.',
      'Run the command in a step of the job: it prints what the token says.',
    ],
  },
  'token-claims': {
    asks: 'First print the token’s `sub` and `aud` and compare them.',
    outcomes: [
      'The comparison is case-sensitive. The middle part of the token is Base64 JSON.',
      'If both match the trust policy, check the provider’s ARN there and the role’s ARN in the call.',
    ],
  },
}
