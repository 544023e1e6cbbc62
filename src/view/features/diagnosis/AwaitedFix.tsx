import { DIAGNOSIS_TEXTS } from './messages'

/** Stands where the fix will stand: on a phone with about its room, since the layers are below it. */
export const AwaitedFix = () => (
  <p aria-live="polite" className="late text-sm text-muted max-desk:min-h-[75vh]">
    {DIAGNOSIS_TEXTS.readingWhatYouGave}
  </p>
)
