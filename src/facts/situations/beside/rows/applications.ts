import { either } from '../../../../text/either'
import { worksAgain } from '../../../works-again'
import { isKeyEnded, smtpOfOtherRegion } from '../credential-signs'
import { isRecipientRefused } from '../refused-address'
import { isTargetThere, receiptRuleIsElsewhere } from '../service-signs'
import type { BesideRow } from '../beside-row'

/** The addresses that a name leads to inside a VPC, after a look at the name. */
const PRIVATE = String.raw`(?<![\d.])(?:10\.\d{1,3}|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d{1,3}\.\d{1,3}(?!\d)`

const LEADS_INSIDE = new RegExp(
  String.raw`\b(?:dig|nslookup|host|getent\s\w{1,10})\s[^\n]{0,80}\.execute-api\.[^\n]{1,80}\n(?:[^\n]{0,80}\n){0,6}?[^\n]{0,60}${PRIVATE}|\.execute-api\.[^\n]{1,80}\s(?:resolves?|leads?|points?)\s(?:in)?to\s[^\n]{0,60}${PRIVATE}`,
  'i',
)

/** A call that finds the queue in the account that owns it. */
const FOUND_WITH_OWNER =
  /\bQueueOwnerAWSAccountId\b[^\n]{0,120}\n[^\n]{0,40}https:\/\/(?:sqs\.[a-z\d-]{5,30}|queue)\.amazonaws\.com|--queue-owner-aws-account-id\b[^\n]{0,120}\n[^#$]{0,80}https:\/\/(?:sqs\.[a-z\d-]{5,30}|queue)\.amazonaws\.com/

const SECRET_KEY = String.raw`(?:secret\s(?:access\s)?key|secretAccessKey|AWS_SECRET_ACCESS_KEY)\b`

/** That the secret access key itself is taken as the password. */
const SECRET_KEY_AS_PASSWORD = either(
  new RegExp(String.raw`\b${SECRET_KEY}[^.]{1,40}\b(?:as|for)\s(?:the\s|my\s|an?\s)?(?:SMTP\s)?password\b`),
  new RegExp(
    String.raw`(?<![a-z])password\b[^.]{1,30}\b(?:is|=|to|as|from)\s(?:the\s|my\s|an?\s|its\s)?(?:IAM\s|user['’]s\s){0,2}${SECRET_KEY}`,
  ),
)

/** What a sentence of an API, a queue, mail or messages means beside what else the text shows. */
export const APPLICATION_ROWS: readonly BesideRow[] = [
  // Cognito, API Gateway, AppSync and function URLs.
  {
    of: ['user-pool-secret-hash'],
    shows: [
      /\bREFRESH_TOKEN(?:_AUTH)?\b|\brefresh[\s_]?tokens?\b/i,
      /hash\s(?:for|does\snot\smatch\sfor\sthe)\sclient\b/i,
    ],
    is: 'user-pool-refresh-hash',
  },
  {
    of: ['api-resource-policy-missing'],
    shows: [
      /\baws_api_gateway_rest_api_policy\b|\brest_?api_?policy\b|\bresource\s?policy\s(?:is|comes|stands)\sin\b/i,
    ],
    sign: ({ whole }) => worksAgain(whole) !== null,
    is: 'private-api-policy-late',
  },
  {
    of: ['api-key-of-no-plan', 'api-key-missing', 'gateway-forbidden'],
    shows: [LEADS_INSIDE],
    lacks: [/\bprivate\s(?:REST\s)?APIs?\b|\btypes["']?\s{0,20}[:=]\s{0,4}\[\s{0,20}["']PRIVATE\b/i],
    is: 'gateway-behind-private-dns',
  },
  {
    of: ['api-authorizer-deny'],
    shows: [/\bevent(?:\.|\[["'])methodArn\b/],
    lacks: [
      /\b(?:authorizer)?_?(?:Result_?Ttl|resultsCacheTtl)\w{0,20}["']?\s?[:=]\s?(?:0\b|Duration\.seconds\(0\))/i,
      /["'`+/]\*\/\*|\/\*["'`]/,
    ],
    tells:
      /\b(?:first|one|another|other|second|different|next|later|then|after)\b[^.]{1,120}\b(?:fails?|403|not authorized|denied|refused|rejected|forbidden|works?|worked|passes|fine|ok)\b/i,
    is: 'authorizer-policy-cached',
  },
  {
    of: ['gateway-forbidden', 'api-key-of-no-plan'],
    shows: [/\bdisable_?execute_?api_?endpoint["']?\s{0,20}[:=]\s{0,4}["']?true\b/i],
    is: 'gateway-endpoint-off',
  },
  {
    of: ['gateway-forbidden'],
    shows: [/\.execute-api\.[a-z\d-]{5,30}\.vpce\.amazonaws\.com\b/],
    lacks: [/\bx-apigw-api-id\b|\bHost:\s/i],
    is: 'gateway-endpoint-name',
  },
  {
    of: ['gateway-route-not-deployed'],
    shows: [/\bcurl\s[^\n]{0,200}\.execute-api\./],
    lacks: [
      /\bcurl\b[^\n]{0,400}\s(?:-X|-d|-F|-I|-T|--request|--data(?:-\w{1,12})?|--json|--form|--head|--upload-file)\b/,
      /\btest\sbutton\b|\btest-invoke-method\b|["'“]Test["'”]|\bGET\b/i,
      /\b(?:added|created|new|changed)\b/i,
    ],
    is: 'gateway-get-sent',
  },
  {
    of: ['unknown-api-path'],
    shows: [
      either(
        /\bAWS\s(?:service\s)?(?:proxy\s)?integration\b/,
        /\bservice\s(?:proxy\s)?integration\b/,
        /\bx-amazon-apigateway-integration\b/,
        /\baws_api_gateway_integration\b/,
        /\bAwsIntegration\b/,
        /:apigateway:[a-z\d-]{5,30}:[a-z\d-]{2,30}:(?:action|path)\//,
      ),
      /\bUnable to determine service\/operation name\b/i,
    ],
    is: 'integration-without-operation',
  },
  {
    of: ['unknown-api-path'],
    shows: [
      /\bMissing Authentication Token\b/i,
      /\b(?:base[\s_-]?path[\s_-]?mappings?|api[\s_-]mappings?|aws_api_gateway_base_path_mapping)\b/i,
    ],
    is: 'stage-in-custom-domain',
  },
  {
    of: ['graphql-field'],
    shows: [/\b(?:AWS_)?IAM\b|\bSigV4\b|\bAPI[_\s]KEY\b|\badditional\s(?:auth|provider)/i],
    lacks: [/@auth\b|\bamplify\b|@aws_(?:iam|api_key|cognito_user_pools|oidc|lambda)\b/i],
    is: 'graphql-directive',
  },
  {
    of: ['graphql-field'],
    shows: [
      /\bprovider\s?:\s?iam\b/,
      /\bSigV4\b|\bAWS4Auth\b|\baws[-_]sigv4\b|\bSignatureV4\b|\bfrom_credentials\b|\bSigV4Auth\b|:assumed-role\//i,
    ],
    lacks: [/\badminRoleNames\b|\bcustom-roles\.json\b|\ballow\.resource\(/],
    is: 'graphql-role-not-admitted',
  },
  {
    of: ['gateway-forbidden'],
    shows: [/\bapi_?key_?required["']?\s?[:=]\s?["']?true\b|^\s{2,40}private:\s?true\b/im],
    lacks: [/\bx-api-key\b/i],
    is: 'api-key-not-sent',
  },
  {
    of: ['function-url-forbidden'],
    shows: [
      /\bauth_?(?:orization_?)?type["']?\s?[:=]\s?["']?(?:FunctionUrlAuthType\.)?AWS_IAM\b/i,
      /\b(?:curl|wget|fetch\(|axios|requests\.(?:get|post|put)|Invoke-WebRequest|Postman)/,
    ],
    lacks: [
      /--aws-sigv4|\bawscurl\b|\bAWS4-HMAC|\bSigV4|\bsigned\b|\bsigning\b|\bsigns?\b|\bsigner\b|\bsignature\s?v(?:ersion\s)?4\b|\baws4\w{0,10}\b/i,
    ],
    is: 'function-url-unsigned',
  },
  { of: ['graphql-no-header'], sign: isKeyEnded, is: 'graphql-key-ended' },
  // Cognito and AWS IoT.
  {
    of: ['identity-pool-login'],
    shows: [/\blogins\b[^\0]{1,160}?access_?token/i],
    // Of these an identity pool takes the access token.
    lacks: [/\bgraph\.facebook\.com\b|\bwww\.amazon\.com\b|\bapi\.twitter\.com\b/],
    is: 'identity-pool-access-token',
  },
  { of: ['device-discovery'], shows: [/"associatedClientDevices"\s?:\s?\[\s{0,8}\]/], is: 'device-not-associated' },
  {
    of: ['topic-request-refused'],
    shows: [/\b(?:curl|mosquitto_pub)\b[^\0]{0,300}(?:--cert|\s-E)\s|:8443\/topics\/|\bclient\.crt\b/],
    lacks: [/--aws-sigv4\b/],
    is: 'topic-refused-to-certificate',
  },
  // Targets of EventBridge rules.
  {
    of: ['rule-target-invoke'],
    shows: [/\bTARGET_ARN\W{1,6}(?:StringValue\W{1,6})?arn:aws[\w-]{0,12}:events:[a-z\d-]{5,30}:\d{12}:event-bus\//i],
    is: 'rule-target-bus',
  },
  {
    of: ['rule-target-invoke'],
    shows: [
      /\bTARGET_ARN\W{1,6}(?:StringValue\W{1,6})?arn:aws[\w-]{0,12}:(?:states|kinesis|firehose|ecs|codebuild|codepipeline|batch|ssm|sagemaker):/i,
    ],
    is: 'rule-target-role-lacks',
  },
  {
    of: ['rule-invocations-failed', 'rule-target-invoke'],
    shows: [/\bkms_?master_?key_?id["']?\s{0,20}[:=]\s{0,4}["']?(?:arn:aws[^\s"']{1,60}:)?alias\/aws\/(?:sqs|sns)\b/i],
    is: 'rule-target-key-of-aws',
  },
  {
    of: ['rule-invocations-failed'],
    shows: [/:events:[a-z\d-]{5,30}:\d{12}:event-bus\//],
    lacks: [/\brole_?arn\b/i, /:(?:lambda|sqs|sns):[a-z\d-]{5,30}:\d{12}:/],
    is: 'rule-target-bus',
  },
  // SQS.
  { of: ['queue-missing-or-hidden'], shows: [FOUND_WITH_OWNER], is: 'queue-of-another-account' },
  {
    of: ['queue-missing-or-hidden'],
    shows: [/\bGetQueueUrl operation\b|\bget-queue-url\b|\bget_queue_url\b|\bgetQueueUrl\(/],
    lacks: [/queue_?-?owner_?-?aws_?-?account_?-?id/i],
    tells:
      /\bqueue\s(?:is|lives|sits)\sin\s(?:the|our|their)\s([\w-]{2,40})\saccount\b[^.]{1,80}\bin\s(?:the|our|their)\s(?!\1\b|same\b)[\w-]{2,40}\saccount\b/i,
    is: 'queue-looked-for-at-home',
  },
  {
    of: ['queue-missing-or-hidden'],
    shows: [/\bsqs:GetQueueUrl\b|\bGetQueueUrl operation\b|\bget-queue-url\b|\bget_queue_url\b|\bgetQueueUrl\(/],
    is: 'queue-url-hidden',
  },
  { of: ['rule-target-queue'], sign: isTargetThere, is: 'rule-target-queue-there' },
  {
    of: ['rule-target-queue'],
    shows: [/\(AWS\.SimpleQueueService\.(?:NonExistentQueue|QueueDeletedRecently)\) when calling the Get/],
    is: 'rule-target-queue-gone',
  },
  {
    of: ['rule-target-queue'],
    tells: either(
      /\bqueue\s(?:was|has\sbeen|got)\s(?:deleted|removed|renamed)\b/,
      /\b(?:deleted|removed|renamed)\sthe\s(?:\w{1,12}\s)?queue\b/,
    ),
    is: 'rule-target-queue-gone',
  },
  // SES.
  { of: ['email-rule-action'], sign: receiptRuleIsElsewhere, is: 'email-rule-elsewhere' },
  { of: ['smtp-credentials'], sign: smtpOfOtherRegion, is: 'smtp-other-region' },
  {
    of: ['smtp-credentials'],
    shows: [/\bSMTP_?(?:AUTH_)?(?:USER(?:NAME)?|LOGIN)["']?\s?[:=]\s?["']?ASIA[A-Z\d]{6,}/i],
    is: 'smtp-temporary-key',
  },
  {
    of: ['smtp-credentials'],
    tells: either(
      /\b(?:temporary|session|role['’]s)\s(?:\w{1,12}\s)?(?:credentials|keys?)\b[^.]{1,60}\bSMTP\b/,
      /\bSMTP\b[^.]{1,60}\b(?:temporary|session|role['’]s)\s(?:credentials|keys?)\b/,
    ),
    is: 'smtp-temporary-key',
  },
  { of: ['smtp-credentials'], tells: SECRET_KEY_AS_PASSWORD, is: 'smtp-secret-key' },
  {
    of: ['email-identity-unverified'],
    sign: isRecipientRefused,
    lacks: [/\bProductionAccessEnabled["']?\s?[:=]\s?["']?true\b/i],
    is: 'recipient-in-sandbox',
  },
  {
    of: ['mail-set-up-missing', 'email-identity-unverified'],
    shows: [/\bMAIL FROM domain\b[^\n]{1,100}\bnot verified\b|\bMailFromDomainNotVerified/i],
    is: 'mail-from-unverified',
  },
  // Amazon MSK.
  {
    of: ['kafka-sign-in', 'kafka-refused'],
    tells:
      /\b(?:allow(?:s|ed)?|has|have|grants?|with)\s[^.\n]{0,30}\bkafka-cluster:\*[^.\n]{0,40}\bon\s(?:["'`]?\*|all\b|every|any\b)/i,
    is: 'kafka-limited-in-account',
  },
  {
    of: ['function-cluster-authorization'],
    shows: [/\b(?:SASL_SCRAM_(?:256|512)_AUTH|CLIENT_CERTIFICATE_TLS_AUTH|BASIC_AUTH)\b|\bSASL\/SCRAM\b|:9096\b/],
    lacks: [/\bSASL\/IAM\b|:9098\b|\bAWS_MSK_IAM\b/],
    is: 'function-of-kafka-acl',
  },
  {
    of: ['function-cluster-authorization'],
    shows: [/\bSASL\/IAM\b|:9098\b|\bAWS_MSK_IAM\b|\bsasl_iam_enabled\s{0,4}=\s{0,4}true\b/],
    lacks: [/\bSASL_SCRAM_(?:256|512)_AUTH\b|:9096\b/],
    is: 'function-of-kafka-iam',
  },
]
