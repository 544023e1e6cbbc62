import type { PairId } from '../pairs/pairs'
import type { RowMessage } from './row-message'

/** What it means that two places don't agree, and which of them to change. */
export const PAIR_MESSAGES: Readonly<Record<PairId, RowMessage>> = {
  'permission-set-unlike-the-listed': {
    title: 'The profile names another permission set than your text shows.',
    says: 'The profile asks for `{asked}`. What you pasted shows `{there}`. `sso_role_name` takes the permission set’s name, not the name of an IAM role.',
    fix: 'Set `sso_role_name` in the profile to a name that you have: `{there}`. Ask for an assignment only if you need another permission set.',
  },
  'signed-in-to-another-registry': {
    title: 'Docker signed in to another registry than the image’s.',
    says: 'The image is in `{asked}`, and the login was for `{there}`. Docker sends a login only to its own host, so it had none here.',
    fix: 'Sign in to `{asked}`, with the Region in its name as `--region` of `aws ecr get-login-password`. Or correct the image’s name.',
  },
  'audience-unlike-the-client-ids': {
    title: 'The token’s audience isn’t among the provider’s client IDs.',
    says: 'The token is for `{asked}`. The provider lists `{there}`. STS refuses such a token before it looks at any trust policy.',
    fix: 'Request the token for a listed audience, `{there}`, or add `{asked}` to the provider’s client IDs. The trust policy must name the same one.',
  },
  'audience-unlike-the-trusted': {
    title: 'The token is for another audience than the role trusts.',
    says: 'The token is for `{asked}`, which the provider doesn’t list. The trust policy you pasted wants `{there}`.',
    fix: 'Request the token for `{there}`. If AWS still refuses it, add `{there}` to the provider’s client IDs. Adding `{asked}` there alone isn’t enough: the trust policy refuses it next.',
  },
  'policy-given-to-another-role': {
    title: 'The policy is attached to another role than the one that calls.',
    says: 'The policy was attached to `{there}`. The call is made by `{asked}`, which is another role.',
    fix: 'Attach the policy to `{asked}`. Or make the call as `{there}`.',
  },
  'profile-unlike-those-of-the-file': {
    title: 'The profile has another name in the file.',
    says: 'The tool asks for the profile `{asked}`. The file has `{there}`.',
    fix: 'Name the profile as the file does, `{there}`, in `--profile` or `AWS_PROFILE`. Or rename it in the file.',
  },
  'mfa-device-unlike-the-printed': {
    title: 'The call names another MFA device than the one listed.',
    says: 'The call names the MFA device `{asked}`. What you pasted lists `{there}`.',
    fix: 'Name the device that is listed, `{there}`, as `--serial-number` or `mfa_serial`, and enter a new code from it.',
  },
  'instance-profile-unlike-the-printed': {
    title: 'The instance profile has another name than the one in the call.',
    says: 'The call names the instance profile `{asked}`. What you pasted lists `{there}`. A role and its instance profile can have different names.',
    fix: 'Name the instance profile that is listed, `{there}`, or create one called `{asked}` and add the role to it.',
  },
  'access-key-unlike-the-listed': {
    title: 'The access key in use isn’t one of those listed.',
    says: 'The call is signed with `{asked}`. What you pasted lists `{there}`. AWS doesn’t know a key that was deleted or mistyped.',
    fix: 'Set the key that is listed, `{there}`, with its own secret. If that secret is lost, create a new key.',
  },
  'verified-in-another-region': {
    title: 'The identity is verified in another Region.',
    says: 'SES looked for the identity in `{asked}`. What you pasted has it in `{there}`. Each Region has its own verified identities.',
    fix: 'Send through SES in `{there}`: set that Region in the client or the SMTP host. Or verify the identity in `{asked}` too.',
  },
  'connection-beside-the-first': {
    title: 'The device’s policy doesn’t cover its further connections.',
    says: 'The device connected as `{there}`, and was refused as `{asked}`. Greengrass opens further connections with a suffix after the thing’s name, and the policy seems to allow only the name itself.',
    fix: 'In the AWS IoT policy of the certificate, allow `iot:Connect` on `client/THING*`, with the thing’s name and an asterisk after it. The certificate is fine.',
  },
  'permission-of-another-qualifier': {
    title: 'The permission is on another version or alias of the function.',
    says: 'What is called is `{asked}`, and the permission is on `{there}`. A permission counts only for the function, version or alias that it was added to.',
    fix: 'Add the permission to `{asked}` itself: `--qualifier` (in Terraform `qualifier`) names the version or alias; without it the permission is on the function without a version. Or let the caller use `{there}`.',
  },
  'source-of-another-stage': {
    says: 'For this call API Gateway sends `{asked}` after the API’s ID. The function’s policy accepts only `{there}`, which doesn’t match.',
    fix: 'After the API’s ID, let `AWS:SourceArn` end in `{asked}`, or in `*/*` for every stage and route of this API.',
  },
  'source-by-its-name': {
    title: 'The function’s policy names the API by its name, not its ID.',
    says: 'The policy lets API Gateway in for `{there}`. `{asked}` is what a template calls the API. An API’s ID has ten lowercase letters and digits, and no call carries that name.',
    fix: 'In the template refer to the API: `RestApiId: !Ref {asked}` (`ApiId` for an HTTP API), not the name as plain text. Then deploy again: the permission gets the API’s ID.',
  },
  'source-of-another-region': {
    says: 'The policy lets the service in only for `{there}`. What you pasted is in `{asked}`.',
    fix: 'Add the same ARN with `{asked}` as its Region to the values of `aws:SourceArn`. Keep `{there}` if still in use.',
  },
  'source-of-another-account': {
    says: 'The policy lets the service in only for `{there}`. The only account in what you pasted is `{asked}`.',
    fix: 'Correct the account in `{testedKey}` to `{asked}`, if the service works for a resource of that account.',
  },
  'slash-behind-a-slash': {
    title: 'The policy’s ARN has one slash too many.',
    says: 'The name `{asked}` begins with a slash, and the policy has a slash before it: `{there}`. That makes two slashes, and AWS asks for an ARN with one.',
    fix: 'Use `{reference}.arn` as `Resource`. Or leave the slash before the name out.',
  },
  'balancers-of-another-region': {
    title: 'The bucket policy lets in the load balancers of another Region.',
    says: 'As `{account}` load balancers write in `{there}`. What you pasted is in `{asked}`, where they write as another account or as `logdelivery.elasticloadbalancing.amazonaws.com`.',
    fix: 'Put the service principal `logdelivery.elasticloadbalancing.amazonaws.com` in the place of `{account}`. Keep the resource, if the prefix and your account in it are right.',
  },
  'caller-unlike-the-mapped': {
    title: 'The caller isn’t among those that the cluster lets in.',
    says: 'The call is made as `{asked}`. What you pasted of the cluster’s settings lists `{there}`.',
    fix: 'Call as one that’s listed: `aws eks update-kubeconfig --role-arn` sets a role. Or have an administrator of the cluster create an access entry for `{asked}`.',
  },
  'mapped-with-its-path': {
    title: 'aws-auth names the role with its path; it must not.',
    says: 'The caller is mapped as `{there}`. The authenticator compares the ARN without the role’s path, so this entry never fits. IAM shows the role’s ARN with the path.',
    fix: 'In `aws-auth` write `{asked}` as `rolearn`. Or create an access entry for the role: that takes the ARN as it is, and the cluster’s authentication mode must then include `API`.',
  },
  'object-unlike-the-listed': {
    title: 'The object has another name than the one in the call.',
    says: 'The call is for `{asked}`. What you pasted lists `{there}`, but no object of that first name. Keys must match exactly, upper and lower case too.',
    fix: 'Write `{there}` in the call, or correct the name under which the object is uploaded. No policy needs to change.',
  },
  'alias-in-the-place-of-a-version': {
    title: 'The function’s ARN doesn’t end in a version number.',
    says: 'Greengrass imports a function only by an ARN that ends in the number of a published version. `{asked}` doesn’t.',
    fix: 'Put the number of a published version at the end of `lambdaArn`, as in `function:NAME:7`. `aws lambda list-versions-by-function` lists them. No permission is missing.',
  },
  'policy-left-unfilled': {
    says: 'The policy in effect still has `{there}` in `{asked}`: the tool that wrote it never filled in the placeholder. AWS doesn’t fill it in either, so no request matches.',
    fix: 'Replace `{there}` with the value and save the policy again. Look for other placeholders in it, and correct the template or its variables.',
  },
  'template-without-sub': {
    title: 'The template doesn’t fill in the variables of the policy.',
    says: 'The template has `{asked}` as plain text. CloudFormation fills in `{there}` only in what `Fn::Sub` or `!Sub` is given. The policy gets the text as it stands, so it covers nothing.',
    fix: 'Put `!Sub` before the text (`Fn::Sub` in JSON), and deploy again. Check the other ARNs of the template too.',
  },
  'quotes-for-backticks': {
    title: 'The code doesn’t fill in the variables of the policy.',
    says: 'The code has `{asked}` in plain quotes. JavaScript and TypeScript fill in `{there}` only between backticks. The policy gets the text as it stands, so it covers nothing.',
    fix: 'Write the text between backticks instead of quotes, and deploy again.',
  },
  'string-without-f': {
    title: 'The code doesn’t fill in the variables of the policy.',
    says: 'The code writes the ARN that ends in `{end}` as a plain string. Python fills in a name in braces, as here `{there}`, only in an f-string or by `format`. The policy gets the text as it stands, so it covers nothing.',
    fix: 'Put an `f` before the string, and make the policy again.',
  },
  'variables-in-quotes-of-shell': {
    title: 'The shell doesn’t fill in the variables of the policy.',
    says: 'The command has `{asked}` where quotes keep it as it stands. The shell fills in `{there}` only outside single quotes, and in a here-document only if its mark isn’t quoted. The policy covers nothing.',
    fix: 'Take the quotes off the mark of the here-document, or close the single quotes before the variable and open them behind it. Then run the command again.',
  },
  'target-with-star': {
    title: 'The role’s policy has :* behind the ARN of the stream.',
    says: 'The role’s policy allows this only on `{asked}`. The ARN of a stream ends with its name: with `:*` behind it the policy covers nothing. The role may not write, and the test message fails.',
    fix: 'Name the stream by its ARN alone, `{there}`, as `Resource`. Deploy the policy before the subscription. The trust policy stays as it is.',
  },
  'role-of-center-without-path': {
    title: 'The policy names the permission set’s role without its path.',
    says: 'The policy names `{there}`. IAM Identity Center keeps the roles of permission sets under a path, so this one’s ARN is `{asked}`, and no role has the ARN in the policy.',
    fix: 'Name the role by its whole ARN, which `aws iam get-role` prints. Or name the account (`:root`) and test `aws:PrincipalArn` under `ArnLike`: a new assignment of the permission set gives the role another name.',
  },
  'endpoint-without-allow': {
    title: 'The endpoint’s policy has no Allow, so it lets nothing through.',
    says: 'The VPC endpoint policy that you pasted has only a Deny. Whatever a policy doesn’t allow is denied, so the node gets no ECR token through this endpoint. Registries of other Regions are reached past it.',
    fix: 'Add an Allow to the endpoint policy beside the Deny, such as `ecr:*` on `*` for the principals of your account. Or leave the endpoint its default policy. The node’s role needs no change.',
  },
  'instance-for-its-cluster': {
    title: 'The policy names an instance of the cluster, not the cluster.',
    says: 'The sign-in goes to a cluster. For Aurora, `rds-db:connect` is checked on the cluster’s resource ID, `cluster-…`. The policy allows `{asked}`, which names an instance.',
    fix: 'Write `{there}` as `Resource`. `aws rds describe-db-clusters` prints the ID as `DbClusterResourceId`; Terraform has it as `cluster_resource_id`.',
  },
  'connect-on-topics': {
    title: 'The AWS IoT policy doesn’t allow the device to connect.',
    says: 'The policy allows its actions only on `{asked}`. `iot:Connect` is checked on the client’s ARN, `client/CLIENT-ID`, and `iot:Subscribe` on `topicfilter/TOPIC`. So the connection is refused.',
    fix: 'In the certificate’s AWS IoT policy allow `iot:Connect` on `{there}`, with the client ID that the device uses. Allow `iot:Publish` and `iot:Receive` on `topic/TOPIC`, and `iot:Subscribe` on `topicfilter/TOPIC`.',
  },
  'transfer-variables-in-role': {
    title: 'The role’s own policy has variables of a session policy.',
    says: '`{asked}` has a value only in a session policy, which Transfer Family fills in at sign-in. In the role’s own policy it is no variable, so the statement covers nothing.',
    fix: 'Allow the role the bucket by its name. Give this document as the session policy: `Policy` of the user, or in the answer of your own identity provider.',
  },
  'value-of-nothing': {
    title: 'The call sends no value where a token or key belongs.',
    says: 'The call sends `{asked}`. Programs write such a word where a variable has no value. A permission doesn’t help such a call.',
    fix: 'Find out why the program has no value there: look at where it gets the token or key from, and wait for that before the call.',
  },
  'role-account-of-a-variable': {
    title: 'The account ID in the role’s ARN can be empty.',
    says: 'The role is set as `{asked}`. STS refuses an ARN without an account ID, and that comes from `{there}`. STS refused the ARN before it looked for a role or a policy.',
    fix: 'Print the ARN right before the call, with `echo`. If the account ID is missing, set `{there}` for this job, or write the account ID into the ARN. In a CI system a variable can be kept for protected branches or one environment.',
  },
  'role-arn-of-no-form': {
    title: 'The role’s ARN doesn’t have the form of one.',
    says: 'The role is set as `{asked}`. A role’s ARN has no Region, an account ID of 12 digits, and `role/` before the name. STS refused it before it looked for a role or a policy.',
    fix: 'Write the ARN as `aws iam get-role` prints it, such as `{there}`. No policy needs to change.',
  },
  'external-id-in-one-place': {
    title: 'Only one of the two places sends the external ID.',
    says: 'What you pasted assumes `{asked}` in two places, once with an external ID and once without. A trust policy that asks for `sts:ExternalId` refuses the second one.',
    fix: 'Send the same external ID there too. If that tool has no setting for it, give it credentials of the role that were assumed with the ID, or a profile that has it.',
  },
  'asked-beside-its-region': {
    title: 'The call goes to another Region than the resource’s.',
    says: 'The call asks for `{asked}`. What you pasted names it in another Region: `{there}`.',
    fix: 'Make the call in the Region of `{there}`: set it in the client, the environment or the command. Allow `{asked}` only if there is one in that Region too.',
  },
  'named-where-it-is-not': {
    title: 'What was asked for is in another account or Region.',
    says: 'AWS looked for `{asked}`. What you pasted has it elsewhere: `{there}`. A name is looked up in the account and Region of the call.',
    fix: 'Call in the account and Region of `{there}`: with credentials of that account or a role there. Where the operation takes an ARN, name it by the ARN. No permission is missing.',
  },
}
