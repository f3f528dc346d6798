/** A moment as an editor reads it: in a time zone, with the zone’s name. */
export function momentInWords(
  iso: string,
  timeZone = new Intl.DateTimeFormat().resolvedOptions().timeZone,
): string {
  const words = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone,
  }).format(new Date(iso))
  return `${words} (${timeZone})`
}

/** Today where the editor sits, as dates without a time are stored. */
export function today(): string {
  return new Intl.DateTimeFormat('en-CA').format(new Date())
}
