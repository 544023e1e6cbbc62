import { isReport, writtenSentences } from './told-contrast'

/** What turns a statement around that stands behind it in the same clause, or makes an exception or the past of it. */
const TURNS =
  /\b(?:not|never|no\slonger|nor|neither|nobody|nothing|without|unless|whether|used\sto|until|instead\sof|rather\sthan)\b|n['’]t\b/i

/** What makes a condition of a sentence, wherever it stands in it. */
const CONDITION = /\bif\b/i

/** Where the clause begins that goes on to a place. */
const CLAUSE = /[,;:()]\s|\s(?:but|while|whereas|yet)\s/g

/** Does a sentence of whoever wrote the text say so? No question, wish or guess does, nor what is turned around before it. */
export const tellsThat = (text: string, says: RegExp): boolean =>
  writtenSentences(text).some((sentence) => {
    const found = isReport(sentence) && !CONDITION.test(sentence) ? says.exec(sentence) : null
    if (found === null) return false
    const before = sentence.slice(0, found.index)
    const from = [...before.matchAll(CLAUSE)].at(-1)?.index ?? 0
    return !TURNS.test(before.slice(from))
  })
