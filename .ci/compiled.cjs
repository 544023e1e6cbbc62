// Runs the code beside it. Where this is the V8 that the package was built with, it takes what that compiled, which it checks
// itself, and an answer takes two thirds of the time; any other compiles the code as always.
'use strict'
const { readFileSync } = process.getBuiltinModule('node:fs')
const { wrap } = process.getBuiltinModule('node:module')
const { Script } = process.getBuiltinModule('node:vm')

const compiled = () => {
  try {
    return readFileSync(`${__dirname}/answer-${process.platform}-${process.arch}-${process.versions.v8}.bin`)
  } catch {
    return null
  }
}

const cachedData = compiled()
// eslint-disable-next-line @typescript-eslint/no-require-imports -- CommonJS starts sooner.
if (cachedData === null) module.exports = require('./answer-code.cjs')
else {
  const filename = `${__dirname}/answer-code.cjs`
  // All of it is ASCII.
  const script = new Script(wrap(readFileSync(filename, 'latin1')), { filename, cachedData })
  script.runInThisContext()(exports, require, module, filename, __dirname)
}
