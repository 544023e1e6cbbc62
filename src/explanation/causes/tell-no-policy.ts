import { wordsOfCommand } from '../../text/command-text'
import { hasBlank } from '../../text/blank'
import { gapOfSetting } from '../../facts/public-access-settings'
import { own } from '../../text/own'
import type { SituationChange } from '../../facts/situations/situation-row'
import { SITUATIONS, type SituationId } from '../../facts/situations/situations'
import { factsOf, fill, observe } from '../../knowledge/observe'
import type { Facts } from '../../knowledge/knowledge'
import type { Denial } from '../../denial/denial'
import type { Answer, Cause } from '../answer'
import { toRun, type Instruction, type InstructionCommand } from '../instruction'
import type { ShellCommand } from '../../text/shell-quote'
import type { MarkedCall, NoPolicy } from '../no-policy'
import { saidOfSituation, type JudgedCase } from '../judged-case'
import { HEADLINES } from '../messages/answers'
import { SETTING_MESSAGES } from '../messages/block-public-access'
import { literal } from '../steps/script'
import { meansOf } from '../words/kind-words'
import { rowPhrase, withBlanks } from '../words/row-phrase'
import { blank, factOf } from './answer-parts'
import { launchingRole } from './launching-role'
import { shownCaller } from './shown-caller'
import { signatureDetails } from '../words/signature-details'

/** A command of a row, with what is known in the place of its gaps. */
export const commandOfRow = (command: string, facts: Facts) =>
  literal(wordsOfCommand(command).map((word) => withBlanks(fill(word, facts))))

const toldOf = ({ error, denial }: JudgedCase): Denial | null => error ?? denial

/** What the error itself, and what is seen beside it, fill the gaps of the sentences with. */
export const situationFacts = (judged: JudgedCase): Facts => ({
  ...shownCaller(judged),
  ...launchingRole(judged),
  ...factsOf(observe(judged.accessCase, toldOf(judged), judged.evaluation.context)),
})

const situationInstruction =
  (facts: Facts) =>
  ({ says, run, option, page, confirmed }: SituationChange): Instruction => {
    const commands: readonly InstructionCommand[] = [
      ...(run === undefined ? [] : [toRun(commandOfRow(run, facts))]),
      ...(option ? [{ ...commandOfRow(option.words, facts), is: option.is, of: null }] : []),
    ]
    return {
      sentence: rowPhrase(says, facts),
      commands,
      page,
      ...(confirmed === 'unconfirmed' && { isUnconfirmed: true }),
    }
  }

/** Is a command whole, and does it need no document that is still to be written? */
const isReady = ({ bash }: ShellCommand): boolean => !hasBlank(bash) && !bash.includes('file://')

/**
 * What a service's own sentence calls for besides, or in place of, a statement of a policy: its changes that a command makes
 * as it stands, and those that come first in any case; none before one that a policy makes.
 */
export const commandsOf = (judged: JudgedCase, id: SituationId): readonly Instruction[] => {
  const changes = saidOfSituation(judged, id)?.changes ?? []
  const ofPolicy = changes.findIndex(({ run }) => run === undefined)
  return changes
    .slice(0, ofPolicy < 0 ? changes.length : ofPolicy)
    .map(situationInstruction(situationFacts(judged)))
    .filter(({ commands }, at) => changes[at]?.comesFirst === true || commands.every(isReady))
    .map((one) => ({ ...one, commands: one.commands.filter(isReady) }))
}

/** What to do about a cause of the tables. */
export const ofCause = ({ remedy, run, page }: Cause): Instruction => ({
  sentence: remedy,
  commands: run ? [toRun(run)] : [],
  page,
})

/** Causes besides policies whose repair is told at most. */
const MOST_CAUSES = 2

/** What to do about the causes that no policy decides: about what only fits such calls where nothing speaks for another. */
export const ofCauses = (causes: readonly Cause[]): readonly Instruction[] =>
  causes
    .filter(({ layer, decision, isRefuted }) => layer === 'none' && decision === 'none' && !isRefuted)
    .filter(({ ground }, _, [first]) => ground !== 'fact-possible' || first?.ground === 'fact-possible')
    .slice(0, MOST_CAUSES)
    .map(ofCause)

/** The caller's command with the option of the first change, where it has that one; no tool but the AWS CLI spells it so. */
function markedCall(text: string, told: Denial | null, changes: readonly SituationChange[]): MarkedCall | null {
  const option = changes[0]?.option
  if (option === undefined || told?.call === undefined || !told.call.isWhole) return null
  const command = text.slice(...told.call.span).trim()
  if (!command.startsWith('aws ') || command.includes('\n')) return null
  const { words } = option
  const [name = ''] = wordsOfCommand(words)
  if (option.is === 'added') {
    return command.includes(name)
      ? null
      : { is: 'added', text: `${command} ${words}`, marked: [command.length + 1, command.length + 1 + words.length] }
  }
  const at = command.indexOf(` ${name} `)
  if (at < 0) return null
  const [, rest = ''] = / \S+ (\S+)/.exec(command.slice(at)) ?? []
  return { is: 'left out', text: command, marked: [at + 1, at + 1 + name.length + 1 + rest.length] }
}

/** Does the error say in words of its own what it is? Then what it says comes before other causes. */
const isSaid = (id: SituationId): boolean => SITUATIONS[id].says !== undefined

/** Situations of a signature, whose times, headers and Regions the text can show. */
const OF_SIGNATURE: ReadonlySet<SituationId> = new Set<SituationId>([
  'clock-skew',
  'clock-behind-credentials',
  'signature-changed-on-the-way',
  'presigned-url-expired',
  'presigned-url-differs',
  'presigned-url-headers',
  'presigned-session-ended',
  'secret-key-wrong',
  'session-token-missing',
  'signed-for-another-region',
  'request-signature',
  'wrong-region',
])

const OF_CREDENTIALS: ReadonlySet<SituationId> = new Set<SituationId>([
  ...OF_SIGNATURE,
  'older-token-in-use',
  'region-behind-credentials',
  'passed-on-credentials',
  'metadata-hop-limit',
])

/** AWS did not accept the credentials: no policy was asked, whatever usually lies behind the words. */
export const isOfCredentials = (id: SituationId): boolean => OF_CREDENTIALS.has(id)

/** Everything that is said of an error that no policy decides; null where it is not at hand. */
export function noPolicyOf(judged: JudgedCase, id: SituationId, causes: readonly Cause[]): NoPolicy | null {
  const said = saidOfSituation(judged, id)
  if (said === null) return null
  const { changes, check, grantedIn } = said
  const told = toldOf(judged)
  const facts = situationFacts(judged)
  const own = changes.map(situationInstruction(facts))
  const known = ofCauses(causes)
  const [{ page }] = changes
  const text = judged.accessCase.error ?? ''
  return {
    situation: id,
    speaker: SITUATIONS[id].speaker ?? 'aws',
    quote: told?.span ?? null,
    means: meansOf(said, facts),
    details: OF_SIGNATURE.has(id) ? signatureDetails(text) : [],
    changes: isSaid(id) ? [...own, ...known] : [...known, ...own],
    call: markedCall(text, told, changes),
    check: check === undefined ? null : commandOfRow(check, facts),
    grantedIn: grantedIn ?? null,
    page,
  }
}

const SETTING_PAGE = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/configuring-block-public-access-bucket.html'

const READ_OF_BUCKET = 'aws s3api get-public-access-block --bucket {bucket} --output json'
const READ_OF_ACCOUNT = 'aws s3control get-public-access-block --account-id {account} --output json'
const TURN_OFF = 'aws s3api put-public-access-block --bucket {bucket} --public-access-block-configuration'

/** What a setting refused: the call is changed first, the setting only where that is meant. */
export function noPolicyOfSetting(judged: JudgedCase, setting: string, means: NoPolicy['means']): NoPolicy {
  const facts = situationFacts(judged)
  const run = commandOfRow(`${TURN_OFF} ${SETTING_MESSAGES.turnedOff(setting)}`, facts)
  const isOffHere = own(facts, gapOfSetting(setting) ?? '') === 'false'
  return {
    situation: null,
    speaker: 'aws',
    quote: toldOf(judged)?.span ?? null,
    means,
    details: [],
    changes: [
      { sentence: SETTING_MESSAGES.instead(setting), commands: [], page: SETTING_PAGE },
      isOffHere
        ? { sentence: SETTING_MESSAGES['off-here'](setting), commands: [], page: SETTING_PAGE }
        : {
            kind: 'setting',
            sentence: SETTING_MESSAGES['turn-off'](),
            commands: [toRun(run)],
            page: SETTING_PAGE,
          },
    ],
    call: null,
    check: commandOfRow(isOffHere ? READ_OF_ACCOUNT : READ_OF_BUCKET, facts),
    grantedIn: null,
    page: SETTING_PAGE,
  }
}

/** The words leave open what it is, and the text shows that another called than was meant. */
export const tellWrongCaller = (judged: JudgedCase, first: Cause, causes: readonly Cause[]): Answer => ({
  ...blank(judged),
  notGiven: [],
  basis: 'likely',
  decision: 'none',
  layer: 'none',
  headline: HEADLINES['likely-no-policy'](first.title ?? null),
  fact: factOf(judged, first.sentence, null),
  causes,
})
