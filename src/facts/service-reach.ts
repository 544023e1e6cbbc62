import { own } from '../text/own'

/**
 * How a service of AWS gets at a thing of yours: with a role that it is given or made, as itself by the policy of the thing,
 * or with the credentials of whoever called it. Whose permission is missing follows from it, where a message does not say.
 */
export type ServiceReach = 'role' | 'resource' | 'caller'

/** Kinds of things that services want of each other. */
export type Target = 'bucket' | 'function' | 'topic' | 'queue' | 'logs' | 'key' | 'secret' | 'bus' | 'stream' | 'image'

type Reaches = Partial<Readonly<Record<Target, ServiceReach>>>

const EVENTS: Reaches = { topic: 'resource', queue: 'resource', function: 'resource', key: 'resource' }
const FINDINGS: Reaches = { bucket: 'resource', key: 'resource', topic: 'resource' }
const BY_ROLE: Reaches = {
  bucket: 'role',
  function: 'role',
  topic: 'role',
  queue: 'role',
  logs: 'role',
  secret: 'role',
  bus: 'role',
  stream: 'role',
}

/**
 * By the first part of the service principal. What is not here, or goes both ways (a bucket of AWS Config, whose recorder has
 * a role of its own or the service-linked one), is open.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html and the pages of the services
 */
const REACHES: Readonly<Record<string, Reaches>> = {
  'access-analyzer': { bucket: 'role' },
  'access-grants.s3': { bucket: 'role' },
  'acm-pca': { bucket: 'resource' },
  airflow: BY_ROLE,
  'airflow-serverless': BY_ROLE,
  amplify: BY_ROLE,
  apigateway: { function: 'resource', logs: 'role', queue: 'role', topic: 'role', stream: 'role', bucket: 'role' },
  appconfig: { bucket: 'role', secret: 'role' },
  appflow: { bucket: 'resource' },
  appsync: BY_ROLE,
  autoscaling: { topic: 'role', queue: 'role', key: 'resource' },
  b2bi: { bucket: 'resource' },
  backup: { topic: 'resource', bucket: 'role' },
  'batchoperations.s3': BY_ROLE,
  bedrock: { ...BY_ROLE, function: 'resource' },
  'bedrock-agentcore': BY_ROLE,
  billingreports: { bucket: 'resource' },
  'bcm-data-exports': { bucket: 'resource' },
  budgets: { topic: 'resource' },
  cleanrooms: BY_ROLE,
  'cleanrooms-ml': BY_ROLE,
  cloudtrail: { bucket: 'resource', topic: 'resource', key: 'resource', logs: 'role' },
  cloudwatch: { topic: 'resource', function: 'resource', key: 'resource' },
  codebuild: BY_ROLE,
  codecommit: { topic: 'resource', function: 'resource' },
  codedeploy: { ...BY_ROLE, topic: 'resource' },
  codepipeline: BY_ROLE,
  'codestar-notifications': { topic: 'resource' },
  'cognito-idp': { function: 'resource', topic: 'role' },
  comprehend: BY_ROLE,
  comprehendmedical: BY_ROLE,
  config: { function: 'resource' },
  connect: { function: 'resource', bucket: 'role', stream: 'role' },
  databrew: BY_ROLE,
  dataexchange: { bucket: 'caller' },
  datapipeline: BY_ROLE,
  datasync: { bucket: 'role', logs: 'resource' },
  datazone: BY_ROLE,
  dax: BY_ROLE,
  deadline: BY_ROLE,
  dlm: BY_ROLE,
  dms: BY_ROLE,
  'dnssec-route53': { key: 'resource' },
  elasticache: { bucket: 'resource' },
  elasticloadbalancing: { bucket: 'resource', function: 'resource' },
  elasticmapreduce: BY_ROLE,
  elastictranscoder: BY_ROLE,
  'ecs-tasks': BY_ROLE,
  'emr-serverless': BY_ROLE,
  entityresolution: BY_ROLE,
  events: { ...EVENTS, logs: 'resource', stream: 'role', bus: 'role' },
  firehose: BY_ROLE,
  fis: BY_ROLE,
  forecast: BY_ROLE,
  frauddetector: BY_ROLE,
  gamelift: BY_ROLE,
  glue: BY_ROLE,
  grafana: BY_ROLE,
  greengrass: BY_ROLE,
  groundstation: BY_ROLE,
  guardduty: FINDINGS,
  healthlake: BY_ROLE,
  importexport: BY_ROLE,
  inspector2: FINDINGS,
  iot: { ...BY_ROLE, function: 'resource' },
  iotanalytics: BY_ROLE,
  iotdeviceadvisor: BY_ROLE,
  iotevents: BY_ROLE,
  iotfleetwise: { bucket: 'resource' },
  iotsitewise: BY_ROLE,
  iottwinmaker: BY_ROLE,
  iotwireless: BY_ROLE,
  kafkaconnect: BY_ROLE,
  kendra: BY_ROLE,
  kinesisanalytics: BY_ROLE,
  lambda: { ...BY_ROLE, image: 'resource' },
  lexv2: { function: 'resource', bucket: 'role', logs: 'role' },
  logs: { bucket: 'resource', function: 'resource', key: 'resource', stream: 'role' },
  lookoutequipment: BY_ROLE,
  lookoutmetrics: BY_ROLE,
  macie: FINDINGS,
  'malware-protection-plan.guardduty': BY_ROLE,
  mediaconnect: { bucket: 'role', secret: 'role' },
  mediaconvert: BY_ROLE,
  medialive: BY_ROLE,
  mediapackage: { bucket: 'role', secret: 'role' },
  'medical-imaging': BY_ROLE,
  'mturk-requester': { queue: 'resource', topic: 'resource' },
  'neptune-graph': { bucket: 'role' },
  omics: BY_ROLE,
  opensearchservice: { bucket: 'role' },
  'osis-pipelines': BY_ROLE,
  personalize: { bucket: 'resource' },
  pinpoint: { function: 'resource', bucket: 'role', stream: 'role' },
  pipes: BY_ROLE,
  polly: { bucket: 'caller', topic: 'caller' },
  proton: BY_ROLE,
  qbusiness: BY_ROLE,
  quicksight: { bucket: 'role', key: 'role', secret: 'role' },
  rds: { ...BY_ROLE, topic: 'resource' },
  rekognition: { bucket: 'caller', key: 'caller', topic: 'role', stream: 'role' },
  robomaker: BY_ROLE,
  route53: { logs: 'resource' },
  s3: { ...EVENTS, bucket: 'resource' },
  sagemaker: BY_ROLE,
  'sagemaker-geospatial': BY_ROLE,
  scheduler: BY_ROLE,
  secretsmanager: { function: 'resource', key: 'caller' },
  ses: { bucket: 'resource', topic: 'resource', function: 'resource', key: 'resource', stream: 'role' },
  simspaceweaver: BY_ROLE,
  sns: { queue: 'resource', function: 'resource', key: 'resource', stream: 'role', logs: 'role' },
  states: BY_ROLE,
  storagegateway: { bucket: 'role' },
  'streams.metrics.cloudwatch': { stream: 'role' },
  swf: { function: 'role' },
  textract: { bucket: 'caller', topic: 'role' },
  transfer: { bucket: 'role', logs: 'role', function: 'resource' },
  translate: BY_ROLE,
  vmie: BY_ROLE,
  'vpc-flow-logs': { logs: 'role' },
  workmail: { function: 'resource' },
}

/** The first part of a service principal, without the Region that some have. */
const nameOf = (principal: string): string =>
  principal.replace(/\.amazonaws\.com(?:\.cn)?$/, '').replace(/\.[a-z]{2}(?:-[a-z]{2,10}){1,3}-\d$/, '')

/** Is it known of a service, by its principal, how it gets at things? */
export const isReachKnown = (principal: string): boolean => own(REACHES, nameOf(principal)) !== undefined

/** How a service, by its principal, gets at a thing of such a kind; null where that is not known, or not always the same. */
export const reachOfService = (principal: string, target: Target): ServiceReach | null =>
  own(REACHES, nameOf(principal))?.[target] ?? null
