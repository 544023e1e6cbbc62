import { useEffect } from 'react'
import type { Draft } from '../../../draft/draft'
import { linkAlone, linkToStep, stepOf } from '../../../permalink/link-parts'
import { CopyLinkButton } from '../../ui/CopyLinkButton'
import { setAddress } from '../../state/address'
import { pageAddress } from '../../ui/page-address'

let lastEncoded: { readonly draft: Draft; readonly link: string } | null = null

/** The link of a draft; encoded once for all of its steps. Empty for one that is too large. */
async function linkOf(draft: Draft): Promise<string> {
  if (lastEncoded?.draft !== draft) {
    const { encodeDraft } = await import('../../state/link-chunk')
    lastEncoded = { draft, link: encodeDraft(draft) }
  }
  return lastEncoded.link
}

/** While the address is the link of this very draft, it names the step that is shown. */
function useStepInAddress(draft: Draft, step: number | null) {
  useEffect(() => {
    const { hash } = window.location
    if (!/^#\d+\//.test(hash) || stepOf(hash) === step) return
    let isLate = false
    const follow = async () => {
      const link = await linkOf(draft)
      if (!isLate && window.location.hash === hash && linkAlone(hash) === link) setAddress(linkToStep(link, step))
    }
    // Without its code the address stays as it is: it still opens the case.
    void follow().catch(() => undefined)
    return () => {
      isLate = true
    }
  }, [draft, step])
}

interface StepLinkProps {
  readonly draft: Draft
  /** The step that is shown, from 1; null: the whole picture. */
  readonly step: number | null
}

/** Hands out the link to the step that is shown, and keeps the address with it. */
export function StepLink({ draft, step }: StepLinkProps) {
  useStepInAddress(draft, step)
  if (step === null) return null
  const make = async () => {
    const link = await linkOf(draft)
    if (link === '') throw new Error('The case is too large for a link.')
    return pageAddress(linkToStep(link, step))
  }
  return <CopyLinkButton label="Copy link to this step" make={make} />
}
