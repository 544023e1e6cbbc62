import { KEY_PREFIX } from '../facts/key-prefix'
import { PUBLIC_ACCESS_SETTINGS } from '../facts/public-access-settings'
import { firstInPath, isAccountId, parseArn } from '../iam/arn'
import { append } from '../text/append'
import { own } from '../text/own'
import type { Facts } from './knowledge'
import { factsOfPairs, labelledNames } from './labelled-names'
import { ACCOUNT_OR_MASK, API_HOST } from './text-ids'

type Arn = NonNullable<ReturnType<typeof parseArn>>

/** Is it an access point of S3, or an object as one shows it? Its ARN does not tell the bucket. */
export const isPoint = ({ service, resource }: Arn): boolean => service === 's3' && resource.startsWith('accesspoint/')

/** What an ARN of a service tells besides its fields, by the name of the gap. */
const PARTS_OF_ARN: Readonly<Record<string, (arn: Arn) => Record<string, string | undefined>>> = {
  lambda: ({ resource }) => ({
    function: /^function:([^:/]+)/.exec(resource)?.[1],
    // The commands of Lambda take a name with its alias or version in one.
    aliasedFunction: /^function:([^:/]+(?::[\w$-]{1,128})?)(?:[:/]|$)/.exec(resource)?.[1],
  }),
  s3: (arn) =>
    isPoint(arn)
      ? { key: arn.resource.split('/').slice(3).join('/') }
      : { bucket: firstInPath(arn.resource), key: arn.resource.split('/').slice(1).join('/') },
  ecr: ({ resource }) => ({ repository: resource.split('/').slice(1).join('/') }),
  sqs: ({ partition, region, account, resource }) => ({
    queueUrl: `https://sqs.${region}.amazonaws.com${partition === 'aws-cn' ? '.cn' : ''}/${account}/${resource}`,
  }),
  dynamodb: ({ resource }) => ({ table: /^table\/([^/]+)/.exec(resource)?.[1] }),
  es: ({ resource }) => ({ domain: /^domain\/([^/]+)/.exec(resource)?.[1] }),
  eks: ({ resource }) => ({ cluster: /^[a-z-]+\/([^/]+)/.exec(resource)?.[1] }),
  redshift: ({ resource }) => ({ cluster: /^(?:cluster|db\w+):([^/]+)/.exec(resource)?.[1] }),
  kafka: ({ resource }) => ({ clusterPath: /^cluster\/(.+)/.exec(resource)?.[1] }),
  logs: ({ resource }) => ({ logGroup: /^log-group:([^:*]+)/.exec(resource)?.[1] }),
  bedrock: ({ resource }) => ({
    foundationModel: /^foundation-model\/(.+)/.exec(resource)?.[1],
    profileModel: /^inference-profile\/[a-z-]{2,8}\.(.+)/.exec(resource)?.[1],
    agent: /^agent\/([A-Z\d]{10})/.exec(resource)?.[1],
    knowledgeBase: /^knowledge-base\/([A-Z\d]{10})/.exec(resource)?.[1],
    model: /^foundation-model\/(.+)/.exec(resource)?.[1],
  }),
  glue: ({ resource }) => ({
    database: /^(?:database|table|userDefinedFunction)\/([^/]+)/.exec(resource)?.[1],
    table: /^table\/[^/]+\/([^/]+)/.exec(resource)?.[1],
  }),
  ecs: ({ resource }) => ({
    family: /^task-definition\/([^:/]+)/.exec(resource)?.[1],
    cluster: /^(?:cluster|task|service)\/([^:/]+)/.exec(resource)?.[1],
    task: /^task\/[^/]+\/([\da-f]{32})/.exec(resource)?.[1],
  }),
  firehose: ({ resource }) => ({ stream: /^deliverystream\/(.+)/.exec(resource)?.[1] }),
  kinesis: ({ resource }) => ({ stream: /^stream\/([^/]+)/.exec(resource)?.[1] }),
  codebuild: ({ resource }) => ({ project: /^(?:project|build)\/([^:/]+)/.exec(resource)?.[1] }),
  codepipeline: ({ resource }) => ({ pipeline: /^([^:/]+)/.exec(resource)?.[1] }),
  cloudformation: ({ resource }) => ({ stack: /^stack\/([^/]+)/.exec(resource)?.[1] }),
  backup: ({ resource }) => ({ vault: /^backup-vault:(.+)/.exec(resource)?.[1] }),
  rds: ({ resource }) => ({
    dbInstance: /^db:(.+)/.exec(resource)?.[1],
    dbCluster: /^cluster:(.+)/.exec(resource)?.[1],
  }),
  athena: ({ resource }) => ({ workgroup: /^workgroup\/(.+)/.exec(resource)?.[1] }),
  guardduty: ({ resource }) => ({ detector: /^detector\/([\da-f]{32})/.exec(resource)?.[1] }),
}

/** What an ARN tells besides its fields. */
export const partsOfArn = (arn: Arn): Readonly<Record<string, string | undefined>> =>
  own(PARTS_OF_ARN, arn.service)?.(arn) ?? {}

/** Commands that take the whole ARN of a thing: by its service, and how its resource begins. */
const WHOLE: readonly (readonly [gap: string, service: RegExp, resource: RegExp])[] = [
  ['connectionArn', /^code(?:connections|star-connections)$/, /^connection\//],
  ['topicArn', /^sns$/, /^[^:]+$/],
  ['userPoolArn', /^cognito-idp$/, /^userpool\//],
  ['targetGroupArn', /^elasticloadbalancing$/, /^targetgroup\//],
  ['logGroupArn', /^logs$/, /^log-group:[^:]+$/],
  ['clusterArn', /^kafka$/, /^cluster\//],
  ['locationArn', /^datasync$/, /^location\//],
  ['certificateArn', /^(?:acm|iot)$/, /^cert(?:ificate)?\//],
  ['authorityArn', /^acm-pca$/, /^certificate-authority\//],
  ['secret', /^secretsmanager$/, /^secret:/],
  ['roleArn', /^iam$/, /^role\/(?!aws-service-role\/)/],
]

const wholeOf = (text: string, { service, resource }: Arn): readonly (readonly [gap: string, name: string])[] =>
  WHOLE.flatMap(([gap, of, form]) => (of.test(service) && form.test(resource) ? [[gap, text] as const] : []))

/** Ids that say by their form what they are. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html */
const IDS: Readonly<Record<string, string>> = {
  image: 'ami',
  instance: 'i',
  launchTemplate: 'lt',
  fileSystem: 'fs',
  subnet: 'subnet',
  snapshot: 'snap',
  volume: 'vol',
  vpc: 'vpc',
  peering: 'pcx',
  server: 's',
}

const GAP_OF_ID = new Map(Object.entries(IDS).map(([gap, prefix]) => [prefix, gap]))
const ID = new RegExp(`(?<![\\w-])(${Object.values(IDS).join('|')})-[\\da-f]{8}(?:[\\da-f]{9})?(?![\\w-])`, 'g')

/** An ARN that names one thing, with its account or what hides it. */
const ARN = new RegExp(
  String.raw`\barn:aws[\w-]{0,12}:[a-z][a-z\d-]{1,40}:[\w-]{0,25}:(?:${ACCOUNT_OR_MASK})?:[\w+=,.@/:$-]{1,400}[\w$](?![\w+=,@/$*<{?-]|[.:][\w*<{])`,
  'g',
)
/** An object by its address. */
const S3_ADDRESS = /\bs3[an]?:\/\/([a-z\d][a-z\d.-]{1,61}[a-z\d])(?![\w.-]*[*<{$])/g
/** A host that has the name of a thing in it, as the service makes it. */
const HOSTS: readonly (readonly [gap: string, host: RegExp])[] = [
  ['api', API_HOST],
  ['dbInstance', /\b([a-z][a-z\d-]{0,62})\.[a-z\d]{12}\.[a-z\d-]{5,30}\.rds\.amazonaws\.com/g],
  [
    'clusterName',
    /\bb-\d{1,3}\.([a-z][a-z\d-]{0,63})\.[a-z\d]{5,10}\.c\d{1,2}\.kafka\.[a-z\d-]{5,30}\.amazonaws\.com/g,
  ],
  ['registry', /\b(\d{12})\.dkr\.ecr(?:-fips)?\.[a-z\d-]{5,30}\.amazonaws\.com/g],
  [
    'repository',
    /\b\d{12}\.dkr\.ecr(?:-fips)?\.[a-z\d-]{5,30}\.amazonaws\.com(?:\.cn)?\/([a-z\d][\w./-]{0,254}\w)(?![\w./\-*<{$])/g,
  ],
]

/** Sentences of services that tell in what the statement ran, and what a plan takes away. */
const SAID: readonly (readonly [gap: string, sentence: RegExp])[] = [
  ['droppedBoundary', /-\s{1,4}permissions_boundary\s{0,40}=\s{0,4}"([^"\n]{1,300})"\s{0,4}->\s{0,4}null\b/g],
  ['logGroup', /\blog group:? ["'`]?(\/[\w./#-]{1,510}[\w#-])(?![\w./#-]*[*<{$])/gi],
  ['keyPrefix', KEY_PREFIX],
  // https://kubernetes.io/docs/reference/access-authn-authz/authorization/
  ['namespace', /\bin the namespace \\?"([a-z\d][a-z\d-]{0,62})\\?"/g],
  ['kubernetesResource', /\bcannot [a-z]{2,20} (?:resource|path) \\?"([\w/][\w./*-]{0,100})\\?"/g],
  // https://docs.aws.amazon.com/athena/latest/ug/troubleshooting-athena.html
  ['database', /\bquery ran against the "([\w-]{1,255})" database\b/g],
]

/** As AWS prints them. What a template says is not what is set yet. */
const SETTINGS = Object.entries(PUBLIC_ACCESS_SETTINGS).map(
  ([gap, name]) => [gap, new RegExp(`"${name}":\\s{0,20}(true|false)\\b`, 'g')] as const,
)

const MOST = 200
const MOST_TEXT = 50_000

/**
 * What a text names, by the name of the gap: by the form of an id, the ARN, the label or the option. Where it names two of a
 * kind nothing tells which is meant, so that none is.
 */
export function thingsNamedIn(whole: string): Facts {
  const text = whole.slice(0, MOST_TEXT)
  const pairs: (readonly [gap: string, name: string])[] = [...labelledNames(text)]
  for (const [written] of [...text.matchAll(ARN)].slice(0, MOST)) {
    const arn = parseArn(written)
    if (arn === null) continue
    const isMasked = arn.account !== '' && !isAccountId(arn.account)
    for (const [gap, name] of Object.entries(partsOfArn(arn)))
      if (name && !(isMasked && name.includes(arn.account))) pairs.push([gap, name])
    if (!isMasked) append(pairs, wholeOf(written, arn))
  }
  for (const [id, prefix = ''] of [...text.matchAll(ID)].slice(0, MOST)) pairs.push([GAP_OF_ID.get(prefix) ?? '', id])
  for (const [, bucket = ''] of [...text.matchAll(S3_ADDRESS)].slice(0, MOST)) pairs.push(['bucket', bucket])
  for (const [gap, pattern] of [...HOSTS, ...SAID, ...SETTINGS])
    for (const [, name = ''] of [...text.matchAll(pattern)].slice(0, MOST)) pairs.push([gap, name])
  const facts = factsOfPairs(pairs)
  return facts.aliasedFunction === undefined && facts.function !== undefined
    ? { ...facts, aliasedFunction: facts.function }
    : facts
}
