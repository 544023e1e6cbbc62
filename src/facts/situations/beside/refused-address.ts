import type { TellingSign } from './sign'

const ADDRESS = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g

/** How far behind the sentence SES lists what it doesn’t know. */
const LISTED = 300

/** Where a call or a program says to whom the mail goes. */
const TO =
  /(?:\b(?:to[-_]?(?:address(?:es)?|email)?|recipients?|RCPT TO)|--to)["']?\s{0,3}[:=]?\s{0,3}[[<]?\s{0,20}["']?$/i

/** Where they say from whom it comes. */
const FROM =
  /(?:\b(?:from|source|sender|reply[-_]?to)[-_]?(?:email)?[-_]?(?:address)?|MAIL FROM|--from)["']?\s{0,3}[:=]?\s{0,3}[[<]?\s{0,20}["']?$/i

/** Does SES refuse the address that the mail goes to, and no other? Then the account is in the sandbox. */
export const isRecipientRefused: TellingSign = ({ said: { start, end }, text, whole }) => {
  const line = text.slice(start, end + LISTED).split('\n', 1)[0] ?? ''
  const refused = new Set(line.match(ADDRESS) ?? [])
  const places = [...whole.matchAll(ADDRESS)].filter(({ 0: one }) => refused.has(one))
  const behind = (words: RegExp) =>
    new Set(places.filter(({ index }) => words.test(whole.slice(Math.max(0, index - 60), index))).map(([one]) => one))
  const [sentTo, sentFrom] = [behind(TO), behind(FROM)]
  return refused.size > 0 && [...refused].every((one) => sentTo.has(one) && !sentFrom.has(one))
}
