// Keeps what V8 compiled of the command's code while it answered: compiled.cjs takes it. Imported before the command by the build.
import { readFileSync, writeFileSync } from 'node:fs'
import Module, { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { Script } from 'node:vm'

const ordinary = Module._extensions['.js']
Module._extensions['.cjs'] = (module, filename) => {
  if (!filename.endsWith('answer-code.cjs')) return ordinary(module, filename)
  const script = new Script(Module.wrap(readFileSync(filename, 'latin1')), { filename })
  script.runInThisContext()(module.exports, createRequire(filename), module, filename, dirname(filename))
  const { platform, arch, versions } = process
  process.on('exit', () =>
    writeFileSync(`${dirname(filename)}/answer-${platform}-${arch}-${versions.v8}.bin`, script.createCachedData()),
  )
}
