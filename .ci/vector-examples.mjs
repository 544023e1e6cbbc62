/** What tests ask of a vector, and no page shows. */
const ASKED = new Set(['silent', 'quiet', 'says', 'strength', 'value', 'fixed', 'at'])

/** The page shows a row's vector as its example: of each code the first, without what only tests ask. */
export const vectorExamples = {
  name: 'vector-examples',
  enforce: 'pre',
  apply: 'build',
  transform(code, id) {
    if (!/\/vectors\/[\w/-]+\.json$/.test(id)) return null
    const rows = JSON.parse(code)
    const nameOf = (row) => row.id ?? row.code
    const first = rows.filter((row, at) => rows.findIndex((other) => nameOf(other) === nameOf(row)) === at)
    const shown = first.map((row) => Object.fromEntries(Object.entries(row).filter(([part]) => !ASKED.has(part))))
    return { code: JSON.stringify(shown), map: null }
  },
}
