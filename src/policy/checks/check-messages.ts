const IAM = 'https://docs.aws.amazon.com/IAM/latest/UserGuide'
const CHECKS = `${IAM}/access-analyzer-reference-policy-checks.html`
const ORGANIZATIONS = 'https://docs.aws.amazon.com/organizations/latest/userguide'

const row = <Page extends string>(sentence: string, page: Page) => ({ sentence, page })
const elements = (name: string) => `${IAM}/reference_policies_elements_${name}.html`
const OPERATORS = elements('condition_operators')
const GLOBAL_KEYS = `${IAM}/reference_policies_condition-keys.html`
const MULTIVALUED = `${IAM}/reference_policies_condition-single-vs-multi-valued-context-keys.html`
const VARIABLES = `${IAM}/reference_policies_variables.html`
const RCP_SYNTAX = `${ORGANIZATIONS}/orgs_manage_policies_rcps_syntax.html`
const ARNS = `${IAM}/reference-arns.html`
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
    'This is the policy language of 2008; 2012-10-17 is the present one, and the only one with policy variables.',
    elements('version'),
  ),
  'id-forbidden': row('Id belongs to resource-based policies only.', elements('id')),
  'sid-characters': row('A Sid holds letters and digits only; "{sid}" has other characters.', elements('sid')),
  'characters-forbidden': row(
    'IAM takes no character like "{character}" in a policy.',
    `${IAM}/reference_iam-quotas.html`,
  ),
  'policy-too-long': row(
    'This policy has {length} characters as AWS counts them; at most {limit} are accepted.',
    `${IAM}/reference_iam-quotas.html`,
  ),
  'policy-longer-than-default': row(
    'This policy has {length} characters without white space; the default quota is {limit}. Inline policies of roles and groups, and raised quotas, take more.',
    `${IAM}/reference_iam-quotas.html`,
  ),
  'limit-allows-nothing': row(
    'This policy only limits, and it has no Allow: nothing passes it.',
    `${IAM}/access_policies_boundaries.html`,
  ),
  'rcp-allow': row(
    'A resource control policy that you write can only deny; the one Allow is AWS’s own RCPFullAWSAccess.',
    RCP_SYNTAX,
  ),
  'rcp-not-action': row('Resource control policies take Action, not NotAction.', RCP_SYNTAX),
  'rcp-principal': row(
    'Principal must be "*" in a resource control policy; use aws:PrincipalArn in Condition for anybody in particular.',
    RCP_SYNTAX,
  ),
  'rcp-action-star': row('A resource control policy names services: "*" alone is refused.', RCP_SYNTAX),
  'rcp-service': row(
    'Resource control policies do not reach the service {service}.',
    `${ORGANIZATIONS}/orgs_manage_policies_rcps.html#rcp-supported-services`,
  ),
  'key-policy-without-account': row(
    'No statement of this key policy allows the account: IAM policies then give nothing on the key, and it can become unmanageable.',
    'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html',
  ),
  'endpoint-account': row(
    'In the policy of a gateway endpoint an account means its root user only; Principal "*" with aws:PrincipalAccount means everybody in it.',
    ENDPOINT,
  ),
  'principal-unreadable': row('"{text}" names no account, user, role or session.', elements('principal')),
  'principal-service-name': row(
    '"{text}" is no service principal: those look like lambda.amazonaws.com.',
    elements('principal'),
  ),
  'principal-federated': row('Only role trust policies can name an identity provider.', elements('principal')),
  'principal-canonical-user': row(
    'Only some resource-based policies, such as those of S3 buckets, can name a canonical user.',
    elements('principal'),
  ),
  'principal-deleted': row(
    '"{text}" is a unique id: AWS shows it where a named user or role has been deleted. One created anew under the same name is another.',
    elements('principal'),
  ),
  'confused-deputy': row(
    'Whoever can make {service} act may use this statement. aws:SourceArn or aws:SourceAccount says for whom the service may act.',
    `${IAM}/confused-deputy.html`,
  ),
  'confused-deputy-role': row(
    'Where {service} supports it, aws:SourceArn or aws:SourceAccount says for whom it may assume this role.',
    `${IAM}/confused-deputy.html`,
  ),
  'public-access': row('Everybody is allowed here, in any account.', elements('principal')),
  'provider-without-subject': row(
    'Anybody whom {provider} signs in can assume this role; a condition on its subject says who may.',
    `${IAM}/id_roles_create_for-idp_oidc.html`,
  ),
  'not-principal-hits-boundaries': row(
    'NotPrincipal with Deny always denies users and roles that have a permissions boundary. Principal "*" with ArnNotEquals on aws:PrincipalArn does not.',
    elements('notprincipal'),
  ),
  'trust-not-principal': row(
    'AWS no longer takes NotPrincipal in role trust policies; Principal "*" with ArnNotEquals on aws:PrincipalArn says the same.',
    elements('notprincipal'),
  ),
  'trust-action': row(
    'A trust policy decides on sts:AssumeRole and its kin only; "{text}" does nothing here.',
    `${IAM}/id_roles_update-role-trust-policy.html`,
  ),
  'trust-action-for-principal': row(
    '{action} cannot be called by a principal of the kind {principal}.',
    `${IAM}/id_credentials_temp_request.html`,
  ),
  'action-without-service': row(
    'An action is written service:Action, or "*" alone; "{text}" matches nothing.',
    elements('action'),
  ),
  'action-unknown-service': row('No AWS service of {date} has the prefix "{service}".', CHECKS),
  'action-service-wildcard': row('The service before the colon takes no wildcard: "{text}".', elements('action')),
  'action-unknown': row(
    '{service} has no action "{action}" in AWS’s reference of {date}. If it is not newer, AWS stores the policy all the same, and it grants nothing.',
    REFERENCE,
  ),
  'action-unlisted': row(
    'AWS’s own policies name "{text}", but the Service Authorization Reference does not list it: it is retired, or not documented.',
    REFERENCE,
  ),
  'action-matches-nothing': row('No action of {service} matches "{text}" in AWS’s reference of {date}.', REFERENCE),
  'resource-not-arn': row('A resource is an ARN or "*"; "{text}" is neither.', elements('resource')),
  'resource-incomplete-arn': row(
    'This ARN has fewer than six fields, and only identity-based policies complete it: "{text}".',
    ARNS,
  ),
  'resource-partition': row('There is no AWS partition "{partition}".', ARNS),
  'resource-account': row('"{account}" is no account id: those have twelve digits.', ARNS),
  'resource-region': row('"{region}" does not look like a Region.', ARNS),
  'resource-variable-in-field': row(
    'Policy variables work after the fifth colon of an ARN only; "{text}" is plain text.',
    VARIABLES,
  ),
  'action-needs-any-resource': row(
    '{action} cannot be limited to a resource: it needs "Resource": "*", and this statement does not apply to it.',
    REFERENCE,
  ),
  'action-without-its-resource': row(
    'No resource of this statement is of a type that {action} works on ({types}), such as {example}.',
    REFERENCE,
  ),
  'resource-without-its-action': row('No action of this statement works on "{text}".', REFERENCE),
  'key-malformed': row('A condition key is written service:name; "{key}" is not.', elements('condition')),
  'key-tag-without-name': row('{key} needs the tag’s name after a slash, such as {key}/team.', GLOBAL_KEYS),
  'key-unknown-global': row('AWS has no global condition key "{key}".', GLOBAL_KEYS),
  'key-unknown': row('{service} documents no condition key "{key}".', REFERENCE),
  'key-for-no-action': row('No action of this statement carries {key}.', REFERENCE),
  'key-for-some-actions': row(
    '{without} of the {all} actions here do not carry {key}, among them {actions}. For those the key counts as absent.',
    REFERENCE,
  ),
  'operator-never-matches': row('{key} is a {type}: {operator} never compares it.', OPERATORS),
  'operator-meant-for-another': row('{key} is a {type}, and {operator} is meant for another type.', OPERATORS),
  'key-needs-set-operator': row(
    '{key} can hold several values: {operator} never matches without ForAnyValue: or ForAllValues:.',
    MULTIVALUED,
  ),
  'key-listed-as-multivalued': row(
    '{key} is documented as a key with several values: {operator} does not match such a key without ForAnyValue: or ForAllValues:.',
    MULTIVALUED,
  ),
  'key-for-all-allows-absent': row(
    '{key} holds one value at most, and {operator} is true when it is absent: this allows requests without the key.',
    MULTIVALUED,
  ),
  'key-takes-no-set-operator': row(
    '{key} holds one value at most; {operator} is meant for keys with several.',
    MULTIVALUED,
  ),
  'for-all-allows-without-key': row(
    'ForAllValues is true when {key} is absent. "Null": {"{key}": "false"} beside it demands the key.',
    MULTIVALUED,
  ),
  'for-all-passes-without-key': row(
    'ForAllValues is also true when the request carries no {key}; "Null": {"{key}": "false"} beside it demands one.',
    MULTIVALUED,
  ),
  'operator-takes-no-wildcard': row(
    '{operator} compares letter by letter: the wildcard in "{text}" is a plain character.',
    OPERATORS,
  ),
  'bool-several-values': row('{key} is true or false: a list of both says nothing, and AWS rejects it.', CHECKS),
  'condition-contradiction': row(
    '{key} must be absent here and pass {operator} as well: the statement never applies.',
    OPERATORS,
  ),
  'value-unreadable': row('{operator} cannot read "{text}"; IAM refuses to store such a policy.', OPERATORS),
  'value-read-as-false': row('{operator} takes true or false; "{text}" counts as false.', OPERATORS),
  'source-ip-private': row(
    'aws:SourceIp holds public addresses only: no request has one in {text}. aws:VpcSourceIp holds the private one, through a VPC endpoint.',
    `${GLOBAL_KEYS}#condition-keys-sourceip`,
  ),
  'source-ip-everywhere': row('{text} is every address.', `${GLOBAL_KEYS}#condition-keys-sourceip`),
  'principal-arn-of-session': row(
    'For a role session aws:PrincipalArn holds the ARN of the role; no request has "{text}".',
    `${GLOBAL_KEYS}#condition-keys-principalarn`,
  ),
  'mfa-deny-spares-access-keys': row(
    'Long-term access keys carry no aws:MultiFactorAuthPresent, so this Deny spares them; BoolIfExists does not.',
    `${GLOBAL_KEYS}#condition-keys-multifactorauthpresent`,
  ),
  'mfa-allow-without-mfa': row(
    'Long-term access keys carry no aws:MultiFactorAuthPresent, so BoolIfExists allows them without MFA; Bool does not.',
    `${GLOBAL_KEYS}#condition-keys-multifactorauthpresent`,
  ),
  'deny-hits-services': row(
    'AWS services that call directly carry no {key}, so this Deny hits them too; a condition on aws:PrincipalIsAWSService spares them.',
    `${GLOBAL_KEYS}#condition-keys-principalorgid`,
  ),
  'key-wildcard-in-id': row('{key} holds an id: AWS sees no use for a wildcard in it, as in "{text}".', GLOBAL_KEYS),
  'endpoint-wildcard-in-id': row('Endpoint policies take no wildcard in {key}, which holds an id: "{text}".', ENDPOINT),
  'endpoint-number-for-id': row('Endpoint policies do not take {operator} for {key}, which holds an id.', ENDPOINT),
  'endpoint-short-pattern': row(
    'Endpoint policies take a wildcard only beside six other characters in a row; "{text}" has too few.',
    ENDPOINT,
  ),
  'endpoint-mixed-account': row(
    'The account of an ARN is an id or "*" in an endpoint policy; "{account}" is a mixture.',
    ENDPOINT,
  ),
  'variable-malformed': row('This policy variable is not well formed: "{text}".', VARIABLES),
  'variable-not-supported': row('Policy variables do not work in {place}: "{text}" is plain text here.', VARIABLES),
  'variable-under-bool': row(
    'AWS’s pages disagree whether variables work with {operator}, and its policy validation refuses "{text}" there.',
    VARIABLES,
  ),
  'variable-multivalued': row('{key} can hold several values and cannot be a policy variable.', VARIABLES),
  'variable-unknown': row('There is no condition key "{key}" for this variable to take its value from.', VARIABLES),
  'grant-everything': row(
    'This allows every action on every resource.',
    `${IAM}/best-practices.html#grant-least-privilege`,
  ),
  'pass-role-any-role': row(
    '{text} on every role lets whoever has this policy pass any role, even an administrator role, to a service.',
    `${IAM}/id_roles_use_passrole.html`,
  ),
  'pass-role-any-service': row(
    'Without iam:PassedToService the role may be handed to any service that it trusts.',
    `${IAM}/id_roles_use_passrole.html`,
  ),
  'assume-any-role': row(
    '{text} on every role: each role that trusts this account is open to the holder.',
    `${IAM}/best-practices.html#grant-least-privilege`,
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
    '{actions} on every resource let their holder gain more permissions than this policy gives.',
    `${IAM}/best-practices.html#grant-least-privilege`,
  ),
  'privilege-escalation-together': row(
    'Together with {missing} in {policies}, this lets its holder gain more permissions than the policies give: {actions} on every resource.',
    `${IAM}/best-practices.html#grant-least-privilege`,
  ),
  'linked-role-of-any-service': row(
    'This lets its holder create the service-linked role of any service; iam:AWSServiceName says of which.',
    `${IAM}/using-service-linked-roles.html`,
  ),
  'bucket-policy-action': row(
    'A bucket policy decides on s3: actions only: "{text}" gives nothing in it. What {service} needs stands in the policy of the caller or of {service}’s own resource, such as a key policy.',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html',
  ),
  'roles-anywhere-actions': row(
    'IAM Roles Anywhere needs sts:AssumeRole, sts:SetSourceIdentity and sts:TagSession here; {actions} is not allowed to it.',
    'https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html',
  ),
  'session-key-without-action': row(
    'A request that carries {key} here also needs {action}, which this policy does not allow.',
    `${IAM}/id_session-tags.html#id_session-tags_permissions-required`,
  ),
  'provider-subject-open': row(
    '"{text}" lets in subjects of other people: {key} is open before it names an owner, as {example} does.',
    `${IAM}/id_roles_create_for-idp_oidc.html#idp_oidc_Create_GitHub`,
  ),
  'value-never-of-key': row('No request has "{text}" in {key}: its values look like {example}.', GLOBAL_KEYS),
  'key-id-malformed': row(
    '"{text}" is no id of a KMS key: those look like 1234abcd-12ab-34cd-56ef-1234567890ab, or begin with mrk-. An alias does not stand for its key here.',
    'https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id-key-id',
  ),
  'tag-key-for-no-action': row(
    'AWS’s reference of {date} lists {key} for no action here, among them {actions}. If that is complete, the key counts as absent.',
    REFERENCE,
  ),
  'tag-key-for-some-actions': row(
    'AWS’s reference of {date} does not list {key} for {without} of the {all} actions here on these resources, among them {actions}. If that is complete, the key counts as absent for those.',
    REFERENCE,
  ),
  'tag-action-missing': row(
    'A request of {action} that carries {key} also needs {tags}, which no policy here allows.',
    `${IAM}/access_tags.html#access_tags_control-requests`,
  ),
  'source-deny-hits-everybody': row(
    'Only calls of AWS services carry {key}, so this Deny also hits everybody who calls directly; "Bool": {"aws:PrincipalIsAWSService": "true"} limits it to services.',
    `${ORGANIZATIONS}/orgs_manage_policies_rcps_examples.html`,
  ),
  'key-never-of-service': row(
    'No service principal carries {key}, so this Allow never applies; aws:SourceOrgID, aws:SourceAccount and aws:SourceArn say for whom a service acts.',
    GLOBAL_KEYS,
  ),
  'key-of-few-services': row(
    'Calls of some services only carry {key}; for all others it counts as absent. AWS’s page lists the services.',
    `${GLOBAL_KEYS}#condition-keys-vpceaccount`,
  ),
  'key-set-by-caller': row(
    'Any caller can send any {key}: it keeps nobody out.',
    `${GLOBAL_KEYS}#condition-keys-useragent`,
  ),
  'allow-without-key': row(
    'A request carries {key} only {when}, and {operator} also holds without it: such requests are allowed. "Null": {"{key}": "false"} beside it demands the key.',
    `${OPERATORS}#Conditions_IfExists`,
  ),
  'action-redundant': row('"{text}" is covered by "{by}".', CHECKS),
  'resource-redundant': row('"{text}" is covered by "{by}".', CHECKS),
  'condition-value-redundant': row('"{text}" stands here twice.', CHECKS),
  'statement-redundant': row('Statement {number} says this already.', CHECKS),
  'allow-always-denied': row(
    'Statement {number} denies all of this: the Allow never takes effect.',
    elements('effect'),
  ),
} as const

/** A code of a finding. */
export type CheckCode = keyof typeof CHECK_MESSAGES
