import { either } from '../text/either'
import { OPT_IN_PLACES } from '../iam/regions-in-text'

/** What the command that lists Regions prints of one that the account has on. */
export const REGION_ENABLED =
  /\bRegionOptStatus["']?\s?[:=]\s?["']?ENABLED\b|\bget-region-opt-status\b[^\n]{0,200}\n\s{0,8}["']?ENABLED\b/

const A_REGION = String.raw`(?:regions?|both|they|it|[a-z]{2}(?:-[a-z]{4,9}){1,2}-\d|${OPT_IN_PLACES.join('|')})`

/** That somebody says so. */
export const REGION_TOLD_ON = either(
  new RegExp(
    String.raw`\b${A_REGION}["'\x60]?\s(?:is|are|was|were|shows?|(?:has|have)\sbeen)\s(?:(?!not\b|never\b)\w{1,10}\s){0,2}["'\x60]?(?:enabled|opted[\s-]in)\b`,
  ),
  new RegExp(String.raw`\b(?:enabled|opted\sin(?:to)?)\s(?:(?:the|that|this|both|opt-in)\s){0,2}${A_REGION}\b`),
)
