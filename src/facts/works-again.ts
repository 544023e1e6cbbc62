import { WORKS, WORKS_NOT } from '../text/said-to-work'

/** That it works; a whole sentence of somebody else may say so of several: "all calls work". */
export const SAYS_WORKS = new RegExp(String.raw`${WORKS}|\b(?:work|working|succeed)\b`, 'i')

/** That the same call is let through once it is made again, or after what it needs. */
const AGAIN =
  /\b(?:(?:deploy|run|apply|try|start|execute|send|call|invoke)(?:s|ed|ing)?\s(?:[\w-]{1,16}\s){0,3}again|re-?(?:run|try|tries|deploy|apply|start)\w{0,6}|(?:second|third|next)\s(?:\w{1,12}\s)?(?:time|run|try|attempt|apply|deploy(?:ment)?)|(?:minutes?|seconds?)\slater|in two steps|(?:if|when|after)\s(?:\w+\s){0,2}(?:sleep|wait)\w{0,4}|first\s(?:deploy|create|apply|add|make)\w{0,3}\b.{1,80}\bthen)\b/i

/** That it went through. */
const PASSED = new RegExp(
  `${SAYS_WORKS.source}|\\b(?:ok|(?:is|was|went|goes|gets|turns|turned)\\sgreen|completed?|completes|is running|(?:is|was|gets|got) created)\\b`,
  'i',
)

/** That the request itself is another one then: it has another value, or comes from another place. */
const CHANGED =
  /\b(?:with(?!\s(?:no|the\ssame)\b)|from|using|via)\b|\b(?:after|when|once|if)\s(?:(?:I|we)\s)?(?:enter|set|add|pass|use|chang|giv)\w{0,4}\b|\s--[a-z]|\bMFA\b/i

/** That something was made or attached then: only what is new can be not in effect yet. */
const MADE =
  /\b(?:creat(?:e|es|ed|ing|ion)|CREATE_[A-Z]+|Create(?:Role|Policy)(?:Command|Request)?|attach(?:e[sd]|ment|ing)?|deploy(?:s|ed|ing|ment)?|apply|added|just|bec[ao]mes?)\b/i

/** That it fails still; "if it is run again" is said of what works. */
const STILL_NOT = new RegExp(String.raw`${WORKS_NOT}|\bstill\b`, 'i')

/** What somebody concludes from it. */
const CONCLUDED = /,\s(?:so|thus|hence|therefore)\s(?:it|this|that|the)\b.{1,120}$/

/** What a command prints that did not pass. */
const FAILED = /error\b|\bdenied\b|\bfail(?:s|ed|ure)?\b|exception\b/i

/** A command of a shell, with what is written beside it. */
const COMMAND = /^\s{0,4}[$>%]\s/

/** So many lines of what a command prints are read. */
const MOST_PRINTED = 6

/** A command that is run again, by what is written beside it, and by what it prints has passed. */
const ranAgain = (text: string): RegExpExecArray | null => {
  const lines = text.split('\n')
  for (const [at, line] of lines.entries()) {
    const [command = '', ...beside] = line.split(/\s#\s/)
    if (beside.length === 0 || !COMMAND.test(command) || !AGAIN.test(beside.join(' '))) continue
    const rest = lines.slice(at + 1, at + 1 + MOST_PRINTED)
    const next = rest.findIndex((one) => COMMAND.test(one))
    const printed = rest.slice(0, next < 0 ? undefined : next)
    const isPassed = printed.some((one) => PASSED.test(one) || /\bcreated\s{0,2}$/i.test(one))
    if (isPassed && !printed.some((one) => FAILED.test(one))) return /^.{1,300}$/s.exec(line.slice(0, 300))
  }
  return null
}

/** What tools print of a run that went through. */
const RUN_PASSED =
  /^\W{0,4}(?:Apply complete!|\S{1,120}: (?:Creation|Modifications?) complete after|\S[^\n]{0,100}\b(?:CREATE|UPDATE)_COMPLETE\b)/m

/** What they print of one that did not. */
const RUN_FAILED = /\bErr(?:or)?:|\b(?:AccessDenied|Access Denied|failed|[A-Z]{4,8}_FAILED)\b|\bnot authorized\b/

/** The line that says that it is run again, where what is printed behind it went through. */
function printedAgain(text: string): RegExpExecArray | null {
  let at = 0
  for (const line of text.split('\n')) {
    at += line.length + 1
    if (line.length > 160 || CHANGED.test(line) || STILL_NOT.test(line) || !AGAIN.test(line)) continue
    const rest = text.slice(at)
    if (RUN_PASSED.test(rest) && !RUN_FAILED.test(rest)) return /^.{1,160}$/s.exec(line)
  }
  return null
}

/** The time and the level ahead of what a line of a log says. */
const AHEAD = /^[\d\-/:.,TZ+ [\]]{5,40}(?:\[?(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR)\]?\s{1,4})?/

/** What a log says of a call that went through. */
const DONE = /\b(?:ok|OK|done|succeeded|successful(?:ly)?|completed?|created)\b/

/** So many lines of a log are read. */
const MOST_LOGGED = 400

/** The line of a log in which a call goes through that failed in a line above: the same words ahead of the failure. */
function passedInLog(text: string): RegExpExecArray | null {
  const failed = new Set<string>()
  for (const line of text.split('\n').slice(0, MOST_LOGGED)) {
    const ahead = AHEAD.exec(line)?.[0] ?? ''
    if (ahead === '' || line.length > 600) continue
    const said = line.slice(ahead.length)
    if (FAILED.test(said)) {
      const call = said.split(':', 1)[0]!.trim()
      if (/^\w[\w.-]{2,60}\s[\w./:-]{2,120}$/.test(call)) failed.add(call)
    } else if (DONE.test(said) && [...failed].some((call) => said.startsWith(`${call} `)))
      return /^.{1,300}$/s.exec(line.slice(0, 300))
  }
  return null
}

/** Where a sentence ends, or a clause on another attempt begins: "the first apply fails, the second one passes". */
const CLAUSES = /\n|(?<=[.!?;])\s|,\s(?=(?:(?:and|but|while)\s)?(?:the\s|a\s)?(?:second|next|third|re-?run|re-?try)\b)/i

/** The sentence that says that what was just made is let through now. */
export const worksAgain = (text: string): RegExpExecArray | null => {
  if (!MADE.test(text)) return null
  for (const sentence of text.split(CLAUSES).filter((one) => one.length <= 300)) {
    const told = sentence.replaceAll('`', '').replace(CONCLUDED, '')
    if (!CHANGED.test(told) && !STILL_NOT.test(told) && PASSED.test(told) && AGAIN.test(told))
      return /^.{1,300}$/s.exec(sentence)
  }
  return ranAgain(text) ?? printedAgain(text) ?? passedInLog(text)
}
