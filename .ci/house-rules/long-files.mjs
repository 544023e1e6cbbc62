import { FILES, isTest, linesOfLogic, treeOf } from './source-files.mjs'

const MOST = 250

const tooLong = (file, text) => {
  const lines = linesOfLogic(treeOf(file, text))
  return lines > MOST ? [`${file}: ${lines} lines of logic; at most ${MOST}, without tables`] : []
}

/** Files of logic that hold more than one idea. Lessons are texts and may be long. */
export const longFiles = () =>
  FILES.filter((file) => !isTest(file) && !file.startsWith('lessons/')).flatMap((file) => tooLong(file))

/** What the rule must find, and what it must leave alone. */
export const examples = () => {
  const logic = 'export const one = 1\n'.repeat(MOST + 1)
  const table = `export const TABLE = [\n${'1,\n'.repeat(MOST)}]\n`
  return [tooLong('a.ts', logic).length === 1, tooLong('a.ts', table).length === 0]
}
