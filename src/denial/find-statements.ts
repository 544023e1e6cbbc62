import { REQUEST_PARTS } from '../iam/request-parts'
import { isServicePrincipal } from '../iam/principal'
import { once } from '../text/once'
import { requiredWords, spaced } from '../text/required-words'
import { AUTHORIZATION_ID } from './authorization-ids'
import { attachBlobs, readLoneBlob } from './find-blobs'
import { findBareCodes } from './find-bare-codes'
import { findRefusedAddresses } from './find-refused-addresses'
import { findCutSubjects } from './find-remains'
import { findTranslated } from './find-translated'
import { findLoneReasons, findRefusals } from './read-refusal'
import { readFurtherActions } from './read-action'
import { claimOf } from './reasons'
import { isForm, isMentioned } from './mentions'
import { isOfAwsByWords, OF_AWS } from './names-of-aws'
import { trimValue } from './read-value'
import { SENTENCES, sentenceName } from './sentences'
import {
  followsAtOnce,
  overlaps,
  pieceOf,
  type Fragment,
  type FragmentName,
  type DenialSentence,
} from './denial-sentence'
import { isOfGuide, isTold } from './told-sentences'
import { isHead, lacksParty, ofSituation, withGrammar } from './with-grammar'
import type { Wrapper } from './wrapper'

/** The rows, each with what it is looked for by; made when a text is read. */
const rows = once(() => SENTENCES.map((row) => ({ row, words: requiredWords(row.pattern) })))

/** The sentences with words of their own, in the order of their table. */
function findSentences(text: string): DenialSentence[] {
  const found: DenialSentence[] = []
  /** What rows before this one took, in the order of the text. */
  let taken: DenialSentence[] = []
  const read = spaced(text)
  for (const { row, words } of rows()) {
    if (words !== null && !read.includes(words)) continue
    const before = found.length
    let next = 0
    for (const match of text.matchAll(row.pattern)) {
      const start = match.index
      const end = start + match[0].length
      while (next < taken.length && taken[next]!.end <= start) next += 1
      if (next < taken.length && overlaps(taken[next]!, start, end)) continue
      const pieces: Partial<Record<FragmentName, Fragment>> = {}
      for (const name of REQUEST_PARTS) {
        const range = match.indices?.groups?.[name]
        if (range === undefined) continue
        const piece = pieceOf(text, range[0], range[1])
        pieces[name] = name === 'resource' ? trimValue(piece) : piece
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
    if (found.length > before) taken = [...taken, ...found.slice(before)].sort((a, b) => a.start - b.start)
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

/** The sentences without the words that are the beginning of another one. */
const withoutHeads = (sentences: readonly DenialSentence[]): DenialSentence[] =>
  sentences.filter((sentence, i) => {
    const near = [sentences[i - 1], sentences[i + 1]]
    return !isHead(sentence) || !near.some((one) => one && !isHead(one) && overlaps(one, sentence.start, sentence.end))
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

/** How near words of AWS show that whoever has no permission has none of AWS. */
const OF_AWS_NEAR = 600

/** Has somebody no permission in a program that has nothing of AWS in it? */
const isOfProgram = (text: string, { row, start, end }: DenialSentence): boolean => {
  if (row !== 'somebody has no permission') return false
  const near = text.slice(Math.max(0, start - OF_AWS_NEAR), end + OF_AWS_NEAR)
  return !OF_AWS.test(near) && !isOfAwsByWords(near)
}

/** Is no caller, thing or layer named, so that the words can also stand where nothing happened? */
const namesNoParty = ({ pieces, layer }: DenialSentence): boolean =>
  pieces.principal === undefined && pieces.resource === undefined && layer === 'unknown'

/** Does a text only tell of a refusal, mention its name, or show its form? */
const isOnlyWords = (text: string, sentence: DenialSentence): boolean =>
  isTold(text, sentence) ||
  isOfProgram(text, sentence) ||
  isForm(text, sentence) ||
  (namesNoParty(sentence) && isMentioned(text, sentence.start, sentence.end))

/** Is what was read off its form advice of a guide, or a line of release notes? */
const isFormOfGuide = (text: string, sentence: DenialSentence): boolean =>
  sentence.row === 'by its structure' &&
  namesNoParty(sentence) &&
  (isOfGuide(text, sentence.start) || isMentioned(text, sentence.start, sentence.end))

/** All that the text says was refused, in order. */
export function findStatements(
  text: string,
  wrappers: readonly Wrapper[],
  said: { readonly denials: readonly DenialSentence[]; readonly others: readonly DenialSentence[] },
): DenialSentence[] {
  const order = (list: DenialSentence[]) => list.sort((a, b) => a.start - b.start)
  const own = order(findSentences(text).filter((one) => !isOnlyWords(text, one)))
  const refusals = findRefusals(
    text,
    own.filter((sentence) => !isHead(sentence)),
  ).filter((one) => !isOnlyWords(text, one))
  const sentences = withoutHeads(order(withSituations([...own, ...refusals], said.denials)))
  const blobs = attachAuthorizationIds(text, attachBlobs(text, joinPreambles(text, sentences)))
  const reasons = order([...blobs, ...findLoneReasons(text, blobs)])
  const cut = order([...reasons, ...findCutSubjects(text, reasons)])
  const whole = withGrammar(text, wrappers, cut, said.others).filter((one) => !isFormOfGuide(text, one))
  const told = whole.length > 0 ? whole : findTranslated(text, wrappers)
  const all = order([...told, ...findBareCodes(text, wrappers, told).filter((one) => !isOnlyWords(text, one))])
  if (all.length > 0) return all.map(ofItsRole(text))
  const alone = readLoneBlob(text)
  return alone ? [alone] : said.others.length > 0 ? [] : findRefusedAddresses(text)
}
