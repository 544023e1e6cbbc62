import { own } from '../../text/own'

const PAGE = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html'

/** The place of a global condition key on its AWS page. */
export const globalKeyPage = (key: string): string =>
  `${PAGE}#condition-keys-${(key.split(':')[1] ?? '').split('/')[0]?.toLowerCase() ?? ''}`

/** What each global condition key holds, by key in lower case up to a slash. */
export const GLOBAL_KEY_MESSAGES: Readonly<Record<string, string>> = {
  'aws:assumedroot': 'Is the request made with root credentials from AssumeRoot?',
  'aws:calledvia': 'The services that made requests on the principal’s behalf, in order.',
  'aws:calledviaawsmcp': 'The AWS MCP service through which the request came.',
  'aws:calledviafirst': 'The first service that made a request on the principal’s behalf.',
  'aws:calledvialast': 'The last service that made a request on the principal’s behalf.',
  'aws:chatbotsourcearn': 'The chat configuration that started the session.',
  'aws:currenttime': 'The date and time of the request.',
  'aws:ec2instancesourceprivateipv4': 'The private IPv4 address of the instance whose role credentials are used.',
  'aws:ec2instancesourcevpc': 'The VPC to which the role credentials of an instance were delivered.',
  'aws:epochtime': 'The time of the request in seconds since 1970.',
  'aws:federatedprovider': 'The identity provider that authenticated the session.',
  'aws:ismcpserviceaction': 'Is the action one of an AWS MCP service?',
  'aws:multifactorauthage': 'Seconds since the principal signed in with MFA. Long-term access keys never carry it.',
  'aws:multifactorauthpresent':
    'Were the temporary credentials made with MFA? Long-term access keys never carry this key, so Bool is false for them and BoolIfExists is true.',
  'aws:principalaccount': 'The account of the principal that makes the request.',
  'aws:principalarn': 'The ARN of the principal. For a role session it is the role’s ARN, never the session’s.',
  'aws:principalisawsservice': 'Is the request made directly by an AWS service principal?',
  'aws:principalorgid': 'The organization of the principal’s account. AWS service principals do not carry it.',
  'aws:principalorgpaths': 'The path of the principal’s account through the organization.',
  'aws:principalservicename': 'The AWS service principal that makes the request directly.',
  'aws:principalservicenameslist': 'All names of the AWS service principal that makes the request directly.',
  'aws:principaltag': 'A tag of the principal: of the user or role, or of its session.',
  'aws:principaltype': 'Account, User, FederatedUser, AssumedRole or Anonymous.',
  'aws:referer': 'The address in the Referer header, which any caller can set as it likes.',
  'aws:requestedregion': 'The Region that the request goes to; us-east-1 for global services.',
  'aws:requesttag': 'A tag that the request passes.',
  'aws:resourceaccount': 'The account that owns the resource.',
  'aws:resourceorgid': 'The organization of the account that owns the resource.',
  'aws:resourceorgpaths': 'The path through the organization of the account that owns the resource.',
  'aws:resourcetag': 'A tag of the resource.',
  'aws:securetransport': 'Was the request sent over TLS?',
  'aws:signinsessionarn': 'The AWS Sign-In session that the credentials belong to.',
  'aws:sourceaccount': 'The account of the resource for which an AWS service makes the request.',
  'aws:sourcearn': 'The resource for which an AWS service makes the request. Calls of users and roles do not carry it.',
  'aws:sourceidentity': 'The source identity that was set when the role was assumed.',
  'aws:sourceip':
    'The public address of the caller. It is absent through a VPC endpoint, where aws:VpcSourceIp stands instead.',
  'aws:sourceorgid': 'The organization of the resource for which an AWS service makes the request.',
  'aws:sourceorgpaths': 'The path through the organization of the resource for which an AWS service makes the request.',
  'aws:sourceowner': 'An older name of the source account that some services still send.',
  'aws:sourcevpc': 'The VPC of the VPC endpoint through which the request comes.',
  'aws:sourcevpcarn': 'The ARN of the VPC of the VPC endpoint through which the request comes.',
  'aws:sourcevpce': 'The VPC endpoint through which the request comes.',
  'aws:tagkeys': 'The tag keys that the request passes; compared with case.',
  'aws:tokenissuetime': 'When the temporary credentials were issued.',
  'aws:useragent': 'The User-Agent header, which any caller can set as it likes.',
  'aws:userid': 'The unique id of the principal; of a role session the role’s id and the session name.',
  'aws:username': 'The name of the IAM user. Roles and root users do not carry it.',
  'aws:viaawsmcpservice': 'Did the request come through an AWS MCP service?',
  'aws:viaawsservice': 'Did an AWS service make the request on the principal’s behalf?',
  'aws:viacustomerdomain': 'The account whose delegated temporary access is used.',
  'aws:vpceaccount': 'The account that owns the VPC endpoint.',
  'aws:vpceorgid': 'The organization of the account that owns the VPC endpoint.',
  'aws:vpceorgpaths': 'The path through the organization of the account that owns the VPC endpoint.',
  'aws:vpcsourceip': 'The address of the caller inside its VPC, through a VPC endpoint.',
}

/** The sentence for a global condition key; empty for other keys. */
export const globalKeyMessage = (key: string): string =>
  own(GLOBAL_KEY_MESSAGES, key.toLowerCase().split('/')[0] ?? '') ?? ''
