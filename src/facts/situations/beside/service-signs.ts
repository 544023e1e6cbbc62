import { ARN_OF, arnsOfKind, labelledArn } from '../../../iam/arn-in-text'
import { regionOfArn } from '../../../iam/arn'
import { REGION_NAME, regionsIn } from '../../../iam/regions-in-text'
import { tellsThat } from '../../../text/tells-that'
import { worksInAnotherAccount, writtenSentences } from '../../../text/told-contrast'
import { gapOf, printedFrom, type TellingSign } from './sign'

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

/** How many characters a command counts in resource policies of Logs, as it prints them. */
const POLICY_LENGTHS = /\bdescribe-resource-policies\b[^\n]{1,120}\blength\(/

/** A resource policy of Logs takes 5,120 characters; one more log group takes a hundred or more. */
const ALMOST_FULL = /(?<![\d.,:])(?:49\d\d|50\d\d|51[01]\d|5120)(?![\d.,]*\d)/

/** That somebody says so. https://docs.aws.amazon.com/step-functions/latest/dg/bp-cwl.html */
const TOLD_FULL =
  /\b(?:resource\s)?policy\b[^.\n]{1,60}\b(?:is|has|at|of|holds)\s(?:\w{1,12}\s){0,3}(?:49\d\d|5[.,]?[01]\d\d)\s(?:of\s5[.,]?120\s)?(?:char|bytes)/i

/** Does the text show a resource policy of Logs that has no room for another log group? */
export const logPolicyIsFull: TellingSign = ({ whole }) => {
  const at = POLICY_LENGTHS.exec(whole)?.index
  if (at !== undefined && ALMOST_FULL.test(printedFrom(whole, at))) return true
  return tellsThat(whole, TOLD_FULL)
}

/** That the role has what sets up a delivery, the resource policy too. */
const TOLD_COMPLETE =
  /\b(?:has|have|allows?|got)\b[^\n]{1,160}\bCreateLogDelivery\b[^\n]{1,200}\bPutResourcePolicy\b[^\n]{1,200}\bDescribeLogGroups\b/

/** Does somebody say that the role has all of it, or that the same works in another account? */
export const logRoleIsComplete: TellingSign = ({ whole }) =>
  tellsThat(whole, TOLD_COMPLETE) || worksInAnotherAccount(writtenSentences(whole)) !== null

/** Where a client is told which Region it works in. */
const CLIENT_REGION = new RegExp(
  String.raw`\b(?:region_name|AWS_(?:DEFAULT_)?REGION|region)["']?\s{0,3}[:=]\s{0,3}["']?(${REGION_NAME})(?!\d)|--region[ =](${REGION_NAME})(?!\d)`,
  'gi',
)

/** Is the secret that is asked for of another Region than the only one in which the text’s client works? */
export const secretIsElsewhere: TellingSign = ({ whole }) => {
  const clients = new Set(
    [...whole.matchAll(CLIENT_REGION)].map(([, set, option]) => (set ?? option ?? '').toLowerCase()),
  )
  const secrets = new Set(arnsOfKind(whole, 'secret').map(regionOfArn))
  return clients.size === 1 && secrets.size === 1 && ![...secrets].some((region) => clients.has(region))
}

const EMR_TAG = 'for-use-with-amazon-emr-managed-policies'

/** What is printed of a subnet, to the next one. */
const SUBNET = /\bsubnet-[\da-f]{8,17}["']?,?\s{0,20}\[(?:(?!\bsubnet-)[^\0]){1,600}/g

/** Are the tags printed of several subnets, of which one lacks the tag of EMR's policy? */
export const lacksEmrTag: TellingSign = ({ whole }) => {
  const tags = [...whole.matchAll(SUBNET)].map(([printed]) => printed).filter((one) => one.includes('Key'))
  return tags.some((one) => one.includes(EMR_TAG)) && tags.some((one) => !one.includes(EMR_TAG))
}

const TARGET_QUEUE = new RegExp(String.raw`\bTARGET_ARN\b[^\n]{1,60}?(${ARN_OF.queue})`, 'g')
const SHOWN_QUEUE = labelledArn(String.raw`\bQueueArn`, 'queue')

/** Are the attributes printed of the queue that a rule has as its target? Then it is there. */
export const isTargetThere: TellingSign = ({ text }) => {
  const shown = new Set([...text.matchAll(SHOWN_QUEUE)].map(([, arn]) => arn))
  const targets = [...text.matchAll(TARGET_QUEUE)].map(([, arn]) => arn)
  return targets.length > 0 && targets.every((arn) => shown.has(arn))
}

/** A line that tells of a receipt rule: a command, a template, or words. */
const OF_RECEIPT_RULE =
  /\breceipt[\s_-]?rules?\b|\breceipt_rule|\brule[\s-]sets?\b|\binbound-smtp\b|\bAWS::SES::Receipt/i

/** Does the text show the receipt rule in another Region than the function or topic that the sentence names? */
export const receiptRuleIsElsewhere: TellingSign = (seen) => {
  const region = regionOfArn(gapOf(seen, 'resource'))
  const lines = seen.whole.split('\n').filter((line) => OF_RECEIPT_RULE.test(line))
  const shown = new Set(lines.flatMap((line) => regionsIn(line.replaceAll(/\barn:[^\s"']{1,300}/g, ''))))
  return region !== '' && shown.size > 0 && !shown.has(region)
}
