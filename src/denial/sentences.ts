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
    name: 'ec2 unauthorized operation',
    pattern: /\bYou\s+are\s+not\s+authorized\s+to\s+perform\s+this\s+(?:operation|action|request)/dgi,
  },
  {
    name: 'eks launch template',
    pattern: /\bYou\s+are\s+not\s+authorized\s+to\s+launch\s+instances\s+with\s+this\s+launch\s+template/dgi,
  },
  {
    name: 'auto scaling launch template',
    pattern: /\bYou\s+are\s+not\s+authorized\s+to\s+use\s+launch\s+template:?\s+(?<resource>[\w./:-]*[\w/-])/dgi,
  },
  {
    name: 'make this call',
    pattern:
      /\b(?:You\s+are|User\s+is)\s+not\s+authorized\s+to\s+(?:make\s+this\s+call|call\s+this\s+\w+|access\s+this\s+\w+)/dgi,
  },
  {
    name: 'api gateway authorizer, explicit',
    pattern: /\bUser\s+is\s+not\s+authorized\s+to\s+access\s+this\s+resource\s+with\s+an\s+explicit\s+deny/dgi,
    service: 'execute-api',
    decision: 'explicit',
  },
  {
    name: 'kms ciphertext, classic',
    pattern:
      /\bThe\s+ciphertext\s+refers\s+to\s+a\s+(?:customer\s+master\s+key|KMS\s+key)\s+that\s+does\s+not\s+exist(?:,\s+does\s+not\s+exist\s+in\s+this\s+region)?,?\s+or\s+(?:you\s+are\s+not\s+allowed\s+to\s+access|that\s+you\s+are\s+not\s+allowed\s+to\s+access)/dgi,
    service: 'kms',
  },
  { name: 'kms through another service', pattern: /\bAccess\s+to\s+KMS\s+is\s+not\s+allowed/dgi, service: 'kms' },
  {
    name: 'sqs access to the resource',
    pattern: /\bAccess\s+to\s+the\s+resource\s+(?<resource>https?:\/\/[^\s"'<>]{1,400})\s+is\s+denied/dgi,
    service: 'sqs',
  },
  {
    name: 'denied by another service',
    pattern:
      /\bYour\s+access\s+has\s+been\s+denied\s+by\s+(?<service>\w+),\s+please\s+make\s+sure\s+your\s+request\s+credentials\s+have\s+permission\s+to\s+(?<action>\w+)\s+for\s+(?<resource>[^\s"'<>]{1,300}?)(?=\.?\s|\.?["']|\.?$)\.?(?:\s+\w+\s+Error\s+Code:\s+\w+\.\s+\w+\s+Error\s+Message:\s+[^\n"]{0,80})?/dgi,
  },
  {
    name: 'execution role may not call',
    pattern:
      /\bThe\s+provided\s+execution\s+role\s+does\s+not\s+have\s+permissions\s+to\s+call\s+(?<action>\w+)\s+on\s+(?<service>\w+)/dgi,
  },
  {
    name: 'states may not assume',
    pattern:
      /\bNeither\s+the\s+global\s+service\s+principal\s+(?<principal>[\w.-]+),?\s+nor\s+the\s+regional\s+one\s+is\s+authorized\s+to\s+assume\s+the\s+provided\s+role/dgi,
    layer: 'trust',
  },
  {
    name: 'ecs may not assume',
    pattern: /\bECS\s+was\s+unable\s+to\s+assume\s+the\s+role\s+'?(?<resource>arn:[^\s"']{1,300})'?/dgi,
    layer: 'trust',
  },
  {
    name: 'console, operations',
    pattern:
      /\bYou\s+(?:don't|do\s+not)\s+have\s+(?:the\s+)?(?:permissions?|authorization)\s+to\s+perform\s+the\s+following\s+(?:operations?|actions?):\s*(?<action>[\w-]+:\w+)/dgi,
  },
  {
    name: 'console, you need',
    pattern: /\byou\s+(?:need|must\s+have|require)\s+(?:the\s+)?(?<action>[A-Za-z][\w-]*:[A-Z]\w+)\s+permissions?/dgi,
  },
  {
    name: 'required permissions',
    pattern:
      /\b(?:You\s+(?:don't|do\s+not)\s+have|missing|requires?)\s+(?:the\s+)?(?:required\s+)?permissions?:?\s+["']?(?<action>[a-z][a-z0-9-]*:[A-Z]\w+)/dg,
    weak: true,
  },
  {
    name: 'console, billing',
    pattern:
      /\bYou\s+(?:don't|do\s+not)\s+have\s+permissions?\s+to\s+(?:access|view)\s+(?:billing|this|the|these)\b/dgi,
  },
  {
    name: 'organizations',
    pattern: /\bYou\s+(?:don't|do\s+not)\s+have\s+permissions?\s+to\s+access\s+this\s+resource/dgi,
  },
  { name: 'pass role across accounts', pattern: /\bCross-account\s+pass\s+role\s+is\s+not\s+allowed/dgi },
  {
    name: 'insufficient privileges',
    pattern: /\bInsufficient\s+(?:privileges|permissions)\s+to\s+perform\s+this\s+\w+/dgi,
  },
  {
    name: 'service-linked role',
    pattern:
      /\bThe\s+provided\s+credentials\s+do\s+not\s+have\s+permission\s+to\s+create\s+the\s+service-linked\s+role(?:\s+for\s+[\w ]{1,40})?/dgi,
  },
  {
    name: 'bedrock model access',
    pattern: /\bYou\s+(?:don't|do\s+not)\s+have\s+access\s+to\s+the\s+model\s+with\s+the\s+specified\s+model\s+ID/dgi,
    service: 'bedrock',
  },
  {
    name: 'lake formation grant',
    pattern: /\bInsufficient\s+Lake\s+Formation\s+permission\(?s?\)?:?\s+Required\s+[^\n"(]{1,80}/dgi,
    service: 'lakeformation',
  },
  {
    name: 'lake formation, does not exist or not authorized',
    pattern:
      /\bResource\s+does\s+not\s+exist\s+or\s+requester\s+is\s+not\s+authorized\s+to\s+access\s+requested\s+permissions/dgi,
    service: 'lakeformation',
  },
  {
    name: 'vpc endpoint policy, network activity',
    pattern: /\bThe\s+request\s+was\s+denied\s+(?:due\s+to|by)\s+a\s+VPC\s+endpoint\s+policy/dgi,
    layer: 'endpoint',
  },
  {
    name: 'block public access, short',
    pattern:
      /\bpublic\s+(?:policies|ACLs)\s+are\s+(?:prevented|blocked)\s+by\s+the\s+\w+\s+setting\s+in\s+S3\s+Block\s+Public\s+Access/dgi,
    service: 's3',
  },
  {
    name: 'iam without mfa',
    pattern:
      /\bTo\s+complete\s+this\s+action,?\s+please\s+ensure\s+that\s+you\s+are\s+authenticated\s+with\s+an\s+MFA\s+device/dgi,
    service: 'iam',
  },
  { name: 'service returned the code', pattern: /\bService\s+returned\s+error\s+code\s+AccessDenied\w*/dg },
  { name: 'access denied', pattern: /(?<!pull )\bAccess\s+[Dd]enied\b(?!\s+by\s+IAM)/dg, weak: true },
  {
    name: 'registry refused',
    pattern:
      /\bunexpected\s+status\s+from\s+(?:HEAD|GET)\s+request\s+to\s+https:\/\/[\w.-]+\.dkr\.ecr\.[^\s"']{1,300}:\s+403\s+Forbidden/dg,
    weak: true,
  },
]
