import type { ResourceRowId } from '../find-arn-traps'
import type { ForeignVariableId } from '../foreign-variables'
import type { RowMessage } from './row-message'

/** What each trap of resources is, and what to name instead. */
export const RESOURCE_MESSAGES: Readonly<Record<ResourceRowId | ForeignVariableId, RowMessage>> = {
  'bucket-is-not-its-objects': {
    says: 'A bucket’s ARN covers only the bucket. Actions on objects need `{meant}`.',
    fix: 'Add `{meant}` to `Resource`.',
  },
  'objects-are-not-their-bucket': {
    says: 'The ARN with `/*` covers only the objects. Actions on the bucket, for example `s3:ListBucket`, need `{meant}`.',
    fix: 'Add `{meant}` to `Resource`.',
  },
  'access-point-without-object': {
    title: 'The policy leaves out /object/ behind the access point.',
    says: 'Objects behind an access point are `accesspoint/NAME/object/KEY`. The policy names `{written}`, which is no object.',
    fix: 'Put `object/` between the access point’s name and the key.',
  },
  'bucket-is-not-its-access-point': {
    says: 'A request through an access point names the access point, not the bucket. An object is `accesspoint/NAME/object/KEY`, with Region and account.',
    fix: 'Allow the action on the ARN of the access point too, as the request has it.',
  },
  'log-group-without-star': {
    says: 'Log streams belong to their group. Actions on them need the group’s ARN with `:*` at the end.',
    fix: 'Add `{meant}` to `Resource`.',
  },
  'log-group-with-star': {
    says: 'Tagging a log group, and some newer actions, need the ARN without `:*` at the end.',
    fix: 'Add `{meant}` to `Resource`.',
  },
  'secret-without-suffix': {
    says: 'Secrets Manager adds a hyphen and six characters to the name in a secret’s ARN. The name alone covers nothing; `-??????` covers them.',
    fix: 'Add `{meant}` to `Resource`.',
  },
  'secret-asked-without-suffix': {
    title: 'The call names the secret by an incomplete ARN.',
    says: 'The request names the secret’s ARN without the hyphen and the six characters at its end. The policy covers only ARNs that have them.',
    fix: 'Use the secret’s complete ARN in the call or the task definition. In the CDK, use `Secret.fromSecretCompleteArn`.',
  },
  'secret-named-in-part': {
    title: 'The call names the secret by an incomplete ARN.',
    says: 'The call names the secret without the hyphen and the six characters at the end of its ARN. Another account’s secret is found only by its complete ARN.',
    fix: 'Name the secret by its complete ARN in the call: `{whole}`. In the CDK, use `Secret.fromSecretCompleteArn`.',
  },
  'named-in-own-account': {
    title: 'The call looks for it in the caller’s own account.',
    says: 'AWS looks up the name `{asked}` in the caller’s account, `{account}`. What you pasted has it in another account: `{whole}`.',
    fix: 'Name it by its whole ARN in the call: `{whole}`. An Allow on the name in the caller’s account doesn’t help.',
  },
  'named-without-its-account': {
    title: 'The call looks for it in the caller’s own account.',
    says: 'AWS looks up the name `{asked}` in the caller’s account, `{account}`. What you pasted has it in another account: `{whole}`.',
    fix: 'Name the account in the call too: `{option} {other}`. An Allow on the name in the caller’s account doesn’t help.',
  },
  'named-for-its-account-alone': {
    title: 'The call looks for it in the caller’s own account.',
    says: 'AWS looks up the name `{asked}` in the caller’s account, `{account}`, always. What you pasted has it in another account: `{whole}`.',
    fix: 'Assume a role of the account `{other}`, and make the call with it. An Allow on the name in the caller’s account doesn’t help.',
  },
  'asked-with-two-slashes': {
    title: 'The name in the call has a slash too many.',
    says: 'The call is for `{written}`. Two slashes in a row are another name than one. The policy covers `{meant}`.',
    fix: 'Take one slash off the name in the call: often a prefix and a path both have one, or a prefix is empty. No policy needs to change.',
  },
  'named-by-no-value': {
    title: 'The name in the call has no value.',
    says: 'The call asked for `{written}`. Such a name stands where a variable had no value.',
    fix: 'Set the variable that the call takes the name from. No policy needs to change.',
  },
  'named-unlike-the-list': {
    title: 'The call misspells the name of what is there.',
    says: 'The call is for `{asked}`. What your text lists, and the policy names, is `{written}`.',
    fix: 'Write `{written}` in the call. No policy needs to change.',
  },
  'named-nearly-the-same': {
    title: 'The call and the policy write the resource’s name differently.',
    says: 'The call is for `{asked}`, and the policy names `{written}`: one of the two is a slip, unless both exist.',
    fix: 'Look up which of the two exists. If `{written}` does, correct the call. If `{asked}` does, correct `Resource` in the policy. If both do, add `{asked}` to it.',
  },
  'account-misspelt': {
    title: 'The ARN in the call is misspelt: its account is no account.',
    says: 'The account of an ARN is twelve digits, or `aws` for what belongs to AWS. In `{written}` it is `{near}`: no policy can allow that.',
    fix: 'Correct the ARN where the template or the call names it: `{meant}`. No policy needs to change.',
  },
  'role-without-its-path': {
    title: 'The role’s ARN in the call lacks its path.',
    says: 'Your text names the role as `{whole}`. The call named `{written}`, which is another role or none.',
    fix: 'Pass the role’s whole ARN, `{whole}`. No policy needs to change.',
  },
  'vpc-of-another-account': {
    title: 'The account of the VPC has to make this call.',
    says: 'The zone’s account only authorizes the association. The account that owns the VPC makes it; your text names `{other}`.',
    fix: 'Make the call with credentials of the account `{other}`. Its caller needs `route53:AssociateVPCWithHostedZone`.',
  },
  'role-arn-of-no-role': {
    title: 'What is named as a role is none.',
    says: '`{written}` is the ARN of {kind}. It stands where a role’s ARN belongs, so no role was used.',
    fix: 'Put the role’s ARN there: `arn:aws:iam::<account>:role/<name>`. Attach policies to that role.',
  },
  'role-assumed-by-another-call': {
    title: 'The role is assumed by another call than this one.',
    says: 'The trust policy lets `{found}` in by `{call}`. The call that was made is another one.',
    fix: 'Assume the role by `{call}`: `{by}`. The trust policy stays as it is.',
  },
  'job-without-its-token': {
    title: 'The job has no token, so another principal called.',
    says: 'The trust policy lets jobs in by a token of `{provider}`. The job had none: `{caller}` assumed the role in its place, with `sts:AssumeRole`.',
    fix: 'Let the job have its token: {token}. The trust policy stays as it is, and `{caller}` needs no access to the role.',
  },
  'keys-before-profile': {
    title: 'Keys in the environment made the call, not the profile.',
    says: 'Access keys in the environment come before the profile in `AWS_PROFILE`: the call was made with `AWS_ACCESS_KEY_ID`, not as the profile `{profile}`.',
    fix: 'Unset `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and `AWS_SESSION_TOKEN` where the call is made. Then check with `aws sts get-caller-identity` that `{profile}` calls. No policy needs to change.',
  },
  'pod-without-its-role': {
    title: 'The pod calls with the node’s role, not with its own.',
    says: 'The service account has the role `{podRole}`, and the pod doesn’t use it: it started before the service account had it, runs under another one, or has an AWS SDK that is too old.',
    fix: 'Restart the pod, for example with `kubectl rollout restart`, and check that it has `AWS_WEB_IDENTITY_TOKEN_FILE`. If it doesn’t, check its `serviceAccountName`. If it does, update its AWS SDK. The node’s role needs no permission for it.',
  },
  'pod-role-not-read': {
    title: 'The program calls with the node’s role, though the pod has its own.',
    says: 'The pod has the role `{podRole}` and its token in the environment, and this call was made as the node. So the program doesn’t read them: its AWS SDK is too old, or it looks for credentials in a way of its own.',
    fix: 'Update the program or its AWS SDK so that it reads the token. If it takes credentials as a setting, you can give it those of `{podRole}`. The node’s role needs no permission for it.',
  },
  'pod-role-takes-no-token': {
    title: 'No pod can assume the role, so this one calls as the node.',
    says: 'The trust policy that you pasted compares the service account by `StringEquals` with `{written}`. `StringEquals` takes the wildcard as it stands, so no token fits it. The pod can’t assume `{podRole}` and calls with the node’s role.',
    fix: 'Name the exact service account in the trust policy, `system:serviceaccount:NAMESPACE:NAME`, or compare by `StringLike`. Then restart the pod. The node’s role needs no permission for it.',
  },
  'pod-under-another-account': {
    title: 'The pod runs under another service account than the role’s.',
    says: 'The pod runs under the service account `{used}`. The role `{podRole}` is on another one, so the pod calls with the node’s role or with none.',
    fix: 'Set the pod’s `serviceAccountName` to the service account that has `{podRole}`, then restart it. The node’s role needs no permission for it.',
  },
  'parameter-without-its-slash': {
    title: 'The parameter’s name lacks its first slash.',
    says: 'A parameter in a hierarchy is named with a slash ahead, `/{name}`. Without it the name is no parameter, and Systems Manager asks for `*`, which the policy rightly doesn’t allow.',
    fix: 'Pass `/{name}` as the name. The policy needs no change for it.',
  },
  'pod-not-restarted': {
    title: 'The pods still call with the node’s role, not with their own.',
    says: 'A pod gets the role of its service account when it starts. By your text the pods weren’t restarted since then, so they call as `{nodeRole}`.',
    fix: 'Restart the pods, for example with `kubectl rollout restart`. For the VPC CNI it’s the DaemonSet `aws-node` in `kube-system`. The node’s role needs no permission for it.',
  },
  'service-account-role-not-used': {
    title: 'The pod calls with the node’s role, not with its own.',
    says: 'AWS names the role of a node as the caller. A pod gets the role of its service account only if that account has the annotation `eks.amazonaws.com/role-arn`, the pod started after it was set, and its SDK supports such roles.',
    fix: 'Check which service account the pod runs under, and that it has the annotation. Then restart the pod. The node’s role needs no permission for it.',
  },
  'pod-identity-not-used': {
    title: 'The pod calls with the node’s role, not by Pod Identity.',
    says: 'Pod Identity reaches only pods of the association’s namespace and service account that started after it, and only programs whose AWS SDK knows it. Others call with the node’s role.',
    fix: 'Check that the association names the pod’s namespace and service account, then restart the pod. If it still calls as the node, update the program to a version whose AWS SDK supports Pod Identity. The node’s role needs no permission for it.',
  },
  'role-of-a-stranger': {
    title: 'The call assumes a role of an account that isn’t yours.',
    says: 'Your text says that the account `{other}` isn’t yours. The role’s ARN probably comes from an example or a default.',
    fix: 'Where the role’s ARN is set, name a role of your own account, `{own}`, or leave it out if the caller needs no other role. Don’t ask `{other}` for trust, and allow no `sts:AssumeRole` on its role.',
  },
  'credentials-of-another-account': {
    title: 'The credentials belong to another account than the resource.',
    says: 'Your text says that the {thing} is in the account `{other}`. The call was made with credentials of `{own}`, not as the profile `{profile}`.',
    fix: 'Give this run the credentials of `{other}`: set the profile’s keys or role where the run gets its credentials, and unset other keys. Check with `aws sts get-caller-identity` before the call. Or name a {thing} of `{own}`.',
  },
  'called-as-printed-otherwise': {
    title: 'Another identity made the call than get-caller-identity printed.',
    says: '`aws sts get-caller-identity` printed `{printed}`, and AWS refused `{called}`: the failed command ran with other credentials, for example in a container, under `sudo` or with keys from a file.',
    fix: 'Let the failed command use the credentials of `{printed}`: pass the `AWS_` variables into the container, name the profile, or remove the keys of `{called}` from its environment and `~/.aws/credentials`. Run `aws sts get-caller-identity` right where it fails.',
  },
  'run-without-profile': {
    title: 'The command ran without the profile that the others name.',
    says: 'A command without `--profile` runs as the default profile. Others in your text name `{profile}`.',
    fix: 'Add `--profile {profile}` to the command, or set `AWS_PROFILE`. The default profile’s role needs no permission for it.',
  },
  'mount-without-task-role': {
    title: 'The task has no task role, and EFS lets in roles alone.',
    says: 'The volume has `iam` as `ENABLED`, so ECS mounts it as the task role. The task definition names only an execution role, `{execution}`, which never mounts anything.',
    fix: 'Set `taskRoleArn` to a role that trusts `ecs-tasks.amazonaws.com` and allows `elasticfilesystem:ClientMount` and `ClientWrite` on the file system, and name it in the file system policy in place of `{execution}`. Then run the new revision.',
  },
  'task-without-role': {
    title: 'The task has no task role, so the instance’s role called.',
    says: 'The task definition names an execution role and no `taskRoleArn`. The execution role pulls images and secrets; without a task role the program calls as the instance.',
    fix: 'Set `taskRoleArn` to a role that trusts `ecs-tasks.amazonaws.com` and allows `{action}`, and run the new revision. The execution role and the instance’s role need no permission for it.',
  },
  'role-trusts-other-account': {
    title: 'The role trusts another account than the caller’s.',
    says: 'The trust policy lets in only the account `{trusted}`. The call came from the account `{own}`.',
    fix: 'Make the call with credentials of `{trusted}`: check the profile or `source_profile` with `aws sts get-caller-identity`. Only if `{own}` is meant to use the role, let its owner add that user or role to the trust policy.',
  },
  'profile-before-keys': {
    title: 'The profile made the call, not the keys in the environment.',
    says: 'This program takes the profile in `AWS_PROFILE` before access keys in the environment, as the AWS SDK for JavaScript does from version 3 on. So the call was made as the profile `{profile}`.',
    fix: 'Unset `AWS_PROFILE` where the program runs, so that it takes the keys. Then check with `aws sts get-caller-identity`. The profile `{profile}` needs no permission for it.',
  },
  'profile-not-named': {
    title: 'The call was made without the profile that is set up.',
    says: 'Nothing in your text names the profile `{profile}`, so the call was made as the default profile, `{own}`.',
    fix: 'Name the profile: set `AWS_PROFILE={profile}` for the run, pass `--profile {profile}`, or set `profile` in the tool’s own configuration. `{own}` needs no permission for it.',
  },
  's3a-without-web-identity': {
    title: 'Most likely S3A calls as the node, not with the pod’s role.',
    says: 'Hadoop’s S3A has a list of credentials providers of its own. By default it looks for keys in its settings and the environment, then asks the instance; it doesn’t look at `AWS_WEB_IDENTITY_TOKEN_FILE`. The AWS CLI in the same pod does, so it can pass where Spark is refused.',
    fix: 'Set `spark.hadoop.fs.s3a.aws.credentials.provider` to `software.amazon.awssdk.auth.credentials.WebIdentityTokenFileCredentialsProvider`; with AWS SDK 1 it is `com.amazonaws.auth.WebIdentityTokenCredentialsProvider`. Then submit again. Neither the node’s role nor the pod’s needs more for it.',
  },
  'keys-before-role': {
    title: 'Access keys made the call, not the role that was meant.',
    says: 'Programs look for access keys, in the environment and in files, before they ask for the credentials of a task, pod or instance. Keys in the environment also come before a web identity token. So a user called, and not the role.',
    fix: 'Remove `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and `AWS_SESSION_TOKEN` where the program gets them: its variables, or the file with keys. Start it again, and check with `aws sts get-caller-identity` that the role calls. The user needs no permission for it.',
  },
  'keys-before-file': {
    title: 'Keys in the environment made the call, not those in the file.',
    says: '`aws configure list` shows `env`: the access key comes from the environment. That goes before `~/.aws/credentials`.',
    fix: 'Unset `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and `AWS_SESSION_TOKEN`, also where the shell sets them. Then check with `aws sts get-caller-identity`. The identity that was refused needs no permission for it.',
  },
  'no-instance-profile': {
    title: 'The machine has no instance profile, so no role called.',
    says: 'Your text says that no instance profile is set where the program runs. The role’s policies count for nothing until it is.',
    fix: 'Set the instance profile where the cluster or instance is configured, and start it again. Then check with `aws sts get-caller-identity` on it. The role’s policies need no change.',
  },
  'role-taken-unused': {
    title: 'The client isn’t made with the credentials that the code gets.',
    says: 'The code gets the credentials of `{meant}` and makes the client without them: `{client}`. So it calls as the program’s own role or user.',
    fix: 'Make the client from the session of `{meant}`, or pass its credentials: access key, secret key and session token. The program’s own role or user needs no further permission.',
  },
  'called-before-assuming': {
    title: 'The call was made without assuming the role first.',
    says: 'The policies that you pasted allow the caller only to assume `{meant}`. What the role may do, the caller may only once it has its credentials.',
    fix: 'Make the call as `{meant}`: name the profile that has `role_arn = {role}`, or assume the role first and use its credentials. The caller needs no further permission.',
  },
  'role-taken-not-exported': {
    title: 'The command isn’t given the assumed role’s credentials.',
    says: '`aws sts assume-role` only prints the credentials of `{meant}`. The commands after it still call as before.',
    fix: 'Export the printed `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and `AWS_SESSION_TOKEN` before the command, or use a profile with `role_arn`. Who called needs no permission for it.',
  },
  'caller-is-user-pool': {
    title: 'The role that called is Cognito’s own, in an account of AWS.',
    says: 'Cognito calls the function from an account of AWS, as `{role}`. What lets it in is its service principal, `cognito-idp.amazonaws.com`, in the function’s resource policy.',
    fix: 'Let the user pool invoke the function: `aws lambda add-permission --function-name {on} --statement-id user-pool --action lambda:InvokeFunction --principal cognito-idp.amazonaws.com --source-arn <ARN of the user pool>`. Don’t name the role in any policy.',
  },
  'caller-is-search-domain': {
    title: 'The role that called is OpenSearch Service’s own, in an account of AWS.',
    says: 'A domain takes the snapshot role from an account of AWS, as `{role}`. What lets it in is its service principal, `es.amazonaws.com`, in the role’s trust policy.',
    fix: 'In the trust policy of `{on}` allow `es.amazonaws.com` `sts:AssumeRole`, with your account in `aws:SourceAccount`. Don’t name `{role}` there.',
  },
  'caller-is-hosting-build': {
    title: 'The role that called is Amplify’s own, in an account of AWS.',
    says: 'The app has no service role, so the build ran as `{role}` in an account of AWS. Nothing in your account has to let that role in.',
    fix: 'Choose a service role in the app’s settings, one that trusts `amplify.amazonaws.com` and has `AmplifyBackendDeployFullAccess`, then build again. No resource policy needs to change.',
  },
  'container-without-profile': {
    title: 'The container isn’t given the profile that works outside of it.',
    says: 'The container reads the files with profiles, and nothing in it sets `AWS_PROFILE`. So it calls as the default profile, not as `{profile}`.',
    fix: 'Set `AWS_PROFILE={profile}` in the container’s environment, then start it again. The default profile’s identity needs no permission for it.',
  },
  'git-helper-without-profile': {
    title: 'Git’s credential helper is run without the profile.',
    says: 'The helper calls as the default credentials of the machine, not as the profile `{profile}`.',
    fix: "Name the profile in the helper: `git config credential.helper '!aws --profile {profile} codecommit credential-helper $@'`. Who called needs no permission for it.",
  },
  'kubeconfig-role-not-used': {
    title: 'The role only goes into the kubeconfig; the command calls without it.',
    says: '`--role-arn` of `update-kubeconfig` is the role with which `kubectl` gets its token. The command itself reads the cluster with the credentials that it’s run with.',
    fix: 'Run it with credentials of `{meant}`: a profile that has `role_arn = {role}`. Keep `--role-arn` only if `kubectl` has to take the role too. Who called needs no permission for it.',
  },
  'backend-without-role': {
    title: 'Terraform’s backend doesn’t call as the provider does.',
    says: 'The `backend` block reads the state with its own credentials. What the `provider` block assumes, `{meant}`, doesn’t count there.',
    fix: 'Put `{setting}` into the `backend "s3"` block too, then run `terraform init -reconfigure`. The identity that was refused needs no permission for it.',
  },
  'job-role-not-used': {
    title: 'Another identity made the call than the role that the job assumes.',
    says: 'The job is set to assume `{meant}`, and AWS refused `{called}`. Keys of `{called}`, from the job’s or step’s environment or the runner itself, came before the role’s, or the step runs where the role’s aren’t set.',
    fix: 'Put `aws sts get-caller-identity` right before the failing command. Remove `AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY` from the job, the step and the runner, and `~/.aws/credentials` on a runner of your own. Hand a container the role’s credentials with `docker run -e AWS_ACCESS_KEY_ID -e AWS_SECRET_ACCESS_KEY -e AWS_SESSION_TOKEN`. `{called}` needs no permission for it.',
  },
  'permission-set-of-another-profile': {
    title: 'Another identity made the call than the profile you pasted.',
    says: 'The profile uses the permission set `{meant}`, and AWS refused `{called}`. So the call didn’t use that profile: keys in the environment come before it, or the program has other settings.',
    fix: 'Unset `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and `AWS_SESSION_TOKEN`, name the profile where the program runs, and check with `aws sts get-caller-identity` that `{meant}` calls. `{called}` needs no permission for it.',
  },
  'pod-with-another-role': {
    title: 'The pod calls with another role than its service account has.',
    says: 'The service account’s annotation names `{meant}`, and the pod calls as `{called}`. A pod keeps the role that the annotation had when it started; or it runs under another service account, or assumes a further role itself.',
    fix: 'Restart the pod, for example with `kubectl rollout restart`, and check its `AWS_ROLE_ARN` and `serviceAccountName`. Once it calls as `{meant}`, `{called}` needs no permission for it.',
  },
  'function-role-not-used': {
    title: 'The function runs with another role than the one configured.',
    says: 'The configuration names `{meant}`, and the function calls as `{called}`. So that setting isn’t in effect: it was not deployed, stands under a name that the tool doesn’t read, or belongs to another function.',
    fix: 'Read the role with `aws lambda get-function-configuration --function-name <function> --query Role`. Correct the setting so that it’s `{meant}`, and deploy again. `{called}` needs no permission for it.',
  },
  'sudo-without-profile': {
    title: 'The command under sudo doesn’t get the shell’s profile.',
    says: '`sudo` drops the shell’s variables, and `root` has a home directory of its own. So the command ran without `AWS_PROFILE={profile}` and without your `~/.aws`.',
    fix: 'Run it without `sudo`, or hand the profile on: `sudo --preserve-env=AWS_PROFILE,HOME <command>`. Check with `sudo aws sts get-caller-identity`. Whoever called instead needs no permission for it.',
  },
  'service-without-profile': {
    title: 'The service doesn’t get the shell’s profile.',
    says: '`systemd` starts a service without the variables of a shell. So it ran without `AWS_PROFILE={profile}`.',
    fix: 'Set `Environment=AWS_PROFILE={profile}` in the unit, and `AWS_CONFIG_FILE` and `AWS_SHARED_CREDENTIALS_FILE` if its user has no `~/.aws`. Then run `systemctl daemon-reload` and restart it. Whoever called instead needs no permission for it.',
  },
  'cron-without-profile': {
    title: 'The cron job doesn’t get the shell’s profile.',
    says: '`cron` starts a job without the variables of a login shell. So it ran without `AWS_PROFILE={profile}`.',
    fix: 'Set `AWS_PROFILE={profile}` in the crontab above the job, and see that it runs as the user who has the profile in `~/.aws`. Whoever called instead needs no permission for it.',
  },
  'build-with-logging-role': {
    title: 'The app’s service role is the one for SSR logs.',
    says: 'The build runs as `{role}`. Amplify made that role to write logs of server-side rendering, and it has no permission to deploy a backend. A role that you made counts only once the app uses it.',
    fix: 'In the Amplify console, under App settings, IAM roles, choose as service role one that trusts `amplify.amazonaws.com` and has `AmplifyBackendDeployFullAccess`. Then deploy again. `{role}` needs no permission for it.',
  },
  'granted-to-execution-role': {
    title: 'The permission is with the execution role, not the task role.',
    says: 'ECS uses the execution role, `{other}`, to pull images and secrets and to write logs. A program in the container never has it: it calls as the task role.',
    fix: 'Allow it in the task role, `{called}`, and run new tasks. Without a task role, set `taskRoleArn` to one that trusts `ecs-tasks.amazonaws.com`. `{other}` needs no permission for it.',
  },
  'granted-to-task-role': {
    title: 'The permission is with the task role, not the execution role.',
    says: 'Before the program starts, ECS pulls its image and secrets as the execution role, `{called}`. The task role, `{other}`, is only for the program.',
    fix: 'Allow it in the execution role, `{called}`, and start the task again. `{other}` needs it only if the program makes this call too.',
  },
  'build-calls-as-its-role': {
    title: 'The build calls as its project’s service role.',
    says: 'What you pasted gives the permission to another identity ({other}). CodeBuild runs every command of a build as the service role of its project, here `{called}`.',
    fix: 'Allow it in `{called}`. The role of the pipeline or of whoever starts the build doesn’t count for it.',
  },
  'stack-calls-as-its-role': {
    title: 'CloudFormation calls as its role, not as whoever deploys.',
    says: 'What you pasted gives the permission to another identity ({other}). CloudFormation makes the stack’s calls as `{called}`, whoever deploys it.',
    fix: 'Allow it in `{called}`. If that is the role of a CDK bootstrap, bootstrap again with the policies that it’s to have: `cdk bootstrap --cloudformation-execution-policies <policy ARNs>`.',
  },
  'granted-to-another': {
    title: 'The permission is with another identity than the one that called.',
    says: 'What you pasted gives the permission to `{other}`. AWS refused `{called}`, so only what `{called}` has counts.',
    fix: 'If `{called}` is meant to make this call, allow it there. If `{other}` is, make the call with its credentials, and check with `aws sts get-caller-identity`.',
  },
  'provider-alias-unused': {
    title: 'Nothing uses the provider with the alias.',
    says: 'The provider `aws.{alias}` calls as `{meant}`, and nothing in your text is given it. What names no provider calls as the default one.',
    fix: 'Give it where the call comes from: `providers = { aws = aws.{alias} }` in the module, or `provider = aws.{alias}` in the resource or data source. The default provider’s identity needs no permission for it.',
  },
  'asked-in-another-region': {
    title: 'The call went to another Region than the policy is for.',
    says: 'The request was made in `{asked}`. The policy allows `{written}`, which is in `{meant}`.',
    fix: 'If what you want is in `{meant}`, make the call there: pass `--region {meant}`, or switch the console to it. If it’s in `{asked}`, allow its ARN there too.',
  },
  'table-is-not-its-index': {
    says: 'A query on an index names `table/NAME/index/INDEX`. The table’s ARN doesn’t cover it.',
    fix: 'Add `{meant}` to `Resource`.',
  },
  'table-is-not-its-stream': {
    says: 'A read of a stream names `table/NAME/stream/LABEL`. The table’s ARN doesn’t cover it.',
    fix: 'Add `{meant}` to `Resource`.',
  },
  'database-by-its-name': {
    says: '`{written}` names the database by its name. A sign-in is checked on the resource ID, which begins with `db-`, `cluster-` or `prx-`, so the policy never covers it.',
    fix: 'Write the resource ID in place of the name: `DbiResourceId` of an instance, `DbClusterResourceId` of a cluster. The part behind the slash stays the database user.',
  },
  'resolver-is-not-its-field': {
    says: '`{written}` names a resolver. A GraphQL call is checked on the field, `apis/ID/types/TYPE/fields/FIELD`, so the policy never covers it.',
    fix: 'Write `fields` in place of `resolvers` in each of these ARNs.',
  },
  'alias-is-not-its-key': {
    says: 'An alias in `Resource` doesn’t cover its key. AWS checks the key’s ARN.',
    fix: 'Use the key’s ARN, or use `*` and test `kms:ResourceAliases` for the alias.',
  },
  'role-below-a-path': {
    says: 'The path of a role is part of its ARN: `role/PATH/NAME`.',
    fix: 'Add `{resource}` to `Resource`.',
  },
  'role-asked-without-path': {
    title: 'The call names the role without its path.',
    says: 'The path of a role is part of its ARN. The policy allows `{written}`; the call names the role without the path.',
    fix: 'Give the complete ARN in the call: `{written}`.',
  },
  'domain-is-not-its-paths': {
    says: 'A request to a search domain is for a path below it. The domain’s ARN alone covers its configuration.',
    fix: 'Add `{meant}` to `Resource`.',
  },
  'domain-without-its-paths': {
    says: 'A request to a search domain is for a path below it. `{written}` ends before any path, so it covers none.',
    fix: 'End the resource with `/*`: `{meant}`.',
  },
  'thing-variable-in-iam-policy': {
    title: 'A variable of the thing has no value in an IAM policy.',
    says: '`{variable}` has a value only in an AWS IoT policy, for a client that connects with the thing’s certificate. With the credentials of an IAM role it is empty, so this Allow covers nothing.',
    fix: 'In the IAM policy, use `${credentials-iot:ThingName}` where the credentials come from the AWS IoT credential provider, or `${iot:ClientId}` where the client ID is the thing’s name. Leave the action as it is.',
  },
  'iot-variable-in-iam-policy': {
    title: 'Most likely a variable of AWS IoT stands in an IAM policy.',
    says: '`{variable}` is a variable of AWS IoT’s own policies. In an IAM policy it never has a value, so this Allow covers nothing.',
    fix: 'Put the statement into an AWS IoT policy, and attach that to the Cognito identity or the certificate with `aws iot attach-policy`. Or use IAM’s own variables.',
  },
  'sign-in-variable-of-identity-pool': {
    title: 'The policy uses a variable that identity-pool credentials don’t carry.',
    says: '`{variable}` has a value only where the provider’s token goes to `sts:AssumeRoleWithWebIdentity` itself. The credentials of an identity pool don’t carry it, so this Allow covers nothing.',
    fix: 'Write `${cognito-identity.amazonaws.com:sub}` in its place. It is the identity’s id, so use that id in the path of the call too.',
  },
  'arn-in-an-arn': {
    title: 'The call passes an ARN where the API takes a name.',
    says: 'The resource holds a second ARN: the call passed the whole ARN where the API takes the name alone.',
    fix: 'Pass `{name}` in the call, without the rest of the ARN.',
  },
  'arn-of-another-region-in-an-arn': {
    title: 'The call asks in another Region than the resource’s.',
    says: 'The call goes to {asked} and passes the ARN of something in {meant}. AWS puts that ARN into one of {asked}, and nothing exists under the result.',
    fix: 'Make the call, or deploy what makes it, in {meant}. The name alone, `{name}`, would find nothing in {asked}.',
  },
  'policy-below-a-path': {
    says: 'The path of a policy is part of its ARN: `policy/PATH/NAME`.',
    fix: 'Add `{meant}` to `Resource`.',
  },
  'session-is-not-its-role': {
    says: 'You assume or pass the role, `arn:aws:iam::ACCOUNT:role/NAME`. An `assumed-role` ARN is one of its sessions.',
    fix: 'Add `{meant}` to `Resource`.',
  },
  'parameter-with-two-slashes': {
    says: 'The parameter’s name begins with a slash. Its ARN has that slash only once: `parameter/app/key`.',
    fix: 'Add `{meant}` to `Resource`.',
  },
  'object-with-two-slashes': {
    says: 'The resource has two slashes behind the bucket’s name. They cover only keys that begin with a slash.',
    fix: 'Write `{meant}` in `Resource`. In a template, leave the slash out where the prefix has one.',
  },
  'star-behind-an-arn': {
    says: '`{written}` has `:*` at its end. The ARN that is asked for has nothing there, so the pattern never matches it.',
    fix: 'Write `{meant}` in `Resource`, without `:*`.',
  },
  'parameter-with-colon': {
    says: 'A parameter’s ARN has a slash after `parameter`, not a colon.',
    fix: 'Add `{meant}` to `Resource`.',
  },
  'topic-is-not-its-subscription': {
    says: 'A subscription’s ARN has one more part than its topic’s ARN.',
    fix: 'Add `{meant}` to `Resource`.',
  },
  'function-with-qualifier': {
    says: 'A call of a version or an alias names `function:NAME:QUALIFIER`. The ARN without it doesn’t cover that.',
    fix: 'Add `{meant}` to `Resource`.',
  },
  'function-without-qualifier': {
    says: 'An ARN with a qualifier does not cover calls without one.',
    fix: 'Add `{meant}` to `Resource`.',
  },
  'domain-is-not-its-addresses': {
    says: 'If the sender’s address is an identity itself, SES checks that one. The domain’s identity doesn’t cover `identity/ADDRESS`.',
    fix: 'Add `{meant}` to `Resource`.',
  },
  'identity-is-not-the-configuration-set': {
    says: 'Sending with a configuration set is also checked on that set, not only on the identity.',
    fix: 'Add `{meant}` to `Resource`.',
  },
  'task-definition-without-revision': {
    says: 'A task definition’s ARN ends in its revision: `task-definition/FAMILY:REVISION`.',
    fix: 'Add `{meant}` to `Resource`.',
  },
  'service-without-cluster': {
    says: 'A service’s ARN names its cluster: `service/CLUSTER/NAME`.',
    fix: 'Add `{meant}` to `Resource`.',
  },
  'task-without-cluster': {
    says: 'A task’s ARN names its cluster: `task/CLUSTER/ID`.',
    fix: 'Add `{meant}` to `Resource`.',
  },
  'rule-of-another-bus': {
    says: 'The ARN of a rule on a custom event bus names the bus: `rule/BUS/NAME`.',
    fix: 'Add `{meant}` to `Resource`.',
  },
  'state-machine-is-not-its-execution': {
    says: 'An execution has its own ARN: `execution:MACHINE:NAME`.',
    fix: 'Add `{meant}` to `Resource`.',
  },
  'stream-is-not-its-consumer': {
    says: 'A consumer has its own ARN below the stream: `stream/NAME/consumer/NAME`.',
    fix: 'Add `{meant}` to `Resource`.',
  },
  'profile-is-not-one-of-applications': {
    says: 'An application inference profile has an ARN of its own kind: `application-inference-profile/ID`. A pattern of `inference-profile/` doesn’t cover it.',
    fix: 'Add `{meant}` to `Resource`.',
  },
  'cluster-is-not-its-node-group': {
    says: 'A node group has its own ARN: `nodegroup/CLUSTER/NAME/ID`.',
    fix: 'Add `{meant}` to `Resource`.',
  },
  'stack-without-id': {
    says: 'A stack’s ARN ends in its id: `stack/NAME/ID`.',
    fix: 'Add `{meant}` to `Resource`.',
  },
  'load-balancer-is-not-its-listener': {
    says: 'A listener has its own ARN: `listener/app/NAME/ID/LISTENER`.',
    fix: 'Add `{meant}` to `Resource`.',
  },
  'repository-is-not-those-below': {
    says: 'A slash in a repository’s name is part of the name. `repository/team` doesn’t cover `repository/team/app`.',
    fix: 'Add `{meant}` to `Resource`.',
  },
  'model-is-not-its-inference-profile': {
    says: 'A model that is called through an inference profile is authorized on the profile, and on the model in each Region of the profile.',
    fix: 'Add `{meant}` to `Resource`.',
  },
  'inference-profile-is-not-its-model': {
    says: 'An inference profile also calls its model in other Regions. Allow the model in each of them, as well as the profile.',
    fix: 'Add `foundation-model/MODEL`, with `*` as the Region and no account, next to the profile.',
  },
  'model-is-not-its-application-profile': {
    says: 'A model that is called through an application inference profile is authorized on that profile, and on the model in each of its Regions.',
    fix: 'Add `{meant}` to `Resource`.',
  },
  'table-bucket-is-not-its-tables': {
    says: 'A table bucket’s ARN covers only the bucket. A table is `bucket/NAME/table/ID`.',
    fix: 'Add `{meant}` to `Resource`.',
  },
  'vector-bucket-is-not-its-indexes': {
    says: 'A vector bucket’s ARN covers only the bucket. An index is `bucket/NAME/index/INDEX`.',
    fix: 'Add `{meant}` to `Resource`.',
  },
  'job-definition-without-revision': {
    says: 'A job definition’s ARN ends in its revision.',
    fix: 'Add `{meant}` to `Resource`.',
  },
  'instance-is-not-all-of-a-launch': {
    says: 'A launch is checked on everything it uses: instance, image, subnet, network interface, security group and volume. A key pair or launch template that it names is checked too.',
    fix: 'List each kind in `Resource`: `instance/*`, `network-interface/*`, `subnet/*`, `security-group/*`, `volume/*`, `key-pair/*` and `launch-template/*`. Images have no account: `arn:aws:ec2:REGION::image/*`.',
  },
  'database-is-not-its-cluster': {
    says: 'A cluster of databases, and its snapshots, have ARNs of their own beside those of its instances.',
    fix: 'Add `{meant}` to `Resource`.',
  },
  'action-takes-no-resource': {
    says: '`{action}` takes no resource. An Allow that names one doesn’t cover it.',
    fix: 'Allow `{action}` on `*` in a separate statement.',
  },
}
