import { isServicePrincipal } from '../iam/principal'
import { requiredWord } from '../text/required-word'
import { AUTHORIZATION_ID } from './authorization-ids'
import { attachBlobs, readLoneBlob } from './find-blobs'
import { findBareCodes } from './find-bare-codes'
import { findCutSubjects } from './find-remains'
import { findByGrammar } from './service-grammar'
import { findTranslated } from './find-translated'
import { findLoneReasons, findRefusals } from './read-refusal'
import { readFurtherActions } from './read-action'
import { claimOf } from './reasons'
import { SENTENCES, sentenceName } from './sentences'
import { followsAtOnce, pieceOf, type Fragment, type FragmentName, type DenialSentence } from './denial-sentence'
import { servicePrincipalOf } from './service-callers'
import type { Wrapper } from './wrapper'

const GROUPS: readonly FragmentName[] = ['principal', 'action', 'resource']

const overlaps = (a: DenialSentence, start: number, end: number) => a.start < end && start < a.end

const ROWS = SENTENCES.map((row) => ({ row, word: requiredWord(row.pattern) }))

/** What answers somebody so, where a text tells how things are. */
const ANSWERS =
  /\b(?:returns?|receives?|gets?|throws?|raises?|results?\sin|produces?)\s(?:an?|the)\s["'`*\u2018\u201C]{0,2}$/
const FIRST_PERSON = /\b(?:I|we|my|our|me|us|I'm|I\u2019m)\b/
/** What a text that only tells of a denial is longer than. */
const TELLS = 400

/** Words that a test of a program expects. */
const EXPECTED =
  /(?:\bto(?:Throw(?:Error)?|Contain|Equal|Be|Match\w{0,20}|StrictEqual)|\bassert\w{0,30}|\bmatch\s?=|\bexpect\w{0,10})\s?\(?\s?(?:[\w.]{1,40},\s?)?["'`/][^"'`\n]{0,80}$/

/** Does a text tell of a refusal, or expect one, without one that has happened? */
function isTold(text: string, { start, end, row }: DenialSentence): boolean {
  const before = text.slice(Math.max(0, start - 160), start)
  if (EXPECTED.test(before)) return true
  return (
    row === 'access denied' &&
    ANSWERS.test(before) &&
    /^["'`*\u2019\u201D]{0,2}\s(?:errors?|responses?|exceptions?|messages?)\b/.test(text.slice(end, end + 20)) &&
    text.length > TELLS &&
    !FIRST_PERSON.test(text)
  )
}

/** The sentences with words of their own, in the order of their table. */
function findSentences(text: string): DenialSentence[] {
  const found: DenialSentence[] = []
  const lowered = text.toLowerCase()
  for (const { row, word } of ROWS) {
    if (word !== null && !lowered.includes(word)) continue
    for (const match of text.matchAll(row.pattern)) {
      const start = match.index
      const end = start + match[0].length
      if (found.some((s) => overlaps(s, start, end))) continue
      const pieces: Partial<Record<FragmentName, Fragment>> = {}
      for (const name of GROUPS) {
        const range = match.indices?.groups?.[name]
        if (range) pieces[name] = pieceOf(text, range[0], range[1])
      }
      const service = match.groups?.service?.toLowerCase() ?? row.service
      const listed = match.indices?.groups?.action
      const further = listed ? readFurtherActions(text, listed[1]).pieces : []
      const claim = claimOf(match.groups?.reason)
      const implied = typeof row.implies === 'function' ? row.implies(match.groups ?? {}) : row.implies
      const reason = match.indices?.groups?.reason
      if (reason) pieces.reason = pieceOf(text, reason[0], reason[1])
      found.push({
        row: sentenceName(row),
        start,
        end,
        pieces,
        decision: row.decision ?? claim?.decision ?? 'unknown',
        layer: row.layer ?? claim?.layer ?? 'unknown',
        ...(service === undefined ? {} : { service }),
        ...(row.weak ? { weak: true } : {}),
        ...(further.length > 0 ? { furtherActions: further } : {}),
        ...(implied === undefined ? {} : { implies: implied }),
      })
    }
  }
  return found
}

/** EC2 says "You are not authorized to perform this operation." first, and then who, what and why. */
function joinPreambles(text: string, statements: readonly DenialSentence[]): DenialSentence[] {
  const joined: DenialSentence[] = []
  for (const statement of statements) {
    const last = joined.at(-1)
    const isEmpty = last && Object.keys(last.pieces).length === 0 && last.implies === undefined
    const preamble = isEmpty && (last.weak || !statement.weak) && followsAtOnce(text, last.end, statement.start)
    if (preamble) {
      joined[joined.length - 1] = { ...statement, start: last.start }
    } else joined.push(statement)
  }
  return joined
}

/** The id that messages of 2026 end with: https://docs.aws.amazon.com/iam-toolbox/latest/APIReference/ */
function attachAuthorizationIds(text: string, statements: readonly DenialSentence[]): DenialSentence[] {
  const result = [...statements]
  for (const match of text.matchAll(AUTHORIZATION_ID)) {
    const range = match.indices?.[1]
    const owner = result.findLastIndex((s) => s.end <= match.index && match.index - s.end < 400)
    const statement = result[owner]
    if (!range || !statement) continue
    result[owner] = {
      ...statement,
      end: range[1],
      pieces: { ...statement.pieces, authorizationId: pieceOf(text, range[0], range[1]) },
    }
  }
  return result
}

/** Words such as "Access denied", with which a sentence that says more may begin. */
const HEADS = new Set(['access denied', 'somebody has no permission'])
const isHead = ({ row }: DenialSentence): boolean => HEADS.has(row)

/** The sentences without the words that are the beginning of another one. */
const withoutHeads = (sentences: readonly DenialSentence[]): DenialSentence[] =>
  sentences.filter((sentence, i) => {
    const near = [sentences[i - 1], sentences[i + 1]]
    return !isHead(sentence) || !near.some((one) => one && !isHead(one) && overlaps(one, sentence.start, sentence.end))
  })

/** What a situation implies of a resource is of its own action: a sentence that names another one has another resource. */
function ofAction(implies: DenialSentence['implies'], { pieces }: DenialSentence): DenialSentence['implies'] {
  if (implies === undefined || pieces.action === undefined || pieces.action.value === implies.action) return implies
  const { principal } = implies
  return principal === undefined ? {} : { principal }
}

/** A sentence of the tables with the situation that its words are of too, and what follows from that. */
const ofSituation = (
  sentence: DenialSentence,
  { situation, named, pieces, implies }: DenialSentence,
): DenialSentence => ({
  ...sentence,
  ...(situation === undefined ? {} : { situation }),
  ...(named === undefined ? {} : { named }),
  pieces: { ...pieces, ...sentence.pieces },
  implies: { ...ofAction(implies, sentence), ...sentence.implies },
})

/** The sentences of the tables, and those of situations: where both are the same words, one with what both say. */
function withSituations(sentences: readonly DenialSentence[], said: readonly DenialSentence[]): DenialSentence[] {
  const taken = new Set<DenialSentence>()
  const own = sentences.flatMap((sentence): DenialSentence[] => {
    const same = said.find((one) => overlaps(one, sentence.start, sentence.end))
    if (same === undefined) return [sentence]
    if (isHead(sentence)) return []
    taken.add(same)
    return [ofSituation(sentence, same)]
  })
  return [...own, ...said.filter((one) => !taken.has(one))]
}

/** Does a sentence say that a role was not assumed, and not who could not? */
const lacksService = ({ weak, implies, pieces }: DenialSentence): boolean =>
  weak === true &&
  implies?.action === 'sts:AssumeRole' &&
  implies.principal === undefined &&
  pieces.principal === undefined

/** A sentence of a role that was not assumed, with the service that its words name. */
function withService(sentence: DenialSentence, read: readonly DenialSentence[]): DenialSentence {
  const same = read.find((one) => one.implies?.principal !== undefined && overlaps(one, sentence.start, sentence.end))
  return same && sentence.situation === undefined && lacksService(sentence) ? ofSituation(sentence, same) : sentence
}

/** Does a sentence say who was refused, or only that somebody was, and not what? */
const lacksAction = ({ weak, situation, implies, pieces }: DenialSentence): boolean =>
  situation === undefined &&
  implies?.action === undefined &&
  pieces.action === undefined &&
  (weak === true || pieces.principal !== undefined) &&
  pieces.layerPolicyArn === undefined

/** Does a sentence say what was refused, and nothing of whom, or by which policy? */
const lacksParty = ({ layer, situation, implies, pieces }: DenialSentence): boolean =>
  layer === 'unknown' &&
  situation === undefined &&
  implies?.principal === undefined &&
  pieces.principal === undefined &&
  pieces.layerPolicyArn === undefined

/** A sentence that names no action, or a role only in other words, with what its structure tells besides. */
function withAction(sentence: DenialSentence, read: readonly DenialSentence[], isExplained: boolean): DenialSentence {
  const same = read.find((one) => overlaps(one, sentence.start, sentence.end))
  if (!same) return sentence
  const isOfRole = same.situation === 'service-role-lacks' && lacksParty(sentence) && !isExplained
  return lacksAction(sentence) || isOfRole ? ofSituation(sentence, same) : sentence
}

/** A row that knows the words beside a sentence knows more than its structure tells. */
const NEAR = 160

/** A service that is named, and not what it may not do: the words beside it say whose permission is missing. */
const isVague = ({ pieces: { principal, action }, implies }: DenialSentence): boolean =>
  action === undefined &&
  implies?.action === undefined &&
  principal?.value.startsWith('arn:') === false &&
  servicePrincipalOf(principal.value) !== null

/** Where no sentence says more than that access was denied, those that are read by their structure stand in its place. */
function withGrammar(
  text: string,
  wrappers: readonly Wrapper[],
  known: DenialSentence[],
  others: readonly DenialSentence[],
): DenialSentence[] {
  const isSaid = known.some((one) => !isHead(one) && !isVague(one))
  if (isSaid && !known.some((one) => lacksService(one) || lacksAction(one) || lacksParty(one))) return known
  const read = findByGrammar(text, wrappers).filter(
    ({ start, end }) => !others.some((other) => overlaps(other, start - NEAR, end + NEAR)),
  )
  // The inner error decides: what one service says in words of its own explains what another one passes on.
  const isExplained = known.some(({ situation }) => situation !== undefined)
  if (isSaid) return known.map((one) => withAction(withService(one, read), read, isExplained))
  return read.length === 0 ? known : [...read]
}

/** Words of a role that needs or lacks what follows, where no one names the role. */
const ROLE_BEFORE = /\broles?\s(?:also\s|still\s)?$/i

/**
 * A service has no identity-based policies: where AWS says that none allowed it, the role is meant that the service works with;
 * and so it is where a sentence says that "the role" needs something.
 */
const ofItsRole =
  (text: string) =>
  (sentence: DenialSentence): DenialSentence => {
    const { principal, ...pieces } = sentence.pieces
    if (
      lacksParty(sentence) &&
      sentence.weak &&
      ROLE_BEFORE.test(text.slice(Math.max(0, sentence.start - 20), sentence.start))
    )
      return { ...sentence, situation: 'service-role-lacks' }
    if (sentence.layer !== 'identity' || !isServicePrincipal(principal?.value ?? '')) return sentence
    return { ...sentence, pieces, situation: sentence.situation ?? 'service-role-lacks' }
  }

/** All that the text says was refused, in order. */
export function findStatements(
  text: string,
  wrappers: readonly Wrapper[],
  said: { readonly denials: readonly DenialSentence[]; readonly others: readonly DenialSentence[] },
): DenialSentence[] {
  const order = (list: DenialSentence[]) => list.sort((a, b) => a.start - b.start)
  const own = order(findSentences(text).filter((one) => !isTold(text, one)))
  const refusals = findRefusals(
    text,
    own.filter((sentence) => !isHead(sentence)),
  ).filter((one) => !isTold(text, one))
  const sentences = withoutHeads(order(withSituations([...own, ...refusals], said.denials)))
  const blobs = attachAuthorizationIds(text, attachBlobs(text, joinPreambles(text, sentences)))
  const reasons = order([...blobs, ...findLoneReasons(text, blobs)])
  const cut = order([...reasons, ...findCutSubjects(text, reasons)])
  const whole = withGrammar(text, wrappers, cut, said.others)
  const told = whole.length > 0 ? whole : findTranslated(text, wrappers)
  const all = order([...told, ...findBareCodes(text, wrappers, told)])
  if (all.length > 0) return all.map(ofItsRole(text))
  const alone = readLoneBlob(text)
  return alone ? [alone] : []
}
