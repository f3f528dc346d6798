/** The last word, or the one before "of", that says what a name stands for: "Harbour *Centre*". */
export type HeadKind = 'organisation' | 'unit' | 'place' | 'building' | 'facility' | 'neither'

const unitHeads =
  'brigade brigades battalion battalions regiment regiments legion platoon squadron squad corps division flotilla garrison commandos paratroopers grenadiers fusiliers militia militias brigata'
const organisationHeads =
  'academy administration agency airlines airways alliance army assembly associates association authority bank board books broadcasting brotherhood bureau cabinet campaign chamber city club coalition collective commission committee community companies company conference confederation congress consortium constabulary consulting corporation council court courts defence department departments diocese directorate education electric energy enterprises exchange express faculty federation fellowship films financial force forces foundation front fund gazette global government group guard guards healthcare herald holdings industries institute institution insurance intelligence international investments journal laboratories laboratory labs league magazine media ministry mission monitor motors movement navy network news newspaper newspapers office orchestra orchestras organisation organization parliament partners partnership party patrol pictures police post press productions publishing radio reserve review secretariat securities senate service services society software solutions symphony syndicate systems team technologies telegraph television times tribunal tribune trust tv union unit weekly watch works parliament journal cooperative rail railway railways ferries shipping steel oil petroleum pharmaceuticals foods brewery logistics aviation aerospace telecom communications power electricity mining minerals metals resources records entertainment'
const buildingHeads =
  'hotel hall mosque cathedral arena synagogue temple monastery mall zoo gallery galleries complex facility museum planetarium aquarium'
const facilityHeads =
  'centre center clinic hospital observatory library infirmary school schools studio studios theatre theater university college embassy church house '
const companyMarks =
  'inc ltd llc llp plc corp co gmbh ag sa nv bv oy ab as pty limited incorporated'
const placeHeads =
  'city municipality state airport archipelago avenue base basin bay beach boulevard bridge building canal cape castle cemetery coast coasts county creek crescent dam desert district drive estuary falls field fields forest fort garden gardens glacier gulf harbor harbour heights highway hill hills island islands isle isles junction kingdom lake lakes lane market memorial mountain mountains oblast ocean palace park parks parkway pass peninsula plain plains plaza port prison province quarter quay raion range reef region republic reservoir ridge river rivers road rock sanctuary sea shore springs square stadium station strait street streets terrace territories territory tower towers town township tunnel valley village villages volcano wood woods coastline territory'
const neitherHeads =
  'program programme project initiative act accord accords agreement agreements amendment anniversary anthem award awards ball bible bill bowl cathedra census championship championships challenge christmas commonwealth constitution convention crisis cup day days declaration decree deal derby directive doctrine easter election elections era eve expo exhibition fair festival final finals game games genocide gate grammar guide holocaust hurricane inquiry internet intifada law laws list marathon massacre match medal month monday name olympics open order pact plan policy pride prix prize protocol protocols race reform report resolution revolution rule rules scandal season series show statement storm summit test theory tour tournament treaty trial trophy typhoon uprising virus war wars way week year edition edict code language music award report index survey study initiative strategy project plan explorer browser phone vaccine virus disease syndrome'

/** "Inc", "GmbH": what a company's name ends in and is left out of its short form. */
export const companyMark = new RegExp(`^(?:${companyMarks.replaceAll(' ', '|')})$`, 'i')

const heads: ReadonlyMap<string, HeadKind> = new Map<string, HeadKind>([
  ...listed(neitherHeads, 'neither'),
  ...listed(placeHeads, 'place'),
  ...listed(organisationHeads, 'organisation'),
  ...listed(buildingHeads, 'building'),
  ...listed(facilityHeads, 'facility'),
  ...listed(companyMarks, 'organisation'),
  ...listed(unitHeads, 'unit'),
])

const ordinal =
  /^(?:\d+(?:st|nd|rd|th)|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth)$/

/** What a word makes of the name that it heads. */
export function headKind(word: string): HeadKind | undefined {
  return heads.get(word.toLowerCase())
}

/** "95th", as brigades and divisions are counted. */
export function isOrdinal(word: string): boolean {
  return ordinal.test(word)
}

function listed(words: string, kind: HeadKind): [string, HeadKind][] {
  return words.split(' ').map((word) => [word, kind])
}
