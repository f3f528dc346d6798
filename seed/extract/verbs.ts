/** Verbs whose past and participle follow the rule; the rest are written out below. */
const regular =
  'accuse acknowledge add admit advise affirm agree allege announce answer argue ask assert assure attest boast brag caution charge chide chuckle claim clarify comment complain concede conclude confess confide confirm contend continue counter criticise criticize cry declare decry demand deny describe detail disclose drawl elaborate emphasise emphasize estimate exclaim explain express fume gasp gloat grumble hint hope imply inform insist instruct interject intone joke lament laugh marvel mention muse murmur mutter note observe offer opine plead pledge point praise proclaim promise propose protest quip quote reason recall recommend recount reflect reiterate rejoin relate remark remind reply report respond reveal scoff scream shout sigh smile signal snap speculate state stress suggest summarise summarize surmise testify thank theorise thunder tweet urge vent venture volunteer vow wail warn whisper whine wonder yell remember press mock hedge lecture preach blog gush characterise characterize portray dismiss blast slam deride hail pronounce denounce cite ridicule scold implore interrupt echo chant bemoan bristle caution counsel'

const doubled = new Set(['admit', 'quip', 'snap', 'brag', 'blog', 'slam'])

const irregular =
  'say says said saying tell tells told telling write writes wrote written writing think thinks thought thinking read reads reading begin begins began beginning believe believes believed believing maintain maintains maintained maintaining predict predicts predicted predicting retort retorts retorted retorting repeat repeats repeated repeating post posts posted posting call calls called calling label labels labelled labeled labelling labeling brand brands branded branding dub dubs dubbed dubbing sing sings sang singing'

function formsOf(verb: string): string[] {
  if (doubled.has(verb)) {
    return [verb, `${verb}s`, `${verb}${verb.slice(-1)}ed`, `${verb}${verb.slice(-1)}ing`]
  }
  if (verb.endsWith('ee')) return [verb, `${verb}s`, `${verb}d`, `${verb}ing`]
  if (verb.endsWith('e')) return [verb, `${verb}s`, `${verb}d`, `${verb.slice(0, -1)}ing`]
  if (/[^aeiou]y$/.test(verb)) {
    return [verb, `${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, `${verb}ing`]
  }
  return [verb, /(?:s|sh|ch)$/.test(verb) ? `${verb}es` : `${verb}s`, `${verb}ed`, `${verb}ing`]
}

/** Every form of the verbs with which a reporter gives somebody the word. */
export const speechVerbs: ReadonlySet<string> = new Set([
  ...regular.split(' ').flatMap(formsOf),
  ...irregular.split(' '),
])

/** Verbs that judge somebody or something rather than give the word: "called the plan a “mess”". */
const judging =
  'accuse characterise characterize charge cite criticise criticize demand denounce deride describe detail dismiss echo estimate express hail hint hope imply label mention mock offer pledge point portray praise press promise recommend reflect ridicule signal slam speculate suggest thank urge volunteer vow'

/** Every form of the verbs behind which the words quoted may well be somebody else's. */
export const judgingVerbs: ReadonlySet<string> = new Set([
  ...judging.split(' ').flatMap(formsOf),
  ...'think thinks thought believe believes believed read reads reading call calls called calling brand brands branded branding dub dubs dubbed dubbing label labelled labeled sing sings sang'.split(
    ' ',
  ),
])

/** Past forms of other things that people do and places do not. */
export const agencyVerbs: ReadonlySet<string> = new Set(
  'left fled joined fought grew married studied moved returned served enlisted worked came became died lived travelled traveled spoke met refused decided helped led commanded arrived'.split(
    ' ',
  ),
)
