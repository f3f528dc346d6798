import {defineQuery} from 'groq'

import {entityFields, quotationFields, speakersOfStory, storyLinkFields} from './fragments.ts'
import {isListed, newestFirst, storiesAfter, storyCursor} from './listing.ts'

/**
 * What was said, by the person, unit or organisation whose id is `$speaker`, or by anybody when it
 * is null: the quotations of twenty stories at a time, newest story first, in the order of the text.
 * `$after` is the `cursor` of the last row one has, or null for the newest.
 */
export const quotationsQuery = defineQuery(`
  *[
    _type == "article" &&
    select(
      $speaker == null => count(body[].markDefs[_type == "quotation"]) > 0,
      $speaker in ${speakersOfStory}
    ) &&
    ${isListed} &&
    ${storiesAfter}
  ] | ${newestFirst} [0...20] {
    "rows": coalesce(body[_type == "block"], [])[]{
      "quotations": coalesce(
        markDefs[_type == "quotation" && ($speaker == null || speaker._ref == $speaker)]{
          ${quotationFields},
          "speaker": speaker->{${entityFields}},
          "article": ^.^{${storyLinkFields}},
          "cursor": ^.^{${storyCursor}}.cursor
        },
        []
      )
    }.quotations[]
  }.rows[]
`)
