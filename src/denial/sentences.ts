import type { ClaimedLayer } from './denial'

/** A sentence of a service that refuses in words of its own. */
export interface Sentence {
  readonly name: string
  /** The groups `principal`, `action` and `resource` become those parts. */
  readonly pattern: RegExp
  readonly service?: string
  readonly decision?: 'explicit' | 'implicit'
  readonly layer?: ClaimedLayer
  /** Counts only where nothing in the text says more. */
  readonly weak?: true
}

/** Ordered: where two match at one place, the first wins. */
export const SENTENCES: readonly Sentence[] = [
  {
    name: 'denied by another service',
    pattern:
      /\bYour\saccess\shas\sbeen\sdenied\sby\s(?<service>\w+),\splease\smake\ssure\syour\srequest\scredentials\shave\spermission\sto\s(?<action>\w+)\sfor\s(?<resource>[^\s"'<>]{1,300}?)(?=\.?\s|\.?["']|\.?$)\.?(?:\s\w+\sError\sCode:\s\w+\.\s\w+\sError\sMessage:\s[^\n"]{0,80})?/dgi,
  },
  {
    name: 'ec2 unauthorized operation',
    pattern: /\bYou\sare\snot\sauthorized\sto\sperform\sthis\s(?:operation|action|request)/dgi,
  },
  {
    name: 'eks launch template',
    pattern: /\bYou\sare\snot\sauthorized\sto\slaunch\sinstances\swith\sthis\slaunch\stemplate/dgi,
  },
  {
    name: 'auto scaling launch template',
    pattern: /\bYou\sare\snot\sauthorized\sto\suse\slaunch\stemplate:?\s(?<resource>[\w./:-]*[\w/-])/dgi,
  },
  {
    name: 'api gateway authorizer, explicit',
    pattern: /\bUser\sis\snot\sauthorized\sto\saccess\sthis\sresource\swith\san\sexplicit\sdeny/dgi,
    service: 'execute-api',
    decision: 'explicit',
  },
  {
    name: 'make this call',
    pattern:
      /\b(?:You\sare|(?:User|caller)\sis)\snot\sauthorized\sto\s(?:make\sthis\scall|call\sthis\s\w+|access\sthis\s\w+)/dgi,
  },
  {
    name: 'kms ciphertext, classic',
    pattern:
      /\bThe\sciphertext\srefers\sto\sa\s(?:customer\smaster\skey|KMS\skey)\sthat\sdoes\snot\sexist(?:,\sdoes\snot\sexist\sin\sthis\sregion)?,?\sor\s(?:you\sare\snot\sallowed\sto\saccess|that\syou\sare\snot\sallowed\sto\saccess)/dgi,
    service: 'kms',
  },
  {
    name: 'kms key of another service',
    pattern:
      /\bThe\sspecified\sKMS\skey\s\[?(?<resource>[^\s\]]{1,200})\]?\sdoes\snot\sexist,\sis\snot\senabled\sor\syou\sdo\snot\shave\spermissions\sto\saccess\sit/dgi,
    service: 'kms',
  },
  { name: 'kms through another service', pattern: /\bAccess\sto\sKMS\sis\snot\sallowed/dgi, service: 'kms' },
  {
    name: 'sqs access to the resource',
    pattern: /\bAccess\sto\sthe\sresource\s(?<resource>https?:\/\/[^\s"'<>]{1,400})\sis\sdenied/dgi,
    service: 'sqs',
  },
  {
    name: 'execution role may not call',
    pattern:
      /\bThe\sprovided\sexecution\srole\sdoes\snot\shave\spermissions\sto\scall\s(?<action>\w+)\son\s(?<service>\w+)/dgi,
  },
  {
    name: 'states may not assume',
    pattern:
      /\bNeither\sthe\sglobal\sservice\sprincipal\s(?<principal>[\w.-]+),?\snor\sthe\sregional\sone\sis\sauthorized\sto\sassume\sthe\sprovided\srole/dgi,
    layer: 'trust',
  },
  {
    name: 'states managed rule',
    pattern: /['"]?(?<principal>arn:[^\s"']{1,300})['"]?\sis\snot\sauthorized\sto\screate\smanaged-rule/dgi,
  },
  {
    name: 'states log destination',
    pattern: /\bstate\smachine\sIAM\sRole\sis\snot\sauthorized\sto\saccess\sthe\sLog\sDestination/dgi,
    service: 'states',
  },
  {
    name: 'ecs may not assume',
    pattern: /\bECS\swas\sunable\sto\sassume\sthe\srole\s'?(?<resource>arn:[^\s"']{1,300})'?/dgi,
    layer: 'trust',
  },
  {
    name: 'console, operations',
    pattern:
      /\bYou\s(?:don't|do\snot)\shave\s(?:the\s)?(?:permissions?|authorization)\sto\sperform\sthe\sfollowing\s(?:operations?|actions?):\s?(?<action>[\w-]+:\w+)/dgi,
  },
  {
    name: 'console, you need',
    pattern: /\byou\s(?:need|must\shave|require)\s(?:the\s)?(?<action>[A-Z][\w-]*:[A-Z]\w+)\spermissions?/dgi,
  },
  {
    name: 'console, text to send',
    pattern:
      /\bUser:\s(?<principal>arn:\S{1,400})(?:\sService:\s(?<service>[\w-]+))?\sAction:\s(?<action>[A-Za-z][\w:-]*)(?:\sOn\sresources?(?:\(s\))?:\s(?<resource>[^\s"]{1,600}))?(?:\sContext:\s(?<reason>(?:because\s)?no\s[\w -]{1,40}\sallows\sthe\s(?:[\w:-]+\s)?action|[\w ]{0,20}explicit\sdeny\sin\san?\s[\w -]{1,40}policy))?/dg,
  },
  {
    name: 'console, no permission to',
    pattern: /\bYou\s(?:don't|do\snot)\shave\spermissions?\sto\s(?<action>[a-z][a-z0-9-]*:[A-Z]\w+)/dg,
    weak: true,
  },
  {
    name: 'console, allow the action',
    pattern: /\bupdated?\syour\s(?:IAM\s)?permissions\sto\sallow\s(?:the\s)?(?<action>[a-z][a-z0-9-]*:\w+)/dg,
  },
  {
    name: 'athena, path',
    pattern: /\bPermission\sdenied\son\sS3\spath:\s(?<resource>s3:\/\/[^\s"',)]{1,400})/dg,
    service: 's3',
  },
  {
    name: 'load balancer logs',
    pattern: /\bAccess\sDenied\sfor\sbucket:\s(?<resource>[\w.-]*\w)/dgi,
    service: 's3',
  },
  {
    name: 'redshift may not assume',
    pattern:
      /\bUser:?\s(?<principal>arn:[^\s"']{1,400})\sis\snot\sauthorized\sto\sassume\sIAM\sRole\s(?<resource>arn:[^\s"',]{1,300})/dgi,
    service: 'redshift',
  },
  {
    name: 'redshift without credentials',
    pattern: /\bNot\sauthorized\sto\sget\scredentials\sof\srole\s(?<resource>arn:[^\s"',]{0,300}[\w>*])/dgi,
    service: 'redshift',
  },
  {
    name: 'may not assume the role',
    pattern:
      /\b(?:does\snot\shave\spermissions?|is\snot\sauthorized|was\sunable|is\sunable)\sto\sassume\s(?:the\s(?:provided\s)?)?(?:IAM\s)?role(?:\s["'`]?(?<resource>arn:[^\s"',]{0,300}[\w>*]))?/dgi,
    weak: true,
  },
  {
    name: 'could not assume',
    pattern:
      /\b(?:Could\snot|Access\sdenied\swhen\sattempting\sto)\sassume\srole\s["'`]?(?<resource>arn:[^\s"',]{0,300}[\w>*])/dgi,
    weak: true,
  },
  {
    name: 'role gives no permission',
    pattern:
      /\brole\s(?<principal>arn:[^\s"',]{1,300})\sdoes\snot\sgive\syou\spermission\sto\sperform\soperations\sin\sthe\sfollowing\sAWS\sservice:\s(?:Amazon)?(?<service>[A-Z0-9]+)/dgi,
  },
  {
    name: 'denied when calling',
    pattern: /\bAccess\swas\sdenied\swhen\scalling\s(?<service>[A-Z][A-Za-z0-9]+)/dg,
    weak: true,
  },
  {
    name: 'role without permission',
    pattern: /\bThe\sprovided\s(?:IAM\s)?role\sdoes\snot\shave\s(?:sufficient\s)?permissions?/dgi,
    weak: true,
  },
  {
    name: 'required permissions',
    pattern:
      /\b(?:You\s(?:don't|do\snot)\shave|[Mm]issing|[Rr]equires?)\s(?:the\s)?(?:required\s)?permissions?:?\s["']?(?<action>[a-z][a-z0-9-]*:[A-Z]\w+)/dg,
    weak: true,
  },
  {
    name: 'no permission to access',
    pattern: /\bYou\s(?:don't|do\snot)\shave\spermissions?\sto\s(?:access|view)\s(?:billing|this|the|these)\b/dgi,
  },
  { name: 'pass role across accounts', pattern: /\bCross-account\spass\srole\sis\snot\sallowed/dgi },
  {
    name: 'insufficient privileges',
    pattern: /\bInsufficient\s(?:privileges|permissions)\sto\sperform\sthis\s\w+/dgi,
  },
  {
    name: 'service-linked role',
    pattern:
      /\bThe\sprovided\scredentials\sdo\snot\shave\spermission\sto\screate\sthe\sservice-linked\srole(?:\sfor\s[\w ]{1,40})?/dgi,
  },
  {
    name: 'bedrock model access',
    pattern: /\bYou\s(?:don't|do\snot)\shave\saccess\sto\sthe\smodel\swith\sthe\sspecified\smodel\sID/dgi,
    service: 'bedrock',
  },
  {
    name: 'lake formation grant',
    pattern:
      /\bInsufficient\sLake\sFormation\spermission\(?s?\)?:?\s(?:Required\s[^\n"(]{1,80}|on\s[^\s"'(]{1,200})/dgi,
    service: 'lakeformation',
  },
  {
    name: 'lake formation, does not exist or not authorized',
    pattern: /\bResource\sdoes\snot\sexist\sor\srequester\sis\snot\sauthorized\sto\saccess\srequested\spermissions/dgi,
    service: 'lakeformation',
  },
  {
    name: 'vpc endpoint policy, network activity',
    pattern: /\bThe\srequest\swas\sdenied\s(?:due\sto|by)\sa\sVPC\sendpoint\spolicy/dgi,
    layer: 'endpoint',
  },
  {
    name: 'block public access, short',
    pattern:
      /\bpublic\s(?:policies|ACLs)\sare\s(?:prevented|blocked)\sby\sthe\s\w+\ssetting\sin\sS3\sBlock\sPublic\sAccess/dgi,
    service: 's3',
  },
  {
    name: 'iam without mfa',
    pattern: /\bTo\scomplete\sthis\saction,?\splease\sensure\sthat\syou\sare\sauthenticated\swith\san\sMFA\sdevice/dgi,
    service: 'iam',
  },
  { name: 'service returned the code', pattern: /\bService\sreturned\serror\scode\sAccessDenied\w*/dg },
  {
    name: 'access denied',
    pattern: /(?<!pull )\bAccess\s[Dd]enied(?:\b(?!\sby\sIAM|\sfor\suser\s)|(?=An\serror\soccurred))/dg,
    weak: true,
  },
  {
    name: 's3 refused, without a message',
    pattern: /\bS3ResponseError:\s403\sForbidden(?!\s?<)/dg,
    service: 's3',
    weak: true,
  },
  {
    name: 'registry refused',
    pattern:
      /\bunexpected\sstatus\sfrom\s(?:HEAD|GET|POST|PUT)\srequest\sto\shttps:\/\/[\w.-]+\.dkr\.ecr\.[^\s"']{1,300}:\s403\sForbidden|\bpulling\sfrom\shost\s\d{12}\.dkr\.ecr\.[^\s"']{1,100}\sfailed\swith\sstatus\scode\s\[[^\]\n]{1,200}\]:\s403\sForbidden/dg,
    weak: true,
  },
]
