import type { Diagram } from '../../../explanation/explanation'
import { useIntake } from '../../state/intake'
import { Button } from '../../ui/Button'

interface SavePictureProps {
  readonly diagram: Diagram
  readonly action: string
}

/** Saves the gates as a picture; what draws it is loaded by the first press. */
export function SavePicture({ diagram, action }: SavePictureProps) {
  const { whenLoaded } = useIntake()
  return (
    <div className="flex shrink-0 items-center" role="group" aria-label="Save the picture">
      <Button
        look="quiet"
        size="small"
        aria-label="Save as SVG"
        onClick={() => void whenLoaded(async () => (await import('./save-picture')).saveSvg(diagram, action))}
      >
        SVG
      </Button>
      <Button
        look="quiet"
        size="small"
        aria-label="Save as PNG"
        onClick={() => void whenLoaded(async () => (await import('./save-picture')).savePng(diagram, action))}
      >
        PNG
      </Button>
    </div>
  )
}
