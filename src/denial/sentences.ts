import type { ClaimedLayer, Denial } from './denial'
import { own } from '../text/own'
import { bucketArn } from '../facts/calls/resource-of-request'
import { CALLER, servicePrincipalOf } from './service-callers'
import type { Implied } from './denial-sentence'

type Groups = Readonly<Record<string, string | undefined>>

/** A sentence of a service that refuses in words of its own. */
export interface ServiceSentence {
  /** Only where it is told from the others. */
  readonly name?: 'access denied' | 'somebody has no permission'
  /** The groups `principal`, `action` and `resource` become those parts. */
  readonly pattern: RegExp
  readonly service?: string
  readonly decision?: Denial['decision']
  readonly layer?: ClaimedLayer
  /** Counts only where nothing in the text says more. */
  readonly weak?: true
  /** What follows for the parts that the sentence does not write. */
  readonly implies?: Implied | ((groups: Groups) => Implied)
}

/** A service that may not assume a role: the group `caller` names it. No policy but the role's trust policy speaks of it. */
const assuming = ({ caller }: Groups): Implied => {
  const principal = caller === undefined ? null : (servicePrincipalOf(caller) ?? caller)
  return { action: 'sts:AssumeRole', ...(principal === null ? {} : { principal }) }
}

/** An object of a bucket whose key nothing names. */
const someObjectIn = (bucket: string): string => `${bucketArn(bucket, null)}/...`

/** An object as `BUCKET/KEY` names it. */
const objectNamed = (text: string): Implied => {
  const [bucket = '', ...key] = text.split('/')
  return key.length === 0 || !/^[\w.-]{3,63}$/.test(bucket) ? {} : { resource: bucketArn(bucket, key.join('/')) }
}

/** What the role of a replication lacks, by the code of the failure. */
/** A package manager or a browser signs nothing; an address that was signed beforehand says so. */
const ofDownload = (path: string): Implied => ({
  action: 's3:GetObject',
  ...(/[?&]X-Amz-|[?&]Signature=/.test(path) ? {} : { principal: 'anonymous' }),
})

const REPLICATION: Readonly<Record<string, string>> = {
  SrcGetObject: 's3:GetObjectVersionForReplication',
  SrcKms: 'kms:Decrypt',
  DstPutObject: 's3:ReplicateObject',
  DstKms: 'kms:Encrypt',
  DstDelObj: 's3:ReplicateDelete',
}

/** A repository of CodeArtifact by its address, and whether a package was read or written. */
const ofRepository = ({ put, domain, account, region, repository }: Groups): Implied => ({
  action: `codeartifact:${put === undefined ? 'ReadFromRepository' : 'PublishPackageVersion'}`,
  resource: `arn:aws:codeartifact:${region}:${account}:repository/${domain}/${repository}`,
})

/** What the role of a service lacks that was denied when it called another. */
const CALLED_BY_ROLE: Readonly<Record<string, string>> = {
  Bedrock: 'bedrock:InvokeModel',
  Glue: 'glue:GetTableVersions',
}

/** The rest of one result of the policy simulator. */
const RESULT = String.raw`(?:(?!\bEvalActionName\b)[^])`

/** A field of a result, as JSON or YAML has it. */
const field = (name: string, value: string): string => String.raw`\b${name}["']?\s?:\s?["']?${value}`

/** A result of the policy simulator that ends so; what else it says stands further down in it. */
const simulated = (decision: string, further?: string): RegExp =>
  new RegExp(
    [
      field('EvalActionName', String.raw`(?<action>[a-z][a-z\d-]{1,40}:\w{2,80})\b`),
      String.raw`(?=(?:${RESULT}{0,600}?${field('EvalResourceName', String.raw`(?<resource>arn:[^\s"',]{1,1000})`)})?)`,
      ...(further === undefined ? [] : [`(?=${RESULT}{0,2000}?${field(further, 'false')})`]),
      `${RESULT}{0,600}?${field('EvalDecision', decision)}\\b`,
    ].join(''),
    'dg',
  )

/** What the role of a file transfer lacks, by the operation of its log. */
const TRANSFERS: Readonly<Record<string, string>> = {
  OPEN: 's3:GetObject',
  DELETE: 's3:DeleteObject',
  REMOVE: 's3:DeleteObject',
  RMDIR: 's3:DeleteObject',
  MKDIR: 's3:PutObject',
  RENAME: 's3:PutObject',
  OPENDIR: 's3:ListBucket',
  READDIR: 's3:ListBucket',
  LIST: 's3:ListBucket',
}

/** What an operation of a file transfer asks of S3. https://docs.aws.amazon.com/transfer/latest/userguide/structured-logging.html */
function ofTransfer({ call = '', mode = '', path = '' }: Groups): Implied {
  const action = /WRITE|CREATE/.test(mode) ? 's3:PutObject' : own(TRANSFERS, call)
  const [bucket = '', ...key] = path.split('/')
  return {
    ...(action === undefined ? {} : { action }),
    resource: bucketArn(bucket, action === 's3:ListBucket' ? null : key.join('/') || null),
  }
}

/** What a record of a bucket's access log needs, by its operation without `REST.`. Requests that copy or are parts of an upload write an object. */
const OF_ACCESS_LOG: Readonly<Record<string, string>> = {
  'GET.OBJECT': 's3:GetObject',
  'HEAD.OBJECT': 's3:GetObject',
  'PUT.OBJECT': 's3:PutObject',
  'POST.OBJECT': 's3:PutObject',
  'COPY.OBJECT': 's3:PutObject',
  'COPY.OBJECT_GET': 's3:GetObject',
  'PUT.PART': 's3:PutObject',
  'POST.UPLOADS': 's3:PutObject',
  'POST.UPLOAD': 's3:PutObject',
  'DELETE.UPLOAD': 's3:AbortMultipartUpload',
  'DELETE.OBJECT': 's3:DeleteObject',
  'GET.BUCKET': 's3:ListBucket',
  'HEAD.BUCKET': 's3:ListBucket',
  'GET.BUCKETVERSIONS': 's3:ListBucketVersions',
  'GET.UPLOADS': 's3:ListBucketMultipartUploads',
  'GET.BUCKETPOLICY': 's3:GetBucketPolicy',
  'PUT.BUCKETPOLICY': 's3:PutBucketPolicy',
  'GET.LOCATION': 's3:GetBucketLocation',
  'GET.VERSIONING': 's3:GetBucketVersioning',
  'GET.ENCRYPTION': 's3:GetEncryptionConfiguration',
  'GET.OBJECT_TAGGING': 's3:GetObjectTagging',
  'PUT.OBJECT_TAGGING': 's3:PutObjectTagging',
}

/** A record of the access log of a bucket. https://docs.aws.amazon.com/AmazonS3/latest/userguide/LogFormat.html */
function ofAccessLog({ call = '', bucket = '', key = '-', requester = '' }: Groups): Implied {
  const action = own(OF_ACCESS_LOG, call)
  return {
    ...(action === undefined ? {} : { action }),
    ...(requester === '-' ? { principal: 'anonymous' } : {}),
    resource: bucketArn(bucket, key === '-' ? null : key),
  }
}

/** What MinIO's client says that it could not do. */
const CLIENT: Readonly<Record<string, string>> = {
  remove: 's3:DeleteObject',
  list: 's3:ListBucket',
  read: 's3:GetObject',
  stat: 's3:GetObject',
  copy: 's3:PutObject',
  upload: 's3:PutObject',
}

/** A member of an object of JSON, wherever in it that stands. */
const member = (name: string, value: string, isNeeded = true): string => {
  const found = String.raw`[^{}]{0,1500}?"${name}"\s?:\s?"${value}`
  return isNeeded ? `(?=${found})` : `(?=(?:${found})?)`
}

/** Between the name of a part and the part, and between two parts: of lines, bullets, or members of an object. */
const PART = '["\']?\\s["\']?'
const NEXT = '["\']?[,;]?\\s(?:[-•*]\\s)?["\']?'

/** Ordered: where two match at one place, the first wins. */
export const SENTENCES: readonly ServiceSentence[] = [
  {
    // MinIO's client on AWS, by the name that people give it there.
    pattern:
      /\bmc:\s<ERROR>\sUnable\sto\s(?<call>\w{3,12})\s[`'"]?(?:aws|s3)\/(?<bucket>[a-z\d][\w.-]{1,61}[a-z\d])(?:\/(?<key>[^\s`'"]{0,1023}[^\s`'".]))?[`'"]?\.?\s[^\n]{0,80}?\bAccess\sDenied/dg,
    service: 's3',
    implies: ({ call = '', bucket = '', key }) => {
      const action = own(CLIENT, call)
      return {
        ...(action === undefined ? {} : { action }),
        resource: bucketArn(bucket, action === 's3:ListBucket' ? null : (key ?? null)),
      }
    },
  },
  {
    // Result of the policy simulator: an organization does not allow it.
    pattern: simulated('implicitDeny', 'AllowedByOrganizations'),
    decision: 'implicit',
    layer: 'scp',
  },
  {
    // Result of the policy simulator: the permissions boundary does not allow it.
    pattern: simulated('implicitDeny', 'AllowedByPermissionsBoundary'),
    decision: 'implicit',
    layer: 'boundary',
  },
  {
    // Result of the policy simulator: nothing allows it.
    pattern: simulated('implicitDeny'),
    decision: 'implicit',
  },
  {
    // Result of the policy simulator: a Deny.
    pattern: simulated('explicitDeny'),
    decision: 'explicit',
  },
  {
    // Log of a file transfer.
    pattern: new RegExp(
      [
        String.raw`\{(?=[^{}]{0,1500}?"activity-type"\s?:\s?"ERROR")`,
        member('operation', String.raw`(?<call>[A-Z]{3,20})"`),
        member('path', String.raw`\/(?!fs-)(?<path>[\w.-]{3,63}(?:\/[^"]{0,1024})?)"`),
        member('mode', String.raw`(?<mode>[A-Z|_]{3,60})"`, false),
        member('role', String.raw`(?<principal>arn:[^"]{1,300})"`, false),
        String.raw`[^{}]{0,1500}?"message"\s?:\s?"(?:[Aa]ccess|[Pp]ermission)\s[Dd]enied"`,
      ].join(''),
      'dg',
    ),
    service: 's3',
    implies: ofTransfer,
  },
  {
    // Denied by another service.
    pattern:
      /\bYour\saccess\shas\sbeen\sdenied\sby\s(?<service>\w+),\splease\smake\ssure\syour\srequest\scredentials\shave\spermission\sto\s(?<action>\w+)\sfor\s(?<resource>[^\s"'<>]{1,300}?)(?=\.?\s|\.?["']|\.?$)\.?(?:\s\w+\sError\sCode:\s\w+\.\s\w+\sError\sMessage:\s[^\n"]{0,80})?/dgi,
    implies: ({ service = '', resource = '' }) => (service.toUpperCase() === 'S3' ? objectNamed(resource) : {}),
  },
  {
    // EC2 unauthorized operation.
    pattern: /\bYou\sare\snot\sauthorized\sto\sperform\sthis\s(?:operation|action|request)/dgi,
  },
  {
    // EKS launch template.
    pattern: /\bYou\sare\snot\sauthorized\sto\slaunch\sinstances\swith\sthis\slaunch\stemplate/dgi,
    implies: { action: 'ec2:RunInstances' },
  },
  {
    // Auto Scaling launch template.
    pattern: /\bYou\sare\snot\sauthorized\sto\suse\slaunch\stemplate:?\s(?<resource>[\w./:-]*[\w/-])/dgi,
    implies: { action: 'ec2:RunInstances' },
  },
  {
    // API Gateway authorizer, explicit.
    pattern: /\bUser\sis\snot\sauthorized\sto\saccess\sthis\sresource\swith\san\sexplicit\sdeny/dgi,
    service: 'execute-api',
    decision: 'explicit',
  },
  {
    // Make this call.
    pattern:
      /\b(?:You\sare|(?:User|caller)\sis)\snot\sauthorized\sto\s(?:make\sthis\scall|call\sthis\s\w+|access\sthis\s\w+)/dgi,
  },
  {
    // KMS ciphertext, classic.
    pattern:
      /\bThe\sciphertext\srefers\sto\sa\s(?:customer\smaster\skey|KMS\skey)\sthat\sdoes\snot\sexist(?:,\sdoes\snot\sexist\sin\sthis\sregion)?,?\sor\s(?:you\sare\snot\sallowed\sto\saccess|that\syou\sare\snot\sallowed\sto\saccess)/dgi,
    service: 'kms',
  },
  {
    // KMS key of another service.
    pattern:
      /\bThe\sspecified\sKMS\skey\s\[?(?<resource>[^\s\]]{1,200})\]?\sdoes\snot\sexist,\sis\snot\senabled\sor\syou\sdo\snot\shave\spermissions\sto\saccess\sit/dgi,
    service: 'kms',
  },
  // KMS through another service.
  { pattern: /\bAccess\sto\sKMS\sis\snot\sallowed/dgi, service: 'kms' },
  {
    // Key of a table.
    pattern: /\bKMS\skey\saccess\sdenied/dgi,
    service: 'kms',
    implies: { action: 'kms:Decrypt' },
  },
  {
    // Database, sign-in by IAM.
    pattern: /\bPAM\sauthentication\sfailed\sfor\suser\b/dgi,
    service: 'rds-db',
    implies: { action: 'rds-db:connect' },
  },
  {
    // Kafka, sign-in by IAM.
    pattern:
      /\bSASL\s?Authentication\s?(?:error|failed|Exception|FailedError):?\s\[[\w.\u2026-]{1,40}\]:?\sAccess\sdenied/dgi,
    service: 'kafka-cluster',
    implies: { action: 'kafka-cluster:Connect' },
  },
  {
    // Backup, copy into a vault.
    pattern: /\bAccess\sDenied\strying\sto\scall\sAWS\sBackup\sservice/dgi,
    weak: true,
    implies: { action: 'backup:CopyIntoBackupVault' },
  },
  {
    // Logs, key of a log group.
    pattern:
      /\bThe\sspecified\sKMS\s[Kk]ey\s(?:Id|ID)\scould\snot\sbe\sfound\sor\sthe\sservice\sis\snot\sallowed\sto\suse\sit:?(?:\s(?<resource>arn:aws[\w-]*:kms:(?<region>[\w-]{5,30}):[^\s"',]{1,200}\w))?/dg,
    service: 'kms',
    layer: 'resource',
    implies: ({ region = '' }) => ({
      action: 'kms:Encrypt',
      ...(region === '' ? {} : { principal: `logs.${region}.amazonaws.com` }),
    }),
  },
  {
    // DataSync, bucket of a location.
    pattern:
      /\bcould\snot\sperform\ss3:\w{3,60}\s(?:on|in)\sbucket\s(?<bucket>[\w.-]{2,62}\w)\.\sAccess\sdenied\.\sEnsure\sbucket\saccess\srole\shas\s(?<action>s3:\w{3,60})\spermission/dgi,
    service: 's3',
    implies: ({ bucket = '', action = '' }) => ({
      resource: /^s3:List/i.test(action) ? bucketArn(bucket, null) : someObjectIn(bucket),
    }),
  },
  {
    // Role that has to have a permission.
    pattern:
      /\bensure\s(?:that\s)?(?:the\s)?role\s(?<principal>arn:[^\s"',]{1,300}\w)\shas\s(?:the\s)?permission\s(?:to\s)?(?<action>[a-z][a-z0-9-]{1,40}:[A-Z]\w{2,80})/dg,
  },
  {
    // Bucket of a pipeline.
    pattern:
      /\bservice\srole\sor\saction\srole\sdoes(?:\snot|n['\u2019]t)\shave\sthe\spermissions\srequired\sto\saccess\sthe\sAmazon\sS3\sbucket\snamed\s(?<bucket>[\w.-]{2,62}\w)/dgi,
    service: 's3',
    implies: ({ bucket = '' }) => ({ action: 's3:PutObject', resource: someObjectIn(bucket) }),
  },
  {
    // Operation that is unauthorized.
    pattern:
      /\b(?<action>[A-Z][a-z]{2,20}[A-Z][A-Za-z]{1,100})\s(?:[Aa]ction|[Oo]peration|API|[Cc]all|[Rr]equest)\s(?:[Ii]s|[Ww]as)\s(?:[Nn]ot\s[Aa]uthori[sz]ed|[Uu]nauthori[sz]ed|[Nn]ot\s[Aa]llowed|[Dd]enied)\b/dg,
    weak: true,
  },
  {
    // SQS access to the resource.
    pattern: /\bAccess\sto\sthe\sresource\s(?<resource>https?:\/\/[^\s"'<>]{1,400})\sis\sdenied/dgi,
    service: 'sqs',
  },
  {
    // Execution role may not call.
    pattern:
      /\bThe\s(?:provided\s|function\s)?(?:execution|customer|service)\srole\sdoes\snot\shave\spermissions\sto\scall\s(?<action>\w+)\son\s(?<service>\w+)/dgi,
  },
  {
    // Address of a function.
    pattern: /\bForbidden\.\sFor\stroubleshooting\sFunction\sURL\sauthorization\sissues\b/dg,
    service: 'lambda',
    implies: { action: 'lambda:InvokeFunctionUrl' },
  },
  {
    // Template of a stack.
    pattern: /\bS3\serror:\sAccess\sDenied\b/dg,
    service: 's3',
    implies: { action: 's3:GetObject' },
  },
  {
    // Lambda may not read the stream.
    pattern:
      /\bCannot\saccess\sstream\s(?<resource>arn:aws[\w-]*:(?<service>[\w-]+):[^\s"']{1,300}?)\.?\sPlease\sensure\sthe\srole\scan\sperform\sthe\s(?<action>\w+)/dgi,
  },
  {
    // Lambda may not decrypt.
    pattern:
      /\bLambda\swas\sunable\sto\sdecrypt\s(?:the|your)\senvironment\svariables\sbecause\s(?:the\s)?KMS\saccess\swas\sdenied/dgi,
    service: 'kms',
    weak: true,
    implies: { action: 'kms:Decrypt' },
  },
  {
    // Lambda may not read the image.
    pattern: /\bLambda\sdoes\snot\shave\spermission\sto\saccess\sthe\sECR\simage/dgi,
    service: 'ecr',
    implies: { principal: 'lambda.amazonaws.com', action: 'ecr:BatchGetImage' },
  },
  {
    // Service may not invoke.
    pattern: new RegExp(
      `\\b(?<caller>${CALLER})\\sdoes\\snot\\shave\\spermissions?\\sto\\sinvoke\\sthe\\sLambda\\sfunction\\s["']?(?<resource>arn:[^\\s"',]{1,300})`,
      'dg',
    ),
    implies: ({ caller = '' }) => {
      const principal = servicePrincipalOf(caller, 'lambda')
      return { action: 'lambda:InvokeFunction', ...(principal !== null && { principal }) }
    },
  },
  {
    // Gateway may not invoke.
    pattern: /\bInvalid\spermissions\son\sLambda\sfunction/dgi,
    service: 'lambda',
    implies: { principal: 'apigateway.amazonaws.com', action: 'lambda:InvokeFunction' },
  },
  {
    // Pods may not assume.
    pattern: /\bEKS\sdoes\snot\shave\spermissions\sto\sassume\sthe\sassociated\srole/dgi,
    layer: 'trust',
    implies: { principal: 'pods.eks.amazonaws.com', action: 'sts:AssumeRole' },
  },
  {
    // Role must let a service assume it.
    pattern: new RegExp(
      `\\brole\\s(?:that\\s)?you\\sprovided?\\smust\\sallow\\s(?<caller>${CALLER})\\sto\\sassume\\sthe\\srole`,
      'dg',
    ),
    layer: 'trust',
    implies: assuming,
  },
  {
    // Principal must be let assume.
    pattern:
      /\bCould\snot\sassume\srole\s["'`]?(?<resource>arn:[^\s"',]{0,300}[\w>*])["'`]?\.?\sPlease\sensure\sthat\sthe\srole\sexists\sand\sallows\sprincipal\s["']?(?<caller>[\w.-]+\.amazonaws\.com)/dgi,
    layer: 'trust',
    implies: assuming,
  },
  {
    // Model data out of reach.
    pattern:
      /\bCould\snot\saccess\smodel\sdata\sat\s(?<resource>https?:\/\/[^\s"']{1,600}?)\.\sPlease\sensure\sthat\sthe\srole\s"?(?<principal>arn:[^\s"]{1,300})"?\sexists(?:[^"\n]{1,80}"[\w.:-]{1,80}"){0,3}[^"\n]{1,80}"(?<action>s3:\w+)"\spermissions/dgi,
  },
  {
    // CloudFormation, role cannot be assumed.
    pattern: /\bRole\s(?<resource>arn:[^\s"',]{1,300})\sis\sinvalid\sor\scannot\sbe\sassumed(?!\sby)/dg,
    implies: { principal: 'cloudformation.amazonaws.com', action: 'sts:AssumeRole' },
  },
  {
    // Cannot be assumed by a service.
    pattern: new RegExp(
      `\\b[Rr]ole\\s(?:["'\`]?(?<resource>arn:[^\\s"'\`,]{1,300})["'\`]?\\s)?(?:is\\sinvalid\\sor\\s|defined\\sfor\\sthe\\sfunction\\s)?(?:cannot|could\\snot)\\sbe\\sassumed\\sby\\s(?:principal\\s)?["'\`]?(?<caller>[a-z][\\w.-]*\\.amazonaws\\.com|${CALLER})`,
      'dg',
    ),
    layer: 'trust',
    implies: assuming,
  },
  {
    // Service may not assume the provided role.
    pattern:
      /\b[Ss]ervice\sis\sunable\sto\sassume\s(?:the\s)?provided\srole\.\sPlease\sverify\srole's\sTrustPolicy(?=\s\(Service:\s(?:AWS|Amazon)(?<caller>\w{2,40}))/dg,
    layer: 'trust',
    implies: assuming,
  },
  {
    // Some service may not assume the provided role.
    pattern: /\b[Ss]ervice\sis\sunable\sto\sassume\s(?:the\s)?provided\srole\.\sPlease\sverify\srole's\sTrustPolicy/dg,
    layer: 'trust',
    implies: { action: 'sts:AssumeRole' },
  },
  {
    // Stack set may not assume.
    pattern:
      /\bAccount\s(?<account>\d{12})\sshould\shave\s'(?<role>[\w+=,.@-]{1,64})'\srole\swith\strust\srelationship\sto\sRole\s'(?<by>[\w+=,.@-]{1,64})'/dg,
    layer: 'trust',
    implies: ({ account, role, by }) => ({
      principal: `arn:aws:iam::<administrator account>:role/${by}`,
      action: 'sts:AssumeRole',
      resource: `arn:aws:iam::${account}:role/${role}`,
    }),
  },
  {
    // Role must be given to a service.
    pattern: new RegExp(
      `\\b[Rr]ole\\s["'\`]?(?<resource>arn:[^\\s"'\`,]{1,300})["'\`]?\\sshould\\sbe\\sgiven\\sassume\\srole\\spermissions\\sfor\\s(?<caller>${CALLER})`,
      'dg',
    ),
    layer: 'trust',
    implies: assuming,
  },
  {
    // Role with incorrect trust or permissions.
    pattern:
      /\b[Rr]ole\s["'`]?(?<resource>arn:[^\s"'`,]{1,300})["'`]?\shas\sincorrect\strust\srelationships?\sor\spermissions/dg,
    implies: { action: 'sts:AssumeRole' },
  },
  {
    // Service may not assume a role.
    pattern: new RegExp(
      `\\b(?<caller>[a-z][\\w.-]{1,60}\\.amazonaws\\.com|${CALLER})\\s(?:does\\snot\\shave\\s(?:the\\s)?permissions?(?:\\srequired)?|is\\snot\\sauthorized|was\\sunable|is\\sunable)\\sto\\sassume\\s(?:the\\s(?:provided\\s)?)?(?:IAM\\s)?role\\s["'\`]?(?<resource>arn:[^\\s"',]{0,300}[\\w>*])`,
      'dg',
    ),
    layer: 'trust',
    implies: assuming,
  },
  {
    // Artifact of a pipeline.
    pattern:
      /\bUnable\sto\saccess\sthe\sartifact\swith\sAmazon\sS3\sobject\skey\s'(?<key>[^'\n]{1,1024})'\slocated\sin\sthe\sAmazon\sS3\sartifact\sbucket\s'(?<bucket>[\w.-]{3,63})'/dgi,
    service: 's3',
    implies: ({ bucket = '', key }) => ({ action: 's3:GetObject', resource: bucketArn(bucket, key ?? null) }),
  },
  {
    // Connection of a pipeline.
    pattern: /\bunable\sto\suse\sConnection:\s(?<resource>arn:aws[\w-]*:(?<service>[\w-]+):[^\s"',]{1,300}\w)/dgi,
    implies: ({ service = '' }) => ({ action: `${service}:UseConnection` }),
  },
  {
    // Actions not allowed.
    pattern:
      /\bThe\sfollowing\sactions?\s(?:is|are)\snot\sallowed\sfor\sthe\s(?:role|user)(?:\s(?<principal>arn:[^\s"':]{0,20}:[^\s"']{1,300}?))?:\s(?<action>[a-z][a-z0-9-]*:[A-Z]\w+)/dg,
  },
  {
    // Service role without permissions.
    pattern:
      /\b[Ss]ervice\srole\s(?<principal>[\w+=,.@:/-]{1,300})\shas\sinsufficient\s(?<service>[A-Z]\w+)\spermissions/dg,
  },
  {
    // No access to an S3 URI.
    pattern:
      /\b(?:No\spermission|Permission\sdenied|Access\sdenied)\s(?:to\saccess\s|for\s)?(?:the\s)?S3\sURI:?\s(?<resource>s3:\/\/[^\s"',)]{1,600})/dgi,
    service: 's3',
    implies: { action: 's3:GetObject' },
  },
  {
    // No access to the output.
    pattern: /\bAccess\sdenied\swhen\swriting\soutput\sto\surl:\s(?<resource>s3:\/\/[^\s"',)]{1,600})/dgi,
    service: 's3',
    implies: { action: 's3:PutObject' },
  },
  {
    // Trail and its bucket.
    // Whether s3:GetBucketAcl or s3:PutObject is missing it does not say.
    pattern: /\bIncorrect\sS3\sbucket\spolicy\sis\sdetected\sfor\sbucket:\s(?<resource>[\w.-]*\w)/dgi,
    service: 's3',
    layer: 'resource',
    implies: ({ resource = '' }) => ({
      principal: 'cloudtrail.amazonaws.com',
      resource: someObjectIn(resource),
    }),
  },
  {
    // Recorder and its bucket.
    pattern: /\bInsufficient\sdelivery\spolicy\sto\ss3\sbucket:\s(?<resource>[\w.-]*\w)/dgi,
    service: 's3',
    implies: ({ resource = '' }) => ({
      principal: 'config.amazonaws.com',
      action: 's3:PutObject',
      resource: someObjectIn(resource),
    }),
  },
  {
    // Destination of notifications.
    pattern: /\bUnable\sto\svalidate\sthe\sfollowing\sdestination\sconfigurations/dgi,
    implies: { principal: 's3.amazonaws.com' },
  },
  {
    // Flow logs.
    pattern: /\bThe\sIAM\srole\sfor\syour\sflow\slogs\sdoes\snot\shave\ssufficient\spermissions\sto\ssend\slogs/dgi,
    service: 'logs',
  },
  {
    // Bucket that exists.
    pattern: /\bBucket\snamed\s'(?<resource>[\w.-]{3,63})'\sexists,\sbut\swe\sdon'?t\shave\saccess\sto\sit/dgi,
    service: 's3',
  },
  {
    // Catalogue without a privilege.
    pattern:
      /\bInsufficient\spermissions\sto\sexecute\sthe\squery\.\sPrincipal\sdoes\snot\shave\sany\sprivilege\son\sspecified\sresource/dgi,
    service: 'lakeformation',
  },
  {
    // File system refused.
    pattern: /\bmount\.nfs4?:\saccess\sdenied\sby\sserver\swhile\smounting\s(?:127\.0\.0\.1|\S{0,40}\bfs-)/dgi,
    service: 'elasticfilesystem',
    implies: { action: 'elasticfilesystem:ClientMount' },
  },
  {
    // Layer of an image refused.
    pattern:
      /\bunexpected\sstatus\s(?:code\s|from\sGET\srequest\sto\s)https:\/\/[\w.-]{3,80}\.(?<service>s3)\.[a-z\d-]{1,30}\.amazonaws\.com[^\s"']{0,2000}?:\s403\sForbidden/dg,
    implies: { action: 's3:GetObject' },
  },
  {
    // Object lock.
    pattern: /\bAccess\sDenied\sbecause\sobject\sprotected\sby\sobject\slock/dgi,
  },
  {
    // States may not assume.
    pattern:
      /\bNeither\sthe\sglobal\sservice\sprincipal\s(?<principal>[\w.-]+),?\snor\sthe\sregional\sone\sis\sauthorized\sto\sassume\sthe\sprovided\srole/dgi,
    layer: 'trust',
    implies: { action: 'sts:AssumeRole' },
  },
  {
    // States managed rule.
    pattern: /['"]?(?<principal>arn:[^\s"']{1,300})['"]?\sis\snot\sauthorized\sto\screate\smanaged-rule/dgi,
    implies: { action: 'events:PutRule' },
  },
  {
    // States log destination.
    pattern: /\bstate\smachine\sIAM\sRole\sis\snot\sauthorized\sto\saccess\sthe\sLog\sDestination/dgi,
    service: 'states',
    implies: { action: 'logs:CreateLogDelivery' },
  },
  {
    // Console, operations.
    pattern:
      /\bYou\s(?:don't|do\snot)\shave\s(?:the\s)?(?:permissions?|authorization)\sto\sperform\sthe\sfollowing\s(?:operations?|actions?):\s?(?<action>[\w-]+:\w+)/dgi,
  },
  {
    // Console, you need.
    pattern: /\byou\s(?:need|must\shave|require)\s(?:the\s)?(?<action>[A-Z][\w-]*:[A-Z]\w+)\spermissions?/dgi,
  },
  {
    // Parts by their names.
    pattern: new RegExp(
      `\\b(?:User|Principal|Caller|Identity)\\s?:${PART}(?<principal>arn:[^\\s"',]{1,400})(?:${NEXT}Service:${PART}(?<service>[\\w-]+))?${NEXT}Action:${PART}(?<action>[A-Za-z][\\w:-]*)(?:${NEXT}(?:On\\s)?[Rr]esources?(?:\\(s\\))?:${PART}(?<resource>[^\\s",]{1,600}))?(?:${NEXT}(?:Context|Reason|Cause):${PART}(?<reason>(?:because\\s)?no\\s[\\w -]{1,40}\\sallows\\sthe\\s(?:[\\w:-]+\\s)?action|[\\w ]{0,20}explicit\\sdeny\\sin\\s(?:an?\\s)?(?:[\\w -]{1,40}policy|SCP|RCP|permissions\\sboundary)))?`,
      'dg',
    ),
  },
  {
    // Console, allow the action.
    pattern: /\bupdated?\syour\s(?:IAM\s)?permissions\sto\sallow\s(?:the\s)?(?<action>[a-z][a-z0-9-]*:\w+)/dg,
  },
  {
    // Athena, path.
    pattern: /\bPermission\sdenied\son\sS3\spath:\s(?<resource>s3:\/\/[^\s"',)]{1,400})/dg,
    service: 's3',
    implies: { action: 's3:GetObject' },
  },
  {
    // Load balancer logs.
    pattern: /\bAccess\sDenied\sfor\sbucket:\s(?<resource>[\w.-]*\w)/dgi,
    service: 's3',
  },
  {
    // Redshift may not assume.
    pattern:
      /\bUser:?\s(?<principal>arn:[^\s"']{1,400})\sis\snot\sauthorized\sto\sassume\sIAM\sRole\s(?<resource>arn:[^\s"',]{1,300})/dgi,
    service: 'redshift',
    implies: { action: 'sts:AssumeRole' },
  },
  {
    // Redshift without credentials.
    pattern: /\bNot\sauthorized\sto\sget\scredentials\sof\srole\s(?<resource>arn:[^\s"',]{0,300}[\w>*])/dgi,
    service: 'redshift',
  },
  {
    // May not assume the role.
    pattern: new RegExp(
      `(?:(?<caller>${CALLER})\\s(?:service\\s)?)?\\b(?:(?:does|do)(?:\\snot|n['\u2019]t)\\shave\\spermissions?|(?:is|was)\\s(?:not\\s(?:authorized|able|allowed|permitted)|unable)|(?:is|was)n['\u2019]t\\s(?:authorized|able|allowed|permitted))\\sto\\sassume\\s(?:the\\s(?:\\w{2,20}\\s){0,2})?(?:IAM\\s)?[Rr]ole(?:\\s["'\`]?(?<resource>arn:[^\\s"',]{0,300}[\\w>*]))?`,
      'dg',
    ),
    weak: true,
    implies: assuming,
  },
  {
    // Could not assume.
    pattern:
      /\b(?:(?:Could\snot|Can\s?not|Unable\sto|Failed\sto|Error)\s(?:when\s)?assum(?:e|ing)|Access\sDenied\s(?:when|while)\s(?:attempting\sto\sassume|trying\sto\sassume|calling\sAssumeRole\s(?:for|on)))\s(?:the\s)?(?:IAM\s)?Role:?\s(?:for\s)?["'`]?(?<resource>arn:[^\s"',]{0,300}[\w>*])/dgi,
    weak: true,
    implies: { action: 'sts:AssumeRole' },
  },
  {
    // Credentials that cannot assume.
    pattern: /\bcredentials\scould\snot\sbe\sused\sto\sassume\s["'`]?(?<resource>arn:[^\s"',]{0,300}[\w>*])/dgi,
    weak: true,
    implies: { action: 'sts:AssumeRole' },
  },
  {
    // Role and the target group of a service.
    pattern:
      /\bUnable\sto\sassume\srole\sand\svalidate\sthe\s(?:specified|listeners?\sconfigured\son)\s\w+\.?(?:\sPlease\sverify\sthat\sthe\sECS\sservice\srole\sbeing\spassed\shas\sthe\sproper\spermissions)?/dgi,
    service: 'elasticloadbalancing',
  },
  {
    // Key of an instance that launches.
    pattern:
      /\bClient\.InternalError:\sClient\serror\son\slaunch|\bClient\.InvalidKMSKey\.InvalidState:?\sThe\sKMS\skey\sprovided\sis\sin\san\sincorrect\sstate/dgi,
    service: 'kms',
    weak: true,
    implies: { action: 'kms:CreateGrant' },
  },
  {
    // Roles and the root user.
    pattern: /\bRoles\smay\snot\sbe\sassumed\sby\sroot\saccounts/dgi,
    service: 'sts',
    implies: { action: 'sts:AssumeRole' },
  },
  {
    // Output of queries.
    pattern: /\bUnable\sto\sverify\/create\soutput\sbucket\s(?<resource>[\w.-]*\w)/dgi,
    service: 's3',
    weak: true,
    implies: { action: 's3:GetBucketLocation' },
  },
  {
    // Role that has no permission for an image.
    pattern:
      /\b[Rr]ole\s["']?(?<principal>arn:[^\s"',]{1,300})["']?\sdoes\snot\shave\s(?<action>[A-Z]\w{2,60})\spermissions?\sfor\sthe\simage:?\s["']?(?<account>\d{12})\.dkr\.(?<service>ecr)\.(?<region>[a-z\d-]{1,30})\.amazonaws\.com(?:\.cn)?\/(?<repository>[\w./-]{1,200})/dg,
    implies: ({ account, region, repository }) => ({
      resource: `arn:aws:ecr:${region}:${account}:repository/${repository}`,
    }),
  },
  {
    // DMS and its roles, which have fixed names.
    pattern: /\bIAM\s[Rr]ole\s(?<resource>arn:[^\s"',]{1,300})\sis\snot\sconfigured\sproperly(?!:)/dg,
    implies: { principal: 'dms.amazonaws.com', action: 'sts:AssumeRole' },
  },
  {
    // Principal of a service that may not use a role.
    pattern:
      /\bprincipal\s(?<principal>[\w.-]+\.amazonaws\.com)\s(?:isn['\u2019]t|is\snot)\sauthorized\sto\s(?:use|assume)\sthe\srole\s(?<resource>arn:[^\s"',]{0,300}[\w>*])/dgi,
    layer: 'trust',
    implies: { action: 'sts:AssumeRole' },
  },
  {
    // Firehose and the bucket that it delivers to.
    pattern:
      /\bEnsure\sthat\sthe\strust\spolicy\sfor\sthe\sprovided\sIAM\srole\sallows\sFirehose\sto\sassume\sthe\srole,\sand\sthe\saccess\spolicy\sallows\saccess\sto\sthe\sS3\sbucket/dgi,
    service: 's3',
    implies: { action: 's3:PutObject' },
  },
  {
    // Function that takes the events of a log group.
    pattern: /\byou\shave\sgiven\sCloudWatch\sLogs\spermission\sto\sexecute\syour\sfunction/dgi,
    layer: 'resource',
    implies: { principal: 'logs.amazonaws.com', action: 'lambda:InvokeFunction' },
  },
  {
    // Topic, group or cluster of Kafka.
    pattern:
      /\b(?<kind>Topic|Group|Cluster|TransactionalId)AuthorizationException\b(?:[^\n]{1,20}?Not\sauthorized\sto\saccess\s\w+:\s\[?(?<name>[\w.-]{1,249}))?(?=[\s\S]{0,2000}(?:AWS_MSK_IAM|\.kafka(?:-serverless)?\.[a-z\d-]{5,30}\.amazonaws))/dgi,
    service: 'kafka-cluster',
    implies: ({ kind = '' }) => ({ action: `kafka-cluster:Describe${kind}` }),
  },
  {
    // Grants of S3.
    pattern: /\bYou\sdo\snot\shave\spermission\sto\sperform\sthis\saction\sas\syou\sdo\snot\shave\sa\sgrant/dgi,
    service: 's3',
    implies: { action: 's3:GetDataAccess' },
  },
  {
    // Collection of OpenSearch Serverless, as permissions of its own beside it tell.
    pattern:
      /\bAuthorizationException\(403,\s(?!['"]security_exception)(?=[\s\S]{0,2000}\baoss:[A-Z*])(?![\s\S]{0,2000}\.aoss\.)/dg,
    service: 'aoss',
    implies: { action: 'aoss:APIAccessAll' },
  },
  {
    // Collection of OpenSearch Serverless, or a domain that does not say more.
    pattern: /\b(?:AuthorizationException|TransportError)\(403,\s(?!['"]security_exception)/dg,
  },
  {
    // Collection behind a knowledge base.
    pattern: /\[security_exception\]\s403\sForbidden/dg,
    service: 'aoss',
    implies: { action: 'aoss:APIAccessAll' },
  },
  {
    // Repository of CodeArtifact, with the status before its address.
    pattern:
      /\b403\b[^\n]{1,160}?(?:(?<put>PUT|POST|to)\s)?https:\/\/(?<domain>[a-z][a-z\d-]{0,48})-(?<account>\d{12})\.d\.codeartifact\.(?<region>[a-z\d-]{5,30})\.amazonaws\.com\/\w{2,20}\/(?<repository>[\w.-]{2,100})/dg,
    service: 'codeartifact',
    implies: ofRepository,
  },
  {
    // Repository of CodeArtifact, with the status behind its address.
    pattern:
      /(?:\b(?<put>PUT|POST|to)\s)?https:\/\/(?<domain>[a-z][a-z\d-]{0,48})-(?<account>\d{12})\.d\.codeartifact\.(?<region>[a-z\d-]{5,30})\.amazonaws\.com\/\w{2,20}\/(?<repository>[\w.-]{2,100})[^\n]{0,400}?\b403\b/dg,
    service: 'codeartifact',
    implies: ofRepository,
  },
  {
    // Replication, by its code.
    pattern: /\b(?<code>SrcGetObject|SrcKms|DstPutObject|DstKms|DstDelObj)NotPermitted\b/dg,
    implies: ({ code = '' }) => ({ action: own(REPLICATION, code) ?? '' }),
  },
  {
    // Client of AWS IoT, in the log of IoT.
    pattern: /\bAUTHORIZATION_FAILURE\b/dg,
    service: 'iot',
    weak: true,
  },
  {
    // Role whose trust policy lets no service in.
    pattern: new RegExp(
      `\\btrust\\srelationship\\sallowing\\s(?<caller>${CALLER})\\sto\\sassume\\sthe\\srole\\b`,
      'dg',
    ),
    implies: assuming,
  },
  {
    // Role that needs a trust policy.
    pattern: new RegExp(
      `\\b(?:role\\sARN\\sdoes\\snot\\shave\\srequired\\spermissions\\sconfigured\\.\\sPlease\\s)?grant\\strust\\spermission\\sfor\\s(?<caller>${CALLER})\\b`,
      'dg',
    ),
    implies: assuming,
  },
  {
    // Role of a user pool for messages.
    pattern: /\bRole\sdoes\snot\shave\spermission\sto\spublish\swith\sSNS\b/dg,
    implies: { action: 'sns:Publish' },
  },
  {
    // Trail and its log group.
    pattern: /\bAccess\sdenied\.\sCheck\sthe\strust\srelationships\sfor\syour\srole\b/dg,
    implies: { principal: 'cloudtrail.amazonaws.com', action: 'sts:AssumeRole' },
  },
  {
    // Trail and its topic.
    pattern: /\bSNS\sTopic\sdoes\snot\sexist\sor\sthe\stopic\spolicy\sis\sincorrect\b/dgi,
    layer: 'resource',
    implies: { principal: 'cloudtrail.amazonaws.com', action: 'sns:Publish' },
  },
  {
    // Data of a training.
    pattern:
      /\brole\s"(?<principal>arn:[^"\s]{1,300})"\shas\s"(?<action>[a-z\d-]{2,40}:\w{2,80})"\spermissions?\son\sbucket\s"(?<bucket>[\w.-]{3,63})"/dg,
    implies: ({ bucket = '' }) => ({ resource: bucketArn(bucket, null) }),
  },
  {
    // Logs of a network in a bucket.
    pattern: /\bLogDestination:\s(?<resource>arn:aws[\w-]*:s3:::[\w./-]{3,300})\sis\sundeliverable\b/dg,
    layer: 'resource',
    implies: { principal: 'delivery.logs.amazonaws.com', action: 's3:PutObject' },
  },
  {
    // Logs of a firewall.
    pattern:
      /\byou\sdon['\u2019]t\shave\sthe\spermissions\s(?:that\syour\slogging\sconfiguration\srequires|required\sto\screate\s(?:a\s)?log\sdelivery)\b/dgi,
    implies: { action: 'logs:CreateLogDelivery' },
  },
  {
    // Role of an automation.
    pattern: /\bThe\sdefined\sassume\srole\sis\sunable\sto\sbe\sassumed\b/dg,
    layer: 'trust',
    implies: { principal: 'ssm.amazonaws.com', action: 'sts:AssumeRole' },
  },
  {
    // Role gives no permission.
    pattern:
      /\brole\s(?<principal>arn:[^\s"',]{1,300})\sdoes\snot\sgive\syou\spermission\sto\sperform\soperations\sin\sthe\sfollowing\sAWS\sservice:\s(?:Amazon)?(?<service>[A-Z0-9]+)/dgi,
  },
  {
    // Denied when calling.
    pattern: /\bAccess\s(?:was\s)?denied\swhen\scalling\s(?<service>[A-Z][A-Za-z0-9]+)/dg,
    weak: true,
    implies: ({ service = '' }) => {
      const action = own(CALLED_BY_ROLE, service)
      return action === undefined ? {} : { action }
    },
  },
  {
    // Role without permission.
    pattern:
      /\bThe\sprovided\s(?:IAM\s)?role(?:\s(?<principal>arn:[^\s"']{1,300}))?\sdoes\snot\shave\s(?:sufficient\s)?permissions?(?:\sto\saccess\s(?:Amazon\s|AWS\s)?(?<service>Code\w{3,20}|S3|Lambda|ECS|KMS|CloudFormation)\b)?/dgi,
    weak: true,
  },
  {
    // No permission to access.
    pattern: /\bYou\s(?:don't|do\snot)\shave\spermissions?\sto\s(?:access|view)\s(?:billing|this|the|these)\b/dgi,
  },
  // Pass role across accounts.
  { pattern: /\bCross-account\spass\srole\sis\snot\sallowed/dgi },
  {
    // Insufficient privileges.
    pattern:
      /\bInsufficient\s(?:privileges|permissions)\sto\s(?:perform\sthis|execute\sthe|run\sthe|access\sthe)\s\w+/dgi,
    weak: true,
  },
  {
    // Service-linked role.
    pattern:
      /\bThe\sprovided\scredentials\sdo\snot\shave\spermission\sto\screate\sthe\sservice-linked\srole(?:\sfor\s[\w ]{1,40})?/dgi,
    implies: { action: 'iam:CreateServiceLinkedRole' },
  },
  {
    name: 'somebody has no permission',
    pattern:
      /(?<!\b(?:if|unless|whether|when|where)\s(?:\w{1,20}\s){0,3})\b(?:role|user|function|crawler|job|principal|account|service|instance|project|pipeline|credentials?)\b[^.\n":]{0,60}\s(?:(?:did|does|do)(?:\snot|n't)\shave|ha[sd]\s(?:no|insufficient)|lacks?)\s(?:the\s)?(?:(?:required|necessary|sufficient|needed|appropriate)\s){0,2}(?:IAM\s)?permissions?\b(?!\sboundar)/dgi,
    weak: true,
  },
  {
    // Bedrock model access.
    pattern: /\bYou\s(?:don't|do\snot)\shave\saccess\sto\sthe\smodel\swith\sthe\sspecified\smodel\sID/dgi,
    service: 'bedrock',
  },
  {
    // Lake formation grant.
    pattern:
      /\bInsufficient\sLake\sFormation\spermission\(?s?\)?:?\s(?:Required\s[^\n"(]{1,80}|on\s[^\s"'(]{1,200})/dgi,
    service: 'lakeformation',
  },
  {
    // Lake formation, does not exist or not authorized.
    pattern: /\bResource\sdoes\snot\sexist\sor\srequester\sis\snot\sauthorized\sto\saccess\srequested\spermissions/dgi,
    service: 'lakeformation',
  },
  {
    // VPC endpoint policy, network activity.
    pattern: /\bThe\srequest\swas\sdenied\s(?:due\sto|by)\sa\sVPC\sendpoint\spolicy/dgi,
    layer: 'endpoint',
  },
  {
    // Block public access, short.
    pattern:
      /\b(?:(?<action>s3:\w{3,60})\s\.{2,}\s)?(?:because\s)?public\s(?:policies|ACLs)\sare\s(?:prevented|blocked)\sby\sthe\s\w+\ssetting\sin\sS3\sBlock\sPublic\sAccess/dgi,
    service: 's3',
  },
  {
    // IAM without mfa.
    pattern: /\bTo\scomplete\sthis\saction,?\splease\sensure\sthat\syou\sare\sauthenticated\swith\san\sMFA\sdevice/dgi,
    service: 'iam',
  },
  {
    // Target of a rule.
    pattern: /\bLack\sof\spermissions\sto\sinvoke\s(?:cross\saccount\s)?target/dgi,
  },
  {
    // Object in a mounted bucket.
    pattern: /\bHTTP\sresponse\scode\s403\swas\sreturned/dgi,
    service: 's3',
    implies: { action: 's3:GetObject' },
  },
  // Service returned the code.
  { pattern: /\bService\sreturned\serror\scode\sAccessDenied\w*/dg },
  {
    name: 'access denied',
    pattern: /(?<!pull )\bAccess\s[Dd]enied(?:\b(?!\sby\sIAM|\sfor\suser\s)|(?=An\serror\soccurred))/dg,
    weak: true,
  },
  {
    // Java's SDK, where the answer to a refused request had no body.
    pattern: /\bnull\s\(Service:\s[A-Z]\w{1,40}[;,]\sStatus\sCode:\s403\b/dg,
    weak: true,
  },
  {
    // A cmdlet of AWS Tools for PowerShell that asks whether a bucket is there.
    pattern: /\bGet-S3HeadBucket\s?:\sError\smaking\srequest\swith\sError\sCode\s(?:Forbidden|AccessDenied)\b/dgi,
    service: 's3',
    weak: true,
    implies: { action: 's3:ListBucket' },
  },
  {
    // AWS SDK for JavaScript: the answer to HEAD has no body, so no code and no message. https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html
    pattern:
      /\b(?:Forbidden|403|S3ServiceException\s\[403\]):\sUnknownError\b(?:(?=[\s\S]{1,1500}?\bBucket:\s['"](?<bucket>[\w.-]{3,63})['"](?:,\s{1,12}Key:\s['"](?<key>[^'"\n]{1,400})['"])?)|(?![\s\S]{1,1500}?\bBucket:\s['"]))/dg,
    service: 's3',
    implies: ({ bucket = '', key = '' }) =>
      bucket !== '' && key === ''
        ? { action: 's3:ListBucket', resource: `arn:aws:s3:::${bucket}` }
        : { action: 's3:GetObject', ...(bucket !== '' && { resource: `arn:aws:s3:::${bucket}/${key}` }) },
  },
  {
    // File system of Python on a bucket: the answer to HEAD has no body. https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html
    pattern: /(?<=\b(?:_call_s3|s3fs)\b[\s\S]{1,1000})\bPermissionError:\sForbidden\b/dg,
    service: 's3',
    weak: true,
    implies: { action: 's3:GetObject' },
  },
  {
    // S3 refused, without a message.
    pattern: /\bS3ResponseError:\s403\sForbidden(?!\s?<)/dg,
    service: 's3',
    weak: true,
  },
  {
    // Client of IoT refused, in the older form of its log.
    pattern:
      /\bEVENT:MQTTClient\s(?<call>Connect|Publish|Subscribe)\b(?:[^\n]{0,40}?\sTOPICNAME:(?<topic>[^\s"]{1,256}))?[^\n]{0,80}?\bAUTHORIZATION_(?:ERROR|FAILURE)\b/dg,
    service: 'iot',
    implies: ({ call = '', topic }) => ({
      action: `iot:${call}`,
      ...(topic === undefined
        ? {}
        : { resource: `arn:aws:iot:<region>:<account>:${call === 'Subscribe' ? 'topicfilter' : 'topic'}/${topic}` }),
    }),
  },
  {
    // Record of a bucket's access log.
    pattern:
      /(?<=\s|^)(?<bucket>[a-z\d][\w.-]{1,62})\s\[\d\d\/\w{3}\/\d{4}:[^\]\n]{8,20}\]\s\S{1,45}\s(?:(?<principal>arn:[^\s"]{12,600})|(?<requester>\S{1,100}))\s[\w.-]{4,24}\s(?:REST|WEBSITE|BATCH)\.(?<call>[A-Z]{3,6}\.[A-Z_]{3,40})\s(?<key>\S{1,1000})\s"[^"\n]{1,1500}"\s403\sAccessDenied\b/dg,
    service: 's3',
    implies: ofAccessLog,
  },
  {
    // Request to a bucket refused.
    pattern:
      /(?<![\w"])(?:GET|PUT|POST|HEAD|DELETE)\shttps?:\/\/(?:[a-z\d][\w.-]{1,61}[a-z\d]\.)?s3(?:\.dualstack)?[.-](?:[a-z\d-]{1,30}\.)?amazonaws\.com(?:\.cn)?\/[^\s"'<>]{0,1500}\s(?:net::ERR_ABORTED\s)?403\b/dg,
    service: 's3',
    weak: true,
  },
  {
    // Package of a bucket refused.
    pattern:
      /\b(?:status(?:\scode)?|(?<!returned\s)error|HTTP(?:\/\d(?:\.\d)?)?):?\s403\b[^\n]{0,40}?\shttps?:\/\/(?:[a-z\d][\w.-]{1,61}[a-z\d]\.)?s3(?:\.dualstack)?[.-](?:[a-z\d-]{1,30}\.)?amazonaws\.com(?:\.cn)?\/(?<path>[^\s"'<>]{0,1500})/dgi,
    service: 's3',
    weak: true,
    implies: ({ path = '' }) => ofDownload(path),
  },
  {
    // Package of a bucket refused, its address first. What apt writes behind "Err:" is the address of its source alone.
    pattern:
      /(?<!\b(?:GET|PUT|POST|HEAD|DELETE|to)\s|\bErr:\d{1,4}\s)\bhttps?:\/\/(?:[a-z\d][\w.-]{1,61}[a-z\d]\.)?s3(?:\.dualstack)?[.-](?:[a-z\d-]{1,30}\.)?amazonaws\.com(?:\.cn)?\/(?<path>[^\s"'<>]{0,1500})\s(?:[^\n]{0,40}?\s)?(?:HTTPS?\s)?(?:Error\s)?403\s(?:-\s)?Forbidden\b(?![^\n]{1,60}?\bmethod\s?[=:]\s?["']?(?:PUT|POST|DELETE)\b)/dgi,
    service: 's3',
    weak: true,
    implies: ({ path = '' }) => ofDownload(path),
  },
  {
    // Request to a bucket refused, its method behind it.
    pattern:
      /\bhttps?:\/\/(?:[a-z\d][\w.-]{1,61}[a-z\d]\.)?s3(?:\.dualstack)?[.-](?:[a-z\d-]{1,30}\.)?amazonaws\.com(?:\.cn)?\/[^\s"'<>]{0,1500}\s403\s(?:-\s)?Forbidden\b[^\n]{1,60}?\bmethod\s?[=:]\s?["']?(?:PUT|POST|DELETE)\b/dgi,
    service: 's3',
    weak: true,
  },
  {
    // Download from a bucket refused.
    pattern:
      /\bThe\srequested\sURL\sreturned\serror:\s403\b(?=[^\n]{0,40}\s[^\n]{0,80}\bhttps?:\/\/[a-z\d][\w.-]{1,61}[a-z\d]\.s3(?:\.dualstack)?[.-](?:[a-z\d-]{1,30}\.)?amazonaws)/dg,
    service: 's3',
    weak: true,
  },
  {
    // Registry refused a push.
    pattern:
      /\b(?:[Ff]ailed\sto\spush|[Pp]ushing)\b[^\n]{1,200}?\b(?<account>\d{12})\.dkr\.ecr\.(?<region>[a-z\d-]{1,30})\.amazonaws\.com(?:\.cn)?\/(?!v2\/)(?<repository>[a-z\d][\w./-]{0,200})[:@\s](?:[^\n]{0,300}?\s(?<put>PUT\srequest\sto\s\S{1,300}\/manifests\/))?[^\n]{0,300}?(?:\s|\]:\s)403\sForbidden\b/dg,
    weak: true,
    implies: ({ account, region, repository, put }) => ({
      action: put === undefined ? 'ecr:InitiateLayerUpload' : 'ecr:PutImage',
      resource: `arn:aws:ecr:${region}:${account}:repository/${repository}`,
    }),
  },
  {
    // Registry refused.
    pattern:
      /\b(?<account>\d{12})\.dkr\.ecr\.(?<region>[a-z\d-]{1,30})\.amazonaws\.com(?:\.cn)?(?:\/(?!v2\/)(?<repository>[a-z\d][\w./-]{0,200}))?\b[^\n]{0,600}?(?:\s|\]:\s)403\sForbidden\b/dg,
    weak: true,
    implies: ({ account, region, repository }) =>
      repository === undefined
        ? {}
        : { action: 'ecr:BatchGetImage', resource: `arn:aws:ecr:${region}:${account}:repository/${repository}` },
  },
]

/** What a row is called: by its name, or its pattern. */
export const sentenceName = ({ name, pattern }: ServiceSentence): string => name ?? pattern.source
