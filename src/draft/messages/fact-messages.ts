/** Sentences that the fact part says by itself; a {gap} is filled by messageText. */
export const FACT_MESSAGES = {
  anAccountIdHas: 'An account id has 12 digits.',
  thisIsNotThe: 'This is not the ARN of an IAM user, such as arn:aws:iam::111122223333:user/alice.',
  aCanonicalUserId: 'A canonical user id has 64 characters, digits and the letters a to f.',
  theseAreMoreGrants: 'These are more grants than can be read here.',
  atMostMostgrantsGrants: 'At most {mostgrants} grants are read.',
  granteeIsNoArn: '“{grantee}” isn’t an ARN of a user, role or session, an account or a service.',
  afterTheGranteeStand: 'After the grantee stand the operations, such as Decrypt, GenerateDataKey.',
  thisIsNotWhat:
    'This is not what aws kms list-grants prints: a list of grants, each with GranteePrincipal and Operations.',
} as const
