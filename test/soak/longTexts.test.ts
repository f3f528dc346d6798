import {readLongTexts} from '../support/longTexts.ts'

readLongTexts(1_000_000)
