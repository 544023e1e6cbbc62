import type { JudgedCase } from '../judged-case'

/** Keys that the policies test and whose value nobody stated. */
export const assumedKeys = ({ evaluation }: JudgedCase): readonly string[] => {
  const known = new Set(evaluation.context.map(({ key }) => key.toLowerCase()))
  const tested = evaluation.layers.flatMap(({ statements }) =>
    statements.flatMap(({ elements }) => elements.flatMap(({ key }) => (key === undefined ? [] : [key]))),
  )
  return [...new Map(tested.map((key) => [key.toLowerCase(), key])).values()].filter((k) => !known.has(k.toLowerCase()))
}
