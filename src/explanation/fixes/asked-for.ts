import { nameOfAction } from '../../iam/action'
import type { Fix } from '../explanation'
import type { JudgedCase } from '../judged-case'

/** What changes or deletes objects, and the words of a text by which somebody wants that. */
const WANTED: readonly (readonly [action: RegExp, words: RegExp])[] = [
  [
    /^s3:Delete/i,
    /delet|remov|clean|purg|prun|expir|overwrit|replac|empty|\brm\b|sync|\bmv\b|mov(?:e|ing)|destroy|_temporary|commit|renam|lock|rotat|retention|compact|lifecycle/i,
  ],
  [
    /^s3:Put/i,
    /\bput|upload|writ|cop(?:y|ie)|sav(?:e|ing)|stor(?:e|ing)|sync|push|back-?up|publish|export|unload|deliver|archiv|creat|dump|flush|checkpoint|send|deploy|packag|cache|lock|state|snapshot|ship|replicat|output|destination|result|\bmv\b|mov(?:e|ing)|\btag|\bacl\b|\blog/i,
  ],
]

/**
 * Does a fix allow what changes or deletes objects, where AWS names no action, and no word of the text asks for it? What a tool
 * may have tried beside is not given away on a guess.
 */
export function isUnasked({ accessCase, denial }: JudgedCase, { layer, reaches }: Fix): boolean {
  const { error = '' } = accessCase
  if (layer !== 'identity' || (denial !== null && denial.action !== null)) return false
  const actions = reaches.flatMap(({ actions: { patterns } }) => patterns)
  return (
    error !== '' &&
    actions.length > 0 &&
    actions.every((action) => {
      const words = WANTED.find(([of]) => of.test(action))?.[1]
      return (
        words !== undefined && !words.test(error) && !error.toLowerCase().includes(nameOfAction(action).toLowerCase())
      )
    })
  )
}
