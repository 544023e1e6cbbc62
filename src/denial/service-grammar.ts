import type { SituationId } from '../facts/situations/situations'
import type { DenialSentence, Implied } from './denial-sentence'
import { prescribedRole, usualRole, type ServiceRole } from '../facts/service-roles'
import { readPlain } from './plain-grammar'
import { readBucket } from './bucket-grammar'
import { A_LINKED_ROLE, LINKED_ROLE, readLinked, readPassed } from './role-grammar'
import { DENIED, given, type Grammar, type Read } from './grammar'
import { refusingPolicy } from './refusing-policy'
import { partyOf, type Party } from './refused-party'
import { readThing, roleIn, type SoughtThing } from './sought-thing'
import { actionInWords, actionOnArn, actionThatFailed } from './operation-phrase'
import { AN_ACTION, isOfAwsByWords, KEY_IS_OFF, namesThing, OF_AWS } from './names-of-aws'
import { REFUSED_IN_WORDS } from './refused-in-words'
import { UNREACHED } from './situation-sentences'
import { principalsNamedIn } from './service-callers'
import { speakerOf } from './speaking-service'
import { withoutHeld } from './held-already'
import { isCompared, isOfGuide } from './told-sentences'
import type { Wrapper } from './wrapper'
import { lastInPath } from '../iam/arn'

/** A sentence ends at a full stop before a blank, or with its line. */
const SENTENCE = /[^\n.!?]{1,500}(?:[.!?](?!\s|$)[^\n.!?]{1,500}){0,20}[.!?]?/g

/** What has to be so, where an error says it. */
const DEMANDED = /\b(?:please|must|should|make\ssure|ensure|verify|check|configure|invalid|incorrect|missing)\b/i

/** What is told of a case that need not be so. */
const SUPPOSED = /\b(?:if|unless|whether|(?<!occurred\s)when(?!\scalling\sthe)|to\sallow|so\sthat)\b/i

/** What a service that was not let in could not do. */
const REACHES =
  /\b(?:permissions?|privileges?|access(?:ing)?|authori[sz]ed|allow(?:ed)?|grant(?:ed)?|apply|invoke|publish|send|write|read|deliver|use|put|upload|download|decrypt|encrypt)\b/i

const SITUATION_OF: Readonly<Record<Party, SituationId>> = {
  trust: 'service-may-not-assume',
  'unfit-role': 'service-role-unfit',
  'given-role': 'service-role-lacks',
  resource: 'service-refused-by-resource',
  caller: 'caller-lacks-for-service',
  open: 'service-refused-somewhere',
}

/** What follows from who was refused: a role is what is assumed, or who asked. */
function impliedBy(party: Party, { words, rest }: Read, speaker: string | undefined, thing: SoughtThing): Implied {
  const role = roleIn(words) ?? roleIn(rest)
  const sought = { ...given('action', thing.action), ...given('resource', thing.resource) }
  if (party === 'trust' || party === 'unfit-role')
    return { action: 'sts:AssumeRole', ...given('principal', speaker), ...given('resource', role) }
  if (thing.action === LINKED_ROLE) return { action: LINKED_ROLE }
  if (party === 'given-role') return { ...given('principal', roleIn(words)), ...sought }
  const isOfLinked = /\bservice-linked\srole\b/i.test(`${words} ${rest}`)
  return party === 'resource' && !isOfLinked ? { ...given('principal', speaker), ...sought } : sought
}

/** Words of a role by its name alone: it isn't there, or lacks something. */
const ROLE_LACKS = /\b(?:missing|lacks?|insufficient|permissions?)\b/i
const ROLE_IS_GONE = /\b(?:(?:does\snot|doesn['\u2019]t)\sexist|not\s(?:be\s)?found)\b/i

/** What the managed policies of a role of a service are called, for the sentences of its row. */
const namesOf = ({ policies, principal }: ServiceRole): Readonly<Record<string, string>> => {
  const [first = '', second] = policies.map((one) => `arn:aws:iam::aws:policy/${one}`)
  return {
    roleService: principal,
    rolePolicies: policies.map(lastInPath).join(', '),
    rolePolicy: first,
    ...(second !== undefined && { furtherPolicy: second }),
  }
}

/** Managed policies by their names, where a sentence lists them. */
const MANAGED = /\b(?:Amazon|AWS)(?:[A-Z]\w{2,60}|_\w{2,60}){1,3}(?:Policy|ReadOnly|PullOnly|FullAccess|ServiceRole)\b/g

/** A role of which a service's page, or the message, says which managed policies it has. */
function readPrescribed(
  { words, context, rest }: Read,
  party: Party,
  speaker: string | undefined,
  thing: SoughtThing,
): Pick<Grammar, 'situation' | 'named'> | null {
  if (party !== 'unfit-role' && party !== 'given-role') return null
  if (party === 'given-role' && (thing.action !== undefined || thing.resource !== undefined)) return null
  const listed = [...new Set(`${words} ${rest}`.match(MANAGED) ?? [])]
  if (party === 'given-role' && listed.length > 0)
    return { situation: 'prescribed-role-lacks', named: { rolePolicies: listed.join(', ') } }
  const named = prescribedRole(`${context} ${rest}`)
  const isOfService = speaker !== undefined && /\bservice\srole\b/i.test(words)
  const row = named?.role ?? (isOfService ? usualRole(speaker) : null)
  if (row === null || row.policies.length === 0) return null
  const said = roleIn(words)
  const roleName = named?.name ?? (said && lastInPath(said))
  return {
    situation: party === 'unfit-role' ? 'prescribed-role-unfit' : 'prescribed-role-lacks',
    named: { ...namesOf(row), ...(roleName !== undefined && { roleName }) },
  }
}

/** Of a caller that it has too little, which is more than a bare refusal. */
const CALLER_LACKS =
  /\b(?:you|user|caller|credentials)\b[^.]{0,40}\sinsufficient\s(?:\w+\s)?(?:permissions?|privileges?)\b/i

/** Do the words say of the service itself that the role does not trust it? */
const saysTrust = (words: string, speaker: string | undefined): boolean =>
  /\btrust/i.test(words) &&
  !/\bservice\saccount\b/i.test(words) &&
  (speaker === undefined || words.includes(speaker) || principalsNamedIn(words).includes(speaker))

/** A service, or a role given to it, or the caller whose credentials it works with. */
function readService(read: Read): Grammar | null {
  const { words, rest, context, isFramed, isRefused } = read
  const prescribed = prescribedRole(words)
  const speaker = prescribed?.role.principal ?? speakerOf(read)
  if (speaker === undefined && !read.isOfAws && ![OF_AWS, AN_ACTION].some((one) => one.test(`${context} ${rest}`)))
    return null
  const thing = readThing(read)
  const isGone = prescribed !== null && ROLE_IS_GONE.test(words)
  const told = isGone ? 'unfit-role' : partyOf(read, speaker, thing.target)
  const party = told ?? (prescribed !== null && ROLE_LACKS.test(words) ? 'given-role' : null)
  if (party === null) return null
  // A role is a word of any text: that it could not be used is of AWS where a service or a role of it is named.
  if (
    party === 'unfit-role' &&
    speaker === undefined &&
    !isFramed &&
    !/\barn:aws|\bIAM\srole\b/.test(`${words} ${rest}`)
  )
    return null
  const isOfThing = party === 'resource' || party === 'open' || party === 'caller'
  if (isOfThing && !REACHES.test(words) && !AN_ACTION.test(words)) return null
  const isBare = /\b(?:denied|forbidden|failure|insufficient)\b/i.test(words)
  const isTold = party === 'resource' || (party === 'open' ? speaker !== undefined : CALLER_LACKS.test(words))
  if (isOfThing && isBare && !isTold) return null
  const isNamed = speaker !== undefined || isFramed
  return {
    situation:
      party === 'trust' && !isNamed
        ? 'role-not-assumable'
        : party === 'open' && thing.target === 'key'
          ? 'key-refused-somewhere'
          : SITUATION_OF[party],
    ...(party === 'trust' && isRefused && saysTrust(words, speaker) && { layer: 'trust' }),
    ...(isOfThing && thing.target === 'bucket' && { service: 's3' }),
    ...readPrescribed(read, party, speaker, thing),
    ...(party === 'resource' &&
      (thing.target === 'image' || thing.action?.startsWith('ecr:') === true) && {
        situation: 'service-pulls-image' as const,
      }),
    ...(party === 'given-role' &&
      A_LINKED_ROLE.test(`${words} ${rest}`) && { situation: 'linked-role-refused' as const }),
    ...(thing.action === LINKED_ROLE && { situation: 'linked-role-create' as const }),
    implies: impliedBy(party, read, speaker, thing),
  }
}

/** An operation that the words of a refusal name, where nobody is spoken of. */
function readOperation({ words, verb, isCalled, isRefused }: Read): Grammar | null {
  if (!isRefused) return null
  const implies = actionOnArn(words) ?? actionThatFailed(words)
  if (implies !== undefined) return { implies }
  if (isCalled || !DENIED.test(words)) return null
  const action = actionInWords(words.slice(verb))
  return action === undefined ? null : { implies: { action } }
}

/** A text so short is no more than the error. */
const ALONE = 700

/** How far back the words before are looked for, and how far the error goes on. */
const BEFORE = 90
const HEAD = 250
const REST = 400

/** A command of AWS's CLI, alone in its line: what stands below it is its answer. */
const PRINTED_BY = /(?:^|\n)[^\w\n]{0,4}aws\s[a-z][a-z\d-]{1,40}\s[a-z]{3,20}-[a-z][^\n]{0,200}\n/

/** How near the code of an error stands to what it says. */
const NEAR = 400

/** A line that a program begins so when it fails. */
const ERROR_HEAD =
  /^\W{0,4}(?:Invalid|Incorrect|Missing)\s[\w\s]{1,40}:\s[^\n]{0,120}$|(?:\b[A-Z]\w{1,60}(?:Exception|Error|Fault)|\b(?:error|failed|problem|unable\sto|could\snot))\b[^\n]{0,120}$|(?:"|\b)\w{0,20}(?:error|message|reason|cause|details)\w{0,20}"?\s?[:=]\s?"?[^"\n]{0,120}$/i

/** A line that begins with the name of an error in one word. */
const CODE_HEAD = /(?:^|\n)\s{0,20}(?:[\w.]{1,80}\.)?(?:[A-Z][a-z]{1,20}){2,9}:\s[^\n]{0,120}$/

/** A statement of a program that would say so: its text has gaps still. */
const OF_CODE = /%[sd]\b|\braise\s[A-Z]|\bthrow\snew\s|\bexpect\(|\.to[A-Z]\w{1,30}\(|\bassert\w{0,20}\(/

function readSentence(text: string, wrappers: readonly Wrapper[], words: string, start: number): Read | null {
  const end = start + words.length
  if (
    OF_CODE.test(words) ||
    !(namesThing(words) || isOfAwsByWords(words)) ||
    KEY_IS_OFF.test(words) ||
    UNREACHED.test(text.slice(start, end + REST).split('\n', 1)[0] ?? '')
  )
    return null
  const near = wrappers.filter((one) => one.start < end + NEAR && start - NEAR < one.end)
  const refused = REFUSED_IN_WORDS.exec(words)
  const sought = refused ?? DEMANDED.exec(words)
  const head = text.slice(Math.max(0, start - 160), start + (sought?.index ?? 0))
  const isFramed = near.length > 0 || ERROR_HEAD.test(head) || CODE_HEAD.test(head)
  const verb = isFramed ? sought : refused
  if (verb === null || SUPPOSED.test(words.slice(0, verb.index))) return null
  if ((!isFramed && text.trim().length > ALONE) || isOfGuide(text, start + verb.index)) return null
  if (isCompared(text, { start, end })) return null
  return {
    words,
    context: text.slice(Math.max(0, start - BEFORE, text.lastIndexOf('\n', start - 1) + 1), end),
    head: text.slice(Math.max(0, start - HEAD), start),
    rest: withoutHeld(text.slice(end, end + REST).split('\n\n', 1)[0] ?? ''),
    verb: verb.index,
    isRefused: refused !== null,
    operations: near.flatMap(({ fields }) => (fields.operation ? [text.slice(...fields.operation)] : [])),
    isFramed,
    isOfAws: near.length > 0 || PRINTED_BY.test(text.slice(Math.max(0, start - HEAD), start)),
    isCalled: near.some(
      ({ fields, rank }) => fields.operation !== undefined || (rank === 0 && fields.errorCode !== undefined),
    ),
  }
}

/** Where one member of an object or list ends and the next begins. */
const NEXT_MEMBER = /"\s{0,4}[:,]\s{0,4}["{[]/

/** The string of JSON in which a text says what happened; all of a text that is no JSON; null where none of it says so. */
function stringIn(text: string, start: number): { readonly words: string; readonly start: number } | null {
  if (!NEXT_MEMBER.test(text)) return { words: text, start }
  const verb = REFUSED_IN_WORDS.exec(text) ?? DEMANDED.exec(text)
  if (verb === null) return null
  const from = text.lastIndexOf('"', verb.index) + 1
  const to = text.indexOf('"', verb.index)
  return { words: text.slice(from, to < 0 ? text.length : to), start: start + from }
}

/** A reason in capitals: its words say it, as `EXECUTION_ROLE_INSUFFICIENT_PERMISSIONS` does. */
const REASON = /(?<![\w-])(?=[A-Z_]{0,60}(?:ROLE|PERMISSION|DENIED))[A-Z]{2,20}(?:_[A-Z]{2,20}){1,9}(?![\w-]|\s?[:=])/g

/** More of one text say nothing more. */
const MOST = 3

/** What follows from a sentence: those that name a thing by words that others have too are asked first. */
const grammarOf = (read: Read): Grammar | null =>
  namesThing(read.words)
    ? (readPassed(read) ??
      readLinked(read) ??
      readService(read) ??
      refusingPolicy(read) ??
      readBucket(read) ??
      readPlain(read) ??
      readOperation(read))
    : readPlain(read)

/** The sentences of a text in which a service says in its own words that it, or a role given to it, was not let in. */
export function findByGrammar(whole: string, wrappers: readonly Wrapper[]): readonly DenialSentence[] {
  const text = whole.replaceAll(REASON, (reason) => reason.toLowerCase().replaceAll('_', ' '))
  if (!REFUSED_IN_WORDS.test(text) && !DEMANDED.test(text)) return []
  const found: DenialSentence[] = []
  for (const { 0: line, index } of text.matchAll(SENTENCE)) {
    const said = stringIn(line, index)
    if (said === null) continue
    const { words, start } = said
    const read = readSentence(text, wrappers, words, start)
    const grammar: Grammar | null = read && grammarOf(read)
    if (read === null || !grammar) continue
    const { situation, layer = 'unknown', service, named, implies } = grammar
    const frames = wrappers.filter((one) => one.start >= start && one.end <= start + read.verb)
    found.push({
      row: 'by its structure',
      start: Math.max(start, ...frames.map((one) => one.end)),
      end: start + words.length,
      pieces: {},
      decision: 'unknown',
      layer,
      weak: true,
      ...(service !== undefined && { service }),
      ...(situation !== undefined && { situation }),
      ...(named !== undefined && { named }),
      implies,
    })
    if (found.length === MOST) break
  }
  return found
}
