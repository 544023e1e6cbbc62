import { REGION_NAME } from '../../iam/regions-in-text'
import { isReport, writtenSentences } from '../../text/told-contrast'
import type { TellingSign } from './signs'

const SMTP_ENDPOINT = new RegExp(String.raw`\bemail-smtp(?:-fips)?\.(${REGION_NAME})\.amazonaws\.com`, 'gi')

const PASSWORD_DERIVED = new RegExp(
  String.raw`\bsmtp_credentials_generate\.py\s\S{1,120}\s(${REGION_NAME})(?![\w-])`,
  'gi',
)

/** Where SMTP credentials were made. */
const PASSWORD_MADE = new RegExp(
  String.raw`\b(?:SMTP|SES)\s(?:\w{1,12}\s){0,2}(?:credentials?|user|password)\b[^.]{0,80}\b(?:for|from|in|of)\s(?:the\s)?(?:region\s)?(${REGION_NAME})(?![\w-])`,
  'gi',
)

const regionsBy = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, region = '']) => region.toLowerCase())

/** Were the SMTP credentials made for another Region than that of the endpoint? */
export const smtpOfOtherRegion: TellingSign = ({ whole }) => {
  const asked = new Set(regionsBy(whole, SMTP_ENDPOINT))
  const told = writtenSentences(whole).filter((one) => isReport(one) && !/\bemail-smtp\b/i.test(one))
  const made = [...regionsBy(whole, PASSWORD_DERIVED), ...told.flatMap((one) => regionsBy(one, PASSWORD_MADE))]
  return asked.size === 1 && made.length > 0 && !made.some((region) => asked.has(region))
}

/** Which log group a state machine writes to. */
const LOG_GROUP_SET = /\b(?:log_?group_?arn|log_destination)["']?\s{0,3}[:=]\s{0,3}([^\n]{3,200})/gi

/** Is the log group of a state machine named without the `:*` at the end? CloudFormation’s own ARN of a log group has it. */
export const logGroupWithoutStar: TellingSign = ({ whole }) => {
  const values = [...whole.matchAll(LOG_GROUP_SET)].map(([, value = '']) => value)
  return values.length > 0 && values.every((value) => !/:\*|GetAtt\b|\.logGroupArn\b/.test(value))
}

const RESOURCE_POLICIES = /\bresourcePolicies\b|\bdescribe-resource-policies\b/

/** An account has so many resource policies of Logs in a Region. https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html */
const MOST_POLICIES = 10

/** Does the text print as many resource policies of Logs as there can be? */
export const logPoliciesAreFull: TellingSign = ({ whole }) =>
  RESOURCE_POLICIES.test(whole) && [...whole.matchAll(/"policyName"\s?:/g)].length >= MOST_POLICIES

/** Names of roles that are made for DMS, as templates set and commands print them. */
const REPLICATION_ROLE =
  /\b(?:(?:role_?name|name|name_prefix|role-name)["']?\s{0,12}[ :=]\s{0,12}["']?|aws_iam_role\.[\w.-]{1,80}: Creation complete after \d{1,4}s \[id=)([\w${}.!-]{0,60}dms[-_](?:vpc|cloudwatch)[\w${}.-]{0,60})/gi

/** Are roles for DMS set up under other names than those that it looks for? */
export const replicationRoleIsNamedOtherwise: TellingSign = ({ whole }) => {
  const names = [...whole.matchAll(REPLICATION_ROLE)].map(([, name = '']) => name)
  return names.length > 0 && !names.some((name) => /^dms-(?:vpc|cloudwatch-logs)-role$/.test(name))
}

/** Where a client is told which Region it works in. */
const CLIENT_REGION = new RegExp(
  String.raw`\b(?:region_name|AWS_(?:DEFAULT_)?REGION|region)["']?\s{0,3}[:=]\s{0,3}["']?(${REGION_NAME})(?!\d)|--region[ =](${REGION_NAME})(?!\d)`,
  'gi',
)

const SECRET_REGION = new RegExp(String.raw`\barn:aws[\w-]{0,12}:secretsmanager:(${REGION_NAME}):\d{12}:secret:`, 'gi')

/** Is the secret that is asked for of another Region than the only one in which the text’s client works? */
export const secretIsElsewhere: TellingSign = ({ whole }) => {
  const clients = new Set(
    [...whole.matchAll(CLIENT_REGION)].map(([, set, option]) => (set ?? option ?? '').toLowerCase()),
  )
  const secrets = new Set(regionsBy(whole, SECRET_REGION))
  return clients.size === 1 && secrets.size === 1 && ![...secrets].some((region) => clients.has(region))
}
