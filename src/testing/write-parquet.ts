import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'

/** For tests: rows as Parquet, written by DuckDB. `columns` names the type of each. */
export async function writeParquet(
  rows: readonly unknown[],
  columns: Readonly<Record<string, string>>,
  options = 'CODEC zstd',
): Promise<Uint8Array<ArrayBuffer>> {
  const folder = await mkdtemp(join(tmpdir(), 'parquet-'))
  try {
    const [json, parquet] = [join(folder, 'rows.json'), join(folder, 'rows.parquet')]
    await writeFile(json, rows.map((row) => JSON.stringify(row)).join('\n'))
    const connection = await (await DuckDBInstance.create(':memory:')).connect()
    const types = Object.entries(columns).map(([name, type]) => `"${name}": '${type}'`)
    await connection.run(
      `COPY (SELECT * FROM read_json('${json}', format = 'newline_delimited', columns = {${types.join(', ')}}))
       TO '${parquet}' (FORMAT parquet, ${options})`,
    )
    connection.closeSync()
    return new Uint8Array(await readFile(parquet))
  } finally {
    await rm(folder, { recursive: true })
  }
}
