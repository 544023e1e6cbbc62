import { escaped } from '../../../text/escaped'
import { SITUATIONS } from '../situations'
import type { TellingSign } from './sign'

/** What makes a wish or a question of "trusts". */
const WISHED =
  /\b(?:not|verify|ensure|check|make sure|if|whether|must|should)\s(?:[\w-]{1,40}\s){0,4}$|n['’]t\s(?:[\w-]{1,40}\s){0,2}$/i

const BEFORE = 80

/** Does the text say, in a line of its own, that the role trusts the service? */
export const tellsTrust: TellingSign = ({ text, said: { id, start, end } }) => {
  const service = SITUATIONS[id].refused ?? ''
  const says = new RegExp(
    String.raw`\b(?:trusts|principal(?:\sservice)?(?:\s?[:=]|\sis)?)\s(?:only\s|service\s)?["'\`]?${escaped(service)}(?![\w.-])`,
    'gi',
  )
  return [...text.matchAll(says)].some(({ index }) => {
    const before =
      text
        .slice(Math.max(0, index - BEFORE), index)
        .split('\n')
        .at(-1) ?? ''
    return (index < start || text.slice(end, index).includes('\n')) && !WISHED.test(before)
  })
}

/** Does a template or a policy in the text name the service as a principal, without a condition that could keep it out? */
export const printsTrust: TellingSign = ({ whole, said: { id } }) => {
  const service = SITUATIONS[id].refused ?? ''
  const named = new RegExp(String.raw`["']?Service["']?\s?[:=]\s?\[?\s{0,12}["']?${escaped(service)}(?![\w.-])`)
  return service.endsWith('.amazonaws.com') && named.test(whole) && !/\bcondition\b/i.test(whole)
}
