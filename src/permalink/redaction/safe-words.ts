import { REGION_NAME } from '../../iam/regions-in-text'
import { CONDITION_KEYS } from '../../facts/keys/condition-keys'
import { CONDITION_OPERATORS } from '../../iam/condition-operators'
import { prefixOfServiceName } from '../../iam/operations'
import { PARTITIONS } from '../../iam/partitions'
import { FORMAT_WORDS } from './format-words'
import { isReadWord } from './read-words'

/** Words of IAM's grammar, of ARNs and of the case itself; whole words, in lower case. */
const GRAMMAR =
  'version statement id sid effect allow deny principal notprincipal action notaction resource notresource condition ' +
  'aws service federated canonicaluser null true false arn iam sts user users role roles group groups root session sessions ' +
  'account accounts policy policies alias bucket buckets object objects key keys federated assumed instance profile ' +
  'identity based resource boundary boundaries endpoint endpoints trust inline managed attached permissions permission set ' +
  'organization organizations ou scp rcp level levels control arn arns principals actions resources statements conditions ' +
  'ifexists foranyvalue forallvalues context request requests response fact facts management kms grant grants grantee ' +
  'operation operations block public access owner ownership enforced object writer ignore acls acl restrict delegated ' +
  'administrator service linked oidc saml provider providers cognito amr aud sub amazon amazonaws com amazoncognito cn ' +
  'global fips dualstack s3express accesspoint vpce vpc subnet dkr compute internal signin awsapps elb home'

/** Words of what AWS and its tools print, and of plain English around it; whole words, in lower case. */
const PROSE =
  'a an and any are as at be because been before but by can cannot could did do does doing done either every failed failing ' +
  'fails for from had has have how if in into is it its may must no none nor not of off on one only or our out over same ' +
  'should so some than that the their them then there these they this those to too try trying two under until up use used ' +
  'user uses using via was we were what when where which while who whose why will with without would you your yes please ' +
  'error errors exception exceptions failure fault warning info debug trace traceback fatal panic message messages msg code ' +
  'codes status statuses reason reasons detail details cause caused type types name names value values number text line lines ' +
  'file files path level time timestamp date last recent most more call calls called calling caller callers client clients ' +
  'denied denies denial deny allowed allows explicit explicitly implicit implicitly unauthorized authorized authorization ' +
  'authorizing authenticated authentication forbidden invalid unknown malformed expired missing required requires require ' +
  'unable rejected refused returned returns received response server host http https url uri xml json yaml html get put post ' +
  'head delete patch list describe create update copy read write tag untag attach detach add remove set start stop run ' +
  'perform performs performed execute executed execution invoke invoked assume assumes assumed pass passed encode encoded ' +
  'encoding decode decoded encrypt decrypt upload download publish subscribe send receive sign signed signature signing match ' +
  'matches calculated exist exists found find accessing creating reading writing updating deleting listing describing getting ' +
  'putting retrieving fetching waiting launching starting stopping attaching modifying deploying applying planning refreshing ' +
  'authenticating assuming invoking resolving loading connecting uploading downloading copying complete completed incomplete ' +
  'progress rollback create_failed update_failed delete_failed created updated deleted occurred retry retries retried attempts ' +
  'attempt exceeded limit timeout connection network credentials credential token tokens secret secrets access key keys temporary ' +
  'security session id ids request requests requestid hostid region regions partition endpoint endpoints action actions operation ' +
  'operations parameter parameters property properties header headers body console cli sdk sdks botocore boto boto3 java python go ' +
  'golang node nodejs javascript typescript ruby rust php net dotnet c powershell bash shell curl terraform tofu opentofu pulumi cdk ' +
  'cloudformation sam serverless ansible packer kubernetes kubectl kube helm docker lambda ecs ecr eks ec2 s3 s3api sqs sns kms ssm ' +
  'sts iam rds dynamodb glue athena redshift opensearch sagemaker bedrock batch codebuild codepipeline codedeploy codecommit ' +
  'cloudwatch cloudtrail cloudfront route53 route 53 apigateway execute api states stepfunctions events eventbridge logs log kinesis ' +
  'firehose secretsmanager secrets manager elasticache elasticloadbalancing autoscaling acm wafv2 organizations sso identitycenter ' +
  'stack stacks resource resources template module provider plan apply data output input main tf sh py js ts rb jar class lib libs ' +
  'site packages dist src usr bin local opt var task function functions handler runtime raise self kwargs errorfactory args raised throw throws ' +
  'catch null none undefined nil true false ok failed success step steps job jobs build builds image images repository cluster ' +
  'clusters service services instance instances table tables topic queue stream pipeline project volume snapshot database db ' +
  'deployment environment container containers worker process event eventname eventsource eventtime eventid eventversion ' +
  'eventtype eventcategory readonly recipientaccountid sourceipaddress useragent useridentity awsregion errorcode errormessage ' +
  'requestparameters responseelements additionaleventdata sessioncontext sessionissuer attributes creationdate mfaauthenticated ' +
  'principalid accountid accesskeyid username invokedby bucketname allowed matchedstatements items failures explicitdeny decision ' +
  'rpc grpc retry max full content configuration config settings see documentation docs help reference note identity based e g i ' +
  'cp mv ls sync presign desired count minimum maximum following don doesn didn isn aren wasn weren won hasn haven couldn shouldn wouldn s t d ll m re ve utf utc gmt svc namespace'

/** Words of the providers of tokens that everyone uses, and of the subjects that these write; lower case. */
const TOKENS =
  'token actions githubusercontent github ghe gitlab bitbucket pipelines circleci buildkite agent app terraform hcp google ' +
  'accounts googleapis facebook graph workload repo ref refs heads pull_request environment job_workflow_ref workflow_ref ' +
  'repository_owner project_path ref_type branch main master system serviceaccount organization project workspace run_phase ' +
  'pipeline step deployment'

/** Words that may stand inside a longer one that is put together of them, as in `AccessDeniedException`; lower case. */
const PIECES =
  'access denied not authorized unauthorized exception error operation failure client server service invalid request action ' +
  'resource policy principal identity boundary allow deny allows denies only read write list get put create delete update ' +
  'describe all any full user role group account root assume web with for via by from in of on to and or this is no'

/** What is put together of digits, and says of nobody anything: counts, dates, times and versions. */
const NUMBERS = /^(?:[\d.,:=+-]{1,10}|\d{4}-\d{2}-\d{2}T\d{2}|[\d.]{1,12}Z|\d{2}T\d{2}|v\d{1,4}(?:\.\d{1,4}){0,3})$/

const REGION = new RegExp(`^${REGION_NAME}[a-z]?$`)

/** Does a text name a Region of AWS, or a zone of one? */
export const isRegion = (text: string): boolean => REGION.test(text.toLowerCase())

const REGION_WITHIN = new RegExp(String.raw`(?<![a-z\d])(${REGION_NAME}[a-z]?)(?![a-z\d])`, 'i')

/** The Region that a name holds, which says where a thing is; null where it holds none. */
export const regionWithin = (name: string): string | null => REGION_WITHIN.exec(name)?.[1] ?? null

const wordsOf = (text: string) => text.split(' ')
const keyWords = CONDITION_KEYS.flatMap(({ name }) => name.toLowerCase().split(/[:/]/))
const operatorWords = CONDITION_OPERATORS.flatMap(({ name }) => name.toLowerCase().split(':'))
const WORDS: ReadonlySet<string> = new Set([
  ...wordsOf(GRAMMAR),
  ...wordsOf(PROSE),
  ...wordsOf(TOKENS),
  ...keyWords,
  ...operatorWords,
  ...PARTITIONS,
  ...FORMAT_WORDS,
])
const PARTS: ReadonlySet<string> = new Set(wordsOf(PIECES))

const HUMPS = /[A-Z]?[a-z]+|[A-Z]{1,64}(?![a-z])/g

/** Is a word put together of known ones, such as `AllowReadOnly`? */
const isPutTogether = (word: string) =>
  /^[a-z]+$/i.test(word) && (word.match(HUMPS) ?? []).every((hump) => PARTS.has(hump.toLowerCase()))

/** Is the name of a field put together of words that name nobody, as `desiredCount`? */
export const isFieldName = (word: string): boolean =>
  /^[a-z]+$/i.test(word) && (word.match(HUMPS) ?? []).every((hump) => WORDS.has(hump.toLowerCase()))

/** What AWS's reference names, as far as it is loaded. */
export interface AwsNames {
  /** Does AWS list a service, an action or a condition key of this name, in lower case? */
  readonly has: (lowerCase: string) => boolean
  /** Does an action of this service match the pattern? */
  readonly matchesAction: (prefix: string, pattern: string) => boolean
}

/** Before anything of the reference is loaded: more words are replaced then. */
export const NO_NAMES: AwsNames = { has: () => false, matchesAction: () => false }

/** Is it a service as SDKs name it, as `AWSGlue`? */
const isServiceName = (word: string, names: AwsNames): boolean =>
  /^(?:AWS|Amazon)[A-Z]/.test(word) && names.has(prefixOfServiceName(word))

/** Does a word belong to IAM, to AWS or to plain speech, so that it names nobody? */
export function isSafeWord(word: string, names: AwsNames): boolean {
  const lower = word.toLowerCase()
  return (
    WORDS.has(lower) ||
    NUMBERS.test(word) ||
    REGION.test(lower) ||
    isPutTogether(word) ||
    names.has(lower) ||
    isReadWord(lower) ||
    isServiceName(word, names)
  )
}
