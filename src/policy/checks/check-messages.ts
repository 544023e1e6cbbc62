import { IAM_DOCS, GLOBAL_KEYS_PAGE } from '../../iam/aws-docs'
const CHECKS = `${IAM_DOCS}access-analyzer-reference-policy-checks.html`
const ORGANIZATIONS = 'https://docs.aws.amazon.com/organizations/latest/userguide'

const row = <Page extends string>(sentence: string, page: Page) => ({ sentence, page })
const elements = (name: string) => `${IAM_DOCS}reference_policies_elements_${name}.html`
const OPERATORS = elements('condition_operators')
const MULTIVALUED = `${IAM_DOCS}reference_policies_condition-single-vs-multi-valued-context-keys.html`
const VARIABLES = `${IAM_DOCS}reference_policies_variables.html`
const RCP_SYNTAX = `${ORGANIZATIONS}/orgs_manage_policies_rcps_syntax.html`
const ARNS = `${IAM_DOCS}reference-arns.html`
const ENDPOINT = 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html'
const REFERENCE =
  'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html'

/** What each finding of a check means, in a sentence, and the AWS page behind it; `{name}` is filled from the finding's data. */
export const CHECK_MESSAGES = {
  'version-missing': row(
    'There is no Version: the policy is read in the language of 2008, where policy variables are plain text.',
    elements('version'),
  ),
  'version-outdated': row(
    'This is the policy language of 2008. The current version is 2012-10-17, and only it supports policy variables.',
    elements('version'),
  ),
  'id-forbidden': row('Id belongs to resource-based policies only.', elements('id')),
  'sid-characters': row('A Sid may contain only letters and digits; "{sid}" has other characters.', elements('sid')),
  'characters-forbidden': row(
    'IAM doesn’t accept the character "{character}" in a policy.',
    `${IAM_DOCS}reference_iam-quotas.html`,
  ),
  'policy-too-long': row(
    'This policy has {length} characters as AWS counts them. AWS accepts at most {limit}.',
    `${IAM_DOCS}reference_iam-quotas.html`,
  ),
  'policy-longer-than-default': row(
    'This policy has {length} characters without white space. The default quota is {limit}. Inline policies of roles and groups, and raised quotas, allow more.',
    `${IAM_DOCS}reference_iam-quotas.html`,
  ),
  'limit-allows-nothing': row(
    'This policy only limits, and it has no Allow: nothing passes it.',
    `${IAM_DOCS}access_policies_boundaries.html`,
  ),
  'rcp-allow': row('An RCP that you write can only deny. The only Allow is AWS’s own RCPFullAWSAccess.', RCP_SYNTAX),
  'rcp-not-action': row('RCPs take Action, not NotAction.', RCP_SYNTAX),
  'rcp-principal': row(
    'Principal must be "*" in an RCP. Use aws:PrincipalArn in Condition for a particular principal.',
    RCP_SYNTAX,
  ),
  'rcp-action-star': row('An RCP must name services. AWS refuses "*" alone.', RCP_SYNTAX),
  'rcp-service': row(
    'RCPs don’t apply to the service {service}.',
    `${ORGANIZATIONS}/orgs_manage_policies_rcps.html#rcp-supported-services`,
  ),
  'key-policy-without-account': row(
    'No statement of this key policy allows the account: IAM policies then give nothing on the key, and it can become unmanageable.',
    'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html',
  ),
  'endpoint-account': row(
    'In a gateway endpoint’s policy, an account means only its root user. Principal "*" with aws:PrincipalAccount means everyone in it.',
    ENDPOINT,
  ),
  'principal-unreadable': row('"{text}" names no account, user, role or session.', elements('principal')),
  'principal-service-name': row(
    '"{text}" isn’t a service principal. They look like lambda.amazonaws.com.',
    elements('principal'),
  ),
  'principal-federated': row('Only role trust policies can name an identity provider.', elements('principal')),
  'principal-canonical-user': row(
    'Only some resource-based policies, such as those of S3 buckets, can name a canonical user.',
    elements('principal'),
  ),
  'principal-deleted': row(
    '"{text}" is a unique ID. AWS shows it when a named user or role was deleted. A new one with the same name is a different principal.',
    elements('principal'),
  ),
  'confused-deputy': row(
    'Anyone who can make {service} act can use this statement. Limit it with aws:SourceArn or aws:SourceAccount.',
    `${IAM_DOCS}confused-deputy.html`,
  ),
  'confused-deputy-role': row(
    'If {service} supports it, use aws:SourceArn or aws:SourceAccount to limit for whom it may assume this role.',
    `${IAM_DOCS}confused-deputy.html`,
  ),
  'public-access': row('Everyone is allowed here, in any account.', elements('principal')),
  'provider-without-subject': row(
    'Anyone who signs in with {provider} can assume this role. Limit it with a condition on the subject.',
    `${IAM_DOCS}id_roles_create_for-idp_oidc.html`,
  ),
  'not-principal-hits-boundaries': row(
    'NotPrincipal with Deny always denies users and roles that have a permissions boundary. Principal "*" with ArnNotEquals on aws:PrincipalArn does not.',
    elements('notprincipal'),
  ),
  'trust-not-principal': row(
    'AWS no longer accepts NotPrincipal in role trust policies. Use Principal "*" with ArnNotEquals on aws:PrincipalArn instead.',
    elements('notprincipal'),
  ),
  'trust-action': row(
    'A trust policy takes only sts:AssumeRole and related actions. AWS refuses "{text}" here.',
    `${IAM_DOCS}id_roles_update-role-trust-policy.html`,
  ),
  'trust-action-for-principal': row(
    'A principal of type {principal} can’t call {action}.',
    `${IAM_DOCS}id_credentials_temp_request.html`,
  ),
  'action-without-service': row(
    'An action is written service:Action, or "*" alone; "{text}" matches nothing.',
    elements('action'),
  ),
  'action-unknown-service': row('No AWS service has the prefix "{service}" (as of {date}).', CHECKS),
  'action-service-wildcard': row(
    'The service before the colon can’t contain a wildcard: "{text}".',
    elements('action'),
  ),
  'action-unknown': row(
    '{service} has no action "{action}" (as of {date}). AWS saves the policy anyway, but this grants nothing, unless the action was added later.',
    REFERENCE,
  ),
  'action-unlisted': row(
    'AWS’s own policies name "{text}", but the Service Authorization Reference doesn’t list it. It is retired or undocumented.',
    REFERENCE,
  ),
  'action-matches-nothing': row('No action of {service} matches "{text}" (as of {date}).', REFERENCE),
  'resource-not-arn': row('A resource is an ARN or "*"; "{text}" is neither.', elements('resource')),
  'resource-incomplete-arn': row(
    'This ARN has fewer than six fields, and AWS completes it only in identity-based policies: "{text}".',
    ARNS,
  ),
  'resource-partition': row('There is no AWS partition "{partition}".', ARNS),
  'resource-account': row('"{account}" isn’t an account ID. Account IDs have twelve digits.', ARNS),
  'resource-region': row('"{region}" does not look like a Region.', ARNS),
  'resource-variable-in-field': row(
    'Policy variables work after the fifth colon of an ARN only; "{text}" is plain text.',
    VARIABLES,
  ),
  'action-needs-any-resource': row(
    '{action} can’t be limited to a resource. It needs "Resource": "*", so this statement doesn’t apply to it.',
    REFERENCE,
  ),
  'action-without-its-resource': row(
    '{action} works on other resource types ({types}), for example {example}. This statement names none of them.',
    REFERENCE,
  ),
  'resource-without-its-action': row('No action of this statement works on "{text}".', REFERENCE),
  'key-malformed': row('A condition key is written service:name. "{key}" isn’t.', elements('condition')),
  'key-tag-without-name': row('{key} needs the tag’s name after a slash, for example {key}/team.', GLOBAL_KEYS_PAGE),
  'key-unknown-global': row('AWS has no global condition key "{key}".', GLOBAL_KEYS_PAGE),
  'key-unknown': row('{service} documents no condition key "{key}".', REFERENCE),
  'key-for-no-action': row('No action of this statement carries {key}.', REFERENCE),
  'key-for-some-actions': row(
    '{without} of the {all} actions here don’t carry {key}, for example {actions}. For them, the key counts as absent.',
    REFERENCE,
  ),
  'operator-never-matches': row('{key} has the type {type}, so {operator} never matches it.', OPERATORS),
  'operator-meant-for-another': row('{key} has the type {type}, but {operator} is for another type.', OPERATORS),
  'key-needs-set-operator': row(
    '{key} can have several values. {operator} never matches without ForAnyValue: or ForAllValues:.',
    MULTIVALUED,
  ),
  'key-listed-as-multivalued': row(
    'AWS documents {key} as a key with several values. {operator} doesn’t match such a key without ForAnyValue: or ForAllValues:.',
    MULTIVALUED,
  ),
  'key-for-all-allows-absent': row(
    '{key} has at most one value, and {operator} is true when it is absent. So this allows requests without the key.',
    MULTIVALUED,
  ),
  'key-takes-no-set-operator': row(
    '{key} has at most one value. {operator} is meant for keys with several values.',
    MULTIVALUED,
  ),
  'for-all-allows-without-key': row(
    'ForAllValues is true when {key} is absent. Add "Null": {"{key}": "false"} to require the key.',
    MULTIVALUED,
  ),
  'for-all-passes-without-key': row(
    'ForAllValues is also true when the request carries no {key}. Add "Null": {"{key}": "false"} to require one.',
    MULTIVALUED,
  ),
  'operator-takes-no-wildcard': row(
    '{operator} compares letter by letter, so the wildcard in "{text}" is a plain character.',
    OPERATORS,
  ),
  'bool-several-values': row('{key} is true or false. AWS rejects a list of both, which would mean nothing.', CHECKS),
  'condition-contradiction': row(
    '{key} must be absent here and also pass {operator}, so the statement never applies.',
    OPERATORS,
  ),
  'value-unreadable': row('{operator} can’t read "{text}". IAM refuses such a policy.', OPERATORS),
  'value-read-as-false': row('{operator} takes true or false; "{text}" counts as false.', OPERATORS),
  'source-ip-private': row(
    'aws:SourceIp contains only public addresses, so no request has one in {text}. For requests through a VPC endpoint, aws:VpcSourceIp has the private address.',
    `${GLOBAL_KEYS_PAGE}#condition-keys-sourceip`,
  ),
  'source-ip-everywhere': row('{text} covers every address.', `${GLOBAL_KEYS_PAGE}#condition-keys-sourceip`),
  'principal-arn-of-session': row(
    'For a role session, aws:PrincipalArn is the role’s ARN. No request has "{text}".',
    `${GLOBAL_KEYS_PAGE}#condition-keys-principalarn`,
  ),
  'mfa-deny-spares-access-keys': row(
    'Long-term access keys carry no aws:MultiFactorAuthPresent, so this Deny doesn’t apply to them. BoolIfExists would.',
    `${GLOBAL_KEYS_PAGE}#condition-keys-multifactorauthpresent`,
  ),
  'mfa-allow-without-mfa': row(
    'Long-term access keys carry no aws:MultiFactorAuthPresent, so BoolIfExists allows them without MFA. Bool doesn’t.',
    `${GLOBAL_KEYS_PAGE}#condition-keys-multifactorauthpresent`,
  ),
  'deny-hits-services': row(
    'AWS services that call directly carry no {key}, so this Deny applies to them too. Exempt them with a condition on aws:PrincipalIsAWSService.',
    `${GLOBAL_KEYS_PAGE}#condition-keys-principalorgid`,
  ),
  'key-wildcard-in-id': row('{key} is an ID. AWS doesn’t recommend a wildcard in it: "{text}".', GLOBAL_KEYS_PAGE),
  'endpoint-wildcard-in-id': row('Endpoint policies accept no wildcard in {key}, which is an ID: "{text}".', ENDPOINT),
  'endpoint-number-for-id': row('Endpoint policies don’t accept {operator} for {key}, which is an ID.', ENDPOINT),
  'endpoint-short-pattern': row(
    'Endpoint policies accept a wildcard only next to six other characters in a row. "{text}" has too few.',
    ENDPOINT,
  ),
  'endpoint-mixed-account': row(
    'In an endpoint policy, an ARN’s account is an ID or "*". "{account}" mixes both.',
    ENDPOINT,
  ),
  'variable-malformed': row('This policy variable is malformed: "{text}".', VARIABLES),
  'variable-not-supported': row('Policy variables don’t work in {place}, so "{text}" is plain text here.', VARIABLES),
  'variable-under-bool': row(
    'AWS’s pages disagree on whether variables work with {operator}. Its policy validation refuses "{text}" there.',
    VARIABLES,
  ),
  'variable-multivalued': row('{key} can have several values, so it can’t be a policy variable.', VARIABLES),
  'variable-unknown': row('This variable has no value: there is no condition key "{key}".', VARIABLES),
  'grant-everything': row(
    'This allows every action on every resource.',
    `${IAM_DOCS}best-practices.html#grant-least-privilege`,
  ),
  'pass-role-any-role': row(
    '{text} on every role lets whoever has this policy pass any role, even an administrator role, to a service.',
    `${IAM_DOCS}id_roles_use_passrole.html`,
  ),
  'pass-role-any-service': row(
    'Without iam:PassedToService the role may be handed to any service that it trusts.',
    `${IAM_DOCS}id_roles_use_passrole.html`,
  ),
  'assume-any-role': row(
    '{text} on every role lets whoever has this policy assume each role that trusts this account.',
    `${IAM_DOCS}best-practices.html#grant-least-privilege`,
  ),
  'allow-not-action': row(
    'Allow with NotAction grants every action that is not listed, those of services to come included.',
    elements('notaction'),
  ),
  'allow-not-resource': row(
    'Allow with NotResource grants access to every resource that is not listed, those of the future included.',
    elements('notresource'),
  ),
  'privilege-escalation': row(
    'With {actions} on every resource, whoever has this policy can gain more permissions than it gives.',
    `${IAM_DOCS}best-practices.html#grant-least-privilege`,
  ),
  'privilege-escalations': row(
    '{text} on every resource gives whoever has this policy {count} ways to more permissions, for example {actions}.',
    `${IAM_DOCS}best-practices.html#grant-least-privilege`,
  ),
  'privilege-escalation-together': row(
    'Together with {missing} in {policies}, whoever has this policy can gain more permissions: {actions} on every resource.',
    `${IAM_DOCS}best-practices.html#grant-least-privilege`,
  ),
  'linked-role-of-any-service': row(
    'Whoever has this policy can create the service-linked role of any service. Limit it with iam:AWSServiceName.',
    `${IAM_DOCS}using-service-linked-roles.html`,
  ),
  'bucket-policy-action': row(
    'A bucket policy decides only on s3: actions, so "{text}" grants nothing in it. Put it in the caller’s policy or in the policy of {service}’s own resource, for example a key policy.',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html',
  ),
  'roles-anywhere-actions': row(
    'IAM Roles Anywhere needs sts:AssumeRole, sts:SetSourceIdentity and sts:TagSession here. {actions} isn’t allowed.',
    'https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html',
  ),
  'session-key-without-action': row(
    'A request that carries {key} here also needs {action}, which this policy does not allow.',
    `${IAM_DOCS}id_session-tags.html#id_session-tags_permissions-required`,
  ),
  'provider-subject-open': row(
    '"{text}" allows other people’s subjects. Name an owner in {key}, for example {example}.',
    `${IAM_DOCS}id_roles_create_for-idp_oidc.html#idp_oidc_Create_GitHub`,
  ),
  'value-never-of-key': row('No request has "{text}" in {key}. Its values look like {example}.', GLOBAL_KEYS_PAGE),
  'key-id-malformed': row(
    '"{text}" isn’t a KMS key ID. Key IDs look like 1234abcd-12ab-34cd-56ef-1234567890ab or begin with mrk-. An alias doesn’t work here.',
    'https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id-key-id',
  ),
  'tag-key-for-no-action': row(
    'AWS’s reference (as of {date}) lists {key} for no action here, for example {actions}. If it is complete, the key counts as absent.',
    REFERENCE,
  ),
  'tag-key-for-some-actions': row(
    'AWS’s reference (as of {date}) doesn’t list {key} for {without} of the {all} actions here on these resources, for example {actions}. If it is complete, the key counts as absent for them.',
    REFERENCE,
  ),
  'tag-action-missing': row(
    'A {action} request that carries {key} also needs {tags}, which no policy here allows.',
    `${IAM_DOCS}access_tags.html#access_tags_control-requests`,
  ),
  'source-deny-hits-everybody': row(
    'Only calls by AWS services carry {key}, so this Deny also applies to everyone who calls directly. Limit it to services with "Bool": {"aws:PrincipalIsAWSService": "true"}.',
    `${ORGANIZATIONS}/orgs_manage_policies_rcps_examples.html`,
  ),
  'key-never-of-service': row(
    'No service principal carries {key}, so this Allow never applies. Use aws:SourceOrgID, aws:SourceAccount or aws:SourceArn instead.',
    GLOBAL_KEYS_PAGE,
  ),
  'key-of-few-services': row(
    'Only some services’ calls carry {key}. For all others it counts as absent. AWS’s page lists the services.',
    `${GLOBAL_KEYS_PAGE}#condition-keys-vpceaccount`,
  ),
  'key-set-by-caller': row(
    'Any caller can send any {key}, so it keeps no one out.',
    `${GLOBAL_KEYS_PAGE}#condition-keys-useragent`,
  ),
  'allow-without-key': row(
    'A request carries {key} only {when}, and {operator} is also true without it, so such requests are allowed. Add "Null": {"{key}": "false"} to require the key.',
    `${OPERATORS}#Conditions_IfExists`,
  ),
  'action-redundant': row('"{text}" is covered by "{by}".', CHECKS),
  'resource-redundant': row('"{text}" is covered by "{by}".', CHECKS),
  'condition-value-redundant': row('"{text}" appears here twice.', CHECKS),
  'statement-redundant': row('Statement {number} already says this.', CHECKS),
  'allow-always-denied': row(
    'Statement {number} denies all of this, so the Allow never takes effect.',
    elements('effect'),
  ),
} as const

/** A code of a finding. */
export type CheckCode = keyof typeof CHECK_MESSAGES
