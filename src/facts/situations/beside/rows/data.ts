import { either } from '../../../../text/either'
import { worksForATime, writtenSentences } from '../../../../text/told-contrast'
import { isDatabaseTokenOld, isForAlias } from '../credential-signs'
import { isLaterInChain, passesOtherRole } from '../role-signs'
import { lacksEmrTag } from '../service-signs'
import { noSign, told } from '../sign'
import type { BesideRow } from '../beside-row'

/** That a dbt project runs with the adapter of AWS Glue. */
const DBT_GLUE = /\bRegistered adapter:\s?glue\b|\bGlue adapter:|\bdbt-glue\b/

const IAM_LOGIN_OFF = either(
  /\bIAMDatabaseAuthenticationEnabled["']?\s?[:=]?\s?false\b/,
  /\biam_database_authentication_enabled\s?=\s?false\b/,
  /\bEnableIAMDatabaseAuthentication["']?:\s?["']?false\b/,
)

const IAM_LOGIN_ON = either(
  /\bIAMDatabaseAuthenticationEnabled["']?\s?[:=]?\s?true\b/,
  /\biam_database_authentication_enabled\s?=\s?true\b/,
)

/** That a job of Spark was writing: its calls, and those of EMR’s client of S3. */
const WRITES_OUTPUT =
  /\bPutObjectCall\b|\bMultipartUploadOutputStream\b|\bo\d{1,6}\.(?:pyWriteDynamicFrame|getSink|getCatalogSink|save|saveAsTable|insertInto)\b/

/** That one who may do everything is refused alike. */
const ADMIN_REFUSED_TOO =
  /\badmin(?:istrator)?(?:Access|s)?\b[^.\n]{1,60}\b(?:the\s(?:very\s)?same|too|as\swell|also\s(?:fails?|gets?|denied|refused)|likewise)\b/i

/** What a sentence of a database, of analytics or of machine learning means beside what else the text shows. */
export const DATA_ROWS: readonly BesideRow[] = [
  {
    of: ['model-access'],
    shows: [/\bamazon\.(?:titan|nova|rerank)-/],
    lacks: [/\b(?:anthropic|meta|mistral|cohere|ai21|stability|deepseek|qwen|openai|writer|luma|twelvelabs)\.\w/],
    is: 'model-of-amazon-closed',
  },
  { of: ['model-marketplace'], tells: ADMIN_REFUSED_TOO, is: 'model-subscription-stuck' },
  // RDS and Aurora with IAM sign-in.
  {
    of: ['database-iam-login', 'mysql-iam-login'],
    sign: ({ whole }) => worksForATime(writtenSentences(whole)) !== null,
    is: 'database-token-ended',
  },
  { of: ['database-iam-login'], sign: isForAlias, is: 'database-token-of-alias' },
  { of: ['database-iam-login'], sign: isDatabaseTokenOld, is: 'database-token-ended' },
  {
    of: ['database-iam-login', 'mysql-iam-login'],
    shows: [IAM_LOGIN_OFF],
    lacks: [IAM_LOGIN_ON],
    is: 'database-iam-off',
  },
  {
    of: ['database-iam-login', 'mysql-iam-login', 'proxy-sign-in'],
    shows: [
      /\.proxy-[a-z\d]{8,20}\.[a-z\d-]{5,30}\.rds\.amazonaws\.com|\bRDS Proxy\b|\bproxy (?:endpoint|requires IAM)\b/i,
      /:dbuser:(?:db|cluster)-[A-Z\d]{4,40}\//i,
    ],
    lacks: [/:dbuser:(?:prx-|\*)/i],
    is: 'proxy-login-resource',
  },
  {
    of: ['aurora-import-role'],
    tells:
      /\brole\b[^.\n]{1,60}\b(?:is|was|has been|shows as)\s(?:(?!not\b|never\b)\w{1,10}\s){0,2}(?:associated|attached|added|ACTIVE)\b/i,
    lacks: [/\b(?:aws_default_s3_role|aurora_load_from_s3_role|aurora_select_into_s3_role)["']?\W{1,20}arn:/],
    is: 'aurora-role-parameter',
  },
  {
    of: ['proxy-sign-in'],
    shows: [/\bIAMAuth["']?\s?[:=]\s?["']?DISABLED\b|\biam_auth\s?=\s?"DISABLED"/],
    is: 'proxy-iam-off',
  },
  {
    of: ['database-iam-login', 'mysql-iam-login'],
    shows: [
      /:dbuser:db-[A-Z\d]{10,40}\//i,
      either(
        /\bDbClusterResourceId["']?\s?[:=]\s?["']?cluster-[A-Z\d]{10,40}/,
        /\.cluster-(?:ro-)?[a-z\d]{8,20}\.[a-z\d-]{5,30}\.rds\.amazonaws\.com/,
      ),
    ],
    lacks: [/:dbuser:(?:cluster-|\*)/i],
    is: 'database-cluster-id',
  },
  {
    of: ['database-iam-login', 'mysql-iam-login'],
    shows: [
      /\bexecution[\s_-]?role/i,
      // The policy that is meant is with another role than the task’s.
      /\btask[\s_-]?role[^\n]{1,140}\b(?:only|just|(?:has|have)\sno|lacks|without)\b/i,
    ],
    lacks: [/\btask[\s_-]?role[^\n]{1,120}\b(?:has|allows?|with|includes?)\b[^\n.]{1,60}\brds-db:/i],
    is: 'database-login-of-task',
  },
  {
    of: ['database-iam-login', 'mysql-iam-login'],
    shows: [/\bCREATE USER\b[^\n;]{1,80}\bIDENTIFIED BY\b/i],
    lacks: [/\bAWSAuthenticationPlugin\b/i],
    is: 'database-user-not-iam',
  },
  {
    of: ['database-iam-login', 'mysql-iam-login'],
    tells: /(?:\b(?:not|never|without|forgot|missing|lacks)\b|n['’]t\b)[^.]{1,40}\brds_iam\b/i,
    is: 'database-user-not-iam',
  },
  // Redshift.
  {
    of: ['warehouse-data', 'external-table-refused'],
    shows: [
      /\benhanced[\s_-]?VPC[\s_-]?routing\b/i,
      /\bendpoint(?:['’]s)? policy\b[^\n]{1,60}\b(?:only|just|lists|names|restrict)/i,
    ],
    is: 'warehouse-behind-endpoint',
  },
  {
    of: ['warehouse-data'],
    shows: [/\bFailed to initialize S3 output stream\b|\bUNLOAD\s?\(/i],
    is: 'warehouse-unload',
  },
  { of: ['warehouse-role', 'warehouse-role-of-another'], sign: isLaterInChain, is: 'warehouse-role-chain' },
  {
    of: ['warehouse-role'],
    shows: [/\bdbuser:serverless-|\bredshift-serverless\b|\bredshift serverless\b|\bworkgroup\b/i],
    lacks: [/\bClusterIdentifier\b|--cluster-identifier\b/i],
    is: 'serverless-warehouse-role',
  },
  // Athena and Glue.
  {
    of: ['query-path-denied'],
    shows: [/\bQuick\s?Sight\b|\baws-quicksight-/i],
    lacks: [
      /\bQuick\s?Sight\s(?:(?:all|it|everything|this|that)\s)?works\b|\bworks\s(?:fine\s)?(?:in|from|with|through)\s(?:Amazon\s)?Quick\s?Sight\b/i,
    ],
    is: 'dashboards-bucket',
  },
  { of: ['emr-step-data', 'serverless-job-data'], shows: [WRITES_OUTPUT], is: 'emr-step-output' },
  {
    of: ['glue-job-data'],
    shows: [WRITES_OUTPUT],
    is: 'glue-job-output',
  },
  // EMR and Lake Formation.
  { of: ['emr-service-role-lacks'], sign: lacksEmrTag, is: 'emr-network-untagged' },
  { of: ['emr-service-role-lacks'], sign: passesOtherRole, is: 'emr-passes-other-role' },
  {
    of: ['lake-formation-grant', 'lake-resource-or-right'],
    shows: [/\bQuick\s?Sight\b|\baws-quicksight-/i],
    is: 'lake-grant-of-dashboard-user',
  },
  { of: ['lake-formation-grant', 'lake-resource-or-right'], shows: [DBT_GLUE], is: 'lake-grant-of-adapter' },
  // SageMaker and Bedrock.
  {
    of: ['training-image'],
    shows: [/\((?:Image|Repository)NotFoundException\)/],
    is: 'training-image-missing',
  },
  { of: ['training-image'], shows: [/"imageDigest"\s?:\s?"sha256:/], is: 'training-image-there' },
  {
    of: ['model-operation-closed'],
    shows: [
      either(
        /"Value"\s?:\s?0(?:\.0{1,3})?(?![\d.])/,
        /\bapplied (?:account-level )?quota(?: value)?\s?(?:is|=|:)\s?0(?![\d.])/,
      ),
    ],
    lacks: [/"Value"\s?:\s?(?:[1-9]|0\.[1-9])/],
    is: 'model-quota-zero',
  },
  {
    of: ['knowledge-base-collection'],
    shows: [/\baoss:(?:APIAccessAll|\*)/],
    sign: noSign(told(/\b(?:no|without|lacks?|missing|not)\b[^.]{1,40}\baoss:/i)),
    is: 'knowledge-base-data-access',
  },
  // Amazon MWAA.
  {
    of: ['workflow-environment-failed'],
    tells:
      /(?:\b(?:no|without|not have|lacks?|has neither)|n['’]t have)\s(?:an?\s|any\s)?(?:NAT\b|internet gateway|route to the internet|VPC endpoints?)/i,
    lacks: [/\bcom\.amazonaws\.|\bvpce-|\bendpoints?\sfor\b|\bbut\b[^.\n]{1,60}\bendpoints?\b/i],
    is: 'workflow-network',
  },
  {
    of: ['workflow-log-role'],
    shows: [
      either(
        /\bAWS[- ]owned\s(?:KMS\s)?key\b/,
        /\b(?:no|without\san?|(?:did|have)n['’]?t set (?:an?\s)?)\s?(?:own\s|custom\s)?kms_?\s?key\b/,
      ),
    ],
    tells: /\btasks?\b[^.\n]{1,60}\b(?:queued|without (?:having )?run(?:ning)?)\b/i,
    is: 'workflow-queue-key',
  },
  // FSx with Active Directory.
  {
    of: ['directory-account-of-files'],
    shows: [/\bservice account credentials (?:that you )?(?:have )?provided are invalid\b/i],
    is: 'directory-password-of-files',
  },
]
