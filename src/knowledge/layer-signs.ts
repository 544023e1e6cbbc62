import { serviceOfAction } from '../iam/action'
import type { Layer } from '../iam/layers'
import { GUARDRAILS } from './guardrail-names'
import type { Clue, Observation } from './knowledge'
import { textsIn } from './observe'

/** Words, in lower case, with which a text speaks of a layer; none for the caller's own policies, of which every text speaks. */
const SIGNS: Readonly<Record<Layer, readonly string[]>> = {
  identity: [],
  boundary: ['permissions boundary', 'permission boundary'],
  session: ['get-federation-token', 'session policy', 'session policies'],
  scp: ['service control polic', ' scp', 'control tower', 'landing zone', 'aws organizations', ...GUARDRAILS],
  rcp: ['resource control polic', ' rcp'],
  resource: [],
  trust: [],
  endpoint: ['vpc endpoint', 'vpce-', 'privatelink', 'gateway endpoint', 'interface endpoint'],
}

/** Is it the service that was called? Every call of it names it. */
const isCalled = ({ action }: Observation, text: string): boolean =>
  action !== null && text.replaceAll(' ', '').endsWith(serviceOfAction(action))

/** A command that somebody ran: it speaks of what it prints alone. */
const COMMANDS = /\baws organizations [a-z]+-[a-z-]+/g

const withoutCommands = (seen: Observation): Observation => {
  const blanked = (text: string): string => text.replace(COMMANDS, (command) => ' '.repeat(command.length))
  return { ...seen, text: blanked(seen.text), lowerText: blanked(seen.lowerText) }
}

/** What in the text speaks of a layer. */
export const signsOfLayer = (seen: Observation, layer: Layer): readonly Clue[] =>
  textsIn(
    withoutCommands(seen),
    SIGNS[layer].filter((text) => !isCalled(seen, text)),
  )
