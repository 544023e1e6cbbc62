import { REQUEST_PARTS } from '../iam/request-parts'
import { arnsOfKind, labelledArn } from '../iam/arn-in-text'
import { serviceOfAction } from '../iam/action'
import { regionsIn } from '../iam/regions-in-text'
import { onlyOne } from '../text/only-one'
import { own, setOwn } from '../text/own'
import { findSays, type SaidSituation } from '../facts/situations/find-says'
import type { SituationShape } from '../facts/situations/situation-row'
import { shownBeside } from '../facts/situations/beside/shown-beside'
import { isRefusal, SITUATIONS } from '../facts/situations/situations'
import { principalOfPrefix, principalsNamedIn } from './service-callers'
import {
  NOTHING,
  pieceOf,
  type DenialSentence,
  type Fragment,
  type FragmentName,
  type Implied,
} from './denial-sentence'

const isPart = (name: string): name is FragmentName => REQUEST_PARTS.some((part) => part === name)

/** How far from the sentence the role that it speaks of is named. */
const NEAR_ROLE = 400

/** A longer name than any ARN has. */
const MOST_NAME = 300

/** What stands near a sentence, to where a word ends: half a name is another name. */
function nearOf(text: string, { start, end }: SaidSituation): string {
  const to = end + NEAR_ROLE
  const rest = /^[^\s"',]{0,300}/.exec(text.slice(to, to + MOST_NAME))?.[0] ?? ''
  return text.slice(Math.max(0, start - NEAR_ROLE), to + rest.length)
}

/** The role that an error names, where it names only one. */
const onlyRole = (text: string, said: SaidSituation): string | undefined =>
  onlyOne(arnsOfKind(nearOf(text, said), 'role'))

/** The name of the service that was refused; the Region in it is the one that the error names. */
function serviceName(refused: string, text: string, said: SaidSituation): string {
  if (!refused.includes('{region}')) return refused
  const region = onlyOne(regionsIn(nearOf(text, said)))
  return region === undefined ? refused.replace('{region}.', '') : refused.replace('{region}', region)
}

/** Services that others reach for: who names one of them may speak for another. */
const REACHED = /^(?:cloudwatch|ec2|iam|kms|lambda|logs|s3|secretsmanager|sns|sqs|sts)\b/

/** Is a row of one service, where the line names another, and not that one? Then it only has the same words. */
function isOfOther(text: string, { id, start, end }: SaidSituation): boolean {
  const { refused } = SITUATIONS[id]
  if (refused?.endsWith('.amazonaws.com') !== true) return false
  const line = lineAt(text, start, end)
  const named = [...principalsNamedIn(line), ...(line.match(PRINCIPAL) ?? [])].filter((one) => !REACHED.test(one))
  return named.length > 0 && !named.some((one) => isOfOne(one, refused))
}

const PRINCIPAL = /(?<![\w./@-])(?:[a-z][a-z\d-]{1,40}\.){1,3}amazonaws\.com(?![\w/:-])/g

/** Is a principal that of the other, or of a part of its service? */
function isOfOne(one: string, other: string): boolean {
  const [mine = '', yours = ''] = [one, other].map((name) => name.replace(/\.amazonaws\.com$/, ''))
  return (
    one === principalOfPrefix(yours) ||
    mine.includes(yours) ||
    mine.split(/[.-]/).some((part) => part.length > 1 && yours.includes(part))
  )
}

const lineAt = (text: string, start: number, end: number): string => {
  const from = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - NEAR_ROLE)
  return text.slice(from, end + NEAR_ROLE).split('\n', 1)[0] ?? ''
}

/** What follows from the row for what its sentence does not write: the service that was refused, what it asked for, and of which role. */
function impliedBy(
  { decides, refused, actions = [], on, keyed }: SituationShape,
  text: string,
  said: SaidSituation,
): Implied {
  const [only] = actions.length === 1 ? actions : []
  const role = onlyRole(text, said)
  const thing = keyed && onlyOne([...text.matchAll(labelledArn(keyed.key, keyed.kind))].map(([, arn]) => arn))
  const taker =
    decides === 'trust' && refused === undefined
      ? onlyOne(principalsNamedIn(lineAt(text, said.start, said.end)))
      : undefined
  return {
    ...(taker === undefined ? {} : { principal: taker }),
    ...(refused?.endsWith('.amazonaws.com') && actions.length > 0
      ? { principal: serviceName(refused, text, said) }
      : {}),
    ...(refused === 'everyone' ? { principal: 'anonymous' } : {}),
    ...(only === undefined ? {} : { action: only }),
    ...(decides === 'trust' && only === 'sts:AssumeRole' && role !== undefined ? { resource: role } : {}),
    ...(thing === undefined ? {} : { resource: thing }),
    // A text message goes to no topic.
    ...(only === 'sns:Publish' && on === '*' ? { resource: on } : {}),
    ...(decides === 'resource' && refused === 'given-role' && role !== undefined ? { principal: role } : {}),
  }
}

/** The service of all that can have been refused, where it is one. */
function serviceOf({ actions = [] }: SituationShape): Pick<DenialSentence, 'service'> {
  const [service, ...others] = new Set(actions.map(serviceOfAction))
  return service === undefined || others.length > 0 ? {} : { service }
}

/** How services write a name that commands take in another form. */
const AS_COMMANDS_HAVE_IT: Readonly<Record<string, (written: string) => string>> = {
  region: (written) => written.toLowerCase(),
  // Kinesis puts the account before a stream's name, and the time of its creation behind.
  stream: (written) => written.replace(/^\d{12}:([\w.-]{1,128}):\d{8,16}$/, '$1'),
}

const nameOf = (gap: string, written: string): string => own(AS_COMMANDS_HAVE_IT, gap)?.(written) ?? written

function sentenceOf(text: string, said: SaidSituation): DenialSentence {
  const { id, start, end, groups } = said
  const row = SITUATIONS[id]
  const pieces: Partial<Record<FragmentName, Fragment>> = {}
  const named: Record<string, string> = {}
  for (const [name, range] of Object.entries(groups)) {
    const written = text.slice(...range)
    if (NOTHING.test(written)) continue
    if (isPart(name)) pieces[name] = pieceOf(text, ...range)
    else setOwn(named, name, nameOf(name, written))
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
    ...(isDenial ? { weak: true, implies: impliedBy(row, text, said), ...serviceOf(row) } : {}),
    ...(Object.keys(named).length > 0 ? { named } : {}),
  }
}

/** What the client of a service says where it did not reach the other one: then nobody refused anything. */
export const UNREACHED =
  /\bi\/o\stimeout\b|\bdial\stcp\b|\bconnection\s(?:refused|timed\sout|reset)|\bcontext\sdeadline\sexceeded|\bTLS\shandshake\stimeout\b|\bno\ssuch\shost\b|\bRequestCanceled\b|\brequest\ssend\sfailed\b|\bsend\srequest\sfailed\b/i

/** How far the error goes on behind the sentence. */
const REST = 800

/** Does the error end in one of the network? The inner error decides, the outer one tells who called. */
const isOfNetwork = (text: string, { id, end }: SaidSituation): boolean =>
  isRefusal(id) && UNREACHED.test(text.slice(end, end + REST).split('\n', 1)[0] ?? '')

/** A sentence with what others of its situation name, where they name one thing: services say one error in several. */
function withNamesOf(all: readonly DenialSentence[], one: DenialSentence): DenialSentence {
  const others = all.filter(({ row, named }) => row === one.row && named !== undefined && named !== one.named)
  const gaps = new Set(others.flatMap(({ named = {} }) => Object.keys(named)))
  const named: Record<string, string> = { ...one.named }
  for (const gap of gaps) {
    const name = own(named, gap) ?? onlyOne(others.flatMap((other) => own(other.named ?? {}, gap) ?? []))
    if (name !== undefined) setOwn(named, gap, name)
  }
  return Object.keys(named).length > 0 ? { ...one, named } : one
}

/** The sentences of the text that the registry of situations knows, in order: those that a policy decides, and the others. */
export function findSituationSentences(
  text: string,
  whole = text,
): {
  readonly denials: readonly DenialSentence[]
  readonly others: readonly DenialSentence[]
} {
  const found = findSays(text, whole)
    .filter((one) => !isOfNetwork(text, one) && !isOfOther(text, one))
    .map((one) => sentenceOf(text, { ...one, id: shownBeside(text, one, whole) }))
  const all = found.map((one) => withNamesOf(found, one))
  const isDenial = ({ weak }: DenialSentence) => weak === true
  return { denials: all.filter(isDenial), others: all.filter((one) => !isDenial(one)) }
}
