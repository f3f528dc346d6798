import type {CurrentUser} from 'sanity'

/** Who may see desk notes and the records of protected sources. */
const TRUSTED = ['administrator', 'editor']

/** Whether somebody may see what is confidential. The lake decides; this spares others dead ends. */
export function maySeeConfidential(user: Pick<CurrentUser, 'roles'> | null): boolean {
  return user?.roles.some(({name}) => TRUSTED.includes(name)) === true
}

/** Whether somebody may read and no more. Roles of a newsroom’s own are taken to be editors’. */
export function mayOnlyRead(user: Pick<CurrentUser, 'roles'> | null): boolean {
  return user?.roles.every(({name}) => name === 'viewer') !== false
}
