import type { Range } from './mapped-text'

/** What a tool or SDK writes round a message. */
export type WrapperField = 'operation' | 'errorCode' | 'requestId' | 'service' | 'action'

export interface Wrapper {
  readonly name: string
  readonly start: number
  readonly end: number
  readonly fields: Partial<Readonly<Record<WrapperField, Range>>>
  readonly side: 'before' | 'after' | 'near'
  readonly reach: number
  /** A lower number wins over a higher one at equal nearness. */
  readonly rank: number
}

export interface WrapperRow {
  readonly name: string
  /** Groups named after the fields. */
  readonly pattern: RegExp
  /** Where it stands, seen from the message. */
  readonly side: Wrapper['side']
  /** How many characters may stand between. */
  readonly reach: number
  readonly rank?: number
  /** Needed in the text, looked for before the pattern runs. */
  readonly hint?: string
}

/** Error codes that mean a refusal. */
export const DENIAL_CODE =
  /^(?:Client\.)?(?:(?:KMS|Kms|Vpce|S3)?AccessDenied(?:Exception|Fault|Error)?|ACCESS_DENIED|Unauthorized(?:Operation|Access|AccessException|Operation\w*)|UnauthorizedException|ForbiddenException|AuthorizationError(?:Exception)?|NotAuthorized|NotAuthorizedError|AuthFailure\.ServiceLinked\w+|States\.Permission|KMSAccessDeniedException|InsufficientPermissions\w*)$/

/** Codes that services and tools put on a denial although they usually mean something else. */
export const UNUSUAL_CODE =
  /^(?:ValidationError|ValidationException|InvalidRequestException|InvalidRequest|InvalidParameterValue(?:Exception)?|InvalidParameterException|InvalidInputException|BadRequestException|ClientException|ServerException|InternalFailure|ForbiddenException|NotAuthorizedException|UnauthorizedException)$/

export const WRAPPERS: readonly WrapperRow[] = [
  {
    name: 'cli and boto3',
    hint: 'An error',
    pattern:
      /An\s+error\s+occurred\s+\((?<errorCode>[\w.:-]+)\)\s+when\s+calling\s+the\s+(?<operation>[\w<>[\]{}-]+)\s+operation(?:\s+\(reached\s+max\s+retries:\s+\d+\))?/dg,
    side: 'before',
    reach: 60,
    rank: 0,
  },
  {
    name: 'old cli',
    hint: 'client error',
    pattern:
      /A\s+client\s+error\s+\((?<errorCode>[\w.:-]+)\)\s+occurred(?:\s+when\s+calling\s+the\s+(?<operation>\w+)\s+operation)?/dg,
    side: 'before',
    reach: 60,
    rank: 0,
  },
  {
    name: 'go v2',
    hint: 'rror',
    pattern:
      /operation\s+error\s+(?<service>[A-Za-z][\w-]{0,40}(?: [\w-]{1,30}){0,3}):\s+(?<operation>\w+)(?:,\s+exceeded\s+maximum\s+number\s+of\s+attempts,\s+\d+)?(?:,\s+https\s+response\s+error\s+StatusCode:\s*\d+)?(?:,\s+RequestID:\s*(?<requestId>[^\s,]*))?(?:,\s+HostID:\s*[^\s,]*)?(?:,\s+(?:\.\.\.\s*)?(?:api\s+error\s+)?(?<errorCode>[A-Za-z][\w.]*):)?/dg,
    side: 'before',
    reach: 120,
    rank: 0,
  },
  {
    name: 'go v2, cut',
    hint: 'response error',
    pattern:
      /response\s+error\s+StatusCode:\s*\d+,(?:\s+RequestID:\s*(?<requestId>[^\s,]*),?)?(?:\s+HostID:\s*[^\s,]*,?)?(?:\s+(?:api\s+error\s+)?(?<errorCode>[A-Za-z][\w.]*):)?/dg,
    side: 'before',
    reach: 120,
    rank: 0,
  },
  {
    name: 'go v2, code',
    hint: 'api error',
    pattern: /api\s+error\s+(?<errorCode>[A-Za-z][\w.]*):/dg,
    side: 'before',
    reach: 60,
    rank: 0,
  },
  {
    name: 'php',
    hint: 'Error executing',
    pattern: /Error\s+executing\s+"(?<operation>\w+)"\s+on\s+"[^"\n]*"/dg,
    side: 'before',
    reach: 900,
  },
  {
    name: 'java tail',
    hint: 'Service:',
    pattern:
      /\(Service:\s*(?<service>[^;,()\n]+)[;,]\s*Status\s+[Cc]ode:\s*\d+(?:[;,]\s*Error\s+Code:\s*(?<errorCode>[\w.:-]+(?:\s+Forbidden)?))?(?:[;,]\s*Request\s+ID:\s*(?<requestId>[^;,)\s]*))?/dgi,
    side: 'after',
    reach: 160,
    rank: 0,
  },
  {
    name: 'go v1 tail',
    hint: 'tatus code',
    pattern: /status\s+code:\s*\d+,\s*request\s+id:\s*(?<requestId>[^\s,"'<>]+)/dgi,
    side: 'after',
    reach: 240,
    rank: 0,
  },
  {
    name: 'php 2 tail',
    hint: 'AWS Error Code',
    pattern:
      /AWS\s+Error\s+Code:\s*(?<errorCode>\w+)(?:,\s*Status\s+Code:\s*\d+,\s*AWS\s+Request\s+ID:\s*(?<requestId>[^\s,]+))?/dg,
    side: 'near',
    reach: 400,
    rank: 1,
  },
  {
    name: 's3cmd',
    hint: 'S3 error',
    pattern: /(?<service>S3)\s+error:\s+\d+\s+\((?<errorCode>\w+)\)/dg,
    side: 'before',
    reach: 20,
    rank: 0,
  },
  {
    name: 'redshift',
    hint: ',Rid ',
    pattern: /(?:Status\s+\d+,)?Error\s+(?<errorCode>\w+),Rid\s+(?<requestId>\w+)/dg,
    side: 'after',
    reach: 60,
    rank: 0,
  },
  {
    name: 'xml code',
    hint: '<Code>',
    pattern: /<Code>\s*(?<errorCode>[\w.:-]+)\s*<\/Code>/dg,
    side: 'near',
    reach: 1500,
    rank: 0,
  },
  {
    name: 'cloudformation api',
    hint: 'API:',
    pattern: /\bAPI:\s+(?<action>[a-z0-9-]+:(?<operation>\w+))/dg,
    side: 'before',
    reach: 300,
  },
  {
    name: 'error calling',
    hint: 'alling ',
    pattern: /[Ee]rror\s+calling\s+(?<service>[A-Z][A-Za-z0-9]*)[\s.](?<operation>[A-Za-z]\w+)(?:\s+API)?/dg,
    side: 'before',
    reach: 120,
  },
  {
    name: 'coral',
    hint: 'calling ',
    pattern: /\bwhile\s+calling\s+(?<operation>[A-Z]\w+)\s+on\s/dg,
    side: 'near',
    reach: 200,
  },
  {
    name: 'console heading',
    hint: 'request',
    pattern: /^(?<operation>[A-Z][a-z]+[A-Z]\w+)\s+request\s+failed/dgm,
    side: 'before',
    reach: 80,
  },
  {
    name: 'console heading, other languages',
    pattern:
      /^(?<operation>[A-Z][a-z]+[A-Z]\w+)\s*(?:リクエストが失敗しました|请求失败|請求失敗|요청(?:에|이)?\s*실패)/dgm,
    side: 'before',
    reach: 80,
  },
  {
    name: 'cli, other languages',
    pattern: /(?<operation>[A-Z][a-z]+[A-Z]\w+)\s*(?:オペレーション|操作|작업)/dg,
    side: 'before',
    reach: 120,
  },
  {
    name: 'wire dump',
    hint: 'Request:',
    pattern:
      /\bRequest:\s*\n\s*(?<operation>[A-Z][a-z]+[A-Z]?\w*)\s*\n\s*(?:GET|POST|PUT|HEAD|DELETE)\s+https:\/\/(?<service>[a-z0-9-]+)\./dg,
    side: 'before',
    reach: 1200,
  },
  {
    name: 'ruby class',
    hint: '::',
    pattern: /\b(?:Aws|AWS)::(?<service>\w+)::Errors::(?<errorCode>\w+)/dg,
    side: 'near',
    reach: 300,
    rank: 1,
  },
  {
    name: 'java package',
    hint: '.services.',
    pattern: /\.services\.(?<service>\w+)\.model\.\w+/dg,
    side: 'before',
    reach: 20,
    rank: 2,
  },
  {
    name: 's3 words',
    hint: 'S3',
    pattern: /(?<=\bAmazon|\bServer: Amazon|\b)(?<service>S3)(?=Exception|ServiceException|Error\b|$)/dgm,
    side: 'near',
    reach: 300,
    rank: 3,
  },
  {
    name: 's3 host',
    hint: '.amazonaws.com',
    pattern: /\b(?<service>s3)[.-](?:[a-z0-9-]+\.)?amazonaws\.com/dg,
    side: 'near',
    reach: 700,
    rank: 4,
  },
  {
    name: 'event source',
    hint: 'ventSource',
    pattern: /eventSource["']?\s*[:=]\s*["']?(?<service>[\w.-]+)\.amazonaws\.com/dgi,
    side: 'near',
    reach: 3000,
    rank: 0,
  },
  {
    name: 'event name',
    hint: 'ventName',
    pattern: /eventName["']?\s*[:=]\s*["']?(?<operation>\w+)/dgi,
    side: 'near',
    reach: 3000,
    rank: 0,
  },
  {
    name: 'code key',
    pattern:
      /(?<![A-Za-z])(?:x-amzn-errortype|__type|s3ErrorCode|errorType|error[ _]?code|error type|typeName|code|name)["']?\s*[:=]\s*(?:Optional\(|Some\(|Just\s)?["']?(?:[\w.]+#)?(?<errorCode>[A-Za-z][\w.]*)/dgi,
    side: 'near',
    reach: 1500,
    rank: 2,
  },
  {
    name: 'error key',
    pattern: /(?<=["'\s{])error["']?:\s*["'](?<errorCode>[A-Z]\w*\.[A-Z]\w+)["']/dg,
    side: 'near',
    reach: 300,
    rank: 3,
  },
  {
    name: 'handler error code',
    hint: 'HandlerErrorCode',
    pattern: /HandlerErrorCode:\s*(?<errorCode>AccessDenied\w*|Unauthorized\w*)/dg,
    side: 'after',
    reach: 700,
    rank: 8,
  },
  {
    name: 'request id key',
    pattern:
      /(?<![A-Za-z_-]|Extended |START |END |REPORT )(?:x-amzn?-|x-ms-|aws[_ ])?request[ _-]?id["']?\s*[:=>]\s*(?:Optional\(|Some\(|Just\s)?["']?(?<requestId>[\w<{*.][^\s,"'<>;)}\]]*)/dgi,
    side: 'near',
    reach: 3000,
    rank: 3,
  },
]
