import type { WrapperRow } from './wrapper'

/** What the SDKs, the CLI, the tools and the formats write round AWS's messages. In the text one blank stands for many. */
export const WRAPPERS: readonly WrapperRow[] = [
  {
    // CLI and boto3.
    hint: 'occurred',
    pattern:
      /An\serror\soccurred\s\((?<errorCode>[\w.:-]+)\)\swhen\scalling\sthe\s(?<operation>[\w<>[\]{}-]+)\soperation(?:\s\(reached\smax\sretries:\s\d+\))?/dg,
    side: 'before',
    reach: 60,
    rank: 0,
  },
  {
    // CLI and boto3, cut at its beginning.
    hint: 'when calling',
    pattern: /(?<!occurred\s)\((?<errorCode>[A-Za-z][\w.]{2,60})\)\swhen\scalling\sthe\s(?<operation>\w+)\soperation/dg,
    side: 'before',
    reach: 60,
    rank: 0,
  },
  {
    // Code and operation.
    hint: 'when calling',
    pattern:
      /\b(?<errorCode>(?:AccessDenied|Unauthorized)\w{0,20})\swhen\scalling\s(?:the\s)?(?<operation>[A-Z][a-z]\w{2,60})\b/dg,
    side: 'before',
    reach: 60,
    rank: 0,
  },
  {
    // Arrow and what reads Parquet with it.
    hint: 'AWS Error',
    pattern: /\bAWS\sError\s(?<errorCode>ACCESS_DENIED)\sduring\s(?<operation>[A-Z][a-z]\w{2,60})\soperation/dg,
    side: 'before',
    reach: 60,
    rank: 0,
  },
  {
    // CLI, until 2016.
    hint: 'client',
    pattern:
      /\bA\sclient\serror\s\((?<errorCode>[\w.:-]+)\)\soccurred(?:\swhen\scalling\sthe\s(?<operation>\w+)\soperation)?/dg,
    side: 'before',
    reach: 60,
    rank: 0,
  },
  {
    // Code of a request.
    hint: 'rror executing request',
    pattern: /\b(?<errorCode>\w{3,60}Exception):\s[Ee]rror\sexecuting\srequest,\sException\s?:/dg,
    side: 'before',
    reach: 20,
    rank: 0,
  },
  {
    // Code of a policy.
    hint: 'PolicyException',
    pattern: /\b(?<errorCode>Insufficient\w{3,60}PolicyException)\b/dg,
    side: 'before',
    reach: 20,
    rank: 0,
  },
  {
    // Status and operation.
    hint: 'Forbidden',
    pattern: /\b(?<errorCode>403)\sForbidden\s\((?<operation>(?:Head|Get|Put|List|Delete|Copy)[A-Z]\w{2,40})\)/dg,
    side: 'before',
    reach: 20,
    rank: 0,
  },
  {
    // Operation and code.
    hint: ': ',
    pattern:
      /\b(?<operation>(?:Assume|Attach|Batch|Copy|Create|Delete|Describe|Get|Head|Invoke|List|Modify|Publish|Put|Receive|Run|Send|Start|Stop|Tag|Update)[A-Z]\w{2,60}):\s(?<errorCode>(?:AccessDenied|Unauthorized)\w{0,20}):/dg,
    side: 'before',
    reach: 60,
    rank: 2,
  },
  {
    // The client of MinIO, as restic and others write it; the code is the message.
    hint: 'client.',
    pattern:
      /\bclient\.(?<operation>(?:Get|Put|Copy|Head|Delete|List)[A-Z]\w{2,30}|CreateBucket):\s(?=Access\s?Denied\b)/dg,
    side: 'before',
    reach: 40,
    rank: 1,
  },
  {
    // Code of a service.
    hint: '.AccessDenied',
    pattern:
      /\b(?<service>S3|Lambda|DynamoDB|KMS|SNS|SQS|Glue|Athena|ECS|Batch|SageMaker|Bedrock)\.(?<errorCode>AccessDenied(?:Exception)?)\b/dg,
    side: 'near',
    reach: 600,
    rank: 2,
  },
  {
    name: 'go v2',
    hint: 'error',
    pattern:
      /\boperation\serror\s(?<service>[A-Za-z][\w-]{0,40}(?: [\w-]{1,31}){0,3}):\s(?<operation>[A-Z]\w+)(?:,\sexceeded\smaximum\snumber\sof\sattempts,\s\d+)?(?:,\shttps\sresponse\serror\sStatusCode:\s\d+)?(?:,\sRequestID:\s?(?<requestId>[\w.*-]*))?(?:,\sHostID:\s?[^\s,]*)?(?:,\s(?:\.{3}\s)?(?:api\serror\s)?(?!User\b)(?<errorCode>[A-Za-z][\w.]*):)?/dg,
    side: 'before',
    reach: 120,
    rank: 0,
  },
  {
    name: 'go v2, cut at its beginning',
    hint: 'response',
    pattern:
      /\bresponse\serror\sStatusCode:\s\d+(?:,\sRequestID:\s?(?<requestId>[\w.*-]*))?(?:,\sHostID:\s?[^\s,]*)?(?:,\s(?:\.{3}\s)?(?:api\serror\s)?(?!User\b)(?<errorCode>[A-Za-z][\w.]*):)?/dg,
    side: 'before',
    reach: 120,
    rank: 0,
  },
  {
    name: 'go v2, code',
    hint: 'api',
    pattern: /\bapi\serror\s(?<errorCode>[A-Za-z][\w.]*):/dg,
    side: 'before',
    reach: 60,
    rank: 0,
  },
  {
    // Go v1, answer to HEAD.
    hint: 'Forbidden',
    pattern: /\b(?<errorCode>Forbidden):\s(?:Forbidden|null)\b/dg,
    side: 'before',
    reach: 20,
    rank: 0,
  },
  {
    // Go v1.
    hint: 'tatus',
    pattern: /\bstatus\scode:\s\d+,\srequest\sid:\s?(?<requestId>[\w*#-]+(?:\.+[\w*#-]+)*)/dgi,
    side: 'after',
    reach: 240,
    rank: 0,
  },
  {
    // Java.
    hint: 'Service:',
    pattern:
      /\(Service:\s?(?<service>[\w-]+(?: [\w-]+){0,3})[;,]\sStatus\sCode:\s?\d+(?:[;,]\sError\sCode:\s?(?<errorCode>\w+(?:[.:]\w+)*(?:\sForbidden)?))?(?:[;,]\sRequest\sID:\s?(?<requestId>[\w.*-]*))?/dgi,
    side: 'after',
    reach: 700,
    rank: 0,
  },
  {
    // Java package.
    hint: '.services.',
    pattern: /\.services\.(?<service>\w+)\.model\.\w+/dg,
    side: 'before',
    reach: 20,
    rank: 2,
  },
  {
    // .NET class.
    hint: 'Amazon.',
    pattern: /\bAmazon\.(?<service>[A-Z]\w{1,40})\.(?:Model\.)?\w{1,60}Exception\b/dg,
    side: 'before',
    reach: 20,
    rank: 2,
  },
  {
    // PHP.
    hint: 'executing',
    pattern: /\bError\sexecuting\s"(?<operation>\w+)"\son\s"[^"\n]*"/dg,
    side: 'before',
    reach: 900,
    rank: 2,
  },
  {
    // .NET, without a message.
    hint: 'Error Code',
    pattern: /\bError\smaking\srequest\swith\sError\sCode\s(?<errorCode>\w+)/dg,
    side: 'before',
    reach: 160,
    rank: 0,
  },
  {
    // PHP 2.
    hint: 'Code:',
    pattern:
      /\bAWS\sError\sCode:\s?(?<errorCode>\w+)(?:,\sStatus\sCode:\s\d+,\sAWS\sRequest\sID:\s(?<requestId>[\w.*-]+))?/dg,
    side: 'near',
    reach: 400,
    rank: 1,
  },
  {
    // Ruby.
    hint: '::Errors::',
    pattern: /\bAws::(?<service>\w+)::Errors::(?<errorCode>\w+)/dgi,
    side: 'near',
    reach: 300,
    rank: 1,
  },
  {
    // Rust.
    hint: 'unhandled',
    pattern: /\bunhandled\serror\s\((?<errorCode>\w+)\)/dg,
    side: 'near',
    reach: 200,
    rank: 1,
  },
  {
    // S3cmd.
    hint: 'S3',
    pattern: /\b(?<service>S3)\serror:\s\d+\s\((?<errorCode>\w+)\)/dg,
    side: 'before',
    reach: 20,
    rank: 0,
  },
  {
    // Redshift.
    hint: ',Rid',
    pattern: /\bError\s(?<errorCode>\w+),Rid\s(?<requestId>\w+)/dg,
    side: 'after',
    reach: 60,
    rank: 0,
  },
  {
    // XML.
    hint: '<Code>',
    pattern: /<Code>\s?(?<errorCode>[\w.:-]+)\s?<\/Code>/dg,
    side: 'near',
    reach: 1500,
    rank: 0,
  },
  {
    // CloudFormation.
    hint: 'API:',
    pattern: /\bAPI:\s(?<action>[a-z0-9-]+:(?<operation>\w+))/dg,
    side: 'before',
    reach: 300,
    rank: 2,
  },
  {
    // CloudFormation handler.
    hint: 'HandlerErrorCode',
    pattern: /\bHandlerErrorCode:\s(?<errorCode>(?:AccessDenied|Unauthorized)\w*)/dg,
    side: 'after',
    reach: 700,
    rank: 8,
  },
  {
    // Error calling.
    hint: 'alling',
    pattern: /\berror\scalling\s(?<service>[A-Z][A-Z0-9]*)[\s.](?<operation>[A-Z]\w+)(?:\sAPI)?/dgi,
    side: 'before',
    reach: 120,
    rank: 2,
  },
  {
    // Fluent bit.
    hint: 'responded',
    pattern: /\b(?<operation>[A-Z]\w+)\sAPI\sresponded\swith\serror='(?<errorCode>\w+)'/dg,
    side: 'before',
    reach: 60,
    rank: 0,
  },
  {
    // Coral.
    hint: 'calling',
    pattern: /\bwhile\scalling\s(?<operation>[A-Z]\w+)\son\s/dg,
    side: 'near',
    reach: 200,
    rank: 2,
  },
  {
    // Console heading.
    hint: 'request',
    pattern: /^(?<operation>[A-Z]\w+)\srequest\sfailed/dgm,
    side: 'before',
    reach: 80,
    rank: 2,
  },
  {
    // Console heading, translated.
    hint: '',
    pattern: /^(?<operation>[A-Z]\w+)\s?(?:リクエストが失敗しました|请求失败|請求失敗|요청(?:에|이)?\s?실패)/dgm,
    side: 'before',
    reach: 80,
    rank: 2,
  },
  {
    // CLI, translated.
    hint: '',
    pattern: /\b(?<operation>[A-Z]\w+)\s?(?:オペレーション|操作|작업)/dg,
    side: 'before',
    reach: 120,
    rank: 2,
  },
  {
    // Wire dump.
    hint: 'Request:',
    pattern: /\bRequest:\n(?<operation>[A-Z]\w+)\n(?:GET|POST|PUT|HEAD|DELETE)\shttps:\/\/(?<service>[a-z0-9-]+)\./dg,
    side: 'before',
    reach: 1200,
    rank: 2,
  },
  {
    // S3 class.
    hint: 'S3',
    pattern: /(?<![A-Za-z])(?:Amazon)?(?<service>S3)(?:Exception|ServiceException|ResponseError|Error)\b/dg,
    side: 'near',
    reach: 300,
    rank: 3,
  },
  {
    // S3 server.
    hint: 'AmazonS3',
    pattern: /\bServer:\sAmazon(?<service>S3)\b/dg,
    side: 'near',
    reach: 600,
    rank: 3,
  },
  {
    // S3 host.
    hint: '.amazonaws.com',
    pattern: /\b(?<service>s3)[.-](?:[a-z0-9-]+\.)?amazonaws\.com/dg,
    side: 'near',
    reach: 700,
    rank: 4,
  },
  {
    // Event source.
    hint: 'ventSource',
    pattern: /\beventSource["']?\s?[:=]\s?["']?(?<service>[\w.-]+)\.amazonaws\.com/dgi,
    side: 'near',
    reach: 3000,
    rank: 0,
  },
  {
    // Event name.
    hint: 'ventName',
    pattern: /\beventName["']?\s?[:=]\s?["']?(?<operation>\w+)/dgi,
    side: 'near',
    reach: 3000,
    rank: 0,
  },
  {
    // Code key.
    hint: '',
    pattern:
      /(?<![a-z])(?:x-amzn-errortype|__type|s3ErrorCode|errorType|error[ _]?code|error type|typeName|code|name)["']?\s?[:=]\s?(?:Optional\(|Some\(|Just\s|chr\s)?["']?(?:[\w.]+#)?(?<errorCode>[a-z]\w*(?:\.\w+)*)/dgi,
    side: 'near',
    reach: 1500,
    rank: 2,
  },
  {
    // Step functions.
    hint: 'States.',
    pattern: /\b(?<errorCode>States\.Permission)\b/dg,
    side: 'near',
    reach: 300,
    rank: 3,
  },
  {
    // Request id key.
    hint: '',
    pattern:
      /(?<![a-z_-])(?<!Extended )(?<!(?:START|END|REPORT) )(?:x-amzn?-|x-ms-|aws[_ ])?request[ _-]?id["']?\s?[:=>]\s?(?:Optional\(|Some\(|Just\s|chr\s)?["']?(?<requestId>[\w*#-]+(?:\.+[\w*#-]+)*)/dgi,
    side: 'near',
    reach: 3000,
    rank: 3,
  },
]

/** What a row is called: by its name, or its pattern. */
export const wrapperName = ({ name, pattern }: WrapperRow): string => name ?? pattern.source
