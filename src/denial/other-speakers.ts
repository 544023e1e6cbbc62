import { OPERATION_ACTIONS, SERVICE_OF_OPERATION } from '../iam/operation-actions'
import { SERVICE_PREFIXES } from '../iam/service-names'
import { serviceOfAction, nameOfAction } from '../iam/action'
import { once } from '../text/once'
import { isReachKnown } from '../facts/service-reach'
import { isContradictedBy } from '../facts/situations/find-says'
import { SITUATION_ROWS, SITUATIONS } from '../facts/situations/situations'
import type { DenialSentence } from './denial-sentence'

/** How near the words of another must stand to say that a refusal is not from AWS. */
const NEAR = 1_500

/** What a client of AWS, or AWS itself, writes round an answer. */
const FRAMED =
  /\bAn\serror\soccurred\s\(|\bapi\serror\s\w|\(Service:\s\w|\bx-amzn?-|<RequestId>|\b(?:com\.amazonaws|software\.amazon|botocore|awssdk)\b|\baws-sdk\b/i

/** Does a sentence name no thing and no caller of AWS? */
const namesNone = (text: string, { start, end }: Pick<DenialSentence, 'start' | 'end'>): boolean =>
  !text.slice(start, end).includes('arn:aws')

const overrulingRows = once(() => SITUATION_ROWS.filter(([, { overrules }]) => overrules !== undefined))

/** Do the words of another nearby show that a refusal without an ARN came from there, or that a code alone means something else? */
export function isOfOtherSpeaker(text: string, statement: DenialSentence): boolean {
  const { row, start, end } = statement
  const foreign = namesNone(text, statement)
  const bare = row === 'code alone'
  if (!foreign && !bare) return false
  const near = text.slice(Math.max(0, start - NEAR), end + NEAR)
  const isFramed = FRAMED.test(near)
  const overruled = { codes: bare, aws: foreign, server: foreign, unframed: foreign && !isFramed }
  return overrulingRows().some(
    ([, row]) =>
      row.overrules !== undefined &&
      overruled[row.overrules] &&
      row.pattern?.test(near) &&
      !isContradictedBy(row, near.toLowerCase()),
  )
}

/** Does a situation tell which server answered, so that a code of AWS's own is that server's? */
export const isOfOtherServer = ({ row, situation }: DenialSentence): boolean =>
  row === 'situation' && situation !== undefined && SITUATIONS[situation].overrules === 'server'

/** Prefixes of services that no other table names. */
const FURTHER =
  'artifact auditmanager aws-portal batch braket chatbot cleanrooms cloud9 cloudsearch cloudshell codeartifact controltower datapipeline datazone detective directconnect dlm drs dsql ebs ec2messages elasticbeanstalk fms fsx glacier globalaccelerator grafana health identitystore imagebuilder inspector kafka-cluster lakeformation lightsail macie2 managedblockchain mediaconnect mediatailor memorydb mgn neptune-db networkmanager opensearch organizations outposts purchase-orders qbusiness quicksight ram rbin rds-db redshift resource-explorer robomaker rolesanywhere route53domains route53resolver s3-object-lambda s3express s3tables savingsplans schemas securityhub shield signin ssmmessages support swf synthetics trustedadvisor waf wafv2 wellarchitected workdocs workspaces xray'

const prefixes = once(
  (): ReadonlySet<string> =>
    new Set([
      ...Object.values(SERVICE_PREFIXES),
      ...Object.keys(OPERATION_ACTIONS),
      ...Object.values(SERVICE_OF_OPERATION),
      ...FURTHER.split(' '),
    ]),
)

/** Is an action one of a service that AWS doesn't have, as far as the tables go? A new service of AWS is not in them either. */
export function isOfUnknownService(action: string): boolean {
  const prefix = serviceOfAction(action)
  return prefix !== '' && !prefixes().has(prefix) && !isReachKnown(`${prefix}.amazonaws.com`)
}

/**
 * Is an action none of AWS's? The names of IAM's actions begin with a capital, except those of a few services; scopes of other
 * programs have the form without it. People write actions of AWS's services in any case.
 */
export const isOfOtherProgram = (action: string): boolean =>
  /^[a-z][\w.-]*$/.test(nameOfAction(action)) && isOfUnknownService(action)

/** What shows near a sentence that AWS speaks, though the service is not known. */
const OF_AWS = /\barn:aws|amazonaws|\bAWS(?![\w-])/

/** Does nothing near a sentence show that AWS speaks? */
const isWithoutAws = (text: string, { start, end }: DenialSentence): boolean => {
  const near = text.slice(Math.max(0, start - NEAR), end + NEAR)
  return !OF_AWS.test(near) && !FRAMED.test(near)
}

/** Does a sentence refuse an action of another program, to nobody and on nothing that AWS names? */
export function refusesOtherAction(text: string, sentence: DenialSentence): boolean {
  const action = sentence.pieces.action?.value
  if (action === undefined || !namesNone(text, sentence)) return false
  return isOfOtherProgram(action) || (isOfUnknownService(action) && isWithoutAws(text, sentence))
}
