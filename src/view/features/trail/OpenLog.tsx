import { FolderOpen, Folders } from 'lucide-react'
import { useRef } from 'react'
import { useIntake } from '../../state/intake'
import { sourcesOfList } from '../../state/trail/trail-files'
import { Button } from '../../ui/Button'
import { pickFiles } from './pick-files'
import { ACCEPTED, nameOfFiles } from './trail-input'

/** Picks a log, several files of a trail, or a folder of them. */
export function OpenLog({ look }: { readonly look: 'primary' | 'secondary' }) {
  const input = useRef<HTMLInputElement>(null)
  const { takeLog, takeLogs } = useIntake()
  const take = (files: readonly File[]) => {
    const [first, ...others] = files
    if (first === undefined) return
    if (others.length === 0) void takeLog(first, first.name)
    else void takeLogs(sourcesOfList(files), nameOfFiles(files))
  }
  return (
    <>
      <Button look={look} icon={<FolderOpen size={15} aria-hidden />} onClick={() => input.current?.click()}>
        Open log
      </Button>
      <Button
        look="secondary"
        icon={<Folders size={15} aria-hidden />}
        onClick={() => pickFiles('folder', take)}
        className="max-sm:hidden"
      >
        Open folder
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        aria-label="File with a log"
        hidden
        tabIndex={-1}
        accept={ACCEPTED}
        onChange={(event) => {
          take([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </>
  )
}
