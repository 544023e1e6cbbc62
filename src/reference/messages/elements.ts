import { IAM_DOCS } from '../../iam/aws-docs'
/** A sentence about a part of the policy language, and the AWS page that says more. */
export interface ElementMessage {
  readonly sentence: string
  readonly page: string
}

const row = (sentence: string, page: string): ElementMessage => ({ sentence, page: `${IAM_DOCS}${page}.html` })

/** What each element of a policy means. */
export const ELEMENT_MESSAGES: Readonly<Record<string, ElementMessage>> = {
  Version: row(
    'The version of the policy language. Policy variables work only with 2012-10-17. Without Version, the older 2008-10-17 applies.',
    'reference_policies_elements_version',
  ),
  Id: row('A name for the whole policy, in resource-based policies.', 'reference_policies_elements_id'),
  Statement: row(
    'The list of statements. Each is evaluated on its own; their order doesn’t matter.',
    'reference_policies_elements_statement',
  ),
  Sid: row('A name for the statement: letters and digits, unique in the policy.', 'reference_policies_elements_sid'),
  Effect: row('Allow or Deny. A matching Deny always wins over any Allow.', 'reference_policies_elements_effect'),
  Principal: row(
    'Who the statement is about. In a policy attached to an identity it is that identity, and the element must not stand there.',
    'reference_policies_elements_principal',
  ),
  NotPrincipal: row(
    'Everyone except these. It works only with Deny. Such a Deny always applies to principals that have a permissions boundary.',
    'reference_policies_elements_notprincipal',
  ),
  Action: row(
    'The actions that the statement covers: service:Action, with * and ? as wildcards. Case doesn’t matter.',
    'reference_policies_elements_action',
  ),
  NotAction: row(
    'Every action of every service but these. With Allow that is usually far more than was meant.',
    'reference_policies_elements_notaction',
  ),
  Resource: row(
    'The resources that the statement covers, as ARNs with * and ? as wildcards. Names are case-sensitive.',
    'reference_policies_elements_resource',
  ),
  NotResource: row(
    'Every resource but these. With Allow that is usually far more than was meant.',
    'reference_policies_elements_notresource',
  ),
  Condition: row(
    'What else must be true of the request. All operators and all their keys must match; of several values, one is enough.',
    'reference_policies_elements_condition',
  ),
  AWS: row(
    'Accounts, users, roles, sessions, or * for everyone. An account means all its principals, which then need their own Allow.',
    'reference_policies_elements_principal',
  ),
  Service: row(
    'AWS services acting as themselves. A service acting with a role is that role.',
    'reference_policies_elements_principal',
  ),
  Federated: row(
    'An identity provider (SAML or OIDC). Only role trust policies can name one.',
    'reference_policies_elements_principal',
  ),
  CanonicalUser: row(
    'An account by its canonical user id, in S3 bucket policies.',
    'reference_policies_elements_principal',
  ),
}
