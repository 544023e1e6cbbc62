// The rules of the house that a linter of single files does not see. Each first shows that it finds what it looks for.
import * as backtracking from './house-rules/backtracking.mjs'
import * as lint from './house-rules/lint.mjs'
import * as longFiles from './house-rules/long-files.mjs'
import * as ownTables from './house-rules/own-tables.mjs'
import * as rooms from './house-rules/rooms.mjs'
import * as sentences from './house-rules/sentences.mjs'
import * as unusedRows from './house-rules/unused-rows.mjs'

const RULES = [
  ['long files', longFiles.longFiles, longFiles.examples],
  ['sentences in logic', sentences.sentencesInLogic, sentences.examples],
  ['unused messages', unusedRows.unusedRows, unusedRows.examples],
  ['tables by foreign text', ownTables.tablesByForeignText, ownTables.examples],
  ['expressions without an end', backtracking.backtracking, backtracking.examples],
  ['lint', lint.impureRooms, lint.examples],
  ['rooms', rooms.roomsOfSource, rooms.examples],
]

let bad = 0
for (const [name, find, examples] of RULES) {
  const failed = examples().flatMap((holds, at) => (holds ? [] : [`example ${at + 1} of the rule fails`]))
  const found = [...failed, ...find()]
  bad += found.length
  for (const place of found) console.error(`${name}: ${place}`)
}
process.exitCode = bad === 0 ? 0 : 1
