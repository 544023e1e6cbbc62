import { howDenied } from '../../denial/denial'
import { documentText } from '../../case/case-documents'
import { levelsOf } from '../../case/layer-policies'
import { accountOfArn } from '../../iam/arn'
import type { Layer } from '../../iam/layers'
import { message } from '../../text/message'
import type { Phrase } from '../../text/phrase'
import { ORGANIZATION_NOTES } from '../messages/organization'
import type { JudgedCase } from '../judged-case'

const OF_ORGANIZATION: ReadonlySet<Layer> = new Set<Layer>(['scp', 'rcp'])

/**
 * Names of policies that tools keep, of their controls and of the statements in them: what is changed by hand they put back.
 * https://docs.aws.amazon.com/controltower/latest/controlreference/cannot-change-with-gr-api.html
 */
const KEEPERS = [
  [
    /\baws-guardrails-[A-Za-z0-9]{4,12}\b|\bAWS-GR_[A-Z\d_]{3,80}\b|\bGR[A-Z]{7,60}\b|\bCT[A-Z\d]{2,40}PV\d{1,3}\b|\bCT\.[A-Z\d]{2,30}\.PV\.\d{1,3}\b/,
    'control-tower',
  ],
  [/\bAWSAccelerator-[\w-]{1,80}/, 'accelerator'],
] as const

const namesOf = ({ accessCase }: JudgedCase, layer: Layer): string => {
  const given = levelsOf(accessCase.policies, layer).flatMap(({ policies }) =>
    policies.flatMap(({ name, document }) => [name, documentText(document)]),
  )
  return [...given, accessCase.error ?? ''].join('\n').slice(0, LONGEST)
}

const LONGEST = 20_000

const keeperNote = (names: string): readonly Phrase[] =>
  KEEPERS.flatMap(([name, keeper]) => {
    const found = name.exec(names)?.[0]
    return found === undefined ? [] : [message(ORGANIZATION_NOTES[keeper], { name: found })]
  })

/** Whose a policy of the organization is, and which tool keeps it. */
export function organizationNotes(judged: JudgedCase, layer: Layer): readonly Phrase[] {
  if (!OF_ORGANIZATION.has(layer)) return []
  const account = accountOfArn(judged.denial?.layer === layer ? (judged.denial.layerPolicyArn ?? '') : '')
  const owner = account === '' ? [] : [message(ORGANIZATION_NOTES.owner, { account })]
  const level =
    howDenied(judged.denial) === 'implicitDeny'
      ? [message(ORGANIZATION_NOTES[layer === 'rcp' ? 'level-rcp' : 'level'])]
      : []
  return [...owner, ...level, ...keeperNote(namesOf(judged, layer))]
}
