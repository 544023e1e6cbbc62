import type { APPLICATIONS_SHAPES } from '../shapes/applications'
import type { SituationAnswer } from '../situation-row'
import { DECIDING_COMMANDS } from '../deciding-commands'

/** What API Gateway, AppSync, Cognito and the services between applications say in words of their own: what is said of each. */
export const APPLICATIONS_ANSWERS = {
  'integration-method': {
    title: 'The Lambda integration calls the function with GET, not POST.',
    means:
      'API Gateway invokes a function with a POST, whatever the method of the API is. With another integration method Lambda can’t tell the operation, so no policy was evaluated.',
    changes: [
      {
        says: 'Set the integration’s HTTP method to `POST`, leave the API’s own method, and deploy the stage again.',
        page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-create-api-as-simple-proxy-for-lambda.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'api-logging-role-unset': {
    title: 'API Gateway has no role to write logs with.',
    means:
      'API Gateway logs as one role per account and Region, set once in its account settings (`cloudwatchRoleArn`). None is set here.',
    check: 'aws apigateway get-account --output json',
    changes: [
      {
        says: 'Create a role that trusts `apigateway.amazonaws.com` and has `AmazonAPIGatewayPushToCloudWatchLogs`. Set it in the account settings (`aws_api_gateway_account` in Terraform, `AWS::ApiGateway::Account` in CloudFormation).',
        run: 'aws apigateway update-account --patch-operations op=replace,path=/cloudwatchRoleArn,value=<ARN of the role>',
        page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'api-logging-role': {
    title: 'API Gateway may not use its logging role.',
    means:
      'API Gateway logs as one role per account and Region (`cloudwatchRoleArn`). The role must trust `apigateway.amazonaws.com` and have `AmazonAPIGatewayPushToCloudWatchLogs`. API Gateway says the same of a role that isn’t at this ARN (path, name, account), and of one made moments ago.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If the role isn’t there, correct its ARN. If it’s new, wait a minute and repeat. Otherwise let it trust `apigateway.amazonaws.com`, attach `AmazonAPIGatewayPushToCloudWatchLogs`, and save the setting again. If all that is so, check that STS is active for this Region in IAM’s account settings.',
        page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'api-function-permission': {
    title: 'API Gateway may not invoke the Lambda function.',
    means:
      'API Gateway calls the function as `apigateway.amazonaws.com`. The resource policy of the function, or of the version or alias that the integration names, must allow it `lambda:InvokeFunction` with this API, method and stage as source ARN. A function or alias that isn’t there gives the same.',
    check: DECIDING_COMMANDS.functionPolicy,
    changes: [
      {
        says: 'Check that the integration names a function and alias that exist. Then allow the API to invoke it, and deploy the API again.',
        run: 'aws lambda add-permission --function-name {aliasedFunction} --statement-id api --action lambda:InvokeFunction --principal apigateway.amazonaws.com --source-arn <ARN of the API>/*',
        page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-integrations.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'http-api-integration': {
    title: 'API Gateway may not call the integration’s target.',
    means:
      'API Gateway says so of a role on the integration and, where none is set, of itself. Without a role, the policy of the function, or of the version or alias that the integration calls, must let in `apigateway.amazonaws.com`. For the route `$default` the source ARN ends in `API/STAGE/$default`: a pattern with three parts after the API’s ID, as in `API/*/*/*`, doesn’t match it.',
    check: DECIDING_COMMANDS.functionPolicy,
    changes: [
      {
        says: 'If the integration has a role, allow that role the call. If not, allow `apigateway.amazonaws.com` in the function’s policy with `arn:aws:execute-api:REGION:ACCOUNT:API/*/*` as `SourceArn`, which matches `$default` and the other routes of this API.',
        page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'http-api-integration-with-role': {
    title: 'The role of the API’s integration may not call its target.',
    means:
      'API Gateway calls the target with the role that the integration names as its credentials. That role lacks the action on the target. Without such a role, the target’s own policy would decide.',
    changes: [
      {
        says: 'Allow the integration’s role the action on the target: for a function `lambda:InvokeFunction`, also on the version or alias that the integration names.',
        page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'api-integration-role': {
    title: 'API Gateway can’t assume the integration’s role.',
    means:
      'An AWS integration calls the service as its credentials role, which must trust `apigateway.amazonaws.com`. API Gateway says the same of a role that isn’t at this ARN (path, name, account), and of one made moments ago.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If the role isn’t there, correct its ARN. If it’s new, wait a minute and repeat. Otherwise name `apigateway.amazonaws.com` as principal in its trust policy, and allow the role the service’s action.',
        page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/getting-started-aws-proxy.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'api-access-log-delivery': {
    title: 'CloudWatch Logs doesn’t accept the delivery of these logs.',
    means:
      'Access logs arrive through `delivery.logs.amazonaws.com`. Whoever turns logging on needs `logs:CreateLogDelivery`, `logs:PutResourcePolicy` and their siblings. The Region’s Logs resource policies have a limit of ten, of 5,120 characters each.',
    check: DECIDING_COMMANDS.logPolicies,
    changes: [
      {
        says: 'Add a Logs resource policy that allows `delivery.logs.amazonaws.com` to `logs:CreateLogStream` and `logs:PutLogEvents`. Or use a log group named `/aws/vendedlogs/…`.',
        page: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'api-access-log-set-up': {
    title: 'API Gateway couldn’t set up the delivery of access logs.',
    means:
      'The call makes a log delivery in the caller’s name and adds the log group to a CloudWatch Logs resource policy. Either the caller lacks the log delivery actions, or there is no room: a resource policy holds 5,120 characters, and a Region ten policies.',
    check: DECIDING_COMMANDS.logPolicies,
    changes: [
      {
        says: 'If a policy is near its size, or there are ten, remove log groups that are gone, or take a log group named `/aws/vendedlogs/…`. Otherwise allow the caller the log delivery actions, such as `logs:CreateLogDelivery`, on `*`.',
        page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging.html',
        confirmed: '2026-12-02',
      },
    ],
  },
  'api-resource-policy-missing': {
    title: 'A private API needs a resource policy before it’s deployed.',
    means:
      'A private API is closed until its resource policy allows the VPC endpoint or VPC. Then it must be deployed again.',
    changes: [
      {
        says: 'Add a resource policy that allows `execute-api:Invoke` for your `aws:SourceVpce`, then deploy.',
        page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'private-api-policy-late': {
    title: 'The API was deployed before its resource policy was attached.',
    means:
      'A private API can be deployed only once it has a resource policy. According to what you pasted, the policy is made in the same run, and it’s attached too late: nothing makes the deployment wait for it. No permission of the caller is missing.',
    changes: [
      {
        says: 'Let the deployment wait for the policy: `depends_on` the `aws_api_gateway_rest_api_policy` in `aws_api_gateway_deployment`, in CloudFormation the `Policy` of the API itself. Let a changed policy make a new deployment too, through the deployment’s `triggers`.',
        page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'zone-of-another-account': {
    title: 'Most likely the hosted zone is in another account.',
    means:
      'Route 53 says this of a hosted zone that the caller’s account hasn’t got. A hosted zone has no policy of its own, so nothing in the caller’s account can open it: the call needs a role of the account that has the zone.',
    check: 'aws route53 list-hosted-zones --query HostedZones[].[Id,Name] --output text',
    changes: [
      {
        says: 'Check the zone’s ID. If the zone is in another account, assume a role there that may call `route53:ChangeResourceRecordSets` on it; in Terraform, with a second provider that has `assume_role`.',
        page: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/security_iam_service-with-iam.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'zone-of-cloud-map': {
    title: 'The hosted zone belongs to AWS Cloud Map; delete its namespace.',
    means:
      'AWS Cloud Map created the zone for a namespace, and Route 53 lets nobody change it except through AWS Cloud Map. No policy decides it.',
    changes: [
      {
        says: 'Deregister the namespace’s instances, delete its services, then the namespace: the hosted zone goes with it. What creates the namespace, such as an ECS service with service discovery, has to be gone first.',
        run: 'aws servicediscovery delete-namespace --id <namespace ID>',
        page: 'https://docs.aws.amazon.com/cloud-map/latest/dg/deleting-namespaces.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'api-authorizer-deny': {
    title: 'The API’s authorizer denied the request.',
    means:
      'API Gateway says this when the Lambda authorizer returned a policy that denies the request or doesn’t name this method. A cached policy of another method does the same. No IAM policy of your account decided.',
    check: 'aws apigateway get-authorizers --rest-api-id {api} --output json',
    changes: [
      {
        says: 'Look in the authorizer’s logs which policy it returned for this request. If it names one method only and is cached, let it name each method that this user may call, or set its cache TTL to 0.',
        page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'api-key-missing': {
    title: 'The API key is missing, not valid, or in no usage plan.',
    means:
      'The method requires an API key in `x-api-key` that belongs to a usage plan of this stage. No IAM policy decides.',
    changes: [
      {
        says: 'Send the key, and add it and the stage to a usage plan.',
        page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-setup-api-key-with-console.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'api-key-id-unknown': {
    title: 'No API key has this ID in this account and Region.',
    means:
      'The call takes the ID of the key, not its name and not its value. An API key belongs to one Region of one account. No permission is missing.',
    changes: [
      {
        says: 'List the keys of the Region, and give the ID of the one that you mean.',
        run: 'aws apigateway get-api-keys --query items[].[id,name] --output text',
        page: 'https://docs.aws.amazon.com/apigateway/latest/api/API_GetApiKey.html',
        confirmed: '2026-12-02',
      },
    ],
  },
  'graphql-field': {
    title: 'AppSync’s authorization rules refuse this field.',
    means:
      'The request reached AppSync; the schema’s `@auth` rules (or the resolver) refuse `{field}` for this identity. Either no rule is for its provider, group or owner, or it signs with IAM and is none of the roles that an Amplify API lets in: its auth and unauth roles and its admin roles.',
    check:
      'aws appsync list-graphql-apis --query graphqlApis[].[name,authenticationType,additionalAuthenticationProviders] --output json',
    grantedIn: 'the rules of the AppSync schema',
    changes: [
      {
        says: 'Compare how the request signs in with the rules of the field, its type and the types that it returns. If none is for that provider, group or owner and it’s meant to have access, add an `@auth` rule.',
        page: 'https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html',
        confirmed: 'unconfirmed',
      },
      {
        says: 'If a role calls an Amplify API, such as a Lambda function’s: in Gen 2 use `allow.resource(function)`. In Gen 1 list it in `adminRoleNames` of `custom-roles.json`, which opens the whole API to that role. Then push.',
        page: 'https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'graphql-role-not-admitted': {
    title: 'The Amplify API doesn’t list the role that signs this call.',
    means:
      'IAM let the call in, and a resolver of the API refused `{field}`. A rule with `provider: iam` admits the API’s own authenticated and unauthenticated roles. Another role, such as a function’s of another stack, must be listed in the API, whatever its policy allows.',
    check:
      'aws appsync list-graphql-apis --query graphqlApis[].[name,authenticationType,additionalAuthenticationProviders] --output json',
    grantedIn: 'the rules of the AppSync schema',
    changes: [
      {
        says: 'List the role’s name in `adminRoleNames` of `amplify/backend/api/API/custom-roles.json`, then `amplify push`: it opens the whole API to that role. In Gen 2 use `allow.resource(function)`. Don’t widen `appsync:GraphQL`.',
        page: 'https://docs.amplify.aws/gen1/javascript/build-a-backend/graphqlapi/customize-authorization-rules/',
        confirmed: 'unconfirmed',
      },
      {
        says: 'Check that the API has `AWS_IAM` among its ways to sign in, and that the rule is on the field, its type and the types that it returns.',
        page: 'https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'graphql-permission': {
    title: 'The caller may not call this GraphQL field.',
    means:
      'AppSync checked the signed call with IAM. The caller needs `appsync:GraphQL` on the field: `apis/ID/types/TYPE/fields/FIELD`, or `apis/ID/*` for all fields.',
    check: 'aws appsync list-graphql-apis --output json',
    changes: [
      {
        says: 'Allow the caller `appsync:GraphQL` on the ARN of the field.',
        page: 'https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'graphql-key-ended': {
    title: 'The API key has expired.',
    means:
      'By its `expires`, in seconds since 1970, the key ended before this request. AppSync keeps such a key for 60 days, in which it can be extended. The schema and the IAM policies aren’t the cause.',
    changes: [
      {
        says: 'Extend the key with `aws appsync update-api-key` and `--expires` at most 365 days from now. Or create a new key and give that to the client.',
        page: 'https://docs.aws.amazon.com/appsync/latest/APIReference/API_ApiKey.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'graphql-no-header': {
    title: 'AppSync doesn’t accept the request’s credentials.',
    means:
      'The header is missing, doesn’t fit the API’s authorization mode, or holds a key or token that has expired. An API with a Lambda authorizer says the same where that refuses. No IAM policy was evaluated.',
    check: 'aws appsync list-api-keys --api-id {api} --output json',
    changes: [
      {
        says: 'Send the header of the mode that the API uses: `x-api-key`, `Authorization` with a token, or a signed request. API keys expire.',
        page: 'https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'identity-pool-unauthenticated': {
    title: 'The identity pool doesn’t allow guests.',
    means:
      'The app asked for credentials without signing in, and the pool doesn’t allow that. No policy was evaluated.',
    check: 'aws cognito-identity describe-identity-pool --identity-pool-id {identityPool} --output json',
    changes: [
      {
        says: 'Sign the user in first and pass the token. Only if guests are meant: turn on guest access and give it a narrow role.',
        page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'identity-pool-role': {
    title: 'Cognito can’t use the role of this identity pool.',
    means:
      'The role must trust `cognito-identity.amazonaws.com`, with `aud` equal to this pool’s id and `amr` fitting the kind of user. Or the pool names no role for that kind of user, or one that doesn’t exist any more.',
    check: 'aws cognito-identity get-identity-pool-roles --identity-pool-id {identityPool} --output json',
    changes: [
      {
        says: 'If the pool has no role for this kind of user, or the role is gone, set one that exists. Otherwise correct `cognito-identity.amazonaws.com:aud` and `amr` in its trust policy.',
        page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'identity-pool-login': {
    title: 'Cognito doesn’t accept this sign-in for the identity.',
    means:
      'The identity belongs to a signed-in user, and the token is missing, expired or from a provider the pool doesn’t know. No IAM policy decides.',
    changes: [
      {
        says: 'Pass a fresh ID token in `logins`, under the provider’s exact name, of a user pool client that the pool lists.',
        page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/external-identity-providers.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'user-pool-sign-in': {
    title: 'The Cognito user pool refused the sign-in.',
    means:
      'The user, the password, the app client or the token is wrong. This is the user pool’s answer, and no IAM policy decides it.',
    changes: [
      {
        says: 'Correct what the message names: user, password, client secret, authentication flow of the app client, or sign in again for new tokens.',
        page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'user-pool-sms-permission': {
    title: 'The user pool’s SMS role may not publish with SNS.',
    means:
      'The user pool sends SMS as its SMS role. That role’s policy lacks `sns:Publish` on `*`, which a text message needs.',
    check: DECIDING_COMMANDS.inlinePolicies,
    changes: [
      {
        says: 'Allow the SMS role `sns:Publish` on `*`.',
        page: 'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SmsConfigurationType.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'user-pool-refresh-hash': {
    title: 'Most likely the secret hash has an alias, not the username.',
    means:
      'On a refresh Cognito compares the hash with the pool’s own user name. A user who signs in with an e-mail, a phone number or an alias has another one, usually the `sub`. If the sign-in with the same code works, the secret is right.',
    changes: [
      {
        says: 'For the refresh compute `SECRET_HASH` from the user name that Cognito returned, and the client id: `username` in the access token, `cognito:username` in the ID token. If the sign-in fails too, compare the client’s secret.',
        page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'sam-function-open': {
    title: 'SAM CLI stopped by itself: a function has no authentication.',
    means:
      '`sam deploy --guided` asks for each function behind an API or a URL without an authorizer whether that is okay. The answer was no, which Enter gives too. AWS wasn’t asked, so no IAM policy or SCP is involved.',
    changes: [
      {
        says: 'If the function is meant to be public, answer `y`. Otherwise set `Auth` for its API or event in the template.',
        page: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-cli-command-reference-sam-deploy.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'user-pool-secret-hash': {
    title: 'The app client needs a SECRET_HASH that fits its secret.',
    means:
      'An app client with a secret takes only calls with `SECRET_HASH`: the HMAC of user name and client id under that secret. No policy decides it.',
    check: DECIDING_COMMANDS.appClient,
    changes: [
      {
        says: 'Send `SECRET_HASH` computed with this client’s secret. For a browser or mobile app use an app client without a secret.',
        page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'media-capture-bucket': {
    title: 'Chime’s media pipelines can’t use this bucket.',
    means:
      'A media capture pipeline writes to your bucket as `mediapipelines.chime.amazonaws.com`. The bucket policy must allow it `s3:PutObject` and `s3:PutObjectAcl`, and the bucket must be in the pipeline’s Region.',
    check: DECIDING_COMMANDS.bucketPolicy,
    changes: [
      {
        says: 'Check that the bucket is in the pipeline’s Region. Then allow `mediapipelines.chime.amazonaws.com` both actions on the bucket’s objects, with `aws:SourceAccount` and `aws:SourceArn` of your account’s pipelines.',
        page: 'https://docs.aws.amazon.com/chime-sdk/latest/dg/create-s3-bucket.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'user-pool-verified-attribute': {
    title: 'An app client can’t mark an attribute as verified; leave it out.',
    means:
      'Cognito itself sets `email_verified` and `phone_number_verified` once a user has proved the address or number. A client that sends one of them has the whole call refused. IAM plays no part.',
    check: DECIDING_COMMANDS.appClient,
    grantedIn: 'the Cognito user pool',
    changes: [
      {
        says: 'Leave `email_verified` and `phone_number_verified` out of the call. If they must be set, set them afterwards from your backend with `AdminUpdateUserAttributes`, or by `autoVerifyEmail` and `autoVerifyPhone` in a pre sign-up trigger.',
        page: 'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserAttributeUpdateSettingsType.html',
        confirmed: '2026-12-01',
      },
      {
        says: 'For another attribute: allow the app client to write it.',
        page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'user-pool-client-flow': {
    title: 'The app client may not use this OAuth flow.',
    means:
      'The user pool grants OAuth flows by app client, and this one isn’t granted the flow that the request asks for. IAM plays no part.',
    check: DECIDING_COMMANDS.appClient,
    grantedIn: 'the Cognito user pool',
    changes: [
      {
        says: 'Compare the client’s `AllowedOAuthFlows` with the request: `response_type=code` needs `code`, a token for a service `client_credentials`. Allow that flow in the app client’s settings with its scopes, and turn on `AllowedOAuthFlowsUserPoolClient`.',
        page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'user-pool-attribute': {
    title: 'The app client may not read or write this attribute.',
    means: 'The user pool grants attributes by app client, to read and to write apart. IAM plays no part.',
    check: DECIDING_COMMANDS.appClient,
    grantedIn: 'the Cognito user pool',
    changes: [
      {
        says: 'Allow the app client the attribute in its read or write attributes, or leave it out of the call. An attribute that users must not set belongs into `AdminUpdateUserAttributes` from your backend.',
        page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'user-pool-scope': {
    title: 'The access token lacks a scope.',
    means:
      'The call is made with the user’s access token, which needs the scope `aws.cognito.signin.user.admin`. A token of the hosted sign-in has it only where the app client allows it and the sign-in asks for it. IAM plays no part.',
    check: DECIDING_COMMANDS.appClient,
    grantedIn: 'the Cognito user pool',
    changes: [
      {
        says: 'Allow `aws.cognito.signin.user.admin` in the app client’s scopes, ask for it in the sign-in, and sign in again. Or make the call from a backend with its `Admin…` counterpart.',
        page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'subscription-of-another-account': {
    title: 'Most likely the subscription belongs to another account.',
    means:
      'The account that subscribes is the subscription’s owner, for example that of the queue or function; the topic’s owner isn’t. SNS lets other accounts neither read nor change its attributes, whatever your own policies allow.',
    changes: [
      {
        says: 'Change no policy. Read or change the attributes with credentials of the account that subscribed, or let the tool skip subscriptions of other accounts; a newer version may do so.',
        page: 'https://docs.aws.amazon.com/sns/latest/api/API_SetSubscriptionAttributes.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'user-pool-email-identity': {
    title: 'Most likely the SES identity’s policy doesn’t let Cognito send.',
    means:
      'The user pool sends mail as an SES identity. Cognito tries that whenever the pool is saved, also for a change of something else. The identity must be verified in its Region, and its sending authorization policy must let Cognito in for this pool. The SMS role plays no part.',
    check:
      'aws cognito-idp describe-user-pool --user-pool-id {userPool} --query UserPool.EmailConfiguration --output json',
    changes: [
      {
        says: 'Look at the policies of the identity in `SourceArn`: remove a Deny that fits, and allow `email.cognito-idp.amazonaws.com` `ses:SendEmail` and `ses:SendRawEmail`, with this pool as `aws:SourceArn` and your account as `aws:SourceAccount`. Then save the pool again.',
        page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-ses-authorization-to-send-email.html',
        confirmed: '2026-12-03',
      },
      {
        says: 'With `EmailSendingAccount` `DEVELOPER` Cognito sends with `AWSServiceRoleForAmazonCognitoIdpEmailService`. If that role isn’t there, whoever saves the pool needs `iam:CreateServiceLinkedRole`.',
        page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/using-service-linked-roles.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'user-pool-message-role': {
    title: 'Cognito can’t use its role to send messages.',
    means:
      'The user pool sends SMS as its SMS role and e-mail through the SES identity. The role must trust `cognito-idp.amazonaws.com` with the pool’s external id, and allow `sns:Publish`. Cognito says the same where the SMS role was deleted, for example with its stack.',
    check:
      'aws cognito-idp describe-user-pool --user-pool-id {userPool} --query UserPool.[SmsConfiguration,EmailConfiguration] --output json',
    changes: [
      {
        says: 'See whether the role in `SmsConfiguration` still exists. If it doesn’t, create it again under its name, or set another role. Else correct its trust policy and `sts:ExternalId`, and allow `sns:Publish` on `*`. For e-mail allow `cognito-idp.amazonaws.com` in the identity’s sending policy.',
        page: 'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SmsConfigurationType.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'queue-in-another-region': {
    title: 'The queue isn’t in the Region that was asked.',
    means:
      'You pasted two Regions: one that the client uses, and one with the queue. SQS says that a queue doesn’t exist when it’s asked in another Region than the queue’s.',
    changes: [
      {
        says: 'Set the client’s Region to the one in the queue’s URL (`region_name` in boto3), and restart it. A URL alone doesn’t set it: a function’s client works in the function’s Region. Only if they are the same, check the caller’s policy and the queue policy.',
        page: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/troubleshooting-api-errors.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'rule-target-queue': {
    title: 'The queue’s policy doesn’t let EventBridge send, or the queue is gone.',
    means:
      'An event in a rule’s dead-letter queue tells why its target failed. EventBridge sends as `events.amazonaws.com`, and SQS gives the same answer for a queue that’s missing and for one it may not use.',
    check: 'aws sqs get-queue-attributes --queue-url {queueUrl} --attribute-names QueueArn Policy --output json',
    changes: [
      {
        says: 'In the target queue’s policy allow `events.amazonaws.com` `sqs:SendMessage`, with `aws:SourceArn` as the rule’s ARN. If the queue is gone, correct the rule’s target.',
        page: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'rule-target-queue-there': {
    title: 'The queue’s policy doesn’t let EventBridge send.',
    means:
      'The rule’s target exists: its attributes are shown. EventBridge sends as `events.amazonaws.com`, and where the queue policy doesn’t allow it, SQS answers as if the queue weren’t there.',
    changes: [
      {
        says: 'In the target queue’s policy allow `events.amazonaws.com` `sqs:SendMessage`, with `aws:SourceArn` as the rule’s ARN.',
        page: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'queue-looked-for-at-home': {
    title: 'GetQueueUrl looks for the queue in the caller’s own account.',
    means:
      'A queue’s name alone means the caller’s account, and there is none of this name there. According to what you pasted, the queue is in another account. Its policy and your permissions come after that.',
    changes: [
      {
        says: 'Give the owner’s account too: `QueueOwnerAWSAccountId`, or `--queue-owner-aws-account-id`. Or use the queue’s URL with that account instead of its name.',
        page: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueUrl.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'queue-of-another-account': {
    title: 'SQS looks for the queue in the caller’s own account.',
    means:
      'A queue’s name alone means the caller’s account. According to what you pasted, the queue is found once its owner’s account is given. So its policy lets this caller find it, and the Region is right.',
    changes: [
      {
        says: 'Give the owner’s account too: `QueueOwnerAWSAccountId`, or the setting of your program for it. Or use the queue’s URL instead of its name.',
        page: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueUrl.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'queue-url-hidden': {
    title: 'The queue isn’t here, or the caller isn’t allowed its URL.',
    means:
      'The program asks for the queue by its name, which takes `sqs:GetQueueUrl`. SQS says the same for a queue that isn’t in this account and Region, and for a caller who may not ask.',
    check: 'aws sqs list-queues --output json',
    changes: [
      {
        says: 'Compare the program’s Region and account with the queue’s, then the name. If they’re right, allow the caller `sqs:GetQueueUrl` on the queue.',
        page: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-api-permissions-reference.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'queue-not-there': {
    title: 'The queue doesn’t exist in this account and Region.',
    means:
      'No policy refused this. Most often the client works in another Region than the queue’s, or the name or the account in the queue URL is another one. A URL alone doesn’t set the client’s Region.',
    changes: [
      {
        says: 'Compare the queue’s Region, account and name with those of the call, and set the client’s Region to the queue’s.',
        run: 'aws sqs list-queues --region <Region of the call> --output json',
        page: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/troubleshooting-api-errors.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'queue-missing-or-hidden': {
    title: 'The queue doesn’t exist here, or this caller can’t see it.',
    means:
      'SQS says the same for a queue that’s missing, in another Region or account, and for one the caller may not use. Check the Region and the account in the queue URL first.',
    check: 'aws sqs list-queues --output json',
    changes: [
      {
        says: 'Correct the queue URL, Region or account. Then check the caller’s policy and the queue policy.',
        page: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/troubleshooting-api-errors.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'dead-letter-queue': {
    title: 'The dead-letter queue isn’t there.',
    means:
      'The redrive policy must name an existing queue of the same account, Region and type. No permission was refused.',
    changes: [
      {
        says: 'Correct the queue’s ARN, or create the queue first.',
        page: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'topic-policy-document': {
    title: 'The topic doesn’t accept this policy.',
    means:
      'SNS checks the policy when it’s saved. It takes only the actions of a topic, each by its name: `SNS:*` is out of scope too, as are actions of other services. Nothing was denied.',
    changes: [
      {
        says: 'Replace `SNS:*` by the actions that are meant, such as `SNS:Publish`, `SNS:Subscribe`, `SNS:GetTopicAttributes` and `SNS:SetTopicAttributes`. Remove actions of other services.',
        page: 'https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-language-api-permissions-reference.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'topic-endpoint-internal': {
    title: 'SNS sends nothing to a private address.',
    means:
      'SNS delivers from outside of your VPC, so the endpoint must be reachable on the internet. No policy changes that.',
    changes: [
      {
        says: 'Subscribe a queue or a function that reaches the private host. Or give a public HTTPS address.',
        page: 'https://docs.aws.amazon.com/sns/latest/dg/sns-internetwork-traffic-privacy.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'sms-sandbox': {
    title: 'The account’s settings don’t let this SMS go.',
    means: 'In the SMS sandbox only verified numbers get messages. This is an account setting for each Region.',
    check: 'aws sns get-sms-sandbox-account-status --output json',
    changes: [
      {
        says: 'Verify the number, or move the account out of the sandbox.',
        page: 'https://docs.aws.amazon.com/sns/latest/dg/sns-sms-sandbox.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'email-identity-unverified': {
    title: 'SES doesn’t know this address in this Region.',
    means:
      'SES verifies identities per Region. In the sandbox both sender and recipients must be verified. No IAM policy refused this.',
    check: 'aws sesv2 get-account --query ProductionAccessEnabled --output text',
    changes: [
      {
        says: 'Look whose address the error names. If it’s a recipient’s, the account is in the sandbox of this Region: request production access. For a test, let the recipient verify the address.',
        page: 'https://docs.aws.amazon.com/ses/latest/dg/request-production-access.html',
        confirmed: '2026-11-28',
      },
      {
        says: 'If it’s the sender’s, verify it or its domain in the Region of the call, or call SES in the Region where it’s verified.',
        run: 'aws sesv2 create-email-identity --email-identity {email} --region {region}',
        page: 'https://docs.aws.amazon.com/ses/latest/dg/request-production-access.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'mail-rejected': {
    title: 'SES rejected the message; its text tells why.',
    means:
      'Most often an address isn’t verified in the Region of the call. SES also rejects where sending is paused, or where something in the message isn’t valid. No IAM policy refused this.',
    check: 'aws sesv2 get-account --output json',
    changes: [
      {
        says: 'Read the text of the error. Check that the sender is verified in this Region and, in the sandbox, each recipient too.',
        page: 'https://docs.aws.amazon.com/botocore/latest/reference/services/ses/client/exceptions/MessageRejected.html',
        confirmed: '2026-12-02',
      },
    ],
  },
  'email-identity-of-another-account': {
    title: 'The call doesn’t say that it sends as another account’s identity.',
    means:
      'SES looks for the sender among the identities of the caller’s own account, unless the call names the ARN of the one in the other account. Its sending authorization policy counts only then.',
    changes: [
      {
        says: 'Name the identity’s ARN in the call: `SourceArn` for `SendEmail`, `SourceArn` and `FromArn` or the header `X-SES-SOURCE-ARN` for a raw message, `FromEmailAddressIdentityArn` in version 2. The sender needs no verification here.',
        page: 'https://docs.aws.amazon.com/ses/latest/dg/sending-authorization-delegate-sender-tasks-email.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'email-sending-paused': {
    title: 'SES has paused sending for this account.',
    means:
      'SES pauses an account or a configuration set with many bounces or complaints, or you turned it off. No policy decides.',
    check: 'aws sesv2 get-account --output json',
    changes: [
      {
        says: 'Solve the cause named in the SES console and ask for a review, or turn sending on again.',
        page: 'https://docs.aws.amazon.com/ses/latest/dg/faqs-enforcement.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'rule-target-takes-no-role': {
    title: 'A log group takes no role, but needs a resource policy.',
    means:
      'EventBridge writes to a log group without a role. A resource policy of CloudWatch Logs must allow it `logs:CreateLogStream` and `logs:PutLogEvents` on the log group. No policy of a role changes that.',
    check: DECIDING_COMMANDS.logPolicies,
    changes: [
      {
        says: 'Leave the role out of the target. Then allow `events.amazonaws.com` and `delivery.logs.amazonaws.com` both actions on the log group in a resource policy: `aws logs put-resource-policy`, or `aws_cloudwatch_log_resource_policy` in Terraform.',
        page: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html',
        confirmed: '2026-12-01',
        comesFirst: true,
      },
    ],
  },
  'rule-target-role-unused': {
    title: 'This kind of target takes no role.',
    means:
      'EventBridge reaches this target under the target’s own policy, not with a role. The call was refused for naming one; nobody lacked a permission for it.',
    changes: [
      {
        says: 'Leave the role out of the target, and allow `events.amazonaws.com` in the target’s own policy, with the rule’s ARN as `aws:SourceArn`.',
        page: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'rule-target-role-missing': {
    title: 'The target needs a role, and none was given.',
    means:
      'EventBridge reaches this kind of target, such as a pipeline, a state machine or another account’s event bus, as a role that you name. No policy refused this; the call left the role out.',
    changes: [
      {
        says: 'Give the target a role that trusts `events.amazonaws.com` and may do the target’s action: `codepipeline:StartPipelineExecution` on a pipeline, `states:StartExecution` on a state machine, `events:PutEvents` on a bus. Then name it as `RoleArn` of the target.',
        page: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-account.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'rule-target-role': {
    title: 'The service can’t assume the target’s role.',
    means:
      'The role’s trust policy must name the service that the message names: EventBridge is `events.amazonaws.com`, Scheduler `scheduler.amazonaws.com`, Pipes `pipes.amazonaws.com`. A role that isn’t at this ARN (path, name, account) and one made moments ago give the same.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If the role isn’t there, correct its ARN. If it’s new, wait a minute and repeat. Otherwise name that service principal for `sts:AssumeRole` in its trust policy.',
        page: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-iam-roles.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'rule-target-role-lacks': {
    title: 'Most likely the role of the rule’s target lacks a permission.',
    means:
      'EventBridge reaches this kind of target, such as a stream, a state machine or an ECS task, as the role that is set on the target. That role may not make the call. A resource policy for `events.amazonaws.com` doesn’t help.',
    check: 'aws events list-targets-by-rule --rule {rule} --output json',
    changes: [
      {
        says: 'Allow the target’s role the call on this target: `states:StartExecution` on a state machine, `kinesis:PutRecord` on a stream, `firehose:PutRecord` and `firehose:PutRecordBatch` on a Firehose stream, `ecs:RunTask` with `iam:PassRole` for a task. Then the use of its KMS key, if it has one.',
        page: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-iam-roles.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'rule-target-invoke': {
    title: 'EventBridge may not invoke the rule’s target.',
    means:
      'EventBridge sends as the target’s role, or as `events.amazonaws.com` under the policy of the queue, topic, function or log group. The DLQ’s message names the target.',
    check: 'aws events list-targets-by-rule --rule {rule} --output json',
    changes: [
      {
        says: 'If the target has a role, allow that role the call. If it has none, allow `events.amazonaws.com` in the target’s own policy with the rule as `aws:SourceArn`.',
        page: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-troubleshooting.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'rule-role-invocations-failed': {
    title: 'Most likely the target’s role doesn’t let EventBridge send.',
    means:
      'FailedInvocations counts calls of the target that failed for good. EventBridge calls a stream, a state machine or an ECS task with the target’s role. That role must allow the call, and the use of the target’s KMS key if it has one.',
    check: 'aws events list-targets-by-rule --rule {rule} --output json',
    changes: [
      {
        says: 'Allow the target’s role the call: `kinesis:PutRecord`, `firehose:PutRecordBatch`, `states:StartExecution`, or `ecs:RunTask` with `iam:PassRole`. A dead-letter queue on the target tells the reason.',
        page: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-iam-roles.html',
        confirmed: '2026-12-02',
      },
    ],
  },
  'rule-invocations-failed': {
    title: 'Most likely the rule’s target doesn’t let EventBridge in.',
    means:
      'FailedInvocations counts calls of the target that failed for good. A function, queue or topic must allow `events.amazonaws.com` in its own policy, with this rule as `aws:SourceArn`. Other targets are called with the target’s role.',
    check: 'aws events list-targets-by-rule --rule {rule} --output json',
    changes: [
      {
        says: 'Allow `events.amazonaws.com` in the target’s policy with this rule’s ARN as `aws:SourceArn`. A dead-letter queue on the target tells the reason.',
        page: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-troubleshooting.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'schedule-as-source': {
    title: 'The trust policy names a schedule, but Scheduler sends its group.',
    means:
      'Scheduler sends the ARN of the schedule’s group as `aws:SourceArn`, never that of a schedule, so the condition never holds.',
    changes: [
      {
        says: 'Set `aws:SourceArn` in the trust policy to the ARN of the group, `schedule-group/GROUP`.',
        page: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'scheduler-role': {
    title: 'EventBridge Scheduler can’t assume the schedule’s role.',
    means:
      'Scheduler calls the target as the schedule’s execution role, which must trust `scheduler.amazonaws.com`, not `events.amazonaws.com`. Scheduler says the same of a role that isn’t at this ARN (path, name, account), and of one made moments ago.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If the role isn’t there, correct its ARN. If it’s new, wait a minute and repeat. Otherwise name `scheduler.amazonaws.com` as principal in its trust policy, with `aws:SourceAccount`. Then allow the role the target’s action.',
        page: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/using-eventbridge-scheduler.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'state-machine-log-delivery': {
    title: 'The state machine’s role can’t set up log delivery.',
    means:
      'Step Functions sets up logs as the state machine’s role, which needs the log delivery actions on `*`. It says the same where the log group’s ARN doesn’t end in `:*`, where the Region’s Logs resource policies are full, and where the role’s policy was attached moments ago.',
    check: DECIDING_COMMANDS.logPolicies,
    changes: [
      {
        says: 'Check that the log group’s ARN ends in `:*`. Then allow the role `logs:CreateLogDelivery`, `GetLogDelivery`, `UpdateLogDelivery`, `DeleteLogDelivery`, `ListLogDeliveries`, `PutResourcePolicy`, `DescribeResourcePolicies` and `DescribeLogGroups` on `*`. If it has them, make room in the Logs resource policies.',
        page: 'https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'log-policy-size': {
    title: 'The CloudWatch Logs resource policies have reached their limit.',
    means:
      'Log delivery adds each log group to a Logs resource policy of the account. Such a policy holds 5,120 characters, and a Region ten of them. Nothing is missing in the policies of whoever deploys.',
    check: DECIDING_COMMANDS.logPolicies,
    changes: [
      {
        says: 'Shorten the Logs resource policies: merge their entries into one with a wildcard, such as `log-group:/aws/vendedlogs/*` for `delivery.logs.amazonaws.com`, and delete those that aren’t used.',
        page: 'https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html',
        confirmed: '2026-11-28',
      },
      {
        says: 'Name log groups with the prefix `/aws/vendedlogs/` (for Step Functions `/aws/vendedlogs/states/`): one entry covers them all.',
        page: 'https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'state-machine-managed-rule': {
    title: 'The state machine’s role can’t create the rule it waits with.',
    means:
      'A `.sync` task learns of the end through an EventBridge rule that Step Functions manages. The state machine’s role needs `events:PutTargets`, `events:PutRule` and `events:DescribeRule` on that rule.',
    changes: [
      {
        says: 'Allow the three actions on `arn:aws:events:REGION:ACCOUNT:rule/StepFunctionsGetEventsFor*`.',
        page: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'state-machine-role': {
    title: 'Step Functions can’t assume the state machine’s role.',
    means:
      'Step Functions runs the state machine as its role, which must trust `states.amazonaws.com`. It says the same of a role that isn’t at this ARN (path, name, account), and of one made moments ago.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If the role isn’t there, correct its ARN. If it’s new, wait a minute and repeat. Otherwise name `states.amazonaws.com` for `sts:AssumeRole` in its trust policy.',
        page: 'https://docs.aws.amazon.com/step-functions/latest/dg/procedure-create-iam-role.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'topic-deliveries-failed': {
    title: 'Most likely the queue or function doesn’t let the topic in.',
    means:
      'NumberOfNotificationsFailed counts messages that SNS couldn’t deliver. The queue’s or function’s own policy must allow `sns.amazonaws.com`, with the topic as `aws:SourceArn`. An encrypted queue needs the same for its customer managed key.',
    check: 'aws sns list-subscriptions-by-topic --topic-arn {topicArn} --output json',
    changes: [
      {
        says: 'Allow `sns.amazonaws.com` in the policy of the queue or function with the topic’s ARN as `aws:SourceArn`. For an encrypted queue allow it `kms:GenerateDataKey` and `kms:Decrypt` in the key policy too. Delivery status logging tells the reason.',
        page: 'https://docs.aws.amazon.com/sns/latest/dg/subscribe-sqs-queue-to-sns-topic.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'topic-delivery-key': {
    title: 'SNS may not use the KMS key of the queue.',
    means:
      'SNS delivers to an encrypted queue as `sns.amazonaws.com`, which needs `kms:GenerateDataKey` and `kms:Decrypt` in the policy of the queue’s key. The AWS managed key `alias/aws/sqs` admits no service, and nobody can change its policy.',
    changes: [
      {
        says: 'Allow `sns.amazonaws.com` `kms:GenerateDataKey*` and `kms:Decrypt` in the key policy of the queue’s customer managed key. If the queue has the AWS managed key, encrypt it with SSE-SQS or with such a key first.',
        page: 'https://docs.aws.amazon.com/sns/latest/dg/sns-enable-encryption-for-topic-sqs-queue-subscriptions.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'topic-delivery-refused': {
    title: 'The queue’s policy doesn’t let the topic send to it.',
    means:
      'SNS delivers to a queue as `sns.amazonaws.com`, not as whoever published. The queue policy must allow that `sqs:SendMessage`, with the topic’s ARN as source. An encrypted queue’s key policy must allow it too.',
    changes: [
      {
        says: 'Allow `sns.amazonaws.com` `sqs:SendMessage` in the queue policy, with the topic as `aws:SourceArn`.',
        page: 'https://docs.aws.amazon.com/sns/latest/dg/subscribe-sqs-queue-to-sns-topic.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'iot-connection-closed': {
    title: 'AWS IoT closed the connection without a reason.',
    means:
      'AWS IoT does so when the certificate’s AWS IoT policy doesn’t allow what the device did: `iot:Connect` with this client ID, or `iot:Publish` or `iot:Subscribe` on the topic. Two clients with one client ID close each other too.',
    changes: [
      {
        says: 'Compare client ID and topics with the AWS IoT policy of the certificate. CloudWatch’s AWS IoT logs name the operation that was refused.',
        page: 'https://docs.aws.amazon.com/iot/latest/developerguide/diagnosing-connectivity-issues.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'iot-identity-policy': {
    title: 'AWS IoT doesn’t authorize this Cognito identity.',
    means:
      'A signed-in Cognito identity needs both: the IAM policy of the identity pool’s role, and an AWS IoT policy attached to the identity ID. A guest needs the role’s policy alone.',
    grantedIn: 'AWS IoT policies',
    check: 'aws iot list-attached-policies --target <ARN of the identity> --output json',
    changes: [
      {
        says: 'For a signed-in user, let a backend attach an AWS IoT policy to the identity ID after the sign-in. If one is attached, compare both policies with the client ID and topic.',
        run: 'aws iot attach-policy --policy-name <policy> --target <identity ID>',
        page: 'https://docs.aws.amazon.com/iot/latest/developerguide/cog-iot-policies.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'iot-role-credentials': {
    title: 'The client’s IAM role isn’t allowed this in AWS IoT.',
    means:
      'A `principalId` that begins with `AROA` is a session of an IAM role. Its IAM policies decide; a certificate’s AWS IoT policy plays no part. Variables such as `${iot:Connection.Thing.ThingName}` have no value in them.',
    changes: [
      {
        says: 'In a policy of that role, allow the action of the log’s `eventType` on `topic/…` (publish, receive), `topicfilter/…` (subscribe) or `client/…` (connect). For the thing’s name use `${credentials-iot:ThingName}` with the AWS IoT credential provider.',
        page: 'https://docs.aws.amazon.com/iot/latest/developerguide/authorizing-direct-aws.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'iot-event-refused': {
    title: 'The device’s AWS IoT policy doesn’t allow what the log’s event names.',
    means:
      'A device is authorized by the AWS IoT policies on its certificate, thing group or Cognito identity. `eventType` in the log is the action: `iot:Connect` is checked on `client/…`, `iot:Publish` and `iot:Receive` on `topic/…`, `iot:Subscribe` on `topicfilter/…`.',
    check: 'aws iot list-attached-policies --target {certificateArn} --output json',
    grantedIn: 'AWS IoT policies',
    changes: [
      {
        says: 'Allow the action of `eventType` in the AWS IoT policy of the certificate, on the client ID or topic that the log names. Check that the certificate is active.',
        page: 'https://docs.aws.amazon.com/iot/latest/developerguide/iot-action-resources.html',
        confirmed: '2026-12-02',
      },
    ],
  },
  'iot-certificate-policy': {
    title: 'The device’s AWS IoT policy doesn’t allow this.',
    means:
      'A device is authorized by the AWS IoT policies on its certificate or thing group, not by IAM. The resource forms are `client/…`, `topic/…`, `topicfilter/…` and `rolealias/…`.',
    check: 'aws iot list-attached-policies --target {certificateArn} --output json',
    grantedIn: 'AWS IoT policies',
    changes: [
      {
        says: 'Allow the action in the IoT policy of the certificate, and check that the certificate is active.',
        page: 'https://docs.aws.amazon.com/iot/latest/developerguide/iot-policies.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'iot-custom-authorizer': {
    title: 'AWS IoT’s custom authorizer didn’t let the device in.',
    means:
      'AWS IoT asked your authorizer’s function, not IAM. The authorizer is inactive, the token’s signature doesn’t fit, the function can’t be invoked or says no, or the policy that it returns doesn’t allow `iot:Connect` and the action.',
    grantedIn: 'the policy that the authorizer’s function returns',
    changes: [
      {
        says: 'Test the authorizer with the same token and signature. Then let the policy that its function returns allow `iot:Connect` and the action on this topic.',
        run: 'aws iot test-invoke-authorizer --authorizer-name <authorizer> --token <token> --token-signature <signature>',
        page: 'https://docs.aws.amazon.com/iot/latest/developerguide/config-custom-auth.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'email-rule-action': {
    title: 'SES can’t use the target of this receipt rule.',
    means:
      'SES tests a receipt rule’s actions before it saves the rule. The function or topic must exist in the rule’s Region, and its policy, or that of the bucket, must allow `ses.amazonaws.com`. The key of an encrypted one must allow it too.',
    changes: [
      {
        says: 'Check the target’s name and Region. Then allow `ses.amazonaws.com` in the target’s own policy, with your account as `aws:SourceAccount`: `lambda:InvokeFunction`, `s3:PutObject` or `sns:Publish`. Save the rule again.',
        page: 'https://docs.aws.amazon.com/ses/latest/dg/receiving-email-permissions.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'pipe-role-lacks': {
    title: 'The pipe’s role lacks a permission.',
    means:
      'EventBridge Pipes reads the source, enriches and calls the target as the role of the pipe, not as you. Pipes checks that before it saves the pipe.',
    changes: [
      {
        says: 'Add the action to the pipe’s role: reading for the source, invoking or sending for the target, sending for its dead-letter queue. Attach it before the pipe is created.',
        page: 'https://github.com/terraform-aws-modules/terraform-aws-eventbridge/pull/133',
        confirmed: '2026-11-28',
      },
    ],
  },
  'log-policy-count': {
    title: 'The Region holds as many CloudWatch Logs resource policies as allowed.',
    means:
      'A Region of an account has at most ten resource policies for log groups, of 5,120 characters each. No permission was refused.',
    changes: [
      {
        says: 'Put the statements into one policy with a wildcard for the log groups, and delete those that it replaces.',
        run: DECIDING_COMMANDS.logPolicies,
        page: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'smtp-credentials': {
    title: 'SES rejected the SMTP user name or password.',
    means:
      'SMTP takes its own credentials: made for one Region, with a password derived from a secret key. An IAM secret key as it is, another Region’s password or temporary credentials fail. No policy was evaluated.',
    changes: [
      {
        says: 'Create SMTP credentials in this Region, and use its SMTP endpoint.',
        page: 'https://docs.aws.amazon.com/ses/latest/dg/troubleshoot-smtp.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'api-integration-target': {
    title: 'The API integration’s role may not use its target.',
    means:
      'API Gateway calls the target with the role that the integration names as credentials. That role lacks the action on the target: for a queue `sqs:SendMessage`, and the queue’s KMS key where it’s encrypted. A queue of another account must allow the role too.',
    changes: [
      {
        says: 'Allow the integration’s role the action on the target. The integration’s `credentials` setting shows which role it is.',
        page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/integrating-api-with-aws-services-lambda.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'device-kind-refused': {
    title: 'WorkSpaces does not let this device in.',
    means:
      'The directory of the WorkSpaces says which kinds of devices may connect, and whether they need a certificate; an IP access control group which addresses. No IAM policy decides it.',
    check: 'aws workspaces describe-workspace-directories --output json',
    changes: [
      {
        says: 'In the directory’s access control options, allow this kind of device; or, where only trusted devices may connect, install the client certificate on it.',
        page: 'https://docs.aws.amazon.com/workspaces/latest/adminguide/trusted-devices.html',
        confirmed: '2026-12-01',
      },
      {
        says: 'If other devices fail from the same network too, look at the directory’s IP access control groups.',
        page: 'https://docs.aws.amazon.com/workspaces/latest/adminguide/amazon-workspaces-ip-access-control-groups.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'dashboard-embedded-twice': {
    title: 'The embedded dashboard’s address was used already, or has expired.',
    means:
      'The address that QuickSight makes holds a code that works once, and for five minutes. A page that is loaded again, a kept address, or one that was changed on the way, fails.',
    changes: [
      {
        says: 'Ask QuickSight for a new address each time the page is loaded, and keep none.',
        page: 'https://docs.aws.amazon.com/quicksight/latest/APIReference/API_GenerateEmbedUrlForRegisteredUser.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'device-credentials': {
    title: 'The device gets no credentials for its role alias.',
    means:
      'The AWS IoT credentials provider checks the AWS IoT policy of the device’s certificate: it must allow `iot:AssumeRoleWithCertificate` on the role alias, and the certificate must be active. The alias must exist in this Region, and its role must trust `credentials.iot.amazonaws.com`. No IAM policy of a user decides this.',
    grantedIn: 'the certificate’s AWS IoT policy',
    check: 'aws iot list-attached-policies --target {certificateArn} --output json',
    changes: [
      {
        says: 'Check the alias’s name and that the certificate is `ACTIVE`. Then allow `iot:AssumeRoleWithCertificate` on the role alias’s ARN in the certificate’s AWS IoT policy, and check the trust policy of the alias’s role.',
        page: 'https://docs.aws.amazon.com/iot/latest/developerguide/authorizing-direct-aws.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'component-artifact': {
    title: 'The caller can’t read the component’s artifact in S3.',
    means:
      'Greengrass checks the artifact with the credentials of whoever creates the component version. The object must exist in that bucket, in the Region of the call, and the caller needs `s3:GetObject` on it.',
    changes: [
      {
        says: 'Allow whoever creates the component `s3:GetObject` on the artifact. Check the bucket, the key and the Region.',
        page: 'https://docs.aws.amazon.com/greengrass/v2/developerguide/troubleshooting.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'connector-sign-in': {
    title: 'The other application refused the connection’s sign-in.',
    means:
      'The other application no longer accepts the stored token: its session ended, or the token was revoked. No IAM policy decides that.',
    changes: [
      {
        says: 'Sign in again: in AppFlow, reconnect the connector profile. Check the connected app’s session settings.',
        page: 'https://docs.aws.amazon.com/appflow/latest/userguide/troubleshooting.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'bot-speech': {
    title: 'The bot’s role may not use Polly.',
    means:
      'Lex speaks with the role that the bot was created with, not with your credentials. That role needs `polly:SynthesizeSpeech`.',
    changes: [
      {
        says: 'Allow the bot’s role `polly:SynthesizeSpeech`. The service-linked role of Lex has it.',
        page: 'https://docs.aws.amazon.com/lexv2/latest/dg/security-iam-awsmanpol.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'contact-flow-function': {
    title: 'The function’s policy doesn’t let Amazon Connect call it.',
    means:
      'A flow calls the function as `connect.amazonaws.com`. The function’s policy must allow that service `lambda:InvokeFunction` for the instance; adding the function to the instance in the console does it.',
    check: DECIDING_COMMANDS.functionPolicy,
    changes: [
      {
        says: 'Add the function to the instance, or allow `connect.amazonaws.com` in its policy with the instance’s ARN as `aws:SourceArn`.',
        page: 'https://docs.aws.amazon.com/connect/latest/adminguide/connect-lambda-functions.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'assistant-subscription': {
    title: 'The user has no Amazon Q subscription.',
    means:
      'Amazon Q serves people who are subscribed through IAM Identity Center or the application. No policy of IAM replaces a subscription.',
    grantedIn: 'Amazon Q’s subscriptions',
    changes: [
      {
        says: 'Ask an administrator to subscribe the user or the user’s group in the Amazon Q console.',
        page: 'https://docs.aws.amazon.com/amazonq/latest/qdeveloper-ug/q-admin-setup-subscribe-general.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'bot-function': {
    title: 'The function’s policy doesn’t let Lex invoke it.',
    means:
      'A bot’s alias calls its function as `lexv2.amazonaws.com`. The function’s resource policy must allow that `lambda:InvokeFunction`, with the alias’s ARN as source.',
    changes: [
      {
        says: 'Allow `lexv2.amazonaws.com` in the function’s resource policy, for the bot alias’s ARN.',
        page: 'https://docs.aws.amazon.com/lexv2/latest/dg/lambda-attach-api.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'user-token-gone': {
    title: 'The user’s access token is no longer valid.',
    means:
      'The token expired, was revoked, or the user signed out everywhere. Only the token was looked at; no policy decides.',
    changes: [
      {
        says: 'Get new tokens with the refresh token, or let the user sign in again.',
        page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/userinfo-endpoint.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'smtp-user-refused': {
    title: 'The SMTP user may not send with this identity.',
    means:
      'The IAM user behind the SMTP credentials needs `ses:SendRawEmail` on the identity. An identity of another account needs its sending authorization policy too.',
    changes: [
      {
        says: 'Allow the SMTP user `ses:SendRawEmail` on the sending identity; in another account also in that identity’s policy.',
        page: 'https://docs.aws.amazon.com/ses/latest/dg/troubleshoot-smtp.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'device-discovery': {
    title: 'The client device may not discover its core.',
    means:
      'The device calls with its certificate: the certificate’s AWS IoT policy must allow `greengrass:Discover` on its thing, without a thing policy variable. 403 also comes where the thing is associated with no core device.',
    check:
      'aws greengrassv2 list-client-devices-associated-with-core-device --core-device-thing-name <core device> --output json',
    changes: [
      {
        says: 'Allow `greengrass:Discover` on the thing’s ARN in the certificate’s AWS IoT policy, and associate the thing with its core device.',
        page: 'https://docs.aws.amazon.com/greengrass/v2/developerguide/troubleshooting-client-devices.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'component-download': {
    title: 'The core device’s role can’t read the component’s artifact.',
    means:
      'The device downloads artifacts with its token exchange role. That role needs `s3:GetObject` on the artifact; S3 says the same for a key that isn’t there.',
    changes: [
      {
        says: 'Allow the token exchange role `s3:GetObject` on the artifact’s object, and check that the object exists.',
        page: 'https://docs.aws.amazon.com/greengrass/v2/developerguide/troubleshooting.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'broker-role': {
    title: 'Amazon MQ can’t assume the broker’s role.',
    means:
      'The role in the broker’s configuration must exist at that ARN and trust `mq.amazonaws.com`. A role made moments ago fails too. RabbitMQ’s own message calls it a service that is unavailable.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If the role isn’t there, correct its ARN. If it’s new, wait a minute. Otherwise let its trust policy name `mq.amazonaws.com`, and allow the role what its ARNs point to. Then validate the configuration again.',
        page: 'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/troubleshooting-action-required-codes-invalid-assumerole.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'workflow-decision-refused': {
    title: 'The decider may not make this decision.',
    means:
      'SWF checks decisions like calls of their own: a pseudo-permission such as `swf:ScheduleActivityTask`, with the names in it as condition keys. The decider’s role lacks it.',
    changes: [
      {
        says: 'Allow the decider’s role the action of the decision, on the domain. For a Lambda task also name `swf.amazonaws.com` in its role’s trust policy.',
        page: 'https://docs.aws.amazon.com/amazonswf/latest/developerguide/swf-dev-iam.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'contact-center-user-missing': {
    title: 'Amazon Connect has no user of this name.',
    means:
      'The sign-in through SAML worked, and no user of the instance has the login name that it brought. No policy of IAM decides this.',
    grantedIn: 'the users of the Amazon Connect instance',
    changes: [
      {
        says: 'Compare `RoleSessionName` in the SAML response with the login names in Amazon Connect, letter by letter. Create the user, or correct the attribute.',
        page: 'https://docs.aws.amazon.com/connect/latest/adminguide/troubleshoot-saml.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'contact-center-sign-in': {
    title: 'The role of the SAML sign-in may not open Amazon Connect.',
    means:
      'The sign-in worked, as a role of IAM. That role lacks `connect:GetFederationToken` on the instance’s users.',
    changes: [
      {
        says: 'Allow the role `connect:GetFederationToken` on the instance’s `user/${aws:userid}`.',
        page: 'https://docs.aws.amazon.com/connect/latest/adminguide/troubleshoot-saml.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'email-service-not-signed-up': {
    title: 'The account hasn’t signed up for Amazon SES.',
    means: 'The SMTP endpoint knows the credentials, and their account doesn’t use SES yet. No policy refused this.',
    changes: [
      {
        says: 'Open Amazon SES in the console of this account once, and verify an identity in this Region.',
        page: 'https://docs.aws.amazon.com/ses/latest/dg/troubleshoot-smtp.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'asset-storage-bucket': {
    title: 'The storage role of IoT SiteWise can’t use the bucket.',
    means:
      'AWS IoT SiteWise exports to the bucket as the role of its storage configuration. The bucket must be in the same Region.',
    check: 'aws iotsitewise describe-storage-configuration --query multiLayerStorage --output json',
    changes: [
      {
        says: 'Allow the role as the page shows on exactly this bucket, and name `iotsitewise.amazonaws.com` in its trust policy.',
        page: 'https://docs.aws.amazon.com/iot-sitewise/latest/userguide/troubleshoot-storage-configuration.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'edge-function-version': {
    title: 'CloudFront can’t fetch the function’s version with the deployer’s permissions.',
    means:
      'CloudFront fetches the function’s version in the deployer’s name before it replicates it. The deployer needs `lambda:GetFunction` on that version; the function must be in `us-east-1`, and named with a version that exists.',
    changes: [
      {
        says: 'Check that the version exists in `us-east-1`. Then allow the deployer `lambda:GetFunction` and `lambda:EnableReplication*` on it, and `iam:CreateServiceLinkedRole` for the first use.',
        page: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-edge-permissions.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'service-action-role': {
    title: 'Service Catalog can’t assume the role of the launch or action.',
    means:
      'Service Catalog works with the role of the launch constraint or service action, which must trust `servicecatalog.amazonaws.com`. A role that isn’t at this ARN (path, name, account) and one made moments ago give the same. The end user isn’t refused.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If the role isn’t there, correct its ARN. If it’s new, wait a minute and repeat. Otherwise name `servicecatalog.amazonaws.com` in its trust policy.',
        page: 'https://docs.aws.amazon.com/servicecatalog/latest/adminguide/constraints-launch.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'workspace-user-unassigned': {
    title: 'The user has no role in this Grafana workspace.',
    means:
      'Amazon Managed Grafana lets in only users and groups that are assigned to the workspace as viewer, editor or admin. No IAM policy decides.',
    changes: [
      {
        says: 'Assign the user or a group to the workspace, then sign in again. With SAML check the mapping of roles.',
        run: 'aws grafana list-permissions --workspace-id <workspace> --output json',
        page: 'https://docs.aws.amazon.com/grafana/latest/userguide/AMG-manage-users-and-groups-AMG.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'edge-function-replication': {
    title: 'Whoever deploys may not replicate the edge function.',
    means:
      'CloudFront copies a Lambda@Edge function to its Regions when a version is associated with a distribution. It checks that with the caller’s permissions, and not with the function’s role: `lambda:EnableReplication*`, with the asterisk, and `lambda:GetFunction` on the version.',
    changes: [
      {
        says: 'Allow whoever deploys both actions on the function’s versions. No statement in the function’s own policy is needed.',
        page: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-edge-permissions.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'event-source-reserved': {
    title: 'Only AWS services can send events with this source.',
    means:
      'Sources that begin with `aws.` are those of AWS’s own services. EventBridge takes none from others, whatever their policies allow.',
    changes: [
      {
        says: 'Send the event with a source of your own, and let the rule match that too.',
        page: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'mapping-not-stable': {
    title: 'CloudFormation couldn’t see that the event source mapping is ready.',
    means:
      'CloudFormation asks for the state of a new mapping with `lambda:GetEventSourceMapping`, with the permissions of whoever deploys or of the stack’s role. Without it the mapping never becomes stable. Or the mapping itself wasn’t ready in time.',
    changes: [
      {
        says: 'Allow `lambda:GetEventSourceMapping` to whoever deploys, or to the stack’s role. If it’s allowed, `aws lambda get-event-source-mapping` shows in `StateTransitionReason` what the mapping waits for.',
        page: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'function-url-forbidden': {
    title: 'The function URL refused this request.',
    means:
      'With `AWS_IAM` the request must be signed, and its caller be allowed `lambda:InvokeFunctionUrl` and `lambda:InvokeFunction`. With `NONE` the function’s policy must allow both to everyone.',
    check: DECIDING_COMMANDS.functionPolicy,
    changes: [
      {
        says: 'If the URL’s authorization is `AWS_IAM`, check that the request is signed. Then look at the function’s policy and add the statement that is missing. Open the URL to everyone only if it is meant for everyone.',
        page: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'device-request-forbidden': {
    title: 'AWS IoT refused this request of the device.',
    means:
      'IoT Core checks a request of a device by the IoT policies attached to its certificate, which must be active in this account and Region. They must allow `iot:Publish` on this very topic.',
    changes: [
      {
        says: 'Check that the certificate is active and has a policy attached. Then allow this topic there.',
        page: 'https://docs.aws.amazon.com/iot/latest/developerguide/pub-sub-policy.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'shadow-read-forbidden': {
    title: 'AWS IoT doesn’t let the device read this shadow.',
    means:
      'A shadow over HTTPS is read by `iot:GetThingShadow` on the thing, not by topics as over MQTT. IoT Core checks the IoT policies attached to the certificate.',
    changes: [
      {
        says: 'Check that the certificate is active and has an IoT policy attached. Then allow `iot:GetThingShadow` on this one thing there.',
        page: 'https://docs.aws.amazon.com/iot/latest/developerguide/device-shadow-rest-api.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'shadow-update-forbidden': {
    title: 'AWS IoT doesn’t let the device update this shadow.',
    means:
      'A shadow over HTTPS is updated by `iot:UpdateThingShadow` on the thing, not by topics as over MQTT. IoT Core checks the IoT policies attached to the certificate.',
    changes: [
      {
        says: 'Check that the certificate is active and has an IoT policy attached. Then allow `iot:UpdateThingShadow` on this one thing there.',
        page: 'https://docs.aws.amazon.com/iot/latest/developerguide/device-shadow-rest-api.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'api-key-of-no-plan': {
    title: 'Most likely the API key isn’t valid for this stage.',
    means:
      'A method that requires an API key takes one that is enabled, and in a usage plan that holds this API with this very stage. A WAF rule gives the same answer, and so does a name that leads to another API. No IAM policy decides.',
    check: 'aws apigateway get-usage-plans --query items[].[id,apiStages] --output json',
    changes: [
      {
        says: 'Check that one usage plan holds the key and this stage, and that `x-api-key` carries the value of the key, not its ID. If both are right, look at WAF.',
        page: 'https://repost.aws/knowledge-center/api-gateway-troubleshoot-403-forbidden',
        confirmed: '2026-11-30',
      },
    ],
  },
  'gateway-behind-private-dns': {
    title: 'A public API can’t be reached through this VPC’s API endpoint.',
    means:
      'With private DNS on an `execute-api` endpoint, every API name of the Region leads to that endpoint, as the addresses that you pasted show. Through it only private APIs can be reached; a public API answers 403, whatever the key or the policies are.',
    changes: [
      {
        says: 'Call the public API by a custom domain name, or turn off private DNS on the `execute-api` endpoint and call private APIs by the endpoint’s own names.',
        page: 'https://repost.aws/knowledge-center/api-gateway-vpc-connections',
        confirmed: '2026-12-01',
      },
    ],
  },
  'gateway-endpoint-off': {
    title: 'The API’s default endpoint is disabled.',
    means:
      'What you pasted turns off the `execute-api` endpoint of this API. Then it can be called by its custom domain name alone, and API Gateway answers 403 `Forbidden` at the other one. No policy and no key decides it.',
    changes: [
      {
        says: 'Call the API by its custom domain name, with the path of its API mapping. Only if it’s meant to be called at `execute-api` too, set `disableExecuteApiEndpoint` to false and deploy a REST API again.',
        page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-disable-default-endpoint.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'gateway-forbidden': {
    title: 'API Gateway refused this and doesn’t say why.',
    means:
      'It answers this way where the URL names no stage of the API, where the default endpoint is turned off, where an API key is missing or in no usage plan of this stage, where a WAF rule or the client certificate check refuses, and where the name leads to another API, for example through the private DNS of a VPC endpoint. So does an HTTP API where IAM or an authorizer refuses.',
    changes: [
      {
        says: 'Check that the path begins with a stage that exists, and that the API’s default endpoint isn’t disabled. If the method needs an API key, check whether a usage plan holds the key together with this stage. Otherwise check where the name leads from the caller, then at WAF.',
        page: 'https://repost.aws/knowledge-center/api-gateway-troubleshoot-403-forbidden',
        confirmed: '2026-11-30',
      },
    ],
  },
  'firewall-resource-unseen': {
    title: 'WAF can’t see the resource yet.',
    means:
      'The web ACL or the load balancer, API or user pool was created a moment ago, and WAF doesn’t see it everywhere. No policy refused this.',
    changes: [
      {
        says: 'Wait a few minutes and repeat the call. In a template let the association depend on both. If it goes on, compare the ARNs and their Region.',
        page: 'https://docs.aws.amazon.com/waf/latest/APIReference/API_AssociateWebACL.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'record-outside-zone': {
    title: 'The record’s name is outside of this hosted zone.',
    means:
      'A hosted zone holds only names that end with its own name. The zone’s id belongs to another zone, or the name has a slip. No policy refused this.',
    changes: [
      {
        says: 'Put the record into the zone whose name it ends with, or correct its name.',
        run: 'aws route53 list-hosted-zones-by-name --output json',
        page: 'https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeResourceRecordSets.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'zone-signing-key': {
    title: 'Route 53 can’t use this KMS key for DNSSEC.',
    means:
      'The key must be asymmetric, ECC_NIST_P256, for signing, and in us-east-1. Its key policy must let `dnssec-route53.amazonaws.com` describe it, read its public key and sign.',
    check: 'aws kms describe-key --key-id {key} --region us-east-1 --output json',
    changes: [
      {
        says: 'Check the key’s Region and spec. Then allow `dnssec-route53.amazonaws.com` the actions `kms:DescribeKey`, `kms:GetPublicKey` and `kms:Sign` in its key policy.',
        page: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-configuring-dnssec-cmk-requirements.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'application-repository-bucket': {
    title: 'The bucket doesn’t let the application repository read.',
    means:
      'AWS Serverless Application Repository reads the packaged files as `serverlessrepo.amazonaws.com`. The bucket policy must allow it `s3:GetObject`.',
    check: DECIDING_COMMANDS.bucketPolicy,
    changes: [
      {
        says: 'Allow `serverlessrepo.amazonaws.com` the action `s3:GetObject` on the bucket’s objects, with your account as `aws:SourceAccount`.',
        page: 'https://docs.aws.amazon.com/serverlessrepo/latest/devguide/serverlessrepo-how-to-publish.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'layer-versions-not-shared': {
    title: 'The versions of another account’s layer can’t be listed.',
    means:
      'The policy of a layer can give only `lambda:GetLayerVersion`, on one version. Nobody can allow `lambda:ListLayerVersions` to another account.',
    changes: [
      {
        says: 'Name the version: use the layer’s ARN with its version number, as its owner publishes it. `lambda:GetLayerVersion` on that version is all you need.',
        page: 'https://docs.aws.amazon.com/lambda/latest/dg/permissions-layer-cross-account.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'distribution-name-taken': {
    title: 'Another distribution already has this domain name.',
    means:
      'An alternate domain name belongs to one distribution at a time, also across accounts. No policy refused this.',
    changes: [
      {
        says: 'Find the other one, then remove the name there or move it with `associate-alias`.',
        run: 'aws cloudfront list-conflicting-aliases --distribution-id {distribution} --alias <domain name> --output json',
        page: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/alternate-domain-names-move.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'mail-without-tls': {
    title: 'The SMTP connection isn’t encrypted.',
    means: 'SES takes a sign-in only over TLS. Nothing was refused by a policy.',
    changes: [
      {
        says: 'Use STARTTLS on port 587 before the sign-in, or TLS at once on port 465.',
        page: 'https://docs.aws.amazon.com/ses/latest/dg/smtp-connect.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'launch-role-of-products': {
    title: 'Service Catalog can’t assume SageMaker’s launch role for its products.',
    means:
      'The products that SageMaker puts into Service Catalog launch with one role of a fixed name and path: `service-role/AmazonSageMakerServiceCatalogProductsLaunchRole`. The console creates it; code that makes the domain doesn’t, so most often it isn’t there. The end user isn’t refused.',
    check: 'aws iam get-role --role-name AmazonSageMakerServiceCatalogProductsLaunchRole --output json',
    changes: [
      {
        says: 'If it’s missing, create it under this name with path `/service-role/`. It must trust `servicecatalog.amazonaws.com` and have `AmazonSageMakerAdmin-ServiceCatalogProductsServiceRolePolicy`. Enabling projects in the console does the same.',
        page: 'https://docs.aws.amazon.com/sagemaker/latest/dg/security-iam-awsmanpol-sc.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'map-api-key': {
    title: 'The Amazon Location API key doesn’t allow this action or resource.',
    means:
      'An API key has its own list of actions, resources and referrers, and may have expired. No IAM policy is asked for a call with a key.',
    check: 'aws location describe-key --key-name <key> --output json',
    changes: [
      {
        says: 'Add the action and the resource to the key’s restrictions, and check its referrers and its expiry.',
        run: 'aws location update-key --key-name <key> --restrictions <restrictions>',
        page: 'https://docs.aws.amazon.com/location/latest/developerguide/using-apikeys.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'pipe-dead-letter': {
    title: 'The pipe couldn’t send to its dead-letter queue.',
    means:
      'EventBridge Pipes tries the dead-letter queue of the source before it saves the pipe, as the pipe’s role. That role needs `sqs:SendMessage` on the queue, and for an encrypted one the use of its key. A queue that isn’t there, or a policy attached moments ago, gives the same.',
    check: DECIDING_COMMANDS.inlinePolicies,
    changes: [
      {
        says: 'Check that the queue exists. Then allow the pipe’s role `sqs:SendMessage` on it, and attach the policy before the pipe is created.',
        page: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-permissions.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'identity-pool-basic-flow': {
    title: 'The identity pool doesn’t give out tokens by the basic flow.',
    means:
      'The application asks for an OpenID token and assumes a role with it: that is the basic (classic) flow. The pool has it turned off, or has role mappings, which only the enhanced flow supports. A call to STS that fails afterwards has no token.',
    check: 'aws cognito-identity get-identity-pool-roles --identity-pool-id {identityPool} --output json',
    changes: [
      {
        says: 'Use the enhanced flow: `GetId`, then `GetCredentialsForIdentity`. In the client, don’t set a role such as `guestRoleArn`, so that the pool’s roles apply.',
        page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flow.html',
        confirmed: '2026-12-01',
      },
      {
        says: 'If you really need the basic flow, turn it on in the pool, and remove the role mappings.',
        page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flow.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'smtp-other-region': {
    title: 'The SMTP password was made for another Region.',
    means:
      'An SMTP password is valid in one Region alone. According to what you pasted, it was made for another one than the endpoint’s. No policy was evaluated.',
    changes: [
      {
        says: 'Use the SMTP endpoint of the Region in which the credentials were made, or create SMTP credentials in the endpoint’s Region. The sending identity must be verified there too.',
        page: 'https://docs.aws.amazon.com/ses/latest/dg/smtp-credentials.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'smtp-temporary-key': {
    title: 'SMTP doesn’t take temporary credentials.',
    means:
      'The user name begins with `ASIA`, or the text says that it is a role’s: such credentials are temporary, and SES’s SMTP takes no password made from them. No policy was evaluated.',
    changes: [
      {
        says: 'Create SMTP credentials, which belong to an IAM user, in this Region. Or send with the SES API, which takes the role’s credentials.',
        page: 'https://docs.aws.amazon.com/ses/latest/dg/smtp-credentials.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'smtp-secret-key': {
    title: 'The SMTP password isn’t the secret access key itself.',
    means:
      'According to what you pasted, the IAM user’s secret access key is sent as the password. SES wants a password that is derived from the key for one Region. No policy was evaluated.',
    changes: [
      {
        says: 'Create SMTP credentials in the SES console, or derive the password from the secret key with the script on the linked page, for the endpoint’s Region. In Terraform it is `ses_smtp_password_v4`.',
        page: 'https://docs.aws.amazon.com/ses/latest/dg/smtp-credentials.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'authorizer-policy-cached': {
    title: 'Most likely the authorizer’s cached policy names only the first method.',
    means:
      'The authorizer returns a policy for `methodArn`, the one method that was called first. API Gateway keeps it for the same token, so other methods and paths are refused until the cache ends, 300 seconds by default.',
    changes: [
      {
        says: 'Let the authorizer’s policy name all methods that this user may call, in place of `methodArn` alone; for a user of the whole API that is everything up to the stage, then `/*/*`. Or set the authorizer’s TTL to 0.',
        page: 'https://repost.aws/knowledge-center/api-gateway-lambda-authorization-errors',
        confirmed: '2026-12-01',
      },
    ],
  },
  'api-key-not-sent': {
    title: 'Most likely the request lacks the API key that’s required.',
    means:
      'What you pasted makes the method require an API key, and shows no `x-api-key` header in the request. API Gateway then answers 403 `Forbidden`. No IAM policy decides.',
    changes: [
      {
        says: 'Send the key’s value in the header `x-api-key`. The key must be in a usage plan with this API and stage. If the method shouldn’t need a key, turn the setting off and deploy again.',
        page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-create-usage-plans-with-rest-api.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'function-url-unsigned': {
    title: 'The function URL wants a signed request; this one isn’t.',
    means:
      'Its authorization type is `AWS_IAM`, and the request that you pasted has no signature. Lambda then refuses it, whatever the policies allow.',
    changes: [
      {
        says: 'Sign the request with Signature Version 4 for the service `lambda`: `curl --aws-sigv4`, `awscurl`, or an SDK’s signer. The caller also needs `lambda:InvokeFunctionUrl` and `lambda:InvokeFunction`.',
        page: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'rule-target-queue-gone': {
    title: 'The rule’s target queue doesn’t exist any more.',
    means:
      'According to what you pasted, the queue is gone: a look at it finds none, or it was deleted or renamed. EventBridge still has its old ARN as the target. A queue policy doesn’t help.',
    changes: [
      {
        says: 'Set the rule’s target to the ARN of a queue that exists, or create the queue again under this name. The new queue’s policy must allow `events.amazonaws.com` `sqs:SendMessage`, with the rule as `aws:SourceArn`.',
        run: 'aws events list-targets-by-rule --rule {rule} --output json',
        page: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'state-machine-log-arn': {
    title: 'Most likely the log group’s ARN lacks :* at its end.',
    means:
      'According to what you pasted, the role has the log delivery actions, and the log group’s ARN in the logging configuration doesn’t end in `:*`, as Step Functions asks.',
    changes: [
      {
        says: 'Append `:*` to the log group’s ARN in the logging configuration: in Terraform `"${aws_cloudwatch_log_group.NAME.arn}:*"`; `!GetAtt LogGroup.Arn` in CloudFormation has it.',
        page: 'https://docs.aws.amazon.com/step-functions/latest/apireference/API_CloudWatchLogsLogGroup.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'log-policies-full': {
    title: 'Most likely this Region has no room for another Logs resource policy.',
    means:
      'What you pasted shows ten resource policies of CloudWatch Logs, as many as a Region can have. A service that sets up log delivery must write one, and its error sounds like a missing permission.',
    check: DECIDING_COMMANDS.logPolicies,
    changes: [
      {
        says: 'Delete resource policies that aren’t used any more, or merge them into one with a wildcard such as `log-group:/aws/vendedlogs/*`. Then deploy again.',
        run: 'aws logs delete-resource-policy --policy-name <policy>',
        page: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'log-policy-full': {
    title: 'Most likely the Logs resource policy for deliveries is full.',
    means:
      'What you pasted shows a resource policy close to its limit of 5,120 characters. A service that turns on log delivery adds each new log group to one such policy. Where it doesn’t fit any more, the error sounds like a missing permission.',
    check: DECIDING_COMMANDS.logPolicies,
    changes: [
      {
        says: 'In that policy, replace the list of log groups with a wildcard, for example `arn:aws:logs:REGION:ACCOUNT:log-group:/aws/vendedlogs/*`, or drop those that are gone; keep its principal and conditions. Give new log groups names that begin with `/aws/vendedlogs/`. Then deploy again.',
        run: 'aws logs put-resource-policy --policy-name <policy> --policy-document file://<policy document>',
        page: 'https://docs.aws.amazon.com/step-functions/latest/dg/bp-cwl.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'log-policy-perhaps-full': {
    title: 'Look first whether the Logs resource policy for deliveries is full.',
    means:
      'According to what you pasted, the role has what log delivery needs, or the same set-up works in another account. Step Functions adds each log group to a resource policy of this account and Region, which holds 5,120 characters. Where it’s full, the error sounds like a missing permission.',
    check: DECIDING_COMMANDS.logPolicies,
    changes: [
      {
        says: 'If `AWSLogDeliveryWrite20150319` is near 5,120 characters, or the Region has ten policies: give the log group a name that begins with `/aws/vendedlogs/states/`, or replace the list in that policy with a wildcard. If there’s room, look for an SCP or a permissions boundary that limits the role here.',
        run: DECIDING_COMMANDS.logPolicies,
        page: 'https://docs.aws.amazon.com/step-functions/latest/dg/bp-cwl.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'identity-pool-access-token': {
    title: 'The identity pool wants the ID token, not the access token.',
    means:
      'What you pasted puts the access token into `Logins`. Of a user pool, and of other OpenID Connect providers, an identity pool accepts only the ID token there. No IAM policy decides.',
    changes: [
      {
        says: 'Put the user pool’s ID token into `Logins`, under `cognito-idp.REGION.amazonaws.com/USER_POOL_ID`.',
        page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-integrating-user-pools-with-identity-pools.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'device-not-associated': {
    title: 'The client device isn’t associated with a core device.',
    means:
      'In what you pasted, the list of associated client devices is empty. Discovery then answers 403, whatever the AWS IoT policy of the certificate allows.',
    changes: [
      {
        says: 'Associate the thing with its core device, then run discovery again.',
        run: 'aws greengrassv2 batch-associate-client-device-with-core-device --core-device-thing-name <core device> --entries thingName=<thing>',
        page: 'https://docs.aws.amazon.com/greengrass/v2/developerguide/associate-client-devices.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'anomaly-topic': {
    title: 'The topic’s policy doesn’t let Cost Anomaly Detection publish.',
    means:
      'Cost Anomaly Detection publishes as `costalerts.amazonaws.com`. The policy that a new topic has lets in its own account alone, so your own publishing works and the alerts are refused.',
    check: DECIDING_COMMANDS.topicPolicy,
    changes: [
      {
        says: 'Add a statement to the topic’s policy that allows `costalerts.amazonaws.com` `sns:Publish` on the topic, for your own account as `aws:SourceAccount`. If a KMS key encrypts the topic, its policy must let the service in too.',
        page: 'https://docs.aws.amazon.com/cost-management/latest/userguide/ad-SNS.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'email-rule-elsewhere': {
    title: 'The receipt rule and its target are in different Regions.',
    means:
      'SES calls a function, and publishes to a topic, only in the Region of the receipt rule. What you pasted shows the rule in one Region and the target in another. No policy of the target helps.',
    changes: [
      {
        says: 'Create the function or topic, with its permission for `ses.amazonaws.com`, in the receipt rule’s Region, and name that ARN in the rule. Or make the rule in the target’s Region, if SES receives mail there.',
        page: 'https://docs.aws.amazon.com/ses/latest/dg/receiving-email-action-lambda.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'rule-target-key-of-aws': {
    title: 'The target’s AWS managed key doesn’t let EventBridge in.',
    means:
      'The queue or topic is encrypted with an AWS managed key, `aws/sqs` or `aws/sns`. Its policy admits only callers of the account, not a service that calls as itself, and nobody can change it. The policy of the queue or topic doesn’t help.',
    changes: [
      {
        says: 'Encrypt the queue with SSE-SQS. Or encrypt it with a customer managed key whose policy allows `events.amazonaws.com` `kms:GenerateDataKey` and `kms:Decrypt`.',
        page: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'rule-target-bus': {
    title: 'Most likely the rule’s target has no role for the other bus.',
    means:
      'A rule sends to an event bus of another account or Region as the role that is set on its target. The bus’s own policy must allow the sender’s account too, but it doesn’t replace that role.',
    changes: [
      {
        says: 'Set a role on the target that trusts `events.amazonaws.com` and allows `events:PutEvents` on the ARN of the other bus. Leave the bus’s policy as it is, if it names the sending account.',
        page: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-perms.html',
        confirmed: '2026-12-02',
      },
    ],
  },
  'gateway-endpoint-name': {
    title: 'The endpoint’s own name doesn’t say which API is called.',
    means:
      'The URL has the DNS name of the VPC endpoint, which serves all private APIs of the Region. API Gateway refuses a request that doesn’t name the API besides.',
    changes: [
      {
        says: 'Send the header `x-apigw-api-id` with the API’s ID, or the API’s own name as `Host`. Or associate the endpoint with the API and call `https://API-VPCE.execute-api.REGION.amazonaws.com/STAGE`.',
        page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-api-test-invoke-url.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'http-api-token-audience': {
    title: 'The JWT authorizer doesn’t accept the token’s audience or issuer.',
    means:
      'An HTTP API compares `aud`, or `client_id` where the token has no `aud`, with the authorizer’s audience list, and `iss` with its issuer. No IAM policy decides it.',
    changes: [
      {
        says: 'Decode the token. Add its `aud` or `client_id` to the authorizer’s audience, or correct the issuer URL, or sign in with an app client that is listed.',
        page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'graphql-directive': {
    title: 'Most likely the field doesn’t take this authorization mode.',
    means:
      'Fields and types without a directive take only the API’s default authorization mode. A caller that signs with IAM, or comes with another mode, needs that mode’s directive on the field and on each type that it returns.',
    changes: [
      {
        says: 'Add the directive to the field and to the types it returns: `@aws_iam` for signed requests, `@aws_api_key`, `@aws_cognito_user_pools`, `@aws_oidc` or `@aws_lambda`. Name the default mode there too if it must go on working.',
        page: 'https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
} as const satisfies Readonly<Record<keyof typeof APPLICATIONS_SHAPES, SituationAnswer>>
