import { hasBlank } from '../../text/blank'
import { either } from '../../text/either'
import type { ShellCommand } from '../../text/shell-quote'
import type { Answer } from '../answer'
import type { NextStep } from '../explanation'
import { toRun, type Instruction } from '../instruction'
import type { CaseLayer } from '../../iam/layers'

/** A look that comes before a change, by a command that changes nothing. */
export const lookBy = (command: ShellCommand, sentence: Instruction['sentence']): Instruction => ({
  kind: 'check',
  sentence,
  commands: [toRun(command)],
  page: null,
})

/** The steps that are needed, as far as a command does them. */
export const neededWithCommand = (steps: readonly NextStep[]): readonly NextStep[] =>
  steps.filter(({ needed, commands }) => needed && commands.length > 0)

/** The command that looks up a key of the request, where nothing of it is to be filled in. */
export const looksUp = (needed: readonly NextStep[]): ShellCommand | undefined =>
  needed
    .filter(({ settles: { layers } }) => layers.length === 0)
    .flatMap(({ commands }) => commands)
    .find(({ bash }) => !hasBlank(bash))

/** Commands that fetch the policy of a resource or of an endpoint. */
const FETCHES = either(
  /\bget-(?:bucket|repository|resource)-policy\b/,
  /\blambda get-policy\b/,
  /\bdescribe-(?:file-system-policy|vpc-endpoints)\b/,
  /\bget-queue-attributes --attribute-names Policy\b/,
  // The same command shows the key that encrypts a topic.
  /\bget-topic-attributes\b(?![^\n]{1,300}\bKmsMasterKeyId\b)/,
)

/** And those of a key and of a role, which tell more besides. */
const FETCHES_MORE = /^aws (?:kms get-key-policy|iam get-role)\b/

/** Does a command fetch the policy of a resource, a role or an endpoint? */
export const fetchesPolicy = ({ bash }: ShellCommand): boolean => FETCHES.test(bash) || FETCHES_MORE.test(bash)

/** Does a command fetch a policy of the layer of the answer, of which one is here? */
export const fetchesGiven = (
  { given, answer }: { readonly given: readonly CaseLayer[]; readonly answer: Answer },
  { bash }: ShellCommand,
): boolean => FETCHES.test(bash) && given.some((one) => one === answer.layer)

/** Does a step show the layer of an answer? */
export const settlesLayer = ({ settles: { layers } }: NextStep, layer: Answer['layer']): boolean =>
  layers.some((one) => one === layer)

/** Does each command that fetches the layer of the answer wait for a name? Those of other layers tell nothing of it. */
export const needsName = (needed: readonly NextStep[], layer: Answer['layer']): boolean => {
  const ofLayer = needed.filter((step) => settlesLayer(step, layer))
  return ofLayer.length > 0 && ofLayer.every(({ commands }) => commands.every(({ bash }) => hasBlank(bash)))
}

/** Does a command search the events of CloudTrail? It repeats what the error says, and no more where it is known what to do. */
export const searchesEvents = (bash: string): boolean => bash.startsWith('aws cloudtrail lookup-events')

/** A command that shows something: what changes something stands behind the one thing that is said first. */
const SHOWS =
  /^(?:aws [a-z\d-]+ (?:get|list|describe|head|lookup|search|scan|decode|simulate|validate)-|aws configure list|date |dig |curl |nslookup |kubectl (?:auth can-i|get|describe) )/

/** Does a command only show something? */
export const showsOnly = (bash: string): boolean => SHOWS.test(bash)
