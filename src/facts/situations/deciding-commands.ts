/** Commands that decide in more than one situation; a gap in braces is filled from what was pasted. */
export const DECIDING_COMMANDS = {
  databaseIds:
    'aws rds describe-db-instances --query DBInstances[].[DBInstanceIdentifier,DbiResourceId,IAMDatabaseAuthenticationEnabled] --output json',
  trustPolicy: 'aws iam get-role --role-name {assumedRole} --query Role.AssumeRolePolicyDocument --output json',
  role: 'aws iam get-role --role-name {assumedRole} --output json',
  inlinePolicies: 'aws iam list-role-policies --role-name {givenRole} --output json',
  rolePolicies: 'aws iam list-attached-role-policies --role-name {givenRole} --output json',
  bucketPolicy: 'aws s3api get-bucket-policy --bucket {bucket} --query Policy --output text',
  fileSystemPolicy: 'aws efs describe-file-system-policy --file-system-id {fileSystem} --query Policy --output text',
  functionPolicy: 'aws lambda get-policy --function-name {aliasedFunction} --query Policy --output text',
  repositoryPolicy: 'aws ecr get-repository-policy --repository-name {repository} --query policyText --output text',
  instanceMetadata:
    'aws ec2 describe-instances --instance-ids {instance} --query Reservations[].Instances[].[IamInstanceProfile,MetadataOptions] --output json',
  keyState: 'aws kms describe-key --key-id {keyId} --query KeyMetadata.KeyState --output text',
  keyPolicy: 'aws kms get-key-policy --key-id {keyId} --policy-name default --query Policy --output text',
  topicPolicy: 'aws sns get-topic-attributes --topic-arn {topicArn} --query Attributes.Policy --output text',
  logPolicies: 'aws logs describe-resource-policies --output json',
  s3EndpointPolicy:
    'aws ec2 describe-vpc-endpoints --filters Name=service-name,Values=*.s3 --query VpcEndpoints[].PolicyDocument --output text',
  organization: 'aws organizations describe-organization --query Organization.MasterAccountId --output text',
  callerIdentity: 'aws sts get-caller-identity --output json',
  configuration: 'aws configure list',
  appClient:
    'aws cognito-idp describe-user-pool-client --user-pool-id {userPool} --client-id <app client> --output json',
  identityProviders: 'aws iam list-open-id-connect-providers --output json',
  collectionPolicies: 'aws opensearchserverless list-access-policies --type data --output json',
  taskRoles:
    'aws ecs describe-task-definition --task-definition {family} --query taskDefinition.[executionRoleArn,taskRoleArn] --output json',
  portfolios: 'aws servicecatalog list-portfolios --output json',
  keyStores: 'aws kms describe-custom-key-stores --output json',
  pullThroughRules: 'aws ecr describe-pull-through-cache-rules --output json',
  resourceShares: 'aws ram get-resource-shares --resource-owner SELF --output json',
  enabledRegions:
    'aws account list-regions --region-opt-status-contains ENABLED ENABLED_BY_DEFAULT --query Regions[].RegionName --output json',
} as const

/** What gives the caller an access policy of EKS for a part of the cluster. */
const clusterAccess = (policy: string, scope: string) =>
  `aws eks associate-access-policy --cluster-name {cluster} --principal-arn {principalArn} --policy-arn arn:aws:eks::aws:cluster-access-policy/${policy} --access-scope ${scope}`

/** Commands that change something in more than one situation. */
export const CHANGING_COMMANDS = {
  execOn:
    'aws ecs update-service --cluster {cluster} --service <service> --enable-execute-command --force-new-deployment',
  wholeClusterAccess: clusterAccess('AmazonEKSAdminViewPolicy', 'type=cluster'),
  clusterAccess: clusterAccess('AmazonEKSViewPolicy', '{accessScope}'),
  kafkaAcl:
    'kafka-acls.sh --bootstrap-server <brokers> --add --allow-principal User:<user> --operation Read --topic <topic>',
  signIn: 'aws sso login --profile {profile}',
  enableRegion: 'aws account enable-region --region-name {region}',
  linkedRole: 'aws iam create-service-linked-role --aws-service-name {linkedService}',
  identityProvider: 'aws iam create-open-id-connect-provider --url {issuer} --client-id-list sts.amazonaws.com',
  keepKey: 'aws kms cancel-key-deletion --key-id {keyId}',
  enableKey: 'aws kms enable-key --key-id {keyId}',
  hopLimit: 'aws ec2 modify-instance-metadata-options --instance-id {instance} --http-put-response-hop-limit 2',
  /** To be followed by the policy’s ARN. */
  attachPolicy: 'aws iam attach-role-policy --role-name {givenRole} --policy-arn',
  /** To be followed by what to set. */
  setFunction: 'aws lambda update-function-configuration --function-name {aliasedFunction}',
  shareImage: 'aws ec2 modify-image-attribute --image-id {image} --launch-permission Add=[{UserId=<account>}]',
  bootstrap: 'cdk bootstrap aws://{account}/{region}',
} as const
