import type { Facts } from '../../knowledge/knowledge'
import type { SituationAnswer } from '../../facts/situations/situation-row'
import { join, type Phrase } from '../../text/phrase'
import { messageIfKnown } from '../../text/message'
import { plainText } from '../../text/phrase'
import { own } from '../../text/own'
import { KIND_MESSAGES } from '../messages/kinds'
import { rowPhrase } from './row-phrase'

/** The title of a situation, with the service that speaks where the error names it. */
export function situationTitle({ title, titleOf: template }: SituationAnswer, facts: Facts): string {
  const saidBy = own(facts, 'saidBy')
  const said = template === undefined ? null : messageIfKnown(template, { saidBy })
  return said === null ? title : plainText(said)
}

/** What a situation means; of a kind of errors also what the service says. */
export function meansOf({ means }: SituationAnswer, facts: Facts): Phrase {
  const said = messageIfKnown(KIND_MESSAGES.said, { words: own(facts, 'saidWords') })
  return join(rowPhrase(means, facts), ...(said === null ? [] : [' ', ...said]))
}
