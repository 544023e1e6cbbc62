import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commandLine, quoteArgument } from './shell-quote'

describe('quoteArgument', () => {
  it('leaves plain words alone and quotes the rest', () => {
    expect(commandLine(['aws', 'iam', 'get-user', '--user-name', "o'brien $(id)"], 'bash')).toBe(
      String.raw`aws iam get-user --user-name 'o'\''brien $(id)'`,
    )
    expect(quoteArgument("o'brien $x", 'powershell')).toBe("'o''brien $x'")
    expect(quoteArgument('a’; calc', 'powershell')).toBe("'a’’; calc'")
    expect(quoteArgument('', 'bash')).toBe("''")
    expect(quoteArgument('a\nrm -rf b', 'bash')).toBe("'a rm -rf b'")
  })

  it('reaches the program as it was written', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const line = text.replace(/[\r\n\0]+/g, ' ')
        const echoed = execFileSync('/bin/sh', ['-c', `printf %s ${quoteArgument(text, 'bash')}`], { encoding: 'utf8' })
        expect(echoed).toBe(line)
      }),
      { numRuns: 50 },
    )
  })
})
