import { isArnOf } from '../iam/arn'
import { isNarrower, servicePrincipalOf } from './service-callers'
import { findByGrammar } from './service-grammar'
import { overlaps, type DenialSentence } from './denial-sentence'
import { isAskedBelow } from './told-sentences'
import { SITUATIONS, type SituationId } from '../facts/situations/situations'
import type { Wrapper } from './wrapper'

/** Words such as "Access denied", with which a sentence that says more may begin. */
const HEADS = new Set(['access denied', 'somebody has no permission'])

/** Is a sentence no more than such words? */
export const isHead = ({ row }: DenialSentence): boolean => HEADS.has(row)

/** What a situation implies of a resource is of its own action: a sentence that names another one has another resource. */
function ofAction(implies: DenialSentence['implies'], { pieces }: DenialSentence): DenialSentence['implies'] {
  if (implies === undefined || pieces.action === undefined || pieces.action.value === implies.action) return implies
  const { principal } = implies
  return principal === undefined ? {} : { principal }
}

/** A role, or a session of one, that AWS names as the one it refused. */
const isRole = (principal: string): boolean =>
  isArnOf(principal, 'sts', 'assumed-role/') || isArnOf(principal, 'iam', 'role/')

/** Is a service itself refused in a situation, where the sentence names a role? Then it is of that role's policies. */
export const isOfAnother = (principal: string | null | undefined, situation: SituationId | undefined): boolean =>
  situation !== undefined &&
  SITUATIONS[situation].decides === 'resource' &&
  SITUATIONS[situation].refused?.endsWith('.amazonaws.com') === true &&
  isRole(principal ?? '')

/** A sentence of the tables with the situation that its words are of too, and what follows from that. */
export const ofSituation = (
  sentence: DenialSentence,
  { situation, named, pieces, implies }: DenialSentence,
): DenialSentence => ({
  ...sentence,
  ...(situation === undefined || isOfAnother(sentence.pieces.principal?.value, situation) ? {} : { situation }),
  ...(named === undefined ? {} : { named }),
  pieces: { ...pieces, ...sentence.pieces },
  implies: {
    ...ofAction(implies, sentence),
    ...sentence.implies,
    ...(implies?.principal !== undefined &&
      isNarrower(implies.principal, sentence.implies?.principal) && { principal: implies.principal }),
  },
})

/** Does a sentence say that a role was not assumed, and not who could not? */
const lacksService = ({ weak, implies, pieces }: DenialSentence): boolean =>
  weak === true &&
  (implies?.action ?? pieces.action?.value) === 'sts:AssumeRole' &&
  implies?.principal === undefined &&
  pieces.principal === undefined

/** A row that knows the words beside a sentence knows more than its structure tells. */
const NEAR = 160

/** The frame of a call that is not the one to assume a role: then a service could not assume it. */
const OTHER_CALL = /\bcalling\sthe\s(?!AssumeRole|GetFederationToken)[A-Z]\w{2,80}\soperation:\s[^\n]{0,80}$/

/** Is it of no situation, or of the one that says no more than its words? */
const isOpen = ({ situation }: DenialSentence): boolean => situation === undefined || situation === 'role-not-assumable'

/** A sentence of a role that was not assumed, with the service that its words name. */
function withService(text: string, sentence: DenialSentence, read: readonly DenialSentence[]): DenialSentence {
  const near = read.filter((one) => overlaps(one, sentence.start, sentence.end))
  const isCalled = OTHER_CALL.test(text.slice(Math.max(0, sentence.start - NEAR), sentence.start))
  const same =
    near.find((one) => one.implies?.principal !== undefined) ??
    (isCalled ? near.find(({ situation }) => situation === 'service-may-not-assume') : undefined)
  return same && isOpen(sentence) && lacksService(sentence) ? ofSituation(sentence, same) : sentence
}

/** Does a sentence say who was refused, or only that somebody was, and not what? */
const lacksAction = ({ weak, situation, implies, pieces }: DenialSentence): boolean =>
  situation === undefined &&
  implies?.action === undefined &&
  pieces.action === undefined &&
  (weak === true || pieces.principal !== undefined) &&
  pieces.layerPolicyArn === undefined

/** Does a sentence say what was refused, and nothing of whom, or by which policy? */
export const lacksParty = ({ layer, situation, implies, pieces }: DenialSentence): boolean =>
  layer === 'unknown' &&
  situation === undefined &&
  implies?.principal === undefined &&
  pieces.principal === undefined &&
  pieces.layerPolicyArn === undefined

/** How far behind one sentence the next begins. */
const NEXT = 3

/** Is the role that was found what the sentence says was asked for, as a role that is handed over? Then it did not call. */
const namesResource = ({ implies }: DenialSentence, { pieces: { resource } }: DenialSentence): boolean =>
  implies?.principal !== undefined && implies.principal === resource?.value

/** A sentence that names no action, or a role only in other words, with what its structure tells besides. */
function withAction(sentence: DenialSentence, read: readonly DenialSentence[], isExplained: boolean): DenialSentence {
  const same = read.find((one) => overlaps(one, sentence.start, sentence.end))
  const next = read.find((one) => overlaps(one, sentence.start, sentence.end + NEXT))
  const ofRole = [same, next].find((one) => one?.situation === 'service-role-lacks' && !namesResource(one, sentence))
  if (ofRole && lacksParty(sentence) && !isExplained) return ofSituation(sentence, ofRole)
  return same && lacksAction(sentence) ? ofSituation(sentence, same) : sentence
}

/** A service that is named, and not what it may not do: the words beside it say whose permission is missing. */
const isVague = ({ pieces: { principal, action }, implies }: DenialSentence): boolean =>
  action === undefined &&
  implies?.action === undefined &&
  principal?.value.startsWith('arn:') === false &&
  servicePrincipalOf(principal.value) !== null

/** Where no sentence says more than that access was denied, those that are read by their structure stand in its place. */
export function withGrammar(
  text: string,
  wrappers: readonly Wrapper[],
  known: DenialSentence[],
  others: readonly DenialSentence[],
): DenialSentence[] {
  const isSaid = known.some((one) => !isHead(one) && !isVague(one))
  if (isSaid && !known.some((one) => lacksService(one) || lacksAction(one) || lacksParty(one))) return known
  const read = findByGrammar(text, wrappers).filter(
    (one) => !isAskedBelow(text, one) && !others.some((other) => overlaps(other, one.start - NEAR, one.end + NEAR)),
  )
  // The inner error decides: what one service says in words of its own explains what another one passes on.
  const isExplained = known.some(({ situation }) => situation !== undefined)
  if (isSaid) return known.map((one) => withAction(withService(text, one, read), read, isExplained))
  return read.length === 0 ? known : [...read]
}
