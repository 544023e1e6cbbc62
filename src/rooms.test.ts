import { readdirSync, statSync } from 'node:fs'
import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'
import { MAY_IMPORT, OWNED_PACKAGES, PURE_ROOMS } from '../rooms.config.js'

const folders = readdirSync('src').filter((name) => statSync(`src/${name}`).isDirectory())

describe('the import table', () => {
  it('has a row for each folder, and a folder for each row', () => {
    expect(folders.sort()).toEqual(Object.keys(MAY_IMPORT).sort())
  })

  it('names rooms only, and leads in one direction', () => {
    const rooms = Object.keys(MAY_IMPORT)
    const reaches = (from: string, to: string): boolean =>
      MAY_IMPORT[from]!.some((next) => next === to || reaches(next, to))
    for (const [room, others] of Object.entries(MAY_IMPORT)) {
      expect(rooms).toEqual(expect.arrayContaining([...others]))
      expect(reaches(room, room)).toBe(false)
    }
    const owners = Object.values(OWNED_PACKAGES).flat()
    expect(rooms).toEqual(expect.arrayContaining([...PURE_ROOMS, ...owners.map((owner) => owner.split('/')[0])]))
    for (const owner of owners) expect(statSync(`src/${owner}`).isDirectory()).toBe(true)
  })

  it('keeps the evaluation away from what AWS claimed', () => {
    const reached = (room: string): string[] => MAY_IMPORT[room]!.flatMap((next) => [next, ...reached(next)])
    expect(reached('evaluation')).not.toContain('denial')
  })

  it.each([
    ['src/evaluation/x.ts', "import { x } from '../denial/denial'", 'import-x/no-restricted-paths'],
    ['src/text/x.ts', "import { useState } from 'react'", 'no-restricted-imports'],
    ['src/view/x.ts', "import { parse } from 'jsonc-parser'", 'no-restricted-imports'],
    ['src/view/policies/x.ts', "import * as monaco from 'monaco-editor/editor'", 'no-restricted-imports'],
    ['src/evaluation/x.ts', 'export const now = Date.now()', 'no-restricted-globals'],
    ['src/evaluation/x.ts', "export const x = new RegExp('a' + 'b')", 'no-restricted-syntax'],
  ])('is enforced by lint: %s with %s', async (filePath, code, rule) => {
    const [result] = await new ESLint().lintText(`${code}\n`, { filePath })
    expect(result?.messages.map(({ ruleId }) => ruleId)).toContain(rule)
  })
})
