import type { Span } from '../text/span'
import { isRandom } from './is-random'

/** Tokens of other services than AWS, which begin with their own name: that beginning, and what follows it at least. */
const TOKENS: readonly string[] = [
  // GitHub, GitLab, Bitbucket and Atlassian
  String.raw`gh[oprsu]_[A-Za-z\d]{20,}`,
  String.raw`github_pat_\w{20,}`,
  String.raw`gl(?:pat|ptt|rt|dt|soat|cbt|agent)-[\w-]{16,}`,
  String.raw`ATATT3[\w=-]{20,}`,
  String.raw`ATBB[A-Za-z\d]{28,}`,
  // Slack and Discord: tokens, and the addresses that post
  String.raw`xox[abceoprs](?:\.xox[bp])?-[\w-]{10,}`,
  String.raw`[MNO][\w-]{23,27}\.[\w-]{6}\.[\w-]{27,}`,
  String.raw`discord(?:app)?\.com/api/webhooks/\d{8,}/[\w-]{40,}`,
  String.raw`xapp-\d-[\w-]{16,}`,
  String.raw`webhook\.office\.com/webhookb2/[\w@-]{8,80}/IncomingWebhook/[\da-f]{32}`,
  String.raw`hooks\.slack\.com/(?:services|workflows)/[A-Z\d]{6,}/[A-Z\d]{6,}/[A-Za-z\d]{16,}`,
  // Registries of packages and images
  String.raw`npm_[A-Za-z\d]{30,}`,
  String.raw`pypi-[\w-]{40,}`,
  String.raw`rubygems_[a-f\d]{40,}`,
  String.raw`dckr_(?:pat|oat)_[\w-]{20,}`,
  // Stripe, Square, Shopify
  String.raw`(?:sk|rk|pk)_(?:live|test)_[A-Za-z\d]{16,}`,
  String.raw`whsec_[\w+/=]{20,}`,
  String.raw`sq0(?:atp|csp)-[\w-]{20,}`,
  String.raw`EAA[A-Za-z\d]{50,}`,
  String.raw`shp(?:at|ca|pa|ss)_[a-fA-F\d]{24,}`,
  // Google, Azure, DigitalOcean, Cloudflare
  String.raw`AIza[\w-]{30,}`,
  String.raw`GOCSPX-[\w-]{20,}`,
  String.raw`ya29\.[\w-]{20,}`,
  String.raw`1//0[\w-]{30,}`,
  String.raw`[\w~.-]{3}8Q~[\w~.-]{30,}`,
  String.raw`do[opr]_v1_[a-f\d]{40,}`,
  String.raw`v1\.0-[a-f\d-]{100,}`,
  // Mail, telephones, monitoring
  String.raw`SG\.[\w-]{16,}\.[\w-]{16,}`,
  String.raw`key-[a-f\d]{32}`,
  String.raw`SK[a-f\d]{32}`,
  String.raw`NRAK-[A-Z\d]{20,}`,
  String.raw`gl(?:sa|c)_[\w=]{20,}`,
  String.raw`(?:bot)?\d{8,10}:AA[\w-]{30,}`,
  // Models
  String.raw`sk-(?:proj|ant|or-v1|svcacct|admin)-[\w-]{20,}`,
  String.raw`sk-[A-Za-z\d]{32,}`,
  String.raw`(?:hf|r8|gsk|ntn|nfp|figd|sntrys)_[\w-]{30,}`,
  String.raw`(?:xai|pplx)-[A-Za-z\d]{40,}`,
  String.raw`ABSK[A-Za-z\d+/]{60,}={0,2}`,
  String.raw`bedrock-api-key-[A-Za-z\d+/]{40,}={0,2}`,
  // Infrastructure
  String.raw`k8s-aws-v1\.[\w-]{40,}`,
  String.raw`hv[sbr]\.[\w-]{20,}`,
  String.raw`[A-Za-z\d]{14}\.atlasv1\.[\w-]{40,}`,
  String.raw`sbp_[a-f\d]{36,}`,
  String.raw`pul-[a-f\d]{40}`,
  String.raw`dapi[a-f\d]{32}`,
  String.raw`dp\.(?:pt|st|ct|sa)\.[\w.-]{30,}`,
  String.raw`lin_api_[A-Za-z\d]{30,}`,
  String.raw`PMAK-[a-f\d-]{54,}`,
  String.raw`HRKU-[\w-]{30,}`,
  String.raw`AGE-SECRET-KEY-1[A-Z\d]{50,}`,
  String.raw`tskey-[a-z]{2,12}-[\w-]{20,}`,
  String.raw`fm[12][abr]?_[\w+/=]{20,}`,
  String.raw`ops_ey[\w-]{40,}`,
  String.raw`CCIPAT_[\w-]{30,}`,
  String.raw`dt0[a-z]\d\d\.[A-Z\d]{24}\.[A-Z\d]{60,}`,
  String.raw`pat[A-Za-z\d]{14}\.[a-f\d]{60,}`,
  String.raw`(?:sq[apu]|bkua|bkaj)_[a-f\d]{36,}`,
  String.raw`AKCp[A-Za-z\d]{60,}`,
  String.raw`pscale_[a-z]{2,10}_[\w-]{30,}`,
  String.raw`sk\.eyJ[\w-]{40,}`,
  String.raw`sl\.(?:u\.)?[\w-]{100,}`,
  String.raw`cio[A-Za-z\d]{32}(?![\w-])`,
]

/** Where one begins: behind no letter or digit, but for those of an escaped line end or sign. */
const START = String.raw`(?:(?<![A-Za-z\d])|(?<=\\[nrt])|(?<=%[\dA-Fa-f]{2}))`
const NAMED = new RegExp(`${START}(?:${TOKENS.join('|')})`, 'g')
/** The same within a run of signs that a token can have, wherever it was unescaped. */
const STARTS = new RegExp(`(?:^|[^A-Za-z\\d])(?:${TOKENS.join('|')})`)

/** Words alone, as the name of a thing has them, which may begin as a token does. */
const isName = (text: string) => /^[a-z]+(?:[-_.][a-z]+)*$/.test(text) || /^[A-Z]+(?:[-_.][A-Z]+)*$/.test(text)

/** The tokens of most services that are younger: a short name, a line, and a long text drawn by chance. */
const LIKE_NAMED = /(?<![\w/:.-])[a-z][a-z\d]{1,11}_([\w-]{28,120})(?![\w-])/g

/** Where such tokens stand in a text. */
export function* namedTokens(text: string): Iterable<Span> {
  for (const { 0: token, index } of text.matchAll(NAMED)) if (!isName(token)) yield [index, index + token.length]
  for (const { 0: token, 1: drawn, index } of text.matchAll(LIKE_NAMED))
    if (isRandom(drawn!) && /\d/.test(drawn!)) yield [index, index + token.length]
}

/** Is it one, in a run without anything that escapes its signs? */
export const isNamedToken = (text: string): boolean => STARTS.test(text) && !isName(text)

/** The same, of which as many signs as a word has are written; at the end of a word. */
const UNFINISHED = new RegExp(
  `${START}(?:${TOKENS.map((each) => each.replace(/\{\d+(?:,\d*)?\}(?!.*\{)/, '{4,}')).join('|')})$`,
)

/** Where such a token stands that is still being written as the end of a word. */
export function unfinishedTokens(text: string, [start, end]: Span): readonly Span[] {
  if (end - start < 8) return []
  const found = UNFINISHED.exec(text.slice(start, end))
  if (found === null || isName(found[0]) || !/\d|[a-z][A-Z]|[A-Z]{2}[a-z]/.test(found[0].slice(4))) return []
  return [[start + found.index, end]]
}

/** What joins the parts of a token, and the next of them. */
const NEXT_PART = /[:.][\w+/-]{16,4000}={0,2}/y

/** Where a token ends whose parts stand behind each other with a colon between them, as those of IAM Identity Center, or a dot. */
export function endBehindColons(text: string, end: number): number {
  NEXT_PART.lastIndex = end
  const part = NEXT_PART.exec(text)?.[0] ?? ''
  return isRandom(part.slice(1)) || /^.[\da-f]{16,}$/.test(part) ? end + part.length : end
}
