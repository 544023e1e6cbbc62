import type { SituationShape } from '../situation'

/** What API Gateway, AppSync, Cognito and the services between applications say in words of their own. */
export const APPLICATIONS_SHAPES = {
  'api-logging-role': {
    decides: 'trust',
    service: 'apigateway',
    refused: 'apigateway.amazonaws.com',
    actions: ['sts:AssumeRole'],
    says: [
      'CloudWatch Logs role ARN must be set in account settings to enable logging',
      'The role ARN does not have required permissions configured. Please grant trust permission for API Gateway',
      'The role ARN does not have required permissions set to API Gateway',
    ],
  },
  'api-function-permission': {
    decides: 'resource',
    service: 'lambda',
    refused: 'apigateway.amazonaws.com',
    actions: ['lambda:InvokeFunction'],
    says: [
      'Invalid permissions on Lambda function',
      'Execution failed due to configuration error: Invalid permissions on Lambda function',
    ],
  },
  'api-integration-role': {
    decides: 'trust',
    service: 'apigateway',
    refused: 'apigateway.amazonaws.com',
    actions: ['sts:AssumeRole'],
    says: ['API Gateway does not have permission to assume the provided role'],
  },
  'api-access-log-delivery': {
    decides: 'resource',
    service: 'logs',
    refused: 'delivery.logs.amazonaws.com',
    actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    says: ['Insufficient permissions to enable logging', 'Access denied when accessing log destination'],
  },
  'api-resource-policy-missing': {
    decides: 'resource',
    service: 'execute-api',
    refused: 'caller',
    actions: ['execute-api:Invoke'],
    says: ['Private REST API * resource policy', "Private REST API doesn't have a resource policy attached to it"],
  },
  'api-authorizer-deny': {
    decides: 'none',
    service: 'execute-api',
    refused: 'app-user',
    ofDenial: true,
    says: [
      'User is not authorized to access this resource with an explicit deny',
      'User is not authorized to access this resource',
    ],
  },
  'api-key-missing': {
    decides: 'none',
    service: 'execute-api',
    refused: 'app-user',
    says: [
      'API key * (required|missing|invalid) * usage plan',
      '{"message":"Forbidden"} * x-api-key',
      'Invalid API Key identifier specified',
    ],
  },
  'graphql-field': {
    decides: 'none',
    service: 'appsync',
    refused: 'app-user',
    says: ['Not Authorized to access {field} on type {type}'],
  },
  'graphql-no-header': {
    decides: 'none',
    service: 'appsync',
    refused: 'app-user',
    says: ['Valid authorization header not provided', 'You are not authorized to make this call'],
  },
  'identity-pool-unauthenticated': {
    decides: 'none',
    service: 'cognito-identity',
    refused: 'app-user',
    says: ['Unauthenticated access is not supported for this identity pool'],
  },
  'identity-pool-role': {
    decides: 'trust',
    service: 'cognito-identity',
    refused: 'cognito-identity.amazonaws.com',
    actions: ['sts:AssumeRoleWithWebIdentity'],
    says: ['Invalid identity pool configuration. Check assigned IAM roles for this pool'],
  },
  'identity-pool-login': {
    decides: 'none',
    service: 'cognito-identity',
    refused: 'app-user',
    says: [
      'Access to Identity {identity} is forbidden',
      "Logins don't match. Please include at least one valid login for this identity",
      'Token is not from a supported provider of this identity pool',
      'Invalid login token',
    ],
  },
  'user-pool-sign-in': {
    decides: 'none',
    service: 'cognito-idp',
    refused: 'app-user',
    says: [
      'Incorrect username or password',
      'User is disabled',
      'User does not exist',
      'Password attempts exceeded',
      'Unable to verify secret hash for client',
      'Client {client} is configured with secret but SECRET_HASH was not received',
      '{flow} flow not enabled for this client',
      'Access Token has been revoked',
      'Refresh Token has (expired|been revoked)',
    ],
  },
  'user-pool-scope': {
    decides: 'none',
    service: 'cognito-idp',
    refused: 'app-user',
    says: [
      'Access Token does not have required scopes',
      'A client attempted to write unauthorized attribute',
      'Attempted to (read|write) unauthorized attribute',
    ],
  },
  'user-pool-message-role': {
    decides: 'trust',
    service: 'cognito-idp',
    refused: 'cognito-idp.amazonaws.com',
    actions: ['sts:AssumeRole'],
    codes: [
      'InvalidSmsRoleTrustRelationshipException',
      'InvalidSmsRoleAccessPolicyException',
      'InvalidEmailRoleAccessPolicyException',
    ],
    says: [
      'Role does not have a trust relationship allowing Cognito to assume the role',
      'Role does not have permission to publish with SNS',
      'Cognito is not allowed to use your email identity',
      'Unable to get user info or send (email|SMS)',
    ],
  },
  'queue-missing-or-hidden': {
    decides: 'open',
    service: 'sqs',
    refused: 'caller',
    says: [
      'The specified queue does not exist or you do not have access to it',
      'The specified queue does not exist for this wsdl version',
    ],
  },
  'dead-letter-queue': {
    decides: 'none',
    service: 'sqs',
    says: [
      'Value * for parameter RedrivePolicy is invalid. Reason: Dead letter target does not exist',
      'The provided execution role does not have permissions to call SendMessage on SQS',
    ],
  },
  'topic-policy-document': {
    decides: 'none',
    service: 'sns',
    says: [
      'Invalid parameter: Policy statement action out of service scope',
      'Invalid parameter: Policy Error: PrincipalNotFound',
    ],
  },
  'sms-sandbox': {
    decides: 'none',
    service: 'sns',
    says: [
      'This AWS account is in the SMS sandbox',
      "Can't send SMS * sandbox",
      'No origination entities available to send',
    ],
  },
  'email-identity-unverified': {
    decides: 'none',
    service: 'ses',
    codes: ['MessageRejected', 'MailFromDomainNotVerifiedException'],
    says: [
      'Email address is not verified. The following identities failed the check in region {region}',
      'Email address is not verified',
      'Email Address not verified',
      'Domain {domain} is not verified',
    ],
  },
  'email-sending-paused': {
    decides: 'none',
    service: 'ses',
    codes: ['AccountSendingPausedException', 'SendingPausedException'],
    says: ['Sending (paused|suspended) for this account', 'Account is paused'],
  },
  'rule-target-role': {
    decides: 'trust',
    service: 'events',
    refused: 'events.amazonaws.com',
    actions: ['sts:AssumeRole'],
    says: [
      'Provided role {resource} cannot be assumed by principal {principal}',
      'RoleArn is required for target',
      'Role {resource} cannot be assumed by {principal}',
    ],
  },
  'rule-target-invoke': {
    decides: 'resource',
    service: 'events',
    refused: 'events.amazonaws.com',
    says: [
      'Lack of permissions to invoke cross account target',
      'Lack of permissions to invoke target',
      'NO_PERMISSIONS',
    ],
  },
  'scheduler-role': {
    decides: 'trust',
    service: 'scheduler',
    refused: 'scheduler.amazonaws.com',
    actions: ['sts:AssumeRole'],
    says: ['The execution role you provide must allow AWS EventBridge Scheduler to assume the role'],
  },
  'state-machine-log-delivery': {
    decides: 'identity',
    service: 'states',
    refused: 'given-role',
    actions: [
      'logs:CreateLogDelivery',
      'logs:PutResourcePolicy',
      'logs:DescribeResourcePolicies',
      'logs:DescribeLogGroups',
    ],
    says: ['The state machine IAM Role is not authorized to access the Log Destination'],
  },
  'log-policy-size': {
    decides: 'none',
    service: 'logs',
    says: [
      'The CloudWatch Logs Resource Policy size was exceeded',
      'Resource limit exceeded * resource policies',
      'resource policy document * 5120',
    ],
  },
  'state-machine-managed-rule': {
    decides: 'identity',
    service: 'states',
    refused: 'given-role',
    actions: ['events:PutTargets', 'events:PutRule', 'events:DescribeRule'],
    says: ['is not authorized to create managed-rule'],
  },
  'state-machine-role': {
    decides: 'trust',
    service: 'states',
    refused: 'states.amazonaws.com',
    actions: ['sts:AssumeRole'],
    says: [
      'Neither the global service principal states.amazonaws.com, nor the regional one is authorized to assume the provided role',
    ],
  },
  'iot-certificate-policy': {
    decides: 'identity',
    service: 'iot',
    refused: 'caller',
    actions: ['iot:Connect'],
    says: [
      '(AuthorizationFailure|AUTHORIZATION_FAILURE) * (iot|clientId|principalId)',
      'Connection (refused|lost|closed) * (not authorised|not authorized|NOT_AUTHORIZED)',
      'Connection Refused: not authorised',
    ],
  },
} as const satisfies Readonly<Record<string, SituationShape>>
