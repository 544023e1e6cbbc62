import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commandLine, isPassedByPowerShell, quoteArgument } from './shell-quote'

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

/** What Windows PowerShell, and every version up to 7.2, puts on a program's command line: it quotes, and escapes nothing. */
const legacyLine = (argument: string): string => (/\s/.test(argument) ? `"${argument}"` : argument)

/** How a program on Windows reads its command line. https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments */
const parseWindowsLine = (line: string): readonly string[] => {
  const found: string[] = []
  let word: string | null = null
  let isQuoted = false
  for (let at = 0; at < line.length; at += 1) {
    const [, slashes = ''] = /^(\\*)"/.exec(line.slice(at)) ?? []
    if (line.startsWith(`${slashes}"`, at)) {
      word = (word ?? '') + '\\'.repeat(Math.floor(slashes.length / 2)) + (slashes.length % 2 === 1 ? '"' : '')
      if (slashes.length % 2 === 0) isQuoted = !isQuoted
      at += slashes.length
    } else if (!isQuoted && /[ \t]/.test(line.charAt(at))) {
      if (word !== null) found.push(word)
      word = null
    } else word = (word ?? '') + line.charAt(at)
  }
  return word === null ? found : [...found, word]
}

/** How PowerShell reads a single-quoted or a bare argument. */
const readPowerShell = (text: string): string =>
  text.startsWith("'") ? text.slice(1, -1).replace(/['‘’‚‛]{2}/g, (pair) => pair.charAt(0)) : text

const hostile = fc.string({
  unit: fc.constantFrom(...`ab'’‘"\\ $\`;|&(){}[]@,%#~*?!-=:/.<>é1`),
  maxLength: 20,
})

describe('arguments in PowerShell', () => {
  it('are read as one literal word', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const quoted = quoteArgument(text, 'powershell')
        expect(readPowerShell(quoted)).toBe(text)
        expect(/^(?:'(?:[^'‘’‚‛]|['‘’‚‛]{2})*'|[\w+=:./-]+)$/.test(quoted)).toBe(true)
      }),
    )
  })

  it('reach a program as they are wherever it is said that they do', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        fc.pre(isPassedByPowerShell(text))
        expect(parseWindowsLine(`aws ${legacyLine(text)} --end`)).toEqual(['aws', text, '--end'])
      }),
      { numRuns: 1000 },
    )
  })

  it('would not reach it with double quotes in them', () => {
    expect(isPassedByPowerShell('{"a":1}')).toBe(false)
    expect(parseWindowsLine(`aws ${legacyLine('{"a":1}')}`)).toEqual(['aws', '{a:1}'])
    expect(isPassedByPowerShell('a b\\')).toBe(false)
  })

  it('keep a comma from making a list, and a digit from making a number', () => {
    expect(commandLine(['Key=A,Value=B', '012', '@x', '--max-results'], 'powershell')).toBe(
      "'Key=A,Value=B' '012' '@x' --max-results",
    )
  })
})
