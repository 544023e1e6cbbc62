// Keeps what V8 compiled of the command's code while it answered: compiled.cjs takes it. Imported before the command by the build.
import { writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

const { platform, arch, versions } = process
const file = `${dirname(process.argv[1])}/answer-${platform}-${arch}-${versions.v8}.bin`
// V8 refuses an empty one, and compiles the code as it will be run.
writeFileSync(file, '')

const vm = process.getBuiltinModule('node:vm')
vm.Script = class extends vm.Script {
  constructor(...given) {
    super(...given)
    process.on('exit', () => writeFileSync(file, this.createCachedData()))
  }
}
