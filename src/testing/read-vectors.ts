import { readdirSync, readFileSync } from 'node:fs'

/** For tests: the vectors of a folder of src/, by the files that hold them. */
export const vectorFiles = <One>(
  folder: string,
): readonly { readonly file: string; readonly vectors: readonly One[] }[] =>
  readdirSync(`src/${folder}`)
    .filter((file) => file.endsWith('.json'))
    .map((file) => ({ file, vectors: JSON.parse(readFileSync(`src/${folder}/${file}`, 'utf8')) as readonly One[] }))

/** For tests: the vectors of a folder of src/, all in one list. */
export const vectorsIn = <One>(folder: string): readonly One[] =>
  vectorFiles<One>(folder).flatMap(({ vectors }) => vectors)
