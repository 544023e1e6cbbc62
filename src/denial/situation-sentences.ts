import { setOwn } from '../text/own'
import { findSays, type SaidSituation } from '../facts/situations/find-says'
import type { SituationShape } from '../facts/situations/situation'
import { isRefusal, SITUATIONS } from '../facts/situations/situations'
import { pieceOf, type DenialSentence, type Fragment, type FragmentName, type Implied } from './denial-sentence'

/** The gaps of a shape that are parts of the denial; the others are names that the text tells besides. */
const PARTS: readonly FragmentName[] = ['principal', 'action', 'resource']

const isPart = (name: string): name is FragmentName => PARTS.includes(name as FragmentName)

/** What follows from the row for what its sentence does not write: the service that was refused, and what it asked for. */
function impliedBy({ refused, actions = [] }: SituationShape): Implied {
  const [only] = actions.length === 1 ? actions : []
  return {
    ...(refused?.endsWith('.amazonaws.com') && actions.length > 0 ? { principal: refused } : {}),
    ...(only === undefined ? {} : { action: only }),
  }
}

/** The service of all that can have been refused, where it is one. */
function serviceOf({ actions = [] }: SituationShape): Pick<DenialSentence, 'service'> {
  const [service, ...others] = new Set(actions.map((action) => action.split(':', 1)[0]))
  return service === undefined || others.length > 0 ? {} : { service }
}

function sentenceOf(text: string, { id, start, end, groups }: SaidSituation): DenialSentence {
  const row = SITUATIONS[id]
  const pieces: Partial<Record<FragmentName, Fragment>> = {}
  const named: Record<string, string> = {}
  for (const [name, range] of Object.entries(groups)) {
    if (isPart(name)) pieces[name] = pieceOf(text, ...range)
    else setOwn(named, name, text.slice(...range))
  }
  const isDenial = isRefusal(id)
  return {
    row: id,
    start,
    end,
    pieces: isDenial ? pieces : {},
    decision: 'unknown',
    layer: 'unknown',
    situation: id,
    ...(isDenial ? { weak: true, implies: impliedBy(row), ...serviceOf(row) } : {}),
    ...(Object.keys(named).length > 0 ? { named } : {}),
  }
}

/** What the client of a service says where it did not reach the other one: then nobody refused anything. */
const UNREACHED =
  /\bi\/o\stimeout\b|\bdial\stcp\b|\bconnection\s(?:refused|timed\sout|reset)|\bcontext\sdeadline\sexceeded|\bTLS\shandshake\stimeout\b|\bno\ssuch\shost\b|\bRequestCanceled\b|\brequest\ssend\sfailed\b|\bsend\srequest\sfailed\b/i

/** How far the error goes on behind the sentence. */
const REST = 800

/** Does the error end in one of the network? The inner error decides, the outer one tells who called. */
const isOfNetwork = (text: string, { id, end }: SaidSituation): boolean =>
  isRefusal(id) && UNREACHED.test(text.slice(end, end + REST).split('\n', 1)[0] ?? '')

/** The sentences of the text that the registry of situations knows, in order: those that a policy decides, and the others. */
export function findSituationSentences(text: string): {
  readonly denials: readonly DenialSentence[]
  readonly others: readonly DenialSentence[]
} {
  const all = findSays(text)
    .filter((one) => !isOfNetwork(text, one))
    .map((one) => sentenceOf(text, one))
  const isDenial = ({ weak }: DenialSentence) => weak === true
  return { denials: all.filter(isDenial), others: all.filter((one) => !isDenial(one)) }
}
