import { REGION_NAME, regionsIn } from '../iam/regions-in-text'
import { either } from '../text/either'
import {
  worksForATime,
  worksInAnotherAccount,
  worksWithout,
  writtenSentences,
  tellingClauses,
} from '../text/told-contrast'

/** What was found in a text: its words come first. */
export type FoundWords = Readonly<Record<0, string>>

/** A fact that people state of who else is refused, or of what the call does when it is let through. */
type Told = (text: string) => FoundWords | null

/** Some words of a text as something that was found. */
const found = (words: string | null | undefined): FoundWords | null =>
  words === null || words === undefined ? null : [words]

/** That the same caller is let through at first, or after a restart, and refused some time later. */
const endsAfterATime: Told = (text) => found(worksForATime(writtenSentences(text)))

/** What belongs to the place of a call, and not to the call: that is told elsewhere. */
const OF_PLACE = /\b(?:VPC|VPN|proxy|endpoint|MFA)\b/i

/** That the same set-up is let through in another account. */
const passesInAnotherAccount: Told = (text) => found(worksInAnotherAccount(writtenSentences(text)))

/** That the same call is let through without one of its options. */
const passesWithout: Told = (text) => {
  const told = worksWithout(writtenSentences(text))
  return told === null || OF_PLACE.test(told.option) ? null : found(told.sentence)
}

const THINGS = [
  ...['buckets?', 'queues?', 'topics?', 'tables?', 'keys?', 'secrets?', 'parameters?', 'functions?', 'streams?'],
  ...['repositor(?:y|ies)', 'log\\sgroups?', 'clusters?', 'databases?', 'domains?', 'zones?'],
]

const OTHER_THING = new RegExp(
  String.raw`\b(?:other|another|different|older?|own)\s(?:[\w-]{1,20}\s){0,2}(?:${THINGS.join('|')})\b`,
  'i',
)

/** That the caller is let through on another thing of the same kind. */
const passesElsewhere: Told = (text) =>
  found(tellingClauses(writtenSentences(text)).works.find((one) => OTHER_THING.test(one)))

/** A word for somebody who may do everything. */
const ADMIN_NAMED = /\b(?:AdministratorAccess|admin(?:istrator)?s?)\b/i

const ANOTHER_PERSON = either(
  /\b(?:two|three|both|all|several)\sof\sus\b/,
  /\b(?:a|my|our|another|the\sother)\s(?:colleagues?|teammates?|co-?workers?|admins?|administrators?)\b/,
  /\b(?:other|both|two|all|several)\s(?:admins|administrators|colleagues|people)\b/,
)

/** That somebody else tried who may do everything, or with the same rights. */
const ALSO_TRIED = either(
  /\b(?:also|even|additionally)\s(?:tried|tested|with|as|from|using)\b/,
  /\btried\s(?:it\s|this\s)?(?:with|as|using)\s(?:my\sown|another)\b/,
)

/** That two of them end alike. */
const SAME_END = either(
  /\b(?:same|also|too|both|neither|either|likewise|identical)\b[^.\n]{1,60}\b(?:error|result|message|denied|refused|fails?|failed|thing|problem|403)\b/,
  /(?:[-–,:(]|\bis|\bwith)\s(?:the\s)?same\b(?!\s(?:account|region|role|user|key|bucket|permission|rights|policy))/,
  /\bfails?\s(?:too|as\swell|also)\b/,
  /\bgets?\sthe\ssame\b/,
  /\btried\b[^.\n]{1,20}\bboth\b/,
  /\b(?:both|all)\s(?:fail|failed|are\s(?:denied|refused)|get)\b/,
)

/** What turns that word around, or makes a wish of the sentence. */
const NOT_ADMIN = either(
  /\b(?:not|no|without|never)\s(?:an?\s|the\s|have\s)?(?:full\s)?admin/,
  /n['’]t\s(?:\w{1,12}\s)?(?:an?\s)?admin/,
  /\b(?:if|whether|should|need|ask(?:ed)?)\b/,
)

/** That two callers who may do everything are both refused. */
const adminsRefused: Told = (text) => {
  const sentences = writtenSentences(text)
  const isAdmin = (one: string): boolean => ADMIN_NAMED.test(one) && !NOT_ADMIN.test(one)
  const alone = sentences.find(
    (one) => isAdmin(one) && (ANOTHER_PERSON.test(one) || ALSO_TRIED.test(one)) && SAME_END.test(one),
  )
  if (alone !== undefined) return found(alone)
  const at = sentences.findIndex(isAdmin)
  const near = sentences.slice(Math.max(0, at - 2), at + 3)
  return at < 0
    ? null
    : found(near.find((one) => ANOTHER_PERSON.test(one) && SAME_END.test(one) && !NOT_ADMIN.test(one)))
}

/** That the root user of the account calls; on a machine everybody can be `root`. */
const ROOT_USER = either(
  /\b(?:logged|signed)\sin\s(?:as|with)\s(?:the\s)?root\b(?!\son)/,
  /\b(?:as|am|using|with)\s(?:the\s)?(?:AWS\s|account\s)root\b/,
  /\b(?:as|am|using|with)\s(?:the\s)?root\s(?:user|of\s(?:the|our|this|my)\s(?:\w{1,12}\s)?account)\b/,
  /\broot\s(?:user|account)\scredentials\b/,
)

/** That it works with the root user, or is a wish. */
const NOT_REFUSED = /\b(?:works?|worked|not|never|should|could|if)\b|n['’]t\b/i

const rootCalls: Told = (text) =>
  found(writtenSentences(text).find((one) => ROOT_USER.test(one) && !NOT_REFUSED.test(one)))

/** Words by which the caller is the same one. */
export const SAME_CALLER =
  /\b(?:same|these|this)\s(?:[\w-]{1,16}\s){0,2}(?:keys?|credentials?|user|role|profile|token|password|login)\b/i

/** The role that a program has, with which somebody calls from elsewhere. */
const ROLE_OF_PROGRAM =
  /\b(?:with|as|using|assum(?:e|ing))\s(?:the\s)?(?:lambda|function|task|instance|pod|job|node|pipeline|execution)(?:['’]s)?\srole\b/i

/** A host that is named as the place of a call. */
const HOST =
  /\bfrom\s(?:an?|the|our|any)\s(?:[\w-]{1,20}\s){0,2}(?:box|boxes|hosts?|instances?|machines?|servers?|nodes?|subnets?)\b/i

/** That the same caller is let in from another place, in the clause that says what works; another one says what fails. */
export const contrastOfPlaces = (text: string, place: RegExp): FoundWords | null => {
  const { works, fails } = tellingClauses(writtenSentences(text))
  const isPlace = (one: string): boolean => place.test(one) || HOST.test(one)
  return fails.length === 0
    ? null
    : found(works.find((one) => isPlace(one) && (SAME_CALLER.test(one) || ROLE_OF_PROGRAM.test(one))))
}

/** Words by which somebody with all permissions calls. */
const AS_ADMIN =
  /\b(?:as|with|using|under)\s(?:my\s|our\s|an?\s|the\s)?(?:\w{1,12}\s)?(?:admin(?:istrator)?\b(?:\s(?:profile|role|user|credentials|account|access))?|AdministratorAccess\b)/i

/** That somebody with all permissions is let through, in the clause that says what works; another one says what fails. */
export const contrastOfAdmin = (text: string): FoundWords | null => {
  const { works, fails } = tellingClauses(writtenSentences(text))
  return fails.length === 0 ? null : found(works.find((one) => AS_ADMIN.test(one)))
}

/** A Region that a command, a variable or a setting names. */
const REGION_OPTION = new RegExp(
  String.raw`(?:--region[ =]|\bAWS_(?:DEFAULT_)?REGION=|\bregion\s?[=:]\s?)["']?${REGION_NAME}\b`,
  'g',
)

/** That the same works in another Region than the one that the command or the failing clause names. */
export const contrastOfRegions = (text: string): FoundWords | null => {
  const { works, fails } = tellingClauses(writtenSentences(text))
  const told = works.find((one) => regionsIn(one).length > 0 && !/\b(?:if|whether)\b/i.test(one))
  if (told === undefined) return null
  const named = new Set(regionsIn(told))
  const asked = [...fails, ...(text.match(REGION_OPTION) ?? [])].flatMap((one) => [...regionsIn(one)])
  return asked.some((one) => !named.has(one)) ? found(told) : null
}

/** What differs between the call that is refused and one that passes, and who else is refused. */
export const TOLD_DIFFERENCES = {
  'works-for-a-time': { printed: endsAfterATime },
  'works-in-another-account': { printed: passesInAnotherAccount },
  'works-without-option': { printed: passesWithout, isOfAction: true },
  'works-on-another-thing': { printed: passesElsewhere },
  'admins-refused-too': { printed: adminsRefused },
  'root-user-calls': { printed: rootCalls, isOfCaller: true },
} as const satisfies Readonly<
  Record<string, { readonly printed: Told; readonly isOfAction?: true; readonly isOfCaller?: true }>
>
