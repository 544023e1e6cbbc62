// Runs the code beside it. Where this is the V8 that the package was built with, it takes what that compiled, which it checks
// itself, and an answer takes half of the time; any other compiles the code as always.
'use strict'
const { readFileSync } = process.getBuiltinModule('node:fs')
const { wrap } = process.getBuiltinModule('node:module')
const { setFlagsFromString } = process.getBuiltinModule('node:v8')
const vm = process.getBuiltinModule('node:vm')

const compiled = () => {
  try {
    return readFileSync(`${__dirname}/answer-${process.platform}-${process.arch}-${process.versions.v8}.bin`)
  } catch {
    return null
  }
}

const cachedData = compiled()
// oxlint-disable-next-line typescript/no-require-imports -- CommonJS starts sooner.
if (cachedData === null) module.exports = require('./answer-code.cjs')
else {
  // To compile code once more, better, costs more than it gains in a run of a fifth of a second, and little in a longer one.
  setFlagsFromString('--interrupt-budget=2000000')
  const filename = `${__dirname}/answer-code.cjs`
  // All of it is ASCII.
  const script = new vm.Script(wrap(readFileSync(filename, 'latin1')), { filename, cachedData })
  script.runInThisContext()(exports, require, module, filename, __dirname)
}
