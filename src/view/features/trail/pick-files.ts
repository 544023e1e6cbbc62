import { ACCEPTED } from './trail-input'

/** Lets people pick files, or a folder and with it all its files. Nothing comes where they pick none. */
export function pickFiles(kind: 'files' | 'folder', onFiles: (files: readonly File[]) => void): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  input.webkitdirectory = kind === 'folder'
  if (kind === 'files') input.accept = ACCEPTED
  input.addEventListener('change', () => {
    const files = [...(input.files ?? [])]
    if (files.length > 0) onFiles(files)
  })
  input.click()
}
