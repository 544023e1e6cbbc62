import { isArnOf } from '../iam/arn'
import { escaped } from '../text/escaped'
import { once } from '../text/once'
import { own } from '../text/own'

/**
 * AWS services as messages name them when they call or assume on somebody's behalf, and their service principals.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services
 */
const CALLERS: Readonly<Record<string, string>> = {
  'Access Analyzer': 'access-analyzer.amazonaws.com',
  'Amazon Connect': 'connect.amazonaws.com',
  'X-Ray': 'xray.amazonaws.com',
  XRay: 'xray.amazonaws.com',
  Panorama: 'panorama.amazonaws.com',
  'Application Migration Service': 'mgn.amazonaws.com',
  'Device Farm': 'devicefarm.amazonaws.com',
  'Data Exchange': 'dataexchange.amazonaws.com',
  'Managed Service for Prometheus': 'aps.amazonaws.com',
  CodeCatalyst: 'codecatalyst.amazonaws.com',
  'Directory Service': 'ds.amazonaws.com',
  FinSpace: 'finspace.amazonaws.com',
  AppFabric: 'appfabric.amazonaws.com',
  'Application Auto Scaling': 'application-autoscaling.amazonaws.com',
  'Audit Manager': 'auditmanager.amazonaws.com',
  'Resource Explorer': 'resource-explorer-2.amazonaws.com',
  'DevOps Guru': 'devops-guru.amazonaws.com',
  'Compute Optimizer': 'compute-optimizer.amazonaws.com',
  'Incident Manager': 'ssm-incidents.amazonaws.com',
  'Deadline Cloud': 'deadline.amazonaws.com',
  'IoT FleetWise': 'iotfleetwise.amazonaws.com',
  'IoT Wireless': 'iotwireless.amazonaws.com',
  'Network Firewall': 'network-firewall.amazonaws.com',
  'Firewall Manager': 'fms.amazonaws.com',
  Monitron: 'monitron.amazonaws.com',
  'Supply Chain': 'scn.amazonaws.com',
  AgentCore: 'bedrock-agentcore.amazonaws.com',
  Amplify: 'amplify.amazonaws.com',
  'AWS Transfer': 'transfer.amazonaws.com',
  'API Gateway': 'apigateway.amazonaws.com',
  'App Runner': 'build.apprunner.amazonaws.com',
  AppConfig: 'appconfig.amazonaws.com',
  AppFlow: 'appflow.amazonaws.com',
  'Application Load Balancer': 'elasticloadbalancing.amazonaws.com',
  AppStream: 'appstream.amazonaws.com',
  'AppStream 2.0': 'appstream.amazonaws.com',
  AppSync: 'appsync.amazonaws.com',
  'Augmented AI': 'sagemaker.amazonaws.com',
  Aurora: 'rds.amazonaws.com',
  'Auto Scaling': 'autoscaling.amazonaws.com',
  'B2B Data Interchange': 'b2bi.amazonaws.com',
  Backup: 'backup.amazonaws.com',
  Batch: 'batch.amazonaws.com',
  Bedrock: 'bedrock.amazonaws.com',
  'Bedrock Agent': 'bedrock.amazonaws.com',
  'Bedrock AgentCore': 'bedrock-agentcore.amazonaws.com',
  'Bedrock Agents': 'bedrock.amazonaws.com',
  'Bedrock Knowledge Base': 'bedrock.amazonaws.com',
  'Bedrock Knowledge Bases': 'bedrock.amazonaws.com',
  Budgets: 'budgets.amazonaws.com',
  Chatbot: 'chatbot.amazonaws.com',
  'Clean Rooms': 'cleanrooms.amazonaws.com',
  CloudFormation: 'cloudformation.amazonaws.com',
  CloudFront: 'cloudfront.amazonaws.com',
  CloudTrail: 'cloudtrail.amazonaws.com',
  CloudWatch: 'cloudwatch.amazonaws.com',
  'CloudWatch Alarms': 'cloudwatch.amazonaws.com',
  'CloudWatch Investigations': 'aiops.amazonaws.com',
  'CloudWatch investigations': 'aiops.amazonaws.com',
  'CloudWatch Logs': 'logs.amazonaws.com',
  'CloudWatch Metric Streams': 'streams.metrics.cloudwatch.amazonaws.com',
  'CloudWatch metric streams': 'streams.metrics.cloudwatch.amazonaws.com',
  CodeBuild: 'codebuild.amazonaws.com',
  CodeCommit: 'codecommit.amazonaws.com',
  CodeDeploy: 'codedeploy.amazonaws.com',
  CodePipeline: 'codepipeline.amazonaws.com',
  'CodeStar Notifications': 'codestar-notifications.amazonaws.com',
  Cognito: 'cognito-idp.amazonaws.com',
  Comprehend: 'comprehend.amazonaws.com',
  Config: 'config.amazonaws.com',
  'Control Tower': 'controltower.amazonaws.com',
  'Cost and Usage Report': 'billingreports.amazonaws.com',
  'Data Exports': 'bcm-data-exports.amazonaws.com',
  'Data Firehose': 'firehose.amazonaws.com',
  'Data Lifecycle Manager': 'dlm.amazonaws.com',
  'Database Migration Service': 'dms.amazonaws.com',
  DataBrew: 'databrew.amazonaws.com',
  DataSync: 'datasync.amazonaws.com',
  DataZone: 'datazone.amazonaws.com',
  DAX: 'dax.amazonaws.com',
  'DynamoDB Accelerator': 'dax.amazonaws.com',
  B2BI: 'b2bi.amazonaws.com',
  DLM: 'dlm.amazonaws.com',
  DMS: 'dms.amazonaws.com',
  DocumentDB: 'rds.amazonaws.com',
  EC2: 'ec2.amazonaws.com',
  'EC2 Auto Scaling': 'autoscaling.amazonaws.com',
  ECS: 'ecs.amazonaws.com',
  'ECS tasks': 'ecs-tasks.amazonaws.com',
  EFS: 'elasticfilesystem.amazonaws.com',
  EKS: 'eks.amazonaws.com',
  'Elastic Beanstalk': 'elasticbeanstalk.amazonaws.com',
  'Elastic Disaster Recovery': 'drs.amazonaws.com',
  'Elastic Load Balancing': 'elasticloadbalancing.amazonaws.com',
  'Elastic Transcoder': 'elastictranscoder.amazonaws.com',
  ElastiCache: 'elasticache.amazonaws.com',
  ELB: 'elasticloadbalancing.amazonaws.com',
  EMR: 'elasticmapreduce.amazonaws.com',
  'EMR Serverless': 'emr-serverless.amazonaws.com',
  'Entity Resolution': 'entityresolution.amazonaws.com',
  EventBridge: 'events.amazonaws.com',
  'EventBridge Pipes': 'pipes.amazonaws.com',
  'EventBridge Rules': 'events.amazonaws.com',
  'EventBridge Scheduler': 'scheduler.amazonaws.com',
  'Fault Injection Service': 'fis.amazonaws.com',
  Firehose: 'firehose.amazonaws.com',
  FIS: 'fis.amazonaws.com',
  Forecast: 'forecast.amazonaws.com',
  'Fraud Detector': 'frauddetector.amazonaws.com',
  FSx: 'fsx.amazonaws.com',
  GameLift: 'gamelift.amazonaws.com',
  Glue: 'glue.amazonaws.com',
  'Glue DataBrew': 'databrew.amazonaws.com',
  'Glue Studio': 'glue.amazonaws.com',
  'Managed Grafana': 'grafana.amazonaws.com',
  Greengrass: 'greengrass.amazonaws.com',
  'Ground Station': 'groundstation.amazonaws.com',
  GuardDuty: 'guardduty.amazonaws.com',
  'GuardDuty Malware Protection': 'malware-protection-plan.guardduty.amazonaws.com',
  'GuardDuty Malware Protection for S3': 'malware-protection-plan.guardduty.amazonaws.com',
  HealthLake: 'healthlake.amazonaws.com',
  HealthOmics: 'omics.amazonaws.com',
  'IAM Access Analyzer': 'access-analyzer.amazonaws.com',
  'IAM Roles Anywhere': 'rolesanywhere.amazonaws.com',
  'Image Builder': 'imagebuilder.amazonaws.com',
  Inspector: 'inspector2.amazonaws.com',
  'Interactive Video Service': 'ivs.amazonaws.com',
  IoT: 'iot.amazonaws.com',
  'IoT Analytics': 'iotanalytics.amazonaws.com',
  'IoT Core': 'iot.amazonaws.com',
  'IoT Device Defender': 'iot.amazonaws.com',
  'IoT Device Management': 'iot.amazonaws.com',
  'IoT Events': 'iotevents.amazonaws.com',
  'IoT Greengrass': 'greengrass.amazonaws.com',
  'IoT SiteWise': 'iotsitewise.amazonaws.com',
  'IoT TwinMaker': 'iottwinmaker.amazonaws.com',
  IVS: 'ivs.amazonaws.com',
  Kendra: 'kendra.amazonaws.com',
  'Kinesis Data Analytics': 'kinesisanalytics.amazonaws.com',
  'Kinesis Data Firehose': 'firehose.amazonaws.com',
  'Kinesis Firehose': 'firehose.amazonaws.com',
  'Lake Formation': 'lakeformation.amazonaws.com',
  Lambda: 'lambda.amazonaws.com',
  'Lambda@Edge': 'edgelambda.amazonaws.com',
  Lex: 'lexv2.amazonaws.com',
  'Lex V2': 'lexv2.amazonaws.com',
  'License Manager': 'license-manager.amazonaws.com',
  'Lookout for Equipment': 'lookoutequipment.amazonaws.com',
  'Lookout for Metrics': 'lookoutmetrics.amazonaws.com',
  'Lookout for Vision': 'lookoutvision.amazonaws.com',
  Macie: 'macie.amazonaws.com',
  'Mainframe Modernization': 'm2.amazonaws.com',
  'Managed Service for Apache Flink': 'kinesisanalytics.amazonaws.com',
  'Managed Streaming for Apache Kafka': 'kafka.amazonaws.com',
  'Managed Workflows for Apache Airflow': 'airflow.amazonaws.com',
  MediaConvert: 'mediaconvert.amazonaws.com',
  MediaLive: 'medialive.amazonaws.com',
  MediaPackage: 'mediapackage.amazonaws.com',
  MediaTailor: 'mediatailor.amazonaws.com',
  'Amazon MQ': 'mq.amazonaws.com',
  MSK: 'kafka.amazonaws.com',
  'MSK Connect': 'kafkaconnect.amazonaws.com',
  MWAA: 'airflow.amazonaws.com',
  Neptune: 'rds.amazonaws.com',
  'OpenSearch Ingestion': 'osis-pipelines.amazonaws.com',
  'OpenSearch Service': 'opensearchservice.amazonaws.com',
  Personalize: 'personalize.amazonaws.com',
  Omics: 'omics.amazonaws.com',
  Pipes: 'pipes.amazonaws.com',
  'Kinesis Analytics': 'kinesisanalytics.amazonaws.com',
  Pinpoint: 'pinpoint.amazonaws.com',
  Polly: 'polly.amazonaws.com',
  'Private CA': 'acm-pca.amazonaws.com',
  'Private Certificate Authority': 'acm-pca.amazonaws.com',
  Proton: 'proton.amazonaws.com',
  'Q Business': 'qbusiness.amazonaws.com',
  QLDB: 'qldb.amazonaws.com',
  QuickSight: 'quicksight.amazonaws.com',
  RDS: 'rds.amazonaws.com',
  'RDS Proxy': 'rds.amazonaws.com',
  Redshift: 'redshift.amazonaws.com',
  'Redshift Serverless': 'redshift-serverless.amazonaws.com',
  Rekognition: 'rekognition.amazonaws.com',
  'Roles Anywhere': 'rolesanywhere.amazonaws.com',
  'Resilience Hub': 'resiliencehub.amazonaws.com',
  RoboMaker: 'robomaker.amazonaws.com',
  'Route 53': 'route53.amazonaws.com',
  'Route 53 DNSSEC': 'dnssec-route53.amazonaws.com',
  'Route 53 Resolver': 'route53resolver.amazonaws.com',
  S3: 's3.amazonaws.com',
  'S3 Batch': 'batchoperations.s3.amazonaws.com',
  'S3 Batch Operations': 'batchoperations.s3.amazonaws.com',
  'S3 Replication': 's3.amazonaws.com',
  SageMaker: 'sagemaker.amazonaws.com',
  'Secrets Manager': 'secretsmanager.amazonaws.com',
  'Security Hub': 'securityhub.amazonaws.com',
  'Security Lake': 'securitylake.amazonaws.com',
  'Service Catalog': 'servicecatalog.amazonaws.com',
  SES: 'ses.amazonaws.com',
  'Simple Email Service': 'ses.amazonaws.com',
  'Simple Notification Service': 'sns.amazonaws.com',
  'Simple Queue Service': 'sqs.amazonaws.com',
  'SimSpace Weaver': 'simspaceweaver.amazonaws.com',
  SNS: 'sns.amazonaws.com',
  SQS: 'sqs.amazonaws.com',
  StackSets: 'stacksets.cloudformation.amazonaws.com',
  'Step Functions': 'states.amazonaws.com',
  'Storage Gateway': 'storagegateway.amazonaws.com',
  'Systems Manager': 'ssm.amazonaws.com',
  Textract: 'textract.amazonaws.com',
  Timestream: 'timestream.amazonaws.com',
  Transcribe: 'transcribe.amazonaws.com',
  'Transfer Family': 'transfer.amazonaws.com',
  Translate: 'translate.amazonaws.com',
  'VM Import': 'vmie.amazonaws.com',
  'VM Import/Export': 'vmie.amazonaws.com',
  'VPC Flow Logs': 'vpc-flow-logs.amazonaws.com',
  WorkMail: 'workmail.amazonaws.com',
  'Data Pipeline': 'datapipeline.amazonaws.com',
  MediaConnect: 'mediaconnect.amazonaws.com',
  OpsWorks: 'opsworks.amazonaws.com',
  'AWS Outposts': 'outposts.amazonaws.com',
  'AWS Snowball': 'importexport.amazonaws.com',
  'Snow Family': 'importexport.amazonaws.com',
  HealthImaging: 'medical-imaging.amazonaws.com',
  'Parallel Computing Service': 'pcs.amazonaws.com',
  'AWS PCS': 'pcs.amazonaws.com',
  'Telco Network Builder': 'tnb.amazonaws.com',
  'AWS TNB': 'tnb.amazonaws.com',
  'Elastic VMware Service': 'evs.amazonaws.com',
  'App Mesh': 'appmesh.amazonaws.com',
  'Amazon Braket': 'braket.amazonaws.com',
  'Amazon Detective': 'detective.amazonaws.com',
  'Amazon Lightsail': 'lightsail.amazonaws.com',
  MemoryDB: 'memorydb.amazonaws.com',
  'AWS Migration Hub': 'migrationhub.amazonaws.com',
  'Migration Hub Strategy Recommendations': 'migrationhub-strategy.amazonaws.com',
  'Migration Hub Orchestrator': 'migrationhub-orchestrator.amazonaws.com',
  'Migration Hub Refactor Spaces': 'refactor-spaces.amazonaws.com',
  'Network Manager': 'networkmanager.amazonaws.com',
  'AWS Cloud WAN': 'networkmanager.amazonaws.com',
  'Global Accelerator': 'globalaccelerator.amazonaws.com',
  'Launch Wizard': 'launchwizard.amazonaws.com',
  'Resource Access Manager': 'ram.amazonaws.com',
  'AWS RAM': 'ram.amazonaws.com',
  'Security Incident Response': 'security-ir.amazonaws.com',
  'Service Quotas': 'servicequotas.amazonaws.com',
  'VPC Lattice': 'vpc-lattice.amazonaws.com',
  'AWS Cloud9': 'cloud9.amazonaws.com',
  'Server Migration Service': 'sms.amazonaws.com',
  'CodeGuru Reviewer': 'codeguru-reviewer.amazonaws.com',
  'CodeGuru Profiler': 'codeguru-profiler.amazonaws.com',
  'CodeGuru Security': 'codeguru-security.amazonaws.com',
  'AWS User Notifications': 'notifications.amazonaws.com',
  'ARC Region switch': 'arc-region-switch.amazonaws.com',
  'Amazon Q': 'q.amazonaws.com',
  'Amazon Q Developer in chat applications': 'chatbot.amazonaws.com',
  'AWS Health': 'health.amazonaws.com',
  'Mechanical Turk': 'mturk-requester.amazonaws.com',
  'Oracle Database@AWS': 'odb.amazonaws.com',
  'AWS Organizations': 'organizations.amazonaws.com',
  'Well-Architected Tool': 'wellarchitected.amazonaws.com',
  'Simple Workflow Service': 'swf.amazonaws.com',
  'Amazon SWF': 'swf.amazonaws.com',
  'CloudWatch RUM': 'rum.amazonaws.com',
  'CloudWatch Internet Monitor': 'internetmonitor.amazonaws.com',
  'CloudWatch Application Insights': 'application-insights.amazonaws.com',
  'CloudWatch Application Signals': 'application-signals.cloudwatch.amazonaws.com',
  'Customer Profiles': 'profile.amazonaws.com',
  'Connect Outbound Campaigns': 'connect-campaigns.amazonaws.com',
  'Clean Rooms ML': 'cleanrooms-ml.amazonaws.com',
  'Comprehend Medical': 'comprehendmedical.amazonaws.com',
  'GameLift Streams': 'gameliftstreams.amazonaws.com',
  'Neptune Analytics': 'neptune-graph.amazonaws.com',
  'MWAA Serverless': 'airflow-serverless.amazonaws.com',
  'IoT Managed Integrations': 'iotmanagedintegrations.amazonaws.com',
  'SageMaker geospatial': 'sagemaker-geospatial.amazonaws.com',
  'Systems Manager for SAP': 'ssm-sap.amazonaws.com',
  'Systems Manager Quick Setup': 'ssm-quicksetup.amazonaws.com',
  'Timestream for InfluxDB': 'timestream-influxdb.amazonaws.com',
  'S3 Access Grants': 'access-grants.s3.amazonaws.com',
  'Elastic Container Service': 'ecs.amazonaws.com',
  'Elastic Kubernetes Service': 'eks.amazonaws.com',
  'Elastic File System': 'elasticfilesystem.amazonaws.com',
  'Elastic MapReduce': 'elasticmapreduce.amazonaws.com',
  WorkSpaces: 'workspaces.amazonaws.com',
}

const NAMES = Object.keys(CALLERS).toSorted((a, b) => b.length - a.length)

/** What follows each first letter, as the source of a pattern; some write a name as one word, `ServiceCatalog`. */
const RESTS = NAMES.map((name) => ({
  name,
  letter: name.charAt(0),
  rest: escaped(name.slice(1)).replaceAll(' ', String.raw`\s?`),
}))

/** One of the names, the longest first; those of one letter stand together, so that a place of a text is asked for few. */
function oneOf(has: (name: string) => boolean = () => true): string {
  const byLetter = new Map<string, string>()
  for (const { name, letter, rest } of RESTS) {
    if (!has(name)) continue
    const before = byLetter.get(letter)
    byLetter.set(letter, before === undefined ? rest : `${before}|${rest}`)
  }
  return `(?:${Array.from(byLetter, ([letter, rests]) => `${letter}(?:${rests})`).join('|')})`
}

/** The source of a pattern that matches the name of a service, in the messages' text where one blank stands for many. */
export const CALLER = `(?:(?:Amazon|AWS)\\s?)?${oneOf()}`

/** Of several words, or with capitals inside: no other word looks so. */
const isOwnWord = (name: string): boolean => /\s|[a-z\d][A-Z]|[A-Z]{2}/.test(name)

/** What others reach for: a sentence that names one of these is seldom of what it does itself. */
const REACHED: ReadonlySet<string> = new Set(['S3', 'SNS', 'SQS', 'EC2', 'CloudWatch Logs', 'Secrets Manager'])

/** The source of a pattern for a name that stands anywhere: one that is also a word of English has Amazon or AWS before it. */
export const NAMED_SERVICE = `(?:(?:Amazon|AWS)\\s?${oneOf((name) => !REACHED.has(name))}|${oneOf((name) => isOwnWord(name) && !REACHED.has(name))})`

const BY_NAME = new Map(Object.entries(CALLERS).map(([name, principal]) => [name.replaceAll(' ', ''), principal]))

const NAMED = once(() => new RegExp(`(?<![\\w-])(${NAMED_SERVICE})(?![\\w-])`, 'g'))

/** Can a text name a service? To look for the names costs next to nothing, the pattern of all of them has to be compiled. */
export function canName(text: string): boolean {
  const plain = text.replaceAll(/\s/g, '')
  return Array.from(BY_NAME.keys()).some((name) => plain.includes(name))
}

/** The principals of the services that a text names by their names. */
export const principalsNamedIn = (text: string): readonly string[] =>
  canName(text) ? [...text.matchAll(NAMED())].flatMap(([, name = '']) => servicePrincipalOf(name) ?? []) : []

/** The service principals that messages name by the names of their services. */
export const NAMED_PRINCIPALS: readonly string[] = Object.values(CALLERS)

const KNOWN: ReadonlySet<string> = new Set(NAMED_PRINCIPALS)

/**
 * A user of a database in Redshift, for whom Redshift assumes roles with this ARN as external ID.
 * https://docs.aws.amazon.com/redshift/latest/mgmt/authorizing-redshift-service-database-users.html
 */
export const isRedshiftUser = (principal: string): boolean => isArnOf(principal, 'redshift', 'dbuser:')

/**
 * Services that call one other under a name of its own, by their principal and the IAM prefix of whom they call: an alarm
 * publishes to a topic as CloudWatch, and invokes a function under another name.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-actions-Lambda.html
 */
const CALLS_AS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'cloudwatch.amazonaws.com': { lambda: 'lambda.alarms.cloudwatch.amazonaws.com' },
}

/**
 * The service principal of a service as a message names it, itself or by one of its users, where it calls the service
 * of this IAM prefix; null for any other text.
 */
export function servicePrincipalOf(name: string, called: string | null = null): string | null {
  if (isRedshiftUser(name)) return 'redshift.amazonaws.com'
  const plain = name.replace(/\s/g, '')
  const principal = BY_NAME.get(plain) ?? BY_NAME.get(plain.replace(/^(?:Amazon|AWS)/, ''))
  if (principal === undefined) return null
  return (called === null ? undefined : own(own(CALLS_AS, principal) ?? {}, called)) ?? principal
}

/** Services that work with a role under another name than that of their actions, by their IAM prefix. */
const WORKS_AS: Readonly<Record<string, string>> = {
  airflow: 'airflow-env',
  es: 'opensearchservice',
  lex: 'lexv2',
  mobiletargeting: 'pinpoint',
  osis: 'osis-pipelines',
}

/** Services that work under several names, or whose callers assume roles themselves. */
const NOT_ONE: ReadonlySet<string> = new Set([
  'sts',
  'iam',
  's3',
  'ec2',
  'ecs',
  'kms',
  'sqs',
  'rds',
  'cloudwatch',
  'ssm',
])

/** The service principal that a role has to trust which was handed to a service, by the service's IAM prefix; null where that is not one. */
export function principalOfPrefix(prefix: string): string | null {
  const name = `${own(WORKS_AS, prefix) ?? prefix}.amazonaws.com`
  return !NOT_ONE.has(prefix) && (own(WORKS_AS, prefix) !== undefined || KNOWN.has(name)) ? name : null
}

/** Is one principal of a service that for a part of its work alone, as `ecs-tasks` is of ECS? A row that knows the sentence knows which part. */
export const isNarrower = (principal: string, than: string | undefined): boolean =>
  than?.endsWith('.amazonaws.com') === true && principal.startsWith(`${than.split('.', 1)[0]}-`)
