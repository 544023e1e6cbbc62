import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
}

/** A static server whose folder can change, as a deployment changes it, and that can go away. */
export interface FolderServer {
  readonly address: string
  /** Paths that were answered, in order. */
  readonly asked: string[]
  readonly deploy: (folder: string) => void
  readonly stop: () => Promise<void>
}

/** Serves a folder under a path of its own, as a project page is served. */
export async function serveFolder(folder: string): Promise<FolderServer> {
  const BASE = '/tools/why/'
  let root = folder
  const asked: string[] = []
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const path = pathname === BASE ? 'index.html' : normalize(decodeURIComponent(pathname.slice(BASE.length)))
    asked.push(path)
    const isInside = pathname.startsWith(BASE) && !path.startsWith('..')
    const reading = isInside ? readFile(join(root, path)) : Promise.reject(new Error('No such folder.'))
    reading.then(
      (body) =>
        response.writeHead(200, { 'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream' }).end(body),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}${BASE}`,
    asked,
    deploy: (next) => {
      root = next
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
