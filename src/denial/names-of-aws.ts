import { servicesOfThings } from '../facts/service-things'

/** Names of AWS that no other text has. */
export const NAMES_AWS =
  /\b(?:AWS(?!\sre:[IM])|Amazon|IAM|KMS|S3|SNS|SQS|EC2|ECS|EKS|ECR|RDS|EFS|FSx|EMR|DMS|MSK|SSM|VPC|Lambda(?!\sexpression)|CloudWatch|CloudTrail|CloudFront|CloudFormation|CloudShell|DynamoDB|DocumentDB|ElastiCache|Kinesis|Firehose|Redshift|SageMaker|Bedrock|Athena|Aurora|AppFlow|AppSync|AppRunner|AppStream|CodeArtifact|CodeBuild|CodePipeline|CodeDeploy|CodeCommit|Cognito|DataBrew|DataSync|DataZone|EventBridge|Fargate|GuardDuty|HealthLake|OpenSearch|QuickSight|Greengrass|MediaConvert|MediaLive|Rekognition|WorkSpaces|StackSets?|Auto\sScaling|App\sRunner|Identity\sCenter|Elastic\sBeanstalk|Elastic\sLoad\sBalancing|Lake\sFormation|Control\sTower|Step\sFunctions|Secrets\sManager|Systems\sManager|Security\sHub|Storage\sGateway|Transfer\sFamily|Route\s?53)\b|\barn:aws|\bAccessDenied(?!Exception|Fault|Error)[A-Z]\w{2,40}\b|\b(?:AssumeRole|assume_role)/

/** Ids of things in EC2 and EFS. */
const IDS =
  /\b(?:i|ami|eipalloc|eni|fs|fsap|igw|lt|nat|rtb|sg|snap|subnet|tgw|vol|vpc|vpce)-[\da-f]{8,17}\b|\b[a-z][a-z\d-]{1,40}\.amazonaws\.com\b/

/** What only roles and policies of AWS are said of: that they are assumed, trusted, or those of a thing. */
const PAIRS: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\broles?\b/i,
    /\b(?:buckets?|secrets?|topics?|queues?|streams?|log\sgroups?|functions?|KMS|subnets?|trust\s(?:polic(?:y|ies)|relationships?))\b/i,
  ],
  [
    /\b(?:[A-Z]\w{1,40}[a-z][A-Z]\w{1,40}|IAM|execution|service|provided|specified)\s(?:\w+\s)?role\b|\b[Rr]ole\sARN\b/,
    /\bassum(?:e[ds]?|able|ing)\b/,
  ],
  [/\bmaster\skeys?\b|\bkey\sID\b|\bkey\spolic(?:y|ies)\b/i, /\b(?:accessible|DescribeKey|used|access)\b/i],
  [
    /\b(?:execution|service|task|instance|node|delivery|replication)\s(?:IAM\s)?roles?\b/i,
    /\bpermissions?\b|\bauthori[sz]ed\b|\baccess\b/i,
  ],
  [
    /\b(?:bucket|queue|topic|key|event\sbus|file\ssystem|resource(?:-based)?|repository|log\sgroup)(?:['\u2019]s)?\spolic(?:y|ies)\b/i,
    /\b(?:allow|grant|permit|den(?:y|ies|ied)|lacks?|permissions?)/i,
  ],
]

/** Is a text of AWS, by the names in it or by what it says of a role, a policy or a thing that only AWS has? */
export const isOfAwsByWords = (text: string): boolean =>
  NAMES_AWS.test(text) ||
  IDS.test(text) ||
  PAIRS.some(([one, other]) => one.test(text) && other.test(text)) ||
  servicesOfThings(text).length > 0

/** Words of AWS: without one of them a role or a policy can be of any program. */
export const OF_AWS =
  /\baws\b(?!\sre:I)|amazon|\barn:|\bIAM\b|\b(?:execution|service|instance|task|pipeline|pipe|function|project|job|node|(?:data|bucket|service|secret|object)\saccess|delivery)\srole\b|\bkafka-cluster:|\binstance\sprofile\b|\bs3\b|\b(?:KMS|SNS|SQS|SSM|EC2|ECS|EKS|ECR|RDS|EMR|MSK|DMS|ACM|EFS|FSx|VPC|CloudWatch|CloudTrail|CloudFront|CloudFormation|DynamoDB|Kinesis|Firehose|Redshift|SageMaker|Bedrock|Athena|CodeBuild|CodePipeline|CodeDeploy|EventBridge)\b|\blambda\b|\bsts\b|\w_\w{0,20}Role\b|\bEC2[A-Z]\w{2,60}Role\b|\bAWS[A-Z]\w{2,60}Role\b|\bNodeRole\b|\bAWSServiceRoleFor[A-Z]|\bAWS[A-Z]\w{3,60}(?:Exception|Service)\b|\bAssumeRole\b|\b(?:bucket|queue|topic|key)\spolicy\b|\bi-[\da-f]{6,17}\b|\b(?:us|eu|ap|ca|sa|me|af|il|mx)-(?:north|south|east|west|central|northeast|southeast|northwest|southwest)-\d\b/i

/** An action of IAM: its name has a capital for each word, as no scope of another program has. */
export const AN_ACTION =
  /(?<![\w:/])[a-z][a-z\d-]{1,30}:(?!AccessDenied\b|Unauthori[sz]ed\w{0,20}\b|Forbidden\b|NoSuch\w|\w{0,60}(?:Exception|Error|Fault)\b)[A-Z][a-z]{1,20}[A-Z][a-z]\w{0,60}/

/** Words of things that services work with. */
const THINGS =
  /role|\b(?:bucket|s3|function|topic|queue|log|secret|key|bus|trust|stream|image|repository|artifact|identity\sarn|certificate\sauthority|private\sCA|instance\sprofile)|\bpermissions?\b|\bKMS\b|\bpolic(?:y|ies)\b|\barn:aws/i

/** Does a sentence name a thing, a role or an action that a service can have been refused? */
export const namesThing = (words: string): boolean => THINGS.test(words) || AN_ACTION.test(words)
/** A key in a state in which nobody can use it. */
export const KEY_IS_OFF =
  /\bkey\s(?:used\sto\s(?:en|de)crypt[^\n.]{0,60}\s)?(?:is\sdisabled|is\sin\san\sinvalid\sstate|was\snot\sfound|is\spending\sdeletion)\b/i
