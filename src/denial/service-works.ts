import { onlyOne } from '../text/only-one'

/**
 * What services call the work that they do: a sentence that speaks of a crawler is of Glue. Only names that one service
 * has.
 */
const WORKS: readonly (readonly [work: string, principal: string])[] = [
  ['crawlers?', 'glue.amazonaws.com'],
  ['glue\\sjobs?', 'glue.amazonaws.com'],
  [
    '(?:notebook\\sinstances?|training\\sjobs?|processing\\sjobs?|hyperparameter\\stuning|model\\sdata|labeling\\sjobs?)',
    'sagemaker.amazonaws.com',
  ],
  ['(?:knowledge\\sbases?|guardrails?|model\\sinvocation\\sjobs?|action\\sgroups?)', 'bedrock.amazonaws.com'],
  ['state\\smachines?', 'states.amazonaws.com'],
  ['(?:user\\spools?)', 'cognito-idp.amazonaws.com'],
  ['(?:delivery\\sstreams?)', 'firehose.amazonaws.com'],
  ['(?:file\\sshares?|file\\sgateways?)', 'storagegateway.amazonaws.com'],
  ['(?:replication\\s(?:tasks?|instances?)|Test\\sEndpoint)', 'dms.amazonaws.com'],
  ['(?:build\\sprojects?|buildspec)', 'codebuild.amazonaws.com'],
  ['(?:task\\sdefinitions?)', 'ecs-tasks.amazonaws.com'],
  ['(?:data\\simport\\sjobs?|dataset\\sgroups?)', 'personalize.amazonaws.com'],
  ['(?:transcription\\sjobs?)', 'transcribe.amazonaws.com'],
  ['(?:speech\\ssynthesis\\stasks?)', 'polly.amazonaws.com'],
  ['(?:receipt\\srules?)', 'ses.amazonaws.com'],
  ['(?:contact\\sflows?)', 'connect.amazonaws.com'],
  ['(?:scheduled\\squer(?:y|ies))', 'timestream.amazonaws.com'],
  ['(?:backup\\s(?:jobs?|plans?)|restore\\sjobs?)', 'backup.amazonaws.com'],
  ['(?:configuration\\srecorder|conformance\\spacks?|config\\srules?)', 'config.amazonaws.com'],
  ['(?:flow\\slogs?)', 'vpc-flow-logs.amazonaws.com'],
  ['(?:load\\sbalancers?)', 'elasticloadbalancing.amazonaws.com'],
  ['(?:inference\\sendpoints?|endpoint\\sconfigurations?)', 'sagemaker.amazonaws.com'],
  ['(?:findings\\sexports?|publishing\\sdestinations?)', 'guardduty.amazonaws.com'],
  ['(?:solution\\sversions?)', 'personalize.amazonaws.com'],
  ['(?:EMR\\ssteps?|job\\sflows?)', 'elasticmapreduce.amazonaws.com'],
  ['(?:kafka\\sconnectors?|connectors?\\screation)', 'kafkaconnect.amazonaws.com'],
  ['(?:experiment\\stemplates?)', 'fis.amazonaws.com'],
  ['recording\\sconfigurations?', 'ivs.amazonaws.com'],
  ['(?:canary|canaries)', 'synthetics.amazonaws.com'],
  ['(?:COPY|UNLOAD)\\scommand', 'redshift.amazonaws.com'],
]

const PATTERNS = WORKS.map(([work, principal]) => [new RegExp(`\\b${work}\\b`, 'i'), principal] as const)

/** The service whose work a text speaks of; undefined where none is named, or more than one. */
export const serviceOfWork = (text: string): string | undefined =>
  onlyOne(PATTERNS.flatMap(([pattern, principal]) => (pattern.test(text) ? [principal] : [])))

/** Something that a service does by itself, whoever set it up: then it is not the caller's permission that is missing. */
export const SPEAKS_OF_WORK =
  /\b(?:jobs?|tasks?|crawlers?|pipelines?|deployments?|builds?|connectors?|imports?|exports?|deliver(?:y|ies)|trails?|workflows?|transforms?|ingestions?|replications?|file\sshares?|gateways?|canar(?:y|ies)|backups?|restores?|scans?|schedules?|recordings?|artifacts?|segments?|associations?|proxy|proxies)\b/i
