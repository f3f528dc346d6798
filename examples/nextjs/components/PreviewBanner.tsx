import {leavePreview} from '../lib/actions.ts'

/** Says that drafts are shown, and leads back to what readers see. */
export function PreviewBanner() {
  return (
    <form action={leavePreview}>
      <p role="status">
        You see drafts that are not published. <button>Leave preview</button>
      </p>
    </form>
  )
}
