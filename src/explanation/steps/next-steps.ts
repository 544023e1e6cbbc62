import { isPermissionSetRole } from '../../iam/principal'
import { SITUATIONS, type SituationId } from '../../facts/situations/situations'
import type { SituationShape } from '../../facts/situations/situation-row'
import type { NextStep } from '../explanation'
import type { ShellCommand } from '../../text/shell-quote'
import { readClaim, settledByClaim } from '../words/claim-reading'
import { DRY_RUN } from '../messages/steps'
import { awsDenied, hasQuestion, isJudgeable, type JudgedCase } from '../judged-case'
import { refusingSetting } from '../words/block-public-access'
import { wholeCase } from '../../case/whole-case'
import { dryRunOf } from './dry-runs'
import { wantedLayers } from './fetch-order'
import { isRunAlready } from './run-already'
import { keyStepsOf, layerSteps, nextStepOf, type StepDraft } from './layer-steps'
import { lookupCall, lookupDenials, operationOf } from './key-steps'
import * as fetch from './policy-commands'
import { literal } from './script'
import { settingSteps } from './block-public-access-steps'
import { stepFacts, type StepFacts } from './step-facts'
import { canGrant } from '../../iam/layers'
import { unsignedCaller } from '../../facts/unsigned-actions'

const PAGES = {
  denied: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html',
  details: 'https://docs.aws.amazon.com/iam-toolbox/latest/APIReference/API_GetRequestAuthorizationDetails.html',
  judged: 'https://docs.aws.amazon.com/iam-toolbox/latest/APIReference/API_GetRequestAuthorizationPolicy.html',
  decode: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html',
  simulator: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_testing-policies.html',
  publicAccess: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
  trail: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/view-cloudtrail-events-cli.html',
} as const

/** What AWS recorded of the denial, with each policy as it was then; none where the message has no id for it. */
export const recordedSteps = (facts: StepFacts): readonly NextStep[] => {
  const { denial, evaluation } = facts.judged
  const settles = evaluation.dependsOn
  const id = denial?.authorizationId
  return id
    ? [
        nextStepOf(
          facts,
          { code: 'authorization-details', command: fetch.authorizationDetails(id, facts.regionFlag) },
          PAGES.details,
          settles,
          true,
        ),
        nextStepOf(
          facts,
          { code: 'authorization-policies', command: fetch.authorizationPolicies(id, facts.regionFlag) },
          PAGES.judged,
          settles,
          true,
        ),
      ]
    : []
}

/** AWS's own account of the denial: it can settle everything at once. */
const fromAws = (facts: StepFacts): readonly NextStep[] => {
  const { denial, evaluation } = facts.judged
  const settles = evaluation.dependsOn
  const isCut = denial?.encodedMessageDamaged === true
  // What was decoded is read already.
  const blob = denial?.matchedStatements === undefined && !isCut ? denial?.encodedMessage : undefined
  return [
    ...recordedSteps(facts),
    ...(blob
      ? [
          nextStepOf(
            facts,
            { code: 'decode-message', command: decodeCommand(blob, facts) },
            PAGES.decode,
            settles,
            true,
          ),
        ]
      : []),
    ...(isCut ? [nextStepOf(facts, { code: 'encoded-message-cut', command: null }, PAGES.decode, settles, true)] : []),
  ]
}

const decodeCommand = (blob: string, { regionFlag }: StepFacts): ShellCommand =>
  literal([
    ...['aws', 'sts', 'decode-authorization-message', '--encoded-message', blob],
    ...['--query', 'DecodedMessage', '--output', 'text', ...regionFlag],
  ])

/** A session names its role without the path, and the role of a permission set always has one. */
const isWithoutPath = ({ name, arn }: NonNullable<StepFacts['entity']>): boolean =>
  isPermissionSetRole(name) && !arn.includes(':role/aws-reserved/')

const simulate = ({ entity, judged, globalFlag }: StepFacts): ShellCommand | null => {
  const { action, resource } = judged.accessCase.request
  if (entity === null || action === '' || isWithoutPath(entity)) return null
  return literal([
    ...['aws', 'iam', 'simulate-principal-policy', '--policy-source-arn', entity.arn, '--action-names', action],
    ...(resource === '' || resource === '*' ? [] : ['--resource-arns', resource]),
    ...globalFlag,
  ])
}

const confirmations = (facts: StepFacts): readonly NextStep[] => {
  const nothing = { layers: [], keys: [] }
  const drafts: readonly (readonly [StepDraft, string])[] = [
    [{ code: 'simulate', command: simulate(facts) }, PAGES.simulator],
    [{ code: 'cloud-trail', command: lookupCall(facts) }, PAGES.trail],
  ]
  const dryRun = dryRunOf(facts, operationOf(facts))
  const told = drafts
    .filter(([{ command }]) => command !== null)
    .map(([draft, page]) => nextStepOf(facts, draft, page, nothing, false))
  if (dryRun === null) return told
  const again = nextStepOf(facts, { code: 'dry-run', command: dryRun.command }, PAGES.denied, nothing, false)
  return [{ ...again, sentence: DRY_RUN(dryRun) }, ...told]
}

/** A denial as S3 answers it to whoever speaks HTTP with it. */
const OF_OBJECT = /<Error>\s{0,9}<Code>AccessDenied<\/Code>/

/** The event of a denial whose text does not show the action: it names everything. */
const recentDenials = (facts: StepFacts): readonly NextStep[] => {
  const { denial, accessCase } = facts.judged
  const isTold = accessCase.request.action !== '' || !awsDenied(facts.judged)
  // What S3 answers in XML is nearly always about an object: a data event, which no search of this kind finds.
  if (isTold || denial?.encodedMessage || OF_OBJECT.test(accessCase.error ?? '')) return []
  const draft: StepDraft = { code: 'recent-denials', command: lookupDenials(facts) }
  return [nextStepOf(facts, draft, PAGES.trail, { layers: [], keys: [] }, true)]
}

/** Is something missing, also with what AWS says? */
const isUndecided = (judged: JudgedCase): boolean => {
  const { decision } = judged.evaluation
  if (decision === 'depends') return settledByClaim(readClaim(judged)) === null
  return decision === 'allowed' && awsDenied(judged)
}

/** Errors that say what they are about, whoever called. */
const WITHOUT_CALLER: ReadonlySet<SituationId> = new Set<SituationId>([
  'throttling',
  'quota',
  'instance-quota',
  'instance-capacity',
  'no-capacity',
  'training-quota',
  'invalid-request',
  'value-not-accepted',
  'policy-document',
  'token-not-valid',
  'dry-run-passed',
  'already-exists',
  'changed-meanwhile',
  'not-in-that-state',
  'still-in-use',
  'deletion-protected',
  'kms-key-state',
  'kms-key-disabled',
  'kms-key-pending-deletion',
  'terraform-lock-held',
  'function-timeout',
  'took-too-long',
  'service-failed',
  'setting-not-there',
  'credentials-missing',
])

/** Can it be the caller who was refused, and nobody says who that is? Who has no credentials of AWS yet, a service or a vendor, can't ask AWS for its name. */
function isOfCaller({ accessCase, denial, error }: JudgedCase): boolean {
  const id = (denial ?? error)?.situation
  const { refused = 'caller', isOfNoCall, speaker }: Partial<SituationShape> = id === undefined ? {} : SITUATIONS[id]
  const { action, principal } = accessCase.request
  return (
    isOfNoCall === undefined &&
    (denial !== null || id === undefined || !WITHOUT_CALLER.has(id)) &&
    speaker !== 'other' &&
    principal === '' &&
    refused === 'caller' &&
    unsignedCaller(action.toLowerCase()) === null
  )
}

/** Keys that the policies here test come before the layers that can only limit: one look at the event can settle them. */
const openSteps = (facts: StepFacts): readonly NextStep[] => {
  const wanted = wantedLayers(facts.judged)
  return [
    ...layerSteps(facts, wanted.filter(canGrant)),
    ...keyStepsOf(facts, facts.judged.evaluation.dependsOn.keys),
    ...layerSteps(
      facts,
      wanted.filter((layer) => !canGrant(layer)),
    ),
  ]
}

/** What to fetch when the evidence is not enough, in order, with commands; and how to confirm the answer. */
export const explainNextSteps = (given: JudgedCase): readonly NextStep[] => {
  const text = given.accessCase.error ?? ''
  // What the text shows to be printed already, nobody has to print again.
  return stepsOf(given).filter(
    ({ commands }) => commands.length === 0 || !commands.every((command) => isRunAlready(text, command)),
  )
}

const stepsOf = (given: JudgedCase): readonly NextStep[] => {
  const judged = { ...given, accessCase: wholeCase(given.accessCase) }
  const facts = stepFacts(judged)
  if (refusingSetting(judged) !== null) {
    return settingSteps(facts).map((one) => nextStepOf(facts, one, PAGES.publicAccess, { layers: [], keys: [] }, false))
  }
  if (!hasQuestion(judged)) {
    const command = literal(['aws', 'sts', 'get-caller-identity'])
    const whoAmI = nextStepOf(
      facts,
      { code: 'who-am-i', command },
      PAGES.denied,
      { layers: ['identity'], keys: [] },
      true,
    )
    return [
      ...fromAws(facts),
      ...recentDenials(facts),
      ...(isOfCaller(judged) ? [whoAmI] : []),
      ...(isJudgeable(judged) && isUndecided(judged) ? openSteps(facts) : []),
      ...confirmations(facts),
    ]
  }
  const isOpen = isUndecided(judged)
  return [...fromAws(facts), ...(isOpen ? openSteps(facts) : []), ...confirmations(facts)]
}
