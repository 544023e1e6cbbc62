import { either } from '../../../../text/either'
import { isAdmin } from '../credential-signs'
import { isBootstrappedElsewhere, isBuildImageElsewhere, vpcIsElsewhere } from '../found-elsewhere'
import {
  logGroupWithoutStar,
  logPoliciesAreFull,
  logPolicyIsFull,
  logRoleIsComplete,
  secretIsElsewhere,
} from '../service-signs'
import type { BesideRow } from '../beside-row'

/** That the account is in no organization. */
const ALONE = either(
  /\b(?:account|it|which)\b[^.\n]{1,60}\bstand-?alone\b/,
  /\bstand-?alone\saccount\b/,
  /\bno\s(?:AWS\s)?organi[sz]ation\b/,
  /(?:\bnot|n['’]t)\s(?:in|part\sof|a\smember\sof)\sany?\s(?:AWS\s)?organi[sz]ation\b/,
)

/** What a sentence of logs, builds, stacks and other ways to run an account means beside what else the text shows. */
export const OPERATION_ROWS: readonly BesideRow[] = [
  // Delivery of logs.
  { of: ['log-delivery-set-up', 'api-access-log-set-up'], sign: isAdmin, is: 'log-destination-full' },
  {
    of: ['state-machine-log-delivery'],
    shows: [/\bCloudWatchLogsFullAccess\b|\blogs:(?:CreateLogDelivery|\*)/],
    sign: logGroupWithoutStar,
    is: 'state-machine-log-arn',
  },
  {
    of: ['state-machine-log-delivery', 'api-access-log-delivery', 'api-access-log-set-up', 'log-delivery-set-up'],
    sign: logPoliciesAreFull,
    is: 'log-policies-full',
  },
  {
    of: ['state-machine-log-delivery', 'api-access-log-delivery', 'api-access-log-set-up', 'log-delivery-set-up'],
    sign: logPolicyIsFull,
    is: 'log-policy-full',
  },
  { of: ['state-machine-log-delivery'], sign: logRoleIsComplete, is: 'log-policy-perhaps-full' },
  {
    of: ['zone-vpc-unusable'],
    lacks: [/\b(?:an)?other\saccounts?\b|\bdifferent\saccounts?\b|\bcross[-\s]account\b|\b(?:two|both)\saccounts\b/i],
    sign: vpcIsElsewhere,
    is: 'zone-vpc-in-another-region',
  },
  {
    of: ['zone-query-logging'],
    shows: [
      /\bresource "aws_cloudwatch_log_group" "[\w-]{1,64}" \{\n(?:(?!\s{0,20}provider\b)[^}\n]{0,200}\n){0,8}\s{0,20}provider\b/,
      /\bresource "aws_cloudwatch_log_resource_policy" "[\w-]{1,64}" \{\n(?:(?!\s{0,20}provider\b)[^}\n]{0,200}\n){1,12}\}/,
    ],
    is: 'zone-log-policy-elsewhere',
  },
  // Cost Explorer, Secrets Manager, AWS Private CA.
  { of: ['cost-explorer-off'], shows: [/\bLinked account doesn['’]t have access\b/i], is: 'cost-explorer-hidden' },
  { of: ['cost-explorer-off'], tells: ALONE, is: 'cost-explorer-never-opened' },
  { of: ['secret-not-found'], sign: secretIsElsewhere, is: 'secret-in-another-region' },
  { of: ['authority-not-active'], shows: [/\bStatus["']?\s?[:=]\s?["']?DISABLED\b/], is: 'authority-disabled' },
  { of: ['authority-not-active'], shows: [/\bStatus["']?\s?[:=]\s?["']?EXPIRED\b/], is: 'authority-expired' },
  // CodeBuild and CodePipeline.
  {
    of: ['build-image-pull'],
    shows: [/\bpull access denied for [\w-]{1,100}(?:\/[\w.-]{1,100})?(?=[\s,:;"']|$)/m],
    lacks: [/\.dkr\.ecr\./],
    is: 'build-image-without-registry',
  },
  {
    of: ['build-image-pull'],
    shows: [/\bimage_?pull_?credentials_?type["']?\s{0,20}[:=]\s{0,4}["']?SERVICE_ROLE\b/i],
    is: 'build-image-by-role',
  },
  { of: ['build-image-pull'], sign: isBuildImageElsewhere, is: 'build-image-across-accounts' },
  {
    of: ['build-image-pull'],
    shows: [/\bimage_?pull_?credentials_?type["']?\s{0,20}[:=]\s{0,4}["']?CODEBUILD\b/i],
    is: 'build-image-by-service',
  },
  {
    of: ['build-image-pull'],
    // A project that is set up without it has this type.
    shows: [/\bresource "aws_codebuild_project"|\bAWS::CodeBuild::Project\b/],
    lacks: [/\bimage_?pull_?credentials_?type\b/i],
    is: 'build-image-by-service',
  },
  {
    of: ['build-not-privileged'],
    shows: [/\bprivileged_?(?:mode)?["']?\s{0,20}[:=]\s{0,4}["']?true\b/i],
    is: 'build-daemon-not-started',
  },
  {
    of: ['build-source-connection'],
    shows: [
      /\bimport-?source-?credentials\b|\bpersonal[\s_]access[\s_]tokens?\b|["']?type["']?\s?[:=]\s?["']?(?:OAUTH|SECRETS_MANAGER)\b/i,
    ],
    lacks: [/\bcode(?:star-)?connections?\b/i],
    is: 'build-source-token',
  },
  {
    of: ['pipeline-provided-role'],
    shows: [
      /\baccess ECS\b|\bService:\s?AmazonECS\b/i,
      /\btagResourceAuthorization["']?\W{1,20}(?:value["']?\W{1,8})?(?:on|enabled)\b/i,
    ],
    is: 'pipeline-tags-task',
  },
  {
    of: ['pipeline-connection', 'build-source-connection', 'build-connection-of-role', 'build-connection'],
    shows: [/\bconnection_?status["']?\s{0,20}[:=]\s{0,4}["']?PENDING\b/i],
    is: 'connection-pending',
  },
  {
    of: ['load-balancer-logs'],
    shows: [
      /:loadbalancer\/net\/|\bload_?balancer_?type["']?\s{0,20}[:=]\s{0,4}["']?network\b|\bNetwork\s?Load\s?Balancer\b/i,
    ],
    lacks: [/:loadbalancer\/app\/|\bapplication load balancer\b/i],
    is: 'network-load-balancer-logs',
  },
  // CDK and CloudFormation.
  {
    of: ['cdk-not-bootstrapped'],
    shows: [
      /\b(?:cdk\sbootstrap|bootstrapped)\b[^\n]{0,200}--qualifier[= ](?!hnb659fds)\w/,
      /\bcdk-(?:bootstrap\/)?hnb659fds\b/,
    ],
    is: 'cdk-qualifier-differs',
  },
  // That a parameter is not there is said only to who may read it: then the roles of the bootstrap are not there either.
  {
    of: ['cdk-role-not-assumed'],
    shows: [/\bSSM parameter \/cdk-bootstrap\/[\w-]{1,20}\/version not found\b/],
    is: 'cdk-not-bootstrapped',
  },
  { of: ['cdk-not-bootstrapped'], sign: isBootstrappedElsewhere, is: 'cdk-bootstrapped-elsewhere' },
  { of: ['stack-state'], shows: [/\bis in ROLLBACK_(?:COMPLETE|FAILED) state\b/], is: 'stack-never-created' },
  { of: ['stack-state'], shows: [/\bis in (?!REVIEW_)[A-Z_]{6,50}_IN_PROGRESS state\b/], is: 'stack-busy' },
]
