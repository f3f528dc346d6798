import type {CurrentUser} from 'sanity'

/** Who may see desk notes and the records of protected sources. */
const TRUSTED = ['administrator', 'editor']

/** Whether somebody may see what is confidential. The lake decides; this spares others dead ends. */
export function maySeeConfidential(user: Pick<CurrentUser, 'roles'> | null): boolean {
  return user?.roles.some(({name}) => TRUSTED.includes(name)) === true
}
